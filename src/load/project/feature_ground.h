/** The ground that features stand on: whether anything sensible can be drawn of it. */
#ifndef STREEKKAART_LOAD_PROJECT_FEATURE_GROUND_H
#define STREEKKAART_LOAD_PROJECT_FEATURE_GROUND_H

#include "load/tables/load.h"
#include "streekkaart/project.h"

/** Reports the features that can't be drawn, and takes them out: outlines that cross themselves,
 *  points and zones beyond the boundaries, lines without length. Needs the boundaries. */
void sk_feature_ground_check(const sk_load *load, sk_project *project);

/** False for a link that leads to where it comes from, which is reported. Needs references that
 *  all lead somewhere. */
bool sk_link_leads_on(const sk_load *load, const sk_project *project, const sk_feature *link);

#endif
