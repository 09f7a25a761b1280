#include "compose/furniture/legend.h"

#include <math.h>
#include <string.h>

#include "base/page_id.h"
#include "compose/furniture/edge_pin.h"
#include "compose/furniture/legend_symbol.h"
#include "page/legend_columns.h"

enum { LINES_MAX = 6 }; /* of an entry */

typedef struct {
    const char *key;           /* what the row is about: its id is "legend-" and this */
    const sk_feature *feature; /* NULL where it is about no single one */
    sk_legend_mark mark;       /* of no symbol: the row is a heading */
    const char **lines;
    size_t line_count;
    double width_mm, height_mm;
} row;

struct sk_legend {
    const sk_style_sheet *style;
    row *rows;
    size_t count;
    sk_legend_columns sets[SK_LEGEND_COLUMNS_MAX]; /* in 1 column, in 2, and so on */
};

static bool is_heading(const row *r) {
    return r->mark.symbol == SK_LEGEND_NONE;
}

static const sk_text_style *text_style(const sk_legend *legend, const row *r) {
    return is_heading(r) ? &legend->style->legend.heading : &legend->style->legend.entry;
}

static double text_indent(const sk_style_sheet *style, sk_legend_symbol kind) {
    return kind == SK_LEGEND_NONE ? 0 : sk_legend_symbol_width(style) + style->legend.text_gap_mm;
}

static row *add_marked(const sk_drawing *d, sk_legend *legend, sk_legend_mark mark, const char *key,
                       const char *text) {
    const sk_style_sheet *style = d->style;
    row *r = &legend->rows[legend->count++];
    *r = (row){.key = key, .mark = mark};
    double indent = text_indent(style, mark.symbol);
    const sk_text_style *type = text_style(legend, r);
    const sk_wrap_limits most = {style->legend.max_column_mm - indent, LINES_MAX};
    r->line_count = sk_typesetter_wrap(d->typesetter, text, type, most, d->arena, &r->lines);
    for (size_t i = 0; i < r->line_count; i++) {
        sk_text_extent extent = sk_typesetter_measure(d->typesetter, r->lines[i], type);
        r->width_mm = fmax(r->width_mm, indent + extent.width_mm);
    }
    double text_height = (double)r->line_count * sk_line_spacing(type);
    /* all entries are at least as high as a disc, so that they line up across the columns */
    r->height_mm = fmax(text_height, is_heading(r) ? 0 : style->legend.disc_mm);
    r->height_mm = fmax(r->height_mm, sk_legend_symbol_height(style, mark.symbol));
    return r;
}

static void add_row(const sk_drawing *d, sk_legend *legend, sk_legend_symbol symbol,
                    const char *key, const char *text) {
    add_marked(d, legend, (sk_legend_mark){.symbol = symbol}, key, text);
}

/* A row about one feature. */
static void add_feature(const sk_drawing *d, sk_legend *legend, sk_legend_mark mark,
                        const sk_feature *feature) {
    add_marked(d, legend, mark, feature->id, feature->name)->feature = feature;
}

/* The names of the regions of one level that chose the sector; NULL where none did. */
static const char *choosers(const sk_composition *c, sk_region_level level) {
    const char **names = SK_NEW_ARRAY(c->drawing->arena, const char *, c->map->chosen_count);
    size_t count = 0;
    for (size_t i = 0; i < c->map->chosen_count; i++) {
        const sk_region *region = c->map->chosen[i].region;
        if (region->level != level) continue;
        names[count++] = level == SK_REGION_PROVINCE
                             ? sk_wording_province(c->drawing->words, region, c->drawing->arena)
                             : region->name;
    }
    return count > 0 ? sk_wording_list(names, count, c->drawing->arena) : NULL;
}

/* A row for each sign, whoever it stands for: two rows of one colour would tell nothing apart. */
static void add_chosen(const sk_composition *c, sk_legend *legend) {
    if (c->map->chosen_count == 0 || c->on_sheet != NULL) return; /* the sheet's table has them */
    add_row(c->drawing, legend, SK_LEGEND_NONE, "chosen",
            sk_wording_chosen_by(c->drawing->words, c->map->sector, c->drawing->arena));
    const char *provinces = choosers(c, SK_REGION_PROVINCE);
    const char *resocs = choosers(c, SK_REGION_RESOC);
    if (provinces != NULL)
        add_row(c->drawing, legend, SK_LEGEND_PROVINCE, "chosen-province", provinces);
    if (resocs != NULL) add_row(c->drawing, legend, SK_LEGEND_RESOC, "chosen-resoc", resocs);
}

