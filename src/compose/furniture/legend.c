#include "compose/furniture/legend.h"

#include <math.h>
#include <stdint.h>

#include "base/page_id.h"
#include "compose/furniture/edge_pin.h"
#include "compose/furniture/legend_list.h"
#include "page/legend_columns.h"

/* The ways to write it, the best first. The others are for legends whose columns would be uneven.
 */
static const struct {
    double width; /* of the greatest width of a column */
    size_t whole_most;
} manners[] = {
    {1, 6}, {0.74, 6}, {1, 3}, {0.74, 3}, {0.86, 3}, {0.6, 3},
};
enum {
    MANNERS = sizeof manners / sizeof manners[0],
    COLUMNS_MAX = SK_LEGEND_COLUMNS_MAX,
};
_Static_assert(SK_LEGEND_FORMS == MANNERS * COLUMNS_MAX, "a form for each manner and column count");

struct sk_legend {
    const sk_style_sheet *style;
    sk_legend_list lists[MANNERS];
    sk_legend_columns sets[SK_LEGEND_FORMS];
};

/* One form of it: form 1 is the best manner in 1 column, and so on. */
typedef struct {
    const sk_legend_list *list;
    const sk_legend_columns *set;
} form;

static form form_of(const sk_legend *legend, size_t number) {
    return (form){&legend->lists[(number - 1) / COLUMNS_MAX], &legend->sets[number - 1]};
}

static void set_columns(sk_legend *legend, size_t manner, sk_arena *arena) {
    const sk_style_sheet *style = legend->style;
    const sk_legend_list *list = &legend->lists[manner];
    const sk_legend_gaps gaps = {style->legend.row_gap_mm, style->legend.section_gap_mm,
                                 manners[manner].whole_most};
    sk_legend_row *rows = SK_NEW_ARRAY(arena, sk_legend_row, list->count);
    for (size_t i = 0; i < list->count; i++)
        rows[i] = (sk_legend_row){sk_legend_entry_is_heading(&list->rows[i]),
                                  sk_legend_entry_leads(list, i), list->rows[i].height_mm,
                                  list->rows[i].repeated_mm};
    for (size_t columns = 1; columns <= COLUMNS_MAX; columns++)
        legend->sets[manner * COLUMNS_MAX + columns - 1] =
            sk_legend_columns_set(rows, list->count, gaps, columns, arena);
}

sk_legend *sk_legend_create(const sk_composition *c, bool points_listed) {
    sk_legend *legend = SK_NEW(c->drawing->arena, sk_legend);
    legend->style = c->drawing->style;
    for (size_t i = 0; i < MANNERS; i++) {
        legend->lists[i] = sk_legend_list_of(
            c, (sk_legend_manner){points_listed,
                                  manners[i].width * legend->style->legend.max_column_mm});
        set_columns(legend, i, c->drawing->arena);
    }
    return legend;
}

static double column_width(const form *f, size_t column) {
    double widest = 0;
    for (size_t i = 0; i < f->list->count; i++)
        if (f->set->spots[i].column == column)
            widest = fmax(widest, f->list->rows[i].text.width_mm);
    size_t again = f->set->repeated[column];
    return again == SIZE_MAX ? widest : fmax(widest, f->list->rows[again].repeated.width_mm);
}

sk_page_box sk_legend_size(const sk_legend *legend, size_t number, bool boxed) {
    const form f = form_of(legend, number);
    if (f.list->count == 0) return (sk_page_box){0};
    double padding = boxed ? legend->style->legend.padding_mm : 0;
    double width = (double)(f.set->column_count - 1) * legend->style->legend.column_gap_mm;
    for (size_t i = 0; i < f.set->column_count; i++) width += column_width(&f, i);
    return (sk_page_box){.width_mm = width + 2 * padding,
                         .height_mm = f.set->height_mm + 2 * padding};
}

double sk_legend_filled(const sk_legend *legend, size_t number) {
    const form f = form_of(legend, number);
    double filled_mm2 = 0, widths_mm = 0;
    for (size_t column = 0; column < f.set->column_count; column++) {
        double foot_mm = 0;
        for (size_t i = 0; i < f.list->count; i++)
            if (f.set->spots[i].column == column)
                foot_mm = fmax(foot_mm, f.set->spots[i].y_mm + f.list->rows[i].height_mm);
        filled_mm2 += foot_mm * column_width(&f, column);
        widths_mm += column_width(&f, column);
    }
    double box_mm2 = widths_mm * f.set->height_mm;
    return box_mm2 > 0 ? filled_mm2 / box_mm2 : 1;
}

