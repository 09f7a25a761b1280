#include "compose/map/base_layers.h"

#include <string.h>

#include "base/page_id.h"

static void fill_region(const sk_composition *c, sk_layer *layer, const sk_region *region,
                        sk_paint paint) {
    sk_path path = sk_composition_trace(c, &region->shape);
    if (path.count == 0) return;
    const char *id = sk_page_id_within(c->drawing->arena, layer->name, region->slug);
    sk_group *group = sk_scene_group(c->drawing->scene, layer, id, SK_ROLE_REGION);
    group->title = region->name;
    sk_scene_path(c->drawing->scene, group, &path, paint);
}

static void fill_level(const sk_composition *c, sk_layer *layer, sk_region_level level,
                       sk_paint paint, const sk_region *except) {
    for (size_t i = 0; i < c->map->region_count[level]; i++)
        if (c->map->regions[level][i] != except)
            fill_region(c, layer, c->map->regions[level][i], paint);
}

void sk_base_surroundings_compose(const sk_composition *c) {
    const sk_style_sheet *style = c->drawing->style;
    const sk_page_box *frame = &c->view.frame;
    sk_layer *sea = sk_scene_layer(c->drawing->scene, "sea", c->drawing->words->layer.sea, frame);
    fill_level(c, sea, SK_REGION_SEA, (sk_paint){.class_name = "sea", .fill = style->sea}, NULL);
    sk_layer *neighbours =
        sk_scene_layer(c->drawing->scene, "neighbours", c->drawing->words->layer.neighbours, frame);
    fill_level(c, neighbours, SK_REGION_NEIGHBOUR,
               (sk_paint){.class_name = "neighbour", .fill = style->neighbour}, NULL);
}

void sk_base_areas_compose(const sk_composition *c) {
    const sk_style_sheet *style = c->drawing->style;
    const sk_page_box *frame = &c->view.frame;
    sk_base_surroundings_compose(c);
    sk_layer *provinces =
        sk_scene_layer(c->drawing->scene, "provinces", c->drawing->words->layer.provinces, frame);
    const sk_paint within = {.class_name = "province-home", .fill = style->home_province};
    const sk_paint elsewhere = {.class_name = "province-other", .fill = style->other_province};
    fill_level(c, provinces, SK_REGION_PROVINCE, c->map->home != NULL ? elsewhere : within,
               c->map->home);
    if (c->map->home == NULL) return;
    sk_layer *home =
        sk_scene_layer(c->drawing->scene, "home", c->drawing->words->layer.home, frame);
    fill_region(c, home, c->map->home, within);
}

typedef enum {
    BORDER_HIDDEN,
    BORDER_COAST,
    BORDER_COUNTRY,
    BORDER_MUNICIPALITY,
    BORDER_RESOC,
    BORDER_PROVINCE,
    BORDER_CLASS_COUNT,
} border_class;

static bool same(const char *a, const char *b) {
    return a != NULL && b != NULL && strcmp(a, b) == 0;
}

static bool at_home(const sk_composition *c, const sk_region *region) {
    if (region->level != SK_REGION_MUNICIPALITY) return false;
    return c->map->home == NULL || same(region->province, c->map->home->slug);
}

/* Detail is for the province that the figure is about; around it only what orients. */
static border_class class_of(const sk_composition *c, const sk_border_line *border) {
    const sk_region *a = border->left, *b = border->right;
    if (b == NULL) return BORDER_HIDDEN; /* the edge of the boundary set */
    bool home = at_home(c, a) || at_home(c, b);
    if (a->level == SK_REGION_SEA || b->level == SK_REGION_SEA) return BORDER_COAST;
    if (a->level != b->level) return home ? BORDER_PROVINCE : BORDER_COUNTRY;
    if (a->level == SK_REGION_NEIGHBOUR) return BORDER_COUNTRY;
    if (!same(a->province, b->province)) return home ? BORDER_PROVINCE : BORDER_COUNTRY;
    if (!home) return BORDER_HIDDEN;
    return same(a->resoc, b->resoc) ? BORDER_MUNICIPALITY : BORDER_RESOC;
}

