#include "annex/table.h"

#include <math.h>

#include "page/page_flow.h"
#include "text/paragraph.h"

typedef struct {
    sk_paragraph *paragraph;
    const char **lines;
    const sk_line_end *ends;
    size_t line_count;
} cell;

struct sk_table {
    const sk_table_content *content;
    const sk_style_sheet *style;
    sk_arena *arena;
    double width_mm;
    double column_x_mm[SK_TABLE_COLUMNS_MAX], column_mm[SK_TABLE_COLUMNS_MAX];
    cell *cells; /* row by row */
    sk_flow_row *rows;
    sk_flow flow;
};

/* What a heading's title and captions are never cut for. */
static const double unlimited_mm = 1e6;

static cell *cell_at(const sk_table *table, size_t row, size_t column) {
    return &table->cells[row * SK_TABLE_COLUMNS_MAX + column];
}

static const sk_text_style *cell_style(const sk_table *table, size_t row, size_t column) {
    switch (table->content->rows[row].kind) {
        case SK_TABLE_SECTION:
            return column == 0 ? &table->style->table.section : &table->style->table.caption;
        case SK_TABLE_NOTE:
            return &table->style->table.caption;
        case SK_TABLE_ENTRY:
        case SK_TABLE_LIST:
            break;
    }
    return &table->style->table.cell;
}

static bool is_entry(const sk_table *table, size_t row) {
    return table->content->rows[row].kind == SK_TABLE_ENTRY;
}

static const char *cell_class(const sk_table *table, size_t row, size_t column) {
    const sk_text_style *style = cell_style(table, row, column);
    if (style == &table->style->table.section) return "table-section";
    return style == &table->style->table.caption ? "table-caption" : "table-cell";
}

static size_t cells_in(const sk_table *table, size_t row) {
    const sk_table_content *content = table->content;
    return content->rows[row].kind == SK_TABLE_LIST ? content->list.columns : content->column_count;
}

/* Names and documents are set as they are written; what is said of them may be hyphenated. */
static bool is_hyphenated(const sk_table_content *content, size_t row, size_t column) {
    switch (content->rows[row].kind) {
        case SK_TABLE_ENTRY:
            return content->remarks_last && column + 1 == content->column_count;
        case SK_TABLE_NOTE:
            return true;
        case SK_TABLE_SECTION:
        case SK_TABLE_LIST:
            break;
    }
    return false;
}

static void measure_cells(const sk_drawing *d, const sk_hyphenator *hyphenator, sk_table *table) {
    const sk_table_content *content = table->content;
    table->cells = SK_NEW_ARRAY(d->arena, cell, content->row_count * SK_TABLE_COLUMNS_MAX);
    for (size_t row = 0; row < content->row_count; row++)
        for (size_t column = 0; column < cells_in(table, row); column++)
            cell_at(table, row, column)->paragraph = sk_paragraph_create(
                d->typesetter, is_hyphenated(content, row, column) ? hyphenator : NULL,
                content->rows[row].cells[column], cell_style(table, row, column), d->arena);
}

double sk_table_symbol_width(const sk_style_sheet *style) {
    return sk_legend_symbol_width(style) + style->legend.text_gap_mm;
}

/* No room for symbols in a table that has none. */
static double symbol_column(const sk_table *table) {
    for (size_t row = 0; row < table->content->row_count; row++)
        if (table->content->rows[row].symbols[0] != SK_LEGEND_NONE)
            return sk_table_symbol_width(table->style);
    return 0;
}

/* Where the text of a list's column begins. */
static double list_x(const sk_table *table, size_t column) {
    double x = symbol_column(table);
    for (size_t i = 0; i < column; i++)
        x += table->content->list.widths_mm[i] + table->style->table.column_gap_mm +
             symbol_column(table);
    return x;
}

static double room_for_columns(const sk_table *table) {
    size_t columns = table->content->column_count;
    return table->width_mm - symbol_column(table) -
           table->style->table.column_gap_mm * (double)(columns - 1);
}

