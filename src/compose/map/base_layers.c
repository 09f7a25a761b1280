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
                       sk_paint paint) {
    for (size_t i = 0; i < c->map->region_count[level]; i++)
        fill_region(c, layer, c->map->regions[level][i], paint);
}

/* The homes that the map is about, or the others. */
static void fill_homes(const sk_composition *c, sk_layer *layer, bool own, sk_paint paint) {
    sk_figure_regions homes = sk_figure_map_homes(c->map);
    for (size_t i = 0; i < homes.count; i++)
        if (sk_figure_map_is_about(c->map, homes.items[i]) == own)
            fill_region(c, layer, homes.items[i], paint);
}

void sk_base_surroundings_compose(const sk_composition *c) {
    const sk_style_sheet *style = c->drawing->style;
    const sk_page_box *frame = &c->view.frame;
    sk_layer *sea = sk_scene_layer(c->drawing->scene, "sea", c->drawing->words->layer.sea, frame);
    fill_level(c, sea, SK_REGION_SEA, (sk_paint){.class_name = "sea", .fill = style->sea});
    sk_layer *neighbours =
        sk_scene_layer(c->drawing->scene, "neighbours", c->drawing->words->layer.neighbours, frame);
    fill_level(c, neighbours, SK_REGION_NEIGHBOUR,
               (sk_paint){.class_name = "neighbour", .fill = style->neighbour});
}

void sk_base_areas_compose(const sk_composition *c) {
    const sk_style_sheet *style = c->drawing->style;
    const sk_page_box *frame = &c->view.frame;
    sk_base_surroundings_compose(c);
    const sk_wording *words = c->drawing->words;
    sk_region_level level = c->map->settings->home;
    const char *others =
        sk_wording_of_level(words, words->layer.elsewhere, level, c->drawing->arena);
    sk_layer *land = sk_scene_layer(c->drawing->scene, "elsewhere", others, frame);
    const sk_paint within = {.class_name = "home", .fill = style->home};
    const sk_paint elsewhere = {.class_name = "elsewhere", .fill = style->elsewhere};
    if (sk_figure_map_is_overview(c->map)) {
        fill_homes(c, land, true, within);
        return;
    }
    fill_homes(c, land, false, elsewhere);
    const char *own = c->map->home_count > 1 ? words->levels[level].many : words->levels[level].one;
    const char *title = sk_wording_capital(own, c->drawing->arena);
    fill_homes(c, sk_scene_layer(c->drawing->scene, "home", title, frame), true, within);
}

typedef enum {
    BORDER_HIDDEN,
    BORDER_COAST,
    BORDER_COUNTRY,
    BORDER_HOME,
    BORDER_WITHIN, /* of one of the levels below that of homes: + that level */
} border_class;

static bool same(const char *a, const char *b) {
    return a != NULL && b != NULL && strcmp(a, b) == 0;
}

static bool at_home(const sk_composition *c, const sk_region *region) {
    if (region->level != SK_REGION_SMALLEST) return false;
    const char *slug = sk_region_slug_at(region, c->map->settings->home);
    return sk_figure_map_is_overview(c->map) || sk_figure_names_home(c->map->figure, slug);
}

/* The largest level of which they are in different regions. */
static sk_region_level parted_level(const sk_composition *c, const sk_region *a,
                                    const sk_region *b) {
    sk_region_level level = c->map->settings->home;
    while (level > SK_REGION_SMALLEST &&
           same(sk_region_slug_at(a, level), sk_region_slug_at(b, level)))
        level--;
    return level;
}

/* Detail is for the home that the figure is about; around it only what orients. */
static int class_of(const sk_composition *c, const sk_border_line *border) {
    const sk_region *a = border->left, *b = border->right;
    bool home = at_home(c, a) || (b != NULL && at_home(c, b));
    /* the edge of the boundary set, which ends with the regions where no neighbour is known */
    if (b == NULL && a->level != SK_REGION_SMALLEST) return BORDER_HIDDEN;
    if (b == NULL) return home ? BORDER_HOME : BORDER_COUNTRY;
    if (a->level == SK_REGION_SEA || b->level == SK_REGION_SEA) return BORDER_COAST;
    if (a->level != b->level) return home ? BORDER_HOME : BORDER_COUNTRY;
    if (a->level == SK_REGION_NEIGHBOUR) return BORDER_COUNTRY;
    sk_region_level level = parted_level(c, a, b);
    if (level == c->map->settings->home) return home ? BORDER_HOME : BORDER_COUNTRY;
    return home ? BORDER_WITHIN + level : BORDER_HIDDEN;
}

typedef struct {
    const char *group_id, *class_name;
    int class; /* a border_class */
    sk_stroke stroke;
} border_row;

/* A border drawn at full width around a parcel hardly larger than the line would be a blob: the
 * enclaves of Baarle-Hertog. So would be a smaller splinter of a region that lies at the rest
 * of the land; but not a whole region, whose borders are parts of longer ones. */
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

/* The borders of one level within a home, in a layer of their own. */
static void stroke_level(const sk_composition *c, sk_region_level level) {
    const sk_style_sheet *style = c->drawing->style;
    const char *slug = c->map->settings->levels[level].slug;
    bool smallest = level == SK_REGION_SMALLEST;
    const border_row row = {sk_page_id_within(c->drawing->arena, "borders", slug),
                            smallest ? "border-smallest" : "border-part", BORDER_WITHIN + level,
                            smallest ? style->border.smallest : style->border.part};
    sk_layer *layer =
        sk_scene_layer(c->drawing->scene, sk_page_id_within(c->drawing->arena, slug, "borders"),
                       c->drawing->words->levels[level].borders, &c->view.frame);
    stroke_class(c, layer, &row);
}

void sk_smallest_borders_compose(const sk_composition *c) {
    bool is_within = SK_REGION_SMALLEST < c->map->settings->home;
    if (is_within && c->detail == SK_REGION_SMALLEST) stroke_level(c, SK_REGION_SMALLEST);
}

void sk_region_borders_compose(const sk_composition *c) {
    const sk_style_sheet *s = c->drawing->style;
    sk_region_level home = c->map->settings->home;
    const char *slug = c->map->settings->levels[home].slug;
    const border_row others[] = {
        {"borders-country", "border-country", BORDER_COUNTRY, s->border.country},
        {"borders-coast", "border-coast", BORDER_COAST, s->border.coast},
        {sk_page_id_within(c->drawing->arena, "borders", slug), "border-home", BORDER_HOME,
         s->border.home},
    };
    for (int level = SK_REGION_SMALLEST + 1; level < home; level++)
        if (level >= c->detail) stroke_level(c, level);
    sk_layer *layer =
        sk_scene_layer(c->drawing->scene, sk_page_id_within(c->drawing->arena, slug, "borders"),
                       c->drawing->words->levels[home].borders, &c->view.frame);
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        stroke_class(c, layer, &others[i]);
}
