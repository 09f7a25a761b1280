#include "gallery/figure_card.h"

#include <string.h>

#include "annex/sheet_rows.h"
#include "gallery/figure_text.h"

static void put_files(const sk_html *html, const char *label, const sk_gallery_file_list *files) {
    if (files->count == 0) return;
    sk_html_put(html, "<p class=\"files\">");
    sk_html_text(html, label);
    sk_html_put(html, ":");
    for (size_t i = 0; i < files->count; i++) {
        /* A further page of a sheet is told by the number that its name ends in. */
        size_t before = 0;
        for (size_t k = 0; k < i; k++)
            before += strcmp(files->items[k].format, files->items[i].format) == 0;
        const char *name = files->items[i].format;
        if (before > 0) name = sk_arena_printf(html->arena, "%s %zu", name, before + 1);
        sk_html_put(html, i == 0 ? " " : ", ");
        sk_html_link(html, files->items[i].path, name);
    }
    sk_html_put(html, "</p>\n");
}

/* What the symbol of the row has on it, on the map and in the legend. */
static void put_key(const sk_html *html, const sk_table_row *row) {
    const char *key = row->letters;
    if (row->number > 0) key = sk_arena_printf(html->arena, "%d", row->number);
    if (key == NULL) return;
    sk_html_put(html, "<span class=\"key\">");
    sk_html_text(html, key);
    sk_html_put(html, "</span>");
}

static void put_entry(const sk_html *html, const sk_table_row *row, const sk_table_row *heading) {
    sk_html_put(html, "<li");
    if (row->feature != NULL) {
        sk_html_attribute(html, "data-feature", row->feature->id);
        if (row->feature->kind == SK_FEATURE_POINT) sk_html_put(html, " class=\"point\"");
    }
    sk_html_put(html, ">");
    put_key(html, row);
    sk_html_put(html, "<span class=\"name\">");
    sk_html_text(html, row->cells[0]);
    sk_html_put(html, "</span>");
    for (size_t i = 1; i < SK_TABLE_COLUMNS_MAX; i++)
        if (row->cells[i] != NULL)
            sk_html_element(
                html, "small",
                sk_arena_printf(html->arena, "%s: %s", heading->cells[i], row->cells[i]));
    sk_html_put(html, "</li>\n");
}

static void put_list(const sk_html *html, const sk_table_row *row) {
    for (size_t i = 0; i < SK_TABLE_COLUMNS_MAX && row->cells[i] != NULL; i++) {
        sk_html_element(html, "li", row->cells[i]);
        sk_html_put(html, "\n");
    }
}

/* A section from its heading on; returns the row behind it. */
static size_t put_section(const sk_html *html, const sk_table_content *table, size_t at) {
    const sk_table_row *heading = &table->rows[at++];
    sk_html_put(html, "<section>\n");
    sk_html_element(html, "h4", heading->cells[0]);
    sk_html_put(html, "\n<ul>\n");
    for (; at < table->row_count; at++) {
        const sk_table_row *row = &table->rows[at];
        if (row->kind == SK_TABLE_ENTRY)
            put_entry(html, row, heading);
        else if (row->kind == SK_TABLE_LIST)
            put_list(html, row);
        else
            break;
    }
    sk_html_put(html, "</ul>\n</section>\n");
    return at;
}

static void put_table(const sk_html *html, const sk_table_content *table) {
    if (table->row_count == 0) return;
    sk_html_put(html, "<details>\n");
    sk_html_element(html, "summary", sk_figure_summary(table, html->arena));
    sk_html_put(html, "\n<div class=\"rows\">\n");
    for (size_t i = 0; i < table->row_count;) {
        if (table->rows[i].kind == SK_TABLE_SECTION) {
            i = put_section(html, table, i);
            continue;
        }
        sk_html_put(html, "<p class=\"note\">");
        sk_html_text(html, table->rows[i++].cells[0]);
        sk_html_put(html, "</p>\n");
    }
    sk_html_put(html, "</div>\n</details>\n");
}

static void put_picture(const sk_html *html, const sk_gallery_figure *figure,
                        const char *alternative) {
    if (figure->map.count == 0) return;
    sk_html_put(html, "<img loading=\"lazy\" width=\"360\" height=\"270\"");
    sk_html_attribute(html, "alt", alternative);
    sk_html_attribute(html, "src",
                      sk_arena_printf(html->arena, SK_GALLERY_PICTURES "/%s.png", figure->stem));
    sk_html_put(html, ">\n");
}

/* Without a script the title leads to what a browser shows best. */
static const char *best_file(const sk_gallery_figure *figure) {
    static const char *const formats[] = {"svg", "png", "pdf"};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        for (size_t k = 0; k < figure->map.count; k++)
            if (strcmp(figure->map.items[k].format, formats[i]) == 0)
                return figure->map.items[k].path;
    return NULL;
}

static void put_title(const sk_html *html, const sk_gallery_figure *figure, const char *title) {
    const char *file = best_file(figure);
    sk_html_put(html, "<h3><a class=\"open\"");
    if (file != NULL) sk_html_attribute(html, "href", file);
    sk_html_put(html, ">");
    sk_html_text(html, title);
    sk_html_put(html, "</a></h3>\n");
}

void sk_figure_card_write(const sk_html *html, const sk_composer *composer,
                          const sk_gallery_figure *figure) {
    const sk_wording *words = composer->words;
    const double any_width_mm = 1000; /* of a table that no page limits */
    const sk_table_content table =
        sk_sheet_rows(composer, figure->figure, figure->keyed, any_width_mm, html->arena);
    const char *title = sk_wording_figure_title(words, figure->figure, html->arena);
    sk_html_put(html, "<li class=\"figure\"");
    sk_html_attribute(html, "id", figure->stem);
    sk_html_put(html, ">\n");
    put_picture(html, figure, sk_figure_alternative(title, &table, html->arena));
    put_title(html, figure, title);
    put_files(html, words->annex.map, &figure->map);
    put_files(html, words->annex.table, &figure->sheet);
    put_table(html, &table);
    sk_html_put(html, "</li>\n");
}
