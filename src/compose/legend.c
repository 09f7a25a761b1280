#include "compose/legend.h"

#include <math.h>
#include <string.h>

#include "compose/furniture.h"
#include "compose/legend_symbol.h"

typedef struct {
    const char *key;           /* what the row is about: its id is "legend-" and this */
    const sk_feature *feature; /* NULL where it is about no single one */
    sk_legend_symbol symbol;   /* none: the row is a heading */
    int number;
    const char **lines;
    size_t line_count;
    double width_mm, height_mm;
} row;

struct sk_legend {
    const sk_style_sheet *style;
    row *rows;
    size_t count;
};

static const double leading = 1.18; /* line spacing, as a part of the size */

static const sk_text_style *text_style(const sk_legend *legend, const row *r) {
    return r->symbol == SK_LEGEND_NONE ? &legend->style->legend.heading
                                       : &legend->style->legend.entry;
}

static double text_indent(const sk_style_sheet *style, sk_legend_symbol kind) {
    return kind == SK_LEGEND_NONE ? 0 : style->legend.swatch_width_mm + style->legend.text_gap_mm;
}

static row *add_row(const sk_composition *c, sk_legend *legend, sk_legend_symbol kind,
                    const char *key, int number, const char *text) {
    const sk_style_sheet *style = c->style;
    row *r = &legend->rows[legend->count++];
    *r = (row){.key = key, .symbol = kind, .number = number};
    double indent = text_indent(style, kind);
    const sk_text_style *type = text_style(legend, r);
    r->line_count = sk_typesetter_wrap(
        c->typesetter, text, type, style->legend.max_column_mm - indent, 6, c->arena, &r->lines);
    for (size_t i = 0; i < r->line_count; i++) {
        sk_text_extent extent = sk_typesetter_measure(c->typesetter, r->lines[i], type);
        r->width_mm = fmax(r->width_mm, indent + extent.width_mm);
    }
    double text_height = (double)r->line_count * type->size_mm * leading;
    r->height_mm = fmax(text_height, sk_legend_symbol_height(style, kind));
    return r;
}

static void add_chosen(const sk_composition *c, sk_legend *legend) {
    if (c->map->chosen_count == 0) return;
    add_row(c, legend, SK_LEGEND_NONE, "chosen", 0, c->words->legend.chosen_by);
    for (size_t i = 0; i < c->map->chosen_count; i++) {
        const sk_region *region = c->map->chosen[i].region;
        bool province = region->level == SK_REGION_PROVINCE;
        const char *name = region->name;
        if (province) name = sk_wording_province(c->words, region, c->arena);
        const char *key =
            sk_arena_printf(c->arena, "%s-%s", province ? "province" : "resoc", region->slug);
        add_row(c, legend, province ? SK_LEGEND_PROVINCE : SK_LEGEND_RESOC, key, 0, name);
    }
}

/* A point in several places stands in the list once. */
static bool listed_before(const sk_figure_map *map, size_t index) {
    return index > 0 && map->points[index - 1].feature == map->points[index].feature;
}

