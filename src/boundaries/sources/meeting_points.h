/** The places on the regions' border where two of their neighbours meet. */
#ifndef STREEKKAART_BOUNDARIES_SOURCES_MEETING_POINTS_H
#define STREEKKAART_BOUNDARIES_SOURCES_MEETING_POINTS_H

#include <ogr_api.h>
#include <stdbool.h>

#include "boundaries/mesh/planar.h"
#include "boundaries/sources/neighbour_source.h"

/** Leads the line between two neighbours to where they meet on the border of `outline`, which is
 *  near the place that the settings name. At 1:10 million that place is up to two kilometres off;
 * in a file that is precise to some metres the line changes for a few hundred only. `taken` has the
 *  multipolygons of all in `around`; `open` what nobody has yet. Places that are not on this map
 * are left alone. False when OGR fails. */
bool sk_meeting_points_fit(const sk_project_settings *settings, const sk_around_list *around,
                           OGRGeometryH *taken, OGRGeometryH *open, const sk_cm_shape *outline);

#endif