/* A point in several places stands in the list once. */
static bool listed_before(const sk_figure_map *map, size_t index) {
    return index > 0 && map->points[index - 1].feature == map->points[index].feature;
}

/* By number; those without one last, in the catalogue's order. */
static void add_points(const sk_composition *c, sk_legend *legend) {
    const sk_figure_map *map = c->map;
    if (map->point_count == 0) return;
    add_row(c->drawing, legend, SK_LEGEND_NONE, "points", c->drawing->words->legend.points);
    int highest = 0;
    for (size_t i = 0; i < map->point_count; i++)
        if (map->points[i].number > highest) highest = map->points[i].number;
    for (int number = 1; number <= highest + 1; number++)
        for (size_t i = 0; i < map->point_count; i++) {
            const sk_map_point *point = &map->points[i];
            if (point->number != (number > highest ? 0 : number) || listed_before(map, i)) continue;
            add_feature(c->drawing, legend,
                        (sk_legend_mark){.symbol = SK_LEGEND_MARKER, .number = point->number},
                        point->feature);
        }
}

static bool has_zone(const sk_figure_map *map, sk_zone_ground ground) {
    for (size_t i = 0; i < map->zone_count; i++)
        if (map->zones[i].ground == ground) return true;
    return false;
}

/* On a sheet the table has the letters. */
static bool lists_keys(const sk_composition *c) {
    return c->keyed && c->on_sheet == NULL;
}

static void add_key(const sk_composition *c, sk_legend *legend, const sk_feature *feature) {
    if (!sk_feature_is_first_of_key(c->map->keys, feature)) return;
    add_feature(c->drawing, legend,
                (sk_legend_mark){.symbol = sk_legend_symbol_of_key(feature),
                                 .letters = sk_feature_key(c->map->keys, feature)},
                feature);
}

static void add_zone_keys(const sk_composition *c, sk_legend *legend, sk_zone_ground ground) {
    for (size_t i = 0; lists_keys(c) && i < c->map->zone_count; i++)
        if (c->map->zones[i].ground == ground) add_key(c, legend, c->map->zones[i].feature);
}