/* By number; those without one last, in the catalogue's order. */
static void add_points(const sk_composition *c, sk_legend *legend) {
    const sk_figure_map *map = c->map;
    if (map->point_count == 0) return;
    add_row(c, legend, SK_LEGEND_NONE, "points", 0, c->words->legend.points);
    int highest = 0;
    for (size_t i = 0; i < map->point_count; i++)
        if (map->points[i].number > highest) highest = map->points[i].number;
    for (int number = 1; number <= highest + 1; number++)
        for (size_t i = 0; i < map->point_count; i++) {
            const sk_map_point *point = &map->points[i];
            if (point->number != (number > highest ? 0 : number) || listed_before(map, i)) continue;
            row *r = add_row(c, legend, SK_LEGEND_MARKER, point->feature->id, point->number,
                             point->feature->name);
            r->feature = point->feature;
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

static void add_symbols(const sk_composition *c, sk_legend *legend, bool points_listed) {
    const sk_figure_map *map = c->map;
    const sk_wording *words = c->words;
    bool marker = map->point_count > 0 && !points_listed;
    bool infrastructural = has_link(map, SK_LINK_INFRASTRUCTURAL);
    bool organisational = has_link(map, SK_LINK_ORGANISATIONAL);
    if (!marker && map->zone_count == 0 && !infrastructural && !organisational) return;
    add_row(c, legend, SK_LEGEND_NONE, "symbols", 0, words->legend.symbols);
    if (marker)
        add_row(c, legend, SK_LEGEND_MARKER, "point", sample_number(map), words->legend.point);
    if (map->zone_count > 0) add_row(c, legend, SK_LEGEND_ZONE, "zone", 0, words->legend.zone);
    if (infrastructural)
        add_row(c, legend, SK_LEGEND_INFRASTRUCTURAL, "infrastructural", 0,
                words->legend.infrastructural);
    if (organisational)
        add_row(c, legend, SK_LEGEND_ORGANISATIONAL, "organisational", 0,
                words->legend.organisational);
}

sk_legend *sk_legend_create(const sk_composition *c, bool points_listed) {
    sk_legend *legend = SK_NEW(c->arena, sk_legend);
    legend->style = c->style;
    const size_t headings = 3, symbols = 4;
    legend->rows = SK_NEW_ARRAY(c->arena, row,
                                headings + symbols + c->map->chosen_count + c->map->point_count);
    add_chosen(c, legend);
    if (points_listed) add_points(c, legend);
    add_symbols(c, legend, points_listed);
    return legend;
}

static double gap_before(const sk_legend *legend, size_t index, bool first_in_column) {
    if (first_in_column) return 0;
    return legend->rows[index].symbol == SK_LEGEND_NONE ? legend->style->legend.section_gap_mm
                                                        : legend->style->legend.row_gap_mm;
}

/* What has to stay in one column, from row `index` on: a whole section; at least, when it is
 * allowed to be cut, a heading with the row after it. */
static double height_kept_together(const sk_legend *legend, size_t index, bool whole_sections) {
    double height = legend->rows[index].height_mm, pair = height;
    if (legend->rows[index].symbol != SK_LEGEND_NONE) return height;
    for (size_t i = index + 1; i < legend->count && legend->rows[i].symbol != SK_LEGEND_NONE; i++) {
        height += legend->style->legend.row_gap_mm + legend->rows[i].height_mm;
        if (i == index + 1) pair = height;
    }
    return whole_sections ? height : pair;
}

/* How the rows run down the columns. */
typedef struct {
    double height_mm; /* no column is higher */
    bool whole_sections;
} column_flow;

typedef void place_row(void *context, size_t index, size_t column, double y_mm);

/* Calls `place` for each row with where it stands; returns the number of columns. */
static size_t flow(const sk_legend *legend, column_flow how, place_row *place, void *context) {
    size_t column = 0;
    double y = 0;
    bool first = true;
    for (size_t i = 0; i < legend->count; i++) {
        double gap = gap_before(legend, i, first);
        if (!first &&
            y + gap + height_kept_together(legend, i, how.whole_sections) > how.height_mm) {
            column++;
            y = 0;
            gap = 0;
        }
        y += gap;
        if (place != NULL) place(context, i, column, y);
        y += legend->rows[i].height_mm;
        first = false;
    }
    return legend->count > 0 ? column + 1 : 0;
}

static double total_height(const sk_legend *legend) {
    double height = 0;
    for (size_t i = 0; i < legend->count; i++)
        height += gap_before(legend, i, i == 0) + legend->rows[i].height_mm;
    return height;
}

/* The least column height with which the rows fit into `columns`. */
static column_flow least_flow(const sk_legend *legend, size_t columns, bool whole_sections) {
    const double step_mm = 0.5;
    double total = total_height(legend);
    column_flow how = {total / (double)columns, whole_sections};
    while (how.height_mm < total + step_mm && flow(legend, how, NULL, NULL) > columns)
        how.height_mm += step_mm;
    return how;
}

/* Sections are kept whole unless that leaves much of the columns empty. */
static column_flow choose_flow(const sk_legend *legend, size_t columns) {
    const double tolerated = 1.3;
    column_flow whole = least_flow(legend, columns, true);
    column_flow cut = least_flow(legend, columns, false);
    return whole.height_mm <= tolerated * cut.height_mm ? whole : cut;
}

typedef struct {
    const sk_legend *legend;
    double width_mm[SK_LEGEND_COLUMNS_MAX];
} column_widths;

static void widen_column(void *context, size_t index, size_t column, double y_mm) {
    column_widths *widths = context;
    (void)y_mm;
    widths->width_mm[column] = fmax(widths->width_mm[column], widths->legend->rows[index].width_mm);
}

static column_widths measure_columns(const sk_legend *legend, size_t columns) {
    column_widths widths = {.legend = legend};
    flow(legend, choose_flow(legend, columns), widen_column, &widths);
    return widths;
}

sk_page_box sk_legend_size(const sk_legend *legend, size_t columns) {
    if (legend->count == 0) return (sk_page_box){0};
    column_widths widths = measure_columns(legend, columns);
    double padding = legend->style->legend.padding_mm, width = 2 * padding;
    for (size_t i = 0; i < columns; i++) {
        if (widths.width_mm[i] <= 0) continue;
        width += widths.width_mm[i] + (i > 0 ? legend->style->legend.column_gap_mm : 0);
    }
    return (sk_page_box){.width_mm = width,
                         .height_mm = choose_flow(legend, columns).height_mm + 2 * padding};
}

typedef struct {
    const sk_legend *legend;
    size_t column, cuts;
} cut_count;

static void count_cut(void *context, size_t index, size_t column, double y_mm) {
    cut_count *count = context;
    (void)y_mm;
    bool begins_column = column != count->column;
    if (begins_column && count->legend->rows[index].symbol != SK_LEGEND_NONE) count->cuts++;
    count->column = column;
}

size_t sk_legend_cuts(const sk_legend *legend, size_t columns) {
    cut_count count = {.legend = legend};
    flow(legend, choose_flow(legend, columns), count_cut, &count);
    return count.cuts;
}

typedef struct {
    sk_composition *c;
    const sk_legend *legend;
    sk_group *group;
    sk_page_point corner;
    column_widths widths;
} drawing;

static void begin_row(const drawing *d, const row *r) {
    const char *id = sk_arena_printf(d->c->arena, "legend-%s", r->key);
    sk_part *part = sk_scene_part(d->c->scene, d->group, id);
    if (r->feature == NULL) return;
    part->feature_id = r->feature->id;
    part->title = r->feature->name;
}

static void draw_row(void *context, size_t index, size_t column, double y_mm) {
    const drawing *d = context;
    const sk_style_sheet *style = d->c->style;
    const row *r = &d->legend->rows[index];
    const sk_text_style *type = text_style(d->legend, r);
    double x = d->corner.x_mm + style->legend.padding_mm;
    for (size_t i = 0; i < column; i++) x += d->widths.width_mm[i] + style->legend.column_gap_mm;
    double y = d->corner.y_mm + style->legend.padding_mm + y_mm;
    double height = sk_legend_symbol_height(style, r->symbol);
    double line_mm = type->size_mm * leading;
    double text_top = y + (r->height_mm - (double)r->line_count * line_mm) / 2;
    /* a swatch stands beside the first line, a marker's disc in the middle of the row */
    double symbol_middle = r->symbol == SK_LEGEND_MARKER || r->line_count <= 1
                               ? y + r->height_mm / 2
                               : text_top + line_mm / 2;
    begin_row(d, r);
    sk_legend_symbol_compose(
        d->c, d->group, r->symbol, r->number,
        (sk_page_box){x, symbol_middle - height / 2, style->legend.swatch_width_mm, height});
    sk_text_line *lines = SK_NEW_ARRAY(d->c->arena, sk_text_line, r->line_count);
    for (size_t i = 0; i < r->line_count; i++) {
        sk_text_extent extent = sk_typesetter_measure(d->c->typesetter, r->lines[i], type);
        double middle = text_top + ((double)i + 0.5) * line_mm;
        lines[i] =
            (sk_text_line){r->lines[i],
                           {x + text_indent(style, r->symbol), middle + extent.cap_height_mm / 2},
                           extent.width_mm};
    }
    sk_text text = {.class_name = r->symbol == SK_LEGEND_NONE ? "legend-heading" : "legend-entry",
                    .lines = lines,
                    .line_count = r->line_count,
                    .style = *type};
    sk_scene_text(d->c->scene, d->group, &text);
}

void sk_legend_compose(sk_composition *c, const sk_legend *legend, size_t columns,
                       sk_page_point corner) {
    if (legend->count == 0) return;
    sk_layer *layer = sk_scene_layer(c->scene, "layer-legend", c->words->layer.legend, NULL);
    sk_group *group = sk_scene_group(c->scene, layer, "legend", SK_ROLE_FURNITURE);
    sk_page_box box = sk_legend_size(legend, columns);
    box.x_mm = corner.x_mm;
    box.y_mm = corner.y_mm;
    sk_furniture_movable(c, group, box);
    sk_path ground = {0};
    sk_path_box(c->arena, &ground, box);
    sk_scene_path(
        c->scene, group, &ground,
        (sk_paint){
            .class_name = "legend", .fill = c->style->legend.fill, .line = c->style->legend.line});
    drawing d = {c, legend, group, corner, measure_columns(legend, columns)};
    flow(legend, choose_flow(legend, columns), draw_row, &d);
}
