/** How much a project may ask for: what lies beyond would take minutes or gigabytes to draw. */
#ifndef STREEKKAART_LOAD_FEATURES_FEATURE_LIMITS_H
#define STREEKKAART_LOAD_FEATURES_FEATURE_LIMITS_H

#include "load/tables/load.h"
#include "streekkaart/project.h"

/** Reports the features that are too large (vertices, lines of a link, letters), and those that are
 *  too many in their sector, and takes them out. */
void sk_feature_limits_check(const sk_load *load, sk_project *project);

#endif