/* A section without headings of columns, whose title may go on above them. */
static bool stands_alone(const sk_table_row *row) {
    for (size_t column = 1; column < SK_TABLE_COLUMNS_MAX; column++)
        if (row->cells[column] != NULL) return false;
    return true;
}

/* A word may ask for its share of the table and no more: it is cut where it is wider. A section's
 * title also stands over the symbols, and has its continuation behind it. */
static double least_width(const sk_drawing *d, const sk_table *table, size_t row, size_t column) {
    const sk_table_row *r = &table->content->rows[row];
    const sk_paragraph *paragraph = cell_at(table, row, column)->paragraph;
    double share = room_for_columns(table) / (double)table->content->column_count;
    if (r->kind == SK_TABLE_ENTRY) return fmin(sk_paragraph_word_width(paragraph), share);
    if (r->kind != SK_TABLE_SECTION || stands_alone(r)) return 0;
    if (column > 0) return sk_paragraph_natural_width(paragraph);
    const char *text = sk_arena_printf(d->arena, "%s %s", r->cells[0], table->content->continued);
    return sk_typesetter_measure(d->typesetter, text, &table->style->table.section).width_mm -
           symbol_column(table);
}

static size_t lines_in(const void *context, size_t row, size_t column, double width_mm) {
    const sk_table *table = context;
    if (!is_entry(table, row)) return 1;
    return sk_paragraph_line_count(cell_at(table, row, column)->paragraph, width_mm);
}

static void choose_widths(const sk_drawing *d, sk_table *table) {
    const sk_table_content *content = table->content;
    sk_column_limits limits[SK_TABLE_COLUMNS_MAX] = {{0}};
    for (size_t column = 0; column < content->column_count; column++) {
        double natural = 0;
        for (size_t row = 0; row < content->row_count; row++) {
            double least = least_width(d, table, row, column);
            limits[column].least_mm = fmax(limits[column].least_mm, least);
            if (is_entry(table, row))
                natural = fmax(natural,
                               sk_paragraph_natural_width(cell_at(table, row, column)->paragraph));
        }
        limits[column].least_mm = fmin(limits[column].least_mm, content->most_mm[column]);
        limits[column].most_mm =
            fmin(content->most_mm[column], fmax(natural + 1, limits[column].least_mm));
    }
    const sk_column_problem problem = {limits, content->column_count, content->row_count, lines_in,
                                       table};
    sk_column_widths_choose(&problem, room_for_columns(table), d->arena, table->column_mm);
    double x = symbol_column(table);
    for (size_t column = 0; column < content->column_count; column++) {
        table->column_x_mm[column] = x;
        x += table->column_mm[column] + table->style->table.column_gap_mm;
    }
}

static double set_width(const sk_table *table, size_t row, size_t column) {
    switch (table->content->rows[row].kind) {
        case SK_TABLE_SECTION:
            return unlimited_mm;
        case SK_TABLE_NOTE:
            return table->width_mm;
        case SK_TABLE_LIST:
            return table->content->list.widths_mm[column];
        case SK_TABLE_ENTRY:
            break;
    }
    return table->column_mm[column];
}

static sk_flow_row flow_row(const sk_table *table, size_t row, size_t line_count) {
    const sk_style_sheet *style = table->style;
    const sk_table_row *r = &table->content->rows[row];
    sk_flow_row out = {.heading = r->kind == SK_TABLE_SECTION,
                       .note = r->kind == SK_TABLE_NOTE,
                       .line_mm = sk_line_spacing(cell_style(table, row, 0)),
                       .frame_mm = 2 * style->table.padding_mm,
                       .line_count = line_count > 0 ? line_count : 1};
    if ((out.heading || out.note) && row > 0) out.gap_mm = style->table.section_gap_mm;
    double symbol = sk_legend_symbol_height(style, r->symbols[0]) + 2 * style->table.symbol_gap_mm;
    out.frame_mm = fmax(out.frame_mm, symbol - out.line_mm);
    return out;
}

