/** Looks for features that lie where they should not. */
#ifndef STREEKKAART_LOAD_PROJECT_GROUND_CHECK_H
#define STREEKKAART_LOAD_PROJECT_GROUND_CHECK_H

#include "streekkaart/project.h"

/** Reports points outside their municipality, zones far from their province, and outlines that
 *  cross themselves. */
void sk_ground_check(const sk_project *project, sk_diag *diag);

#endif
