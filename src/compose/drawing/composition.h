/** What the parts of a figure's composition share while it is made. Internal to compose. */
#ifndef STREEKKAART_COMPOSE_DRAWING_COMPOSITION_H
#define STREEKKAART_COMPOSE_DRAWING_COMPOSITION_H

#include "compose/drawing/layout_notes.h"
#include "compose/drawing/map_view.h"
#include "compose/drawing/pinned.h"
#include "page/polyline.h"
#include "placer/label_placer.h"
#include "resolve/figure_map.h"
#include "streekkaart/diag.h"
#include "streekkaart/scene.h"
#include "streekkaart/typesetter.h"
#include "streekkaart/wording.h"

/** Where a point's disc stands: at its place, or beside it at the end of a leader. */
typedef struct {
    const sk_map_point *point;
    sk_page_point place;  /* where the point really is */
    sk_page_point centre; /* of the disc */
    sk_page_box
        name_room; /* kept free for the name of a point without a number; may have no size */
    bool displaced, pinned;
} sk_placed_marker;

typedef enum { SK_LINK_ENDS_INSIDE, SK_LINK_LEAVES_MAP } sk_link_exit;

/** A link's line on the page, from its near end to its far end, trimmed. */
typedef struct {
    const sk_map_link *link;
    sk_polyline line; /* up to the tip of the arrow, where it has one */
    bool is_course;   /* follows a canal or a road; else an arc */
    sk_link_exit at_start, at_end;
} sk_drawn_link;

typedef struct {
    const sk_figure_map *map;
    const sk_style_sheet *style;
    const sk_wording *words;
    sk_typesetter *typesetter;
    sk_arena *arena;
    sk_diag *diag;
    sk_scene *scene;
    sk_map_view view;
    sk_region_level detail; /* the smallest regions whose borders are drawn */
    sk_pinned *pins;
    sk_layout_notes *notes;

    sk_page_box *furniture; /* what covers the map: legend, scale bar, inset */
    size_t furniture_count;
    sk_shape *zone_outlines;   /* one for each of map->zones, as it is drawn */
    sk_placed_marker *markers; /* one for each of map->points */
    sk_drawn_link *links;
    size_t link_count;
} sk_composition;

/** A new group called `id` for a feature, with its title, kind and source. */
sk_group *sk_composition_feature_group(const sk_composition *c, sk_layer *layer,
                                       const sk_feature *feature, const char *id, sk_role role);

/** What the ids of all that shows the region begin with: "resoc-kempen". */
const char *sk_composition_region_id(const sk_composition *c, const sk_region *region);

/** What a feature is: "point", "zone", or a link's type. */
const char *sk_composition_kind(const sk_feature *feature);

/** True when the furniture covers something of the shapes. */
bool sk_composition_covers(const sk_composition *c, const sk_placer_shape *shapes, size_t count);

/** The area of a shape on the page, as a path. */
sk_path sk_composition_trace(const sk_composition *c, const sk_shape *shape);

#endif
