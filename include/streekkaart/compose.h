/** Decides where everything of a figure stands on the page. */
#ifndef STREEKKAART_COMPOSE_H
#define STREEKKAART_COMPOSE_H

#include "streekkaart/diag.h"
#include "streekkaart/layout.h"
#include "streekkaart/memory.h"
#include "streekkaart/page_request.h"
#include "streekkaart/project.h"
#include "streekkaart/scene.h"
#include "streekkaart/status.h"
#include "streekkaart/style_sheet.h"
#include "streekkaart/typesetter.h"
#include "streekkaart/wording.h"

/** What of the ground has been worked out already; see resolve/shape_store.h. */
typedef struct sk_shape_store sk_shape_store;

/** What figures and their sheets are composed with; all lent, and all in one language. The
 *  typesetter belongs to one thread, so each has a composer of its own. */
typedef struct {
    const sk_project *project;
    const sk_style_sheet *style;
    const sk_wording *words;
    sk_typesetter *typesetter;
    sk_shape_store *shapes; /* shared by threads; NULL: each figure works out all of its own */
} sk_composer;

/** A figure as it was composed; all are NULL when nothing could be drawn. */
typedef struct {
    const sk_scene *scene;
    const sk_layout *layout;   /* what stands where in it */
    const sk_decided_map *map; /* for its annex sheet; NULL where that has a map of its own */
    bool keyed;                /* letters stand on it for zones and links, which a list tells */
    bool is_of_request;        /* it is a sheet page with the map that the request shows */
} sk_composed_figure;

/** Composes the map of one sector in one home, or in all of them.
 *  SK_OK: *out is the whole figure, in `arena`. SK_ERR_DATA: `diag` says which features are wrong;
 *  *out is the figure without them, or empty when nothing could be drawn. */
SK_CHECKED sk_status sk_compose_figure(const sk_composer *composer, const sk_figure *figure,
                                       const sk_page_request *page, sk_arena *arena, sk_diag *diag,
                                       sk_composed_figure *out);

/** Measures the areas of the map in `frame` on the first of `pages`, which takes a while; in
 * `arena`.
 */
sk_layout_areas sk_measure_areas(const sk_scene *const *pages, size_t page_count, sk_page_box frame,
                                 const sk_style_sheet *style, sk_arena *arena);

#endif
