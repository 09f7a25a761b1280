/** The places on Belgium's border where two of its neighbours meet. */
#ifndef STREEKKAART_BOUNDARIES_SOURCES_MEETING_POINTS_H
#define STREEKKAART_BOUNDARIES_SOURCES_MEETING_POINTS_H

#include <ogr_api.h>
#include <stdbool.h>

#include "boundaries/mesh/planar.h"

/** Leads the line between two neighbours to where they meet on the border of `belgium`. At 1:10
 *  million that place is up to two kilometres off: a Dutch beach before Knokke, sea behind De
 *  Panne; in a file that is precise to some metres the line changes for a few hundred only.
 *  `taken` has the multipolygons of each sk_around, and of what is still open. Places that are not
 *  on this map are left alone. False when OGR fails. */
bool sk_meeting_points_fit(OGRGeometryH *taken, OGRGeometryH *open, const sk_cm_shape *belgium);

#endif
