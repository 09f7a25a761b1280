/** A figure's map, kept for its annex sheet. */
#ifndef STREEKKAART_COMPOSE_DECIDED_MAP_H
#define STREEKKAART_COMPOSE_DECIDED_MAP_H

#include "compose/drawing/composition.h"
#include "compose/plan/page_layout.h"
#include "streekkaart/compose.h"

struct sk_decided_map {
    sk_drawing drawing;
    sk_composition c;
    const sk_scene *scene; /* of the figure, whose first layers are the map */
    size_t layer_count;
    const sk_layout *layout;
    bool with_furniture; /* the sheet shows the whole page, whose legend would be its own */
};

/** Keeps the map of which the first layers of the drawing's scene are; NULL where furniture hides
 *  some of it. In the drawing's arena. */
const sk_decided_map *sk_decided_map_keep(const sk_composition *c, size_t layer_count,
                                          const sk_layout *layout);

/** The same for an overview of all sectors, whose legend is that of its sheet too. */
const sk_decided_map *sk_decided_map_keep_page(const sk_drawing *drawing, const sk_layout *layout);

/** How much of the legend's box its columns fill; 1 where there is no legend. */
double sk_legend_share_filled(const sk_legend *legend, const sk_page_layout *layout);

/** Composes the page of the sheet around the map that the request shows; false where the map finds
 *  no room there. */
bool sk_decided_map_show(const sk_composer *composer, const sk_page_request *request, sk_diag *diag,
                         sk_composed_figure *out);

#endif