/* Each kind of ground, with the letters of those that have it where letters stand for names. */
static void add_zones(const sk_composition *c, sk_legend *legend) {
    const sk_wording *words = c->drawing->words;
    const struct {
        sk_zone_ground ground;
        const char *key, *text;
    } rows[] = {{SK_ZONE_OF_ITS_OWN, "zone", words->legend.zone},
                {SK_ZONE_OF_RESOCS, "zone-resoc", words->legend.zone_resoc},
                {SK_ZONE_OF_PROVINCES, "zone-province", words->legend.zone_province}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        if (has_zone(c->map, rows[i].ground)) {
            add_row(c->drawing, legend, sk_legend_symbol_of_zone(rows[i].ground), rows[i].key,
                    rows[i].text);
            add_zone_keys(c, legend, rows[i].ground);
        }
}

static bool has_link(const sk_figure_map *map, sk_link_type type) {
    for (size_t i = 0; i < map->link_count; i++)
        if (map->links[i].feature->link_type == type) return true;
    return false;
}

/* The disc that stands for all points: one with a number where some have one, since the disc
 * without a number may be that of one actor. */
static int sample_number(const sk_figure_map *map) {
    for (size_t i = 0; i < map->point_count; i++)
        if (map->points[i].number > 0) return 1;
    return 0;
}

static void add_links(const sk_composition *c, sk_legend *legend, sk_link_type type) {
    const sk_wording *words = c->drawing->words;
    if (!has_link(c->map, type)) return;
    if (type == SK_LINK_INFRASTRUCTURAL)
        add_row(c->drawing, legend, SK_LEGEND_INFRASTRUCTURAL, "infrastructural",
                words->legend.infrastructural);
    else
        add_row(c->drawing, legend, SK_LEGEND_ORGANISATIONAL, "organisational",
                words->legend.organisational);
    const sk_feature *last = NULL;
    for (size_t i = 0; lists_keys(c) && i < c->map->link_count; i++) {
        const sk_feature *feature = c->map->links[i].feature;
        if (feature->link_type == type && feature != last) add_key(c, legend, feature);
        last = feature;
    }
}

static void add_all_links(const sk_composition *c, sk_legend *legend) {
    add_links(c, legend, SK_LINK_INFRASTRUCTURAL);
    add_links(c, legend, SK_LINK_ORGANISATIONAL);
}

/* One section of all signs that are left; where letters are listed, one of zones and one of links.
 */
static void add_symbols(const sk_composition *c, sk_legend *legend, bool points_listed) {
    const sk_figure_map *map = c->map;
    const sk_wording *words = c->drawing->words;
    bool marker = map->point_count > 0 && !points_listed;
    if (!marker && map->zone_count == 0 && map->link_count == 0) return;
    if (!lists_keys(c) || marker)
        add_row(c->drawing, legend, SK_LEGEND_NONE, "symbols", words->legend.symbols);
    if (marker)
        add_marked(c->drawing, legend,
                   (sk_legend_mark){.symbol = SK_LEGEND_MARKER, .number = sample_number(map)},
                   "point", words->legend.point);
    if (lists_keys(c) && map->zone_count > 0)
        add_row(c->drawing, legend, SK_LEGEND_NONE, "zones", words->layer.zones);
    add_zones(c, legend);
    if (lists_keys(c) && map->link_count > 0)
        add_row(c->drawing, legend, SK_LEGEND_NONE, "links", words->layer.links);
    add_all_links(c, legend);
}

static bool is_key(const row *r) {
    return r->mark.letters != NULL;
}

/* A kind of zone or link, with the letters of that kind below it. */
static bool leads(const sk_legend *legend, size_t index) {
    return index + 1 < legend->count && !is_key(&legend->rows[index]) &&
           is_key(&legend->rows[index + 1]);
}

static void set_columns(sk_legend *legend, sk_arena *arena) {
    const sk_style_sheet *style = legend->style;
    const sk_legend_gaps gaps = {style->legend.row_gap_mm, style->legend.section_gap_mm};
    sk_legend_row *rows = SK_NEW_ARRAY(arena, sk_legend_row, legend->count);
    for (size_t i = 0; i < legend->count; i++)
        rows[i] = (sk_legend_row){is_heading(&legend->rows[i]), leads(legend, i),
                                  legend->rows[i].height_mm};
    for (size_t columns = 1; columns <= SK_LEGEND_COLUMNS_MAX; columns++)
        legend->sets[columns - 1] =
            sk_legend_columns_set(rows, legend->count, gaps, columns, arena);
}

sk_legend *sk_legend_create(const sk_composition *c, bool points_listed) {
    sk_legend *legend = SK_NEW(c->drawing->arena, sk_legend);
    legend->style = c->drawing->style;
    const size_t headings = 5, chosen = 2, symbols = 6;
    size_t features = c->map->point_count + c->map->zone_count + c->map->link_count;
    legend->rows = SK_NEW_ARRAY(c->drawing->arena, row, headings + chosen + symbols + features);
    add_chosen(c, legend);
    if (points_listed) add_points(c, legend);
    add_symbols(c, legend, points_listed);
    set_columns(legend, c->drawing->arena);
    return legend;
}

static double column_width(const sk_legend *legend, const sk_legend_columns *set, size_t column) {
    double widest = 0;
    for (size_t i = 0; i < legend->count; i++)
        if (set->spots[i].column == column) widest = fmax(widest, legend->rows[i].width_mm);
    return widest;
}

sk_page_box sk_legend_size(const sk_legend *legend, size_t columns, bool boxed) {
    if (legend->count == 0) return (sk_page_box){0};
    const sk_legend_columns *set = &legend->sets[columns - 1];
    double padding = boxed ? legend->style->legend.padding_mm : 0;
    double width = (double)(set->column_count - 1) * legend->style->legend.column_gap_mm;
    for (size_t i = 0; i < set->column_count; i++) width += column_width(legend, set, i);
    return (sk_page_box){.width_mm = width + 2 * padding,
                         .height_mm = set->height_mm + 2 * padding};
}

double sk_legend_filled(const sk_legend *legend, size_t columns) {
    const sk_legend_columns *set = &legend->sets[columns - 1];
    sk_page_box box = sk_legend_size(legend, columns, false);
    double filled_mm2 = 0;
    for (size_t column = 0; column < set->column_count; column++) {
        double foot_mm = 0;
        for (size_t i = 0; i < legend->count; i++)
            if (set->spots[i].column == column)
                foot_mm = fmax(foot_mm, set->spots[i].y_mm + legend->rows[i].height_mm);
        filled_mm2 += foot_mm * column_width(legend, set, column);
    }
    double gaps_mm = box.width_mm;
    for (size_t column = 0; column < set->column_count; column++)
        gaps_mm -= column_width(legend, set, column);
    double box_mm2 = (box.width_mm - gaps_mm) * box.height_mm;
    return box_mm2 > 0 ? filled_mm2 / box_mm2 : 1;
}

size_t sk_legend_cuts(const sk_legend *legend, size_t columns) {
    return legend->sets[columns - 1].cuts;
}

typedef struct {
    const sk_composition *c;
    const sk_legend *legend;
    sk_group *group;
    sk_page_point corner; /* of the first column */
    const sk_legend_columns *set;
} drawing;

static void begin_row(const drawing *d, const row *r) {
    const char *id = sk_page_id_prefixed(d->c->drawing->arena, SK_PAGE_ID_LEGEND_ROW, r->key);
    sk_part *part = sk_scene_part(d->c->drawing->scene, d->group, id);
    if (r->feature == NULL) return;
    part->feature_id = r->feature->id;
    part->title = r->feature->name;
}

static void draw_row(const drawing *d, size_t index) {
    const sk_style_sheet *style = d->c->drawing->style;
    const row *r = &d->legend->rows[index];
    const sk_text_style *type = text_style(d->legend, r);
    double x = d->corner.x_mm;
    for (size_t i = 0; i < d->set->spots[index].column; i++)
        x += column_width(d->legend, d->set, i) + style->legend.column_gap_mm;
    double y = d->corner.y_mm + d->set->spots[index].y_mm;
    double height = sk_legend_symbol_height(style, r->mark.symbol);
    double line_mm = sk_line_spacing(type);
    double text_top = y + (r->height_mm - (double)r->line_count * line_mm) / 2;
    /* a swatch stands beside the first line, a marker's disc in the middle of the row */
    double symbol_middle = r->mark.symbol == SK_LEGEND_MARKER || r->line_count <= 1
                               ? y + r->height_mm / 2
                               : text_top + line_mm / 2;
    begin_row(d, r);
    sk_legend_symbol_compose(
        d->c->drawing, d->group, r->mark,
        (sk_page_box){x, symbol_middle - height / 2, sk_legend_symbol_width(style), height});
    sk_text_line *lines = SK_NEW_ARRAY(d->c->drawing->arena, sk_text_line, r->line_count);
    for (size_t i = 0; i < r->line_count; i++) {
        sk_text_extent extent = sk_typesetter_measure(d->c->drawing->typesetter, r->lines[i], type);
        double middle = text_top + ((double)i + 0.5) * line_mm;
        lines[i] = (sk_text_line){
            r->lines[i],
            {x + text_indent(style, r->mark.symbol), middle + extent.cap_height_mm / 2},
            extent.width_mm};
    }
    sk_text text = {.class_name = is_heading(r) ? "legend-heading" : "legend-entry",
                    .lines = lines,
                    .line_count = r->line_count,
                    .style = *type};
    sk_scene_text(d->c->drawing->scene, d->group, &text);
}

/* On the map it has an edge; beside it a ground all the same, by which a hand can take hold of it.
 */
static sk_group *begin_group(const sk_composition *c, sk_page_box box, bool boxed) {
    const sk_style_sheet *style = c->drawing->style;
    sk_layer *layer =
        sk_scene_layer(c->drawing->scene, "legend", c->drawing->words->layer.legend, NULL);
    const sk_paint on_map = {
        .class_name = "legend", .fill = style->legend.fill, .line = style->legend.line};
    const sk_paint beside = {.class_name = "legend-beside", .fill = style->page.paper};
    return sk_furniture_begin(c, layer, SK_PAGE_ID_LEGEND, box, boxed ? on_map : beside);
}

void sk_legend_compose(const sk_composition *c, const sk_legend *legend, size_t columns,
                       sk_page_box box) {
    if (legend->count == 0) return;
    bool boxed = sk_page_boxes_meet(box, c->view.frame);
    double padding = boxed ? legend->style->legend.padding_mm : 0;
    const drawing d = {c, legend, begin_group(c, box, boxed),
                       sk_page_box_corner(sk_page_box_grown(box, -padding)),
                       &legend->sets[columns - 1]};
    for (size_t i = 0; i < legend->count; i++) draw_row(&d, i);
}