static void set_rows(sk_table *table) {
    const sk_table_content *content = table->content;
    table->rows = SK_NEW_ARRAY(table->arena, sk_flow_row, content->row_count);
    for (size_t row = 0; row < content->row_count; row++) {
        size_t most = 0;
        for (size_t column = 0; column < cells_in(table, row); column++) {
            cell *k = cell_at(table, row, column);
            double width = set_width(table, row, column);
            k->line_count = sk_paragraph_set(k->paragraph, width, table->arena, &k->lines);
            k->ends = sk_paragraph_ends(k->paragraph, width, table->arena);
            if (k->line_count > most) most = k->line_count;
        }
        table->rows[row] = flow_row(table, row, most);
    }
}

sk_table *sk_table_set(const sk_drawing *d, const sk_hyphenator *hyphenator,
                       const sk_table_content *content, double width_mm) {
    sk_table *table = SK_NEW(d->arena, sk_table);
    table->content = content;
    table->style = d->style;
    table->arena = d->arena;
    table->width_mm = width_mm;
    measure_cells(d, hyphenator, table);
    choose_widths(d, table);
    set_rows(table);
    return table;
}

double sk_table_height(const sk_table *table) {
    double height = 0;
    for (size_t row = 0; row < table->content->row_count; row++) {
        const sk_flow_row *r = &table->rows[row];
        height += r->gap_mm + r->frame_mm + r->line_mm * (double)r->line_count;
    }
    return height;
}

size_t sk_table_break(sk_table *table, double first_mm, double other_mm) {
    table->flow =
        sk_flow_rows(table->rows, table->content->row_count, first_mm, other_mm, table->arena);
    return table->flow.page_count;
}

typedef struct {
    const sk_drawing *on;
    const sk_table *table;
    const sk_flow_piece *piece;
    const sk_table_row *row;
    sk_group *group;
    sk_page_point corner; /* of the piece */
} drawing;

static double line_height(const drawing *d) {
    return d->table->rows[d->piece->row].line_mm;
}

static double first_line_top(const drawing *d) {
    return d->corner.y_mm + d->table->rows[d->piece->row].frame_mm / 2;
}

/* Where a cell's text begins, from the left edge of the table. */
static double cell_x(const drawing *d, size_t column) {
    switch (d->row->kind) {
        case SK_TABLE_LIST:
            return list_x(d->table, column);
        case SK_TABLE_SECTION:
        case SK_TABLE_NOTE:
            return column == 0 ? 0 : d->table->column_x_mm[column];
        case SK_TABLE_ENTRY:
            break;
    }
    return d->table->column_x_mm[column];
}

/* All columns of a row stand on the same baselines, whatever the size of their letters. */
static void draw_cell(const drawing *d, size_t column) {
    const sk_table *table = d->table;
    const cell *k = cell_at(table, d->piece->row, column);
    const sk_text_style *style = cell_style(table, d->piece->row, column);
    const sk_text_style *leader = cell_style(table, d->piece->row, 0);
    double cap = sk_typesetter_measure(d->on->typesetter, "H", leader).cap_height_mm;
    double x = d->corner.x_mm + cell_x(d, column);
    sk_text_line *lines = SK_NEW_ARRAY(d->on->arena, sk_text_line, d->piece->line_count);
    size_t count = 0;
    for (size_t i = 0; i < d->piece->line_count; i++) {
        size_t line = d->piece->first_line + i;
        if (line >= k->line_count) break;
        const char *text = k->lines[line];
        if (d->piece->repeated && column == 0)
            text = sk_arena_printf(d->on->arena, "%s %s", text, table->content->continued);
        double middle = first_line_top(d) + ((double)i + 0.5) * line_height(d);
        lines[count++] = (sk_text_line){
            text,
            {x, middle + cap / 2},
            sk_typesetter_measure(d->on->typesetter, text, style).width_mm,
        };
    }
    if (count == 0) return;
    sk_text text = {.class_name = cell_class(table, d->piece->row, column),
                    .lines = lines,
                    .line_count = count,
                    .ends = k->ends + d->piece->first_line,
                    .style = *style};
    sk_scene_text(d->on->scene, d->group, &text);
}

