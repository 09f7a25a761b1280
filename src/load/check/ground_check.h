/** Looks for features that lie where they should not. */
#ifndef STREEKKAART_LOAD_CHECK_GROUND_CHECK_H
#define STREEKKAART_LOAD_CHECK_GROUND_CHECK_H

#include "streekkaart/project.h"

/** Reports points outside their region and zones far from their home region. */
void sk_ground_check(const sk_project *project, const sk_feature *const *features, size_t count,
                     sk_diag *diag);

#endif
