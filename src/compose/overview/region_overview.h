/** An overview of all sectors: every region of a level that chooses, with what it chose. */
#ifndef STREEKKAART_COMPOSE_OVERVIEW_REGION_OVERVIEW_H
#define STREEKKAART_COMPOSE_OVERVIEW_REGION_OVERVIEW_H

#include "compose/drawing/composition.h"
#include "streekkaart/page_request.h"

/** Makes drawing->scene, of a figure of kind SK_FIGURE_REGION_OVERVIEW, and says how the map
 *  is viewed. Without SK_OK, which is reported, there is none: the page is too small. */
SK_CHECKED sk_status sk_region_overview_compose(sk_drawing *drawing, const sk_figure_map *map,
                                                const sk_project *project,
                                                const sk_page_request *page, sk_map_view *view);

#endif