typedef struct {
    const char *group_id, *class_name;
    border_class class;
    sk_region_level level; /* what the border parts, at least */
    sk_stroke stroke;
} border_row;

/* A border drawn at full width around a parcel hardly larger than the line would be a blob: the
 * enclaves of Baarle-Hertog. So would be a smaller splinter of a municipality that lies at the rest
 * of the land; but not a whole municipality, whose borders are parts of longer ones. */
static bool is_small(const sk_composition *c, const sk_border_line *border,
                     const sk_stroke *stroke) {
    if (c->drawing->style->border.small_ring.width_mm >= stroke->width_mm) return false;
    return border->parcel_width_m <
               c->drawing->style->border.small_parcel_mm * c->view.metres_per_mm ||
           border->splinter_width_m < 2 * stroke->width_mm * c->view.metres_per_mm;
}

/* The borders of one class, with the small ones in a path of their own. */
static void stroke_class(const sk_composition *c, sk_layer *layer, const border_row *row) {
    sk_path paths[2] = {{0}, {0}};
    for (size_t i = 0; i < c->map->borders.count; i++) {
        sk_border_line *border = &c->map->borders.items[i];
        if (class_of(c, border) != row->class) continue;
        sk_shape shape = {.kind = SK_SHAPE_LINES, .parts = &border->line, .part_count = 1};
        sk_path piece = sk_composition_trace(c, &shape);
        sk_path *whole = &paths[is_small(c, border, &row->stroke)];
        for (size_t k = 0; k < piece.count; k++) {
            if (piece.segments[k].kind == SK_SEGMENT_MOVE)
                sk_path_move(c->drawing->arena, whole, piece.segments[k].points[0]);
            else
                sk_path_line(c->drawing->arena, whole, piece.segments[k].points[0]);
        }
    }
    if (paths[0].count + paths[1].count == 0) return;
    sk_group *group = sk_scene_group(c->drawing->scene, layer, row->group_id, SK_ROLE_REGION);
    sk_paint paint = {.class_name = row->class_name,
                      .line = row->stroke,
                      .round_caps = row->stroke.dash_count == 0};
    if (paths[0].count > 0) sk_scene_path(c->drawing->scene, group, &paths[0], paint);
    paint.line = c->drawing->style->border.small_ring;
    paint.class_name = "border-small-ring";
    if (paths[1].count > 0) sk_scene_path(c->drawing->scene, group, &paths[1], paint);
}

void sk_municipality_borders_compose(const sk_composition *c) {
    const sk_stroke hairline = c->drawing->style->border.municipality;
    const border_row row = {"borders-municipality", "border-municipality", BORDER_MUNICIPALITY,
                            SK_REGION_MUNICIPALITY, hairline};
    if (row.level < c->detail) return;
    sk_layer *layer = sk_scene_layer(c->drawing->scene, "municipality-borders",
                                     c->drawing->words->layer.municipality_borders, &c->view.frame);
    stroke_class(c, layer, &row);
}

void sk_region_borders_compose(const sk_composition *c) {
    const sk_style_sheet *s = c->drawing->style;
    const sk_wording *w = c->drawing->words;
    const border_row resocs = {"borders-resoc", "border-resoc", BORDER_RESOC, SK_REGION_RESOC,
                               s->border.resoc};
    const border_row others[] = {
        {"borders-country", "border-country", BORDER_COUNTRY, SK_REGION_PROVINCE,
         s->border.country},
        {"borders-coast", "border-coast", BORDER_COAST, SK_REGION_PROVINCE, s->border.coast},
        {"borders-province", "border-province", BORDER_PROVINCE, SK_REGION_PROVINCE,
         s->border.province},
    };
    if (resocs.level >= c->detail)
        stroke_class(c,
                     sk_scene_layer(c->drawing->scene, "resoc-borders", w->layer.resoc_borders,
                                    &c->view.frame),
                     &resocs);
    sk_layer *layer = sk_scene_layer(c->drawing->scene, "province-borders",
                                     w->layer.province_borders, &c->view.frame);
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        stroke_class(c, layer, &others[i]);
}