static void draw_rule(const drawing *d) {
    const sk_style_sheet *style = d->table->style;
    if (d->row->kind == SK_TABLE_NOTE || d->row->kind == SK_TABLE_LIST) return;
    const sk_stroke *stroke =
        d->row->kind == SK_TABLE_SECTION ? &style->table.section_rule : &style->table.rule;
    double y = d->corner.y_mm + d->piece->height_mm;
    sk_path path = {0};
    sk_path_move(d->on->arena, &path, (sk_page_point){d->corner.x_mm, y});
    sk_path_line(d->on->arena, &path, (sk_page_point){d->corner.x_mm + d->table->width_mm, y});
    const char *class_name = d->row->kind == SK_TABLE_SECTION ? "table-section-rule" : "table-rule";
    sk_scene_path(d->on->scene, d->group, &path,
                  (sk_paint){.class_name = class_name, .line = *stroke});
}

static void draw_symbol(const drawing *d, size_t column) {
    sk_legend_symbol symbol = d->row->symbols[column];
    if (d->piece->first_line > 0 || symbol == SK_LEGEND_NONE) return;
    const sk_style_sheet *style = d->table->style;
    double height = sk_legend_symbol_height(style, symbol);
    double middle = first_line_top(d) + line_height(d) / 2;
    double x = d->corner.x_mm + cell_x(d, column) - symbol_column(d->table);
    sk_page_box box = {x, middle - height / 2, sk_legend_symbol_width(style), height};
    const sk_feature *feature = d->row->feature;
    sk_legend_mark mark = {.symbol = symbol,
                           .number = d->row->number,
                           .letters = d->row->letters,
                           .colour = d->row->colour};
    if (feature != NULL) {
        mark.link_type = feature->link_type;
        mark.zone_class = feature->zone_class;
        mark.own = feature->symbol;
    }
    sk_legend_symbol_compose(d->on, d->group, mark, box);
}

static sk_tag row_tag(const sk_table_row *row) {
    switch (row->kind) {
        case SK_TABLE_SECTION:
            return SK_TAG_HEAD_ROW;
        case SK_TABLE_NOTE:
            return SK_TAG_TEXT;
        case SK_TABLE_ENTRY:
        case SK_TABLE_LIST:
            break;
    }
    return SK_TAG_ROW;
}

static void draw_piece(const sk_drawing *on, const sk_table *table, const sk_flow_piece *piece,
                       sk_layer *layer, sk_page_point corner) {
    const sk_table_row *row = &table->content->rows[piece->row];
    corner.y_mm += piece->y_mm;
    drawing d = {on, table, piece, row, NULL, corner};
    d.group = sk_scene_group(on->scene, layer, row->id, SK_ROLE_FURNITURE);
    d.group->tag = row_tag(row);
    if (row->feature != NULL) {
        d.group->feature_id = row->feature->id;
        d.group->title = row->feature->name;
        d.group->source = row->feature->source;
    }
    draw_rule(&d);
    for (size_t column = 0; column < cells_in(table, piece->row); column++) {
        d.group->cell = column + 1;
        draw_symbol(&d, column);
        draw_cell(&d, column);
    }
}

void sk_table_compose(const sk_drawing *on, const sk_table *table, size_t page,
                      sk_page_point corner) {
    sk_layer *layer = NULL;
    for (size_t i = 0; i < table->flow.count; i++) {
        const sk_flow_piece *piece = &table->flow.pieces[i];
        if (piece->page != page) continue;
        if (layer == NULL) layer = sk_scene_layer(on->scene, "table", on->words->layer.table, NULL);
        draw_piece(on, table, piece, layer, corner);
    }
}