size_t sk_legend_cuts(const sk_legend *legend, size_t number) {
    return form_of(legend, number).set->cuts;
}

typedef struct {
    const sk_composition *c;
    sk_group *group;
    sk_page_point corner; /* of the first column */
    form of;
} drawing;

static void begin_row(const drawing *d, const sk_legend_entry *r, size_t time) {
    sk_arena *arena = d->c->drawing->arena;
    const char *id =
        sk_page_id_counted(arena, sk_page_id_prefixed(arena, SK_PAGE_ID_LEGEND_ROW, r->key), time);
    sk_part *part = sk_scene_part(d->c->drawing->scene, d->group, id);
    if (r->feature == NULL) return;
    part->feature_id = r->feature->id;
    part->title = r->feature->name;
}

static double left_of(const drawing *d, size_t column) {
    double x = d->corner.x_mm;
    for (size_t i = 0; i < column; i++)
        x += column_width(&d->of, i) + d->c->drawing->style->legend.column_gap_mm;
    return x;
}

static void write_lines(const drawing *d, const sk_legend_entry *r, const sk_legend_text *written,
                        double x, double top) {
    const sk_drawing *on = d->c->drawing;
    const sk_text_style *type = sk_legend_entry_style(on->style, r);
    sk_text_line *lines = SK_NEW_ARRAY(on->arena, sk_text_line, written->count);
    for (size_t i = 0; i < written->count; i++) {
        sk_text_extent extent = sk_typesetter_measure(on->typesetter, written->lines[i], type);
        double middle = top + ((double)i + 0.5) * sk_line_spacing(type);
        lines[i] = (sk_text_line){
            written->lines[i],
            {x + sk_legend_entry_indent(on->style, r), middle + extent.cap_height_mm / 2},
            extent.width_mm};
    }
    sk_text text = {.class_name = sk_legend_entry_is_heading(r) ? "legend-heading" : "legend-entry",
                    .lines = lines,
                    .line_count = written->count,
                    .style = *type};
    sk_scene_text(on->scene, d->group, &text);
}

static void draw_row(const drawing *d, size_t index) {
    const sk_style_sheet *style = d->c->drawing->style;
    const sk_legend_entry *r = &d->of.list->rows[index];
    double line_mm = sk_line_spacing(sk_legend_entry_style(style, r));
    double x = left_of(d, d->of.set->spots[index].column);
    double y = d->corner.y_mm + d->of.set->spots[index].y_mm;
    double height = sk_legend_symbol_height(style, r->mark.symbol);
    double text_top = y + (r->height_mm - (double)r->text.count * line_mm) / 2;
    /* a swatch stands beside the first line, a marker's disc in the middle of the row */
    double symbol_middle = r->mark.symbol == SK_LEGEND_MARKER || r->text.count <= 1
                               ? y + r->height_mm / 2
                               : text_top + line_mm / 2;
    begin_row(d, r, 1);
    sk_legend_symbol_compose(
        d->c->drawing, d->group, r->mark,
        (sk_page_box){x, symbol_middle - height / 2, sk_legend_symbol_width(style), height});
    write_lines(d, r, &r->text, x, text_top);
}

/* The headings of what goes on from the column before. */
static void draw_repeated(const drawing *d) {
    size_t time = 1, last = SIZE_MAX;
    for (size_t column = 0; column < d->of.set->column_count; column++) {
        size_t again = d->of.set->repeated[column];
        if (again == SIZE_MAX) continue;
        time = again == last ? time + 1 : 2;
        last = again;
        const sk_legend_entry *r = &d->of.list->rows[again];
        begin_row(d, r, time);
        write_lines(d, r, &r->repeated, left_of(d, column), d->corner.y_mm);
    }
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

void sk_legend_compose(const sk_composition *c, const sk_legend *legend, size_t number,
                       sk_page_box box) {
    const form f = form_of(legend, number);
    if (f.list->count == 0) return;
    bool boxed = sk_page_boxes_meet(box, c->view.frame);
    double padding = boxed ? legend->style->legend.padding_mm : 0;
    const drawing d = {c, begin_group(c, box, boxed),
                       sk_page_box_corner(sk_page_box_grown(box, -padding)), f};
    for (size_t i = 0; i < f.list->count; i++) draw_row(&d, i);
    draw_repeated(&d);
}
