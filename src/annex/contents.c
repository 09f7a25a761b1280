#include "annex/contents.h"

#include <math.h>
#include <stdint.h>

#include "base/page_id.h"
#include "page/page_flow.h"
#include "page/text_line.h"

typedef struct {
    const sk_contents_entry *entries;
    const sk_style_sheet *style;
    const char *title, *language;
    sk_typesetter *typesetter;
    sk_arena *arena;
    sk_scene *page;
    sk_layer *layer;
    double number_mm; /* width of the widest number, with the room behind it */
} contents;

/* What the flow sets: an entry, or the heading above it. */
typedef struct {
    size_t entry;
    bool heading;
} contents_row;

static double width_of(const contents *c, const char *utf8, const sk_text_style *style) {
    return sk_typesetter_measure(c->typesetter, utf8, style).width_mm;
}

static void draw(const contents *c, sk_group *group, sk_line_of_text line) {
    sk_line_of_text_draw(c->typesetter, c->page, group, line);
}

static void draw_leader(const contents *c, sk_group *group, double from_mm, double to_mm,
                        double y_mm) {
    if (to_mm <= from_mm) return;
    /* From the right, so that the dots of all entries stand below each other. */
    sk_path path = {0};
    sk_path_move(c->arena, &path, (sk_page_point){to_mm, y_mm});
    sk_path_line(c->arena, &path, (sk_page_point){from_mm, y_mm});
    sk_scene_path(c->page, group, &path, (sk_paint){.line = c->style->contents.leader});
}

/* A title too long for its line is cut short: it stands in full on its sheet. */
static const char *fitted(const contents *c, const char *title, double most_mm) {
    const sk_text_style *style = &c->style->contents.entry;
    if (width_of(c, title, style) <= most_mm) return title;
    const char **lines;
    sk_typesetter_wrap(c->typesetter, title, style, (sk_wrap_limits){most_mm * 0.95, SIZE_MAX},
                       c->arena, &lines);
    return sk_arena_printf(c->arena, "%s …", lines[0]);
}

static void draw_entry(const contents *c, const sk_contents_entry *entry, size_t index,
                       double baseline_mm) {
    const sk_text_style *style = &c->style->contents.entry;
    double left = c->style->sheet.side_margin_mm;
    double right = c->style->sheet.width_mm - left;
    const char *id = sk_page_id_numbered(c->arena, SK_PAGE_ID_CONTENTS_ENTRY, index + 1);
    sk_group *group = sk_scene_group(c->page, c->layer, id, SK_ROLE_FURNITURE);
    group->link = entry->anchor;
    group->tag = SK_TAG_ENTRY;
    double page_mm = width_of(c, entry->page, style), title_x = left + c->number_mm;
    const char *title =
        fitted(c, entry->title, right - page_mm - 2 * c->style->contents.column_gap_mm - title_x);
    draw(c, group,
         (sk_line_of_text){entry->number, NULL, style, {left, baseline_mm}, SK_ANCHOR_START});
    draw(c, group, (sk_line_of_text){title, NULL, style, {title_x, baseline_mm}, SK_ANCHOR_START});
    draw(c, group,
         (sk_line_of_text){entry->page, NULL, style, {right, baseline_mm}, SK_ANCHOR_END});
    draw_leader(c, group, title_x + width_of(c, title, style) + c->style->contents.column_gap_mm,
                right - page_mm - c->style->contents.column_gap_mm / 2, baseline_mm);
}

static double title_height(const contents *c) {
    return c->style->contents.title.size_mm + c->style->contents.title_gap_mm;
}

static void begin_page(contents *c, bool first) {
    const sk_style_sheet *s = c->style;
    c->page = sk_scene_create(c->arena, s->sheet.width_mm, s->sheet.height_mm);
    c->page->paper = s->page.paper;
    c->page->font_family = sk_arena_string(c->arena, s->font_family);
    c->page->language = sk_arena_string(c->arena, c->language);
    c->layer = sk_scene_layer(c->page, "contents", c->title, NULL);
    if (!first) return;
    sk_group *group = sk_scene_group(c->page, c->layer, "title", SK_ROLE_FURNITURE);
    group->anchor = "contents";
    group->tag = SK_TAG_HEADING;
    double cap = sk_typesetter_measure(c->typesetter, "H", &s->contents.title).cap_height_mm;
    draw(c, group,
         (sk_line_of_text){.utf8 = c->title,
                           .style = &s->contents.title,
                           .baseline = {s->sheet.side_margin_mm, s->sheet.top_margin_mm + cap}});
}

static void draw_row(const contents *c, const contents_row *row, const sk_flow_piece *piece,
                     double top_mm) {
    double baseline = top_mm + piece->y_mm + c->style->contents.line_mm * 0.75;
    const sk_contents_entry *entry = &c->entries[row->entry];
    if (!row->heading) {
        draw_entry(c, entry, row->entry, baseline);
        return;
    }
    const char *id = sk_page_id_numbered(c->arena, SK_PAGE_ID_CONTENTS_HEADING, row->entry + 1);
    sk_group *group = sk_scene_group(c->page, c->layer, id, SK_ROLE_FURNITURE);
    group->tag = SK_TAG_TEXT;
    draw(c, group,
         (sk_line_of_text){.utf8 = entry->heading,
                           .style = &c->style->contents.heading,
                           .baseline = {c->style->sheet.side_margin_mm, baseline}});
}

static size_t list_rows(const contents *c, size_t count, contents_row *rows, sk_flow_row *heights) {
    double line = c->style->contents.line_mm;
    size_t row_count = 0;
    for (size_t i = 0; i < count; i++) {
        if (c->entries[i].heading != NULL) {
            rows[row_count] = (contents_row){i, true};
            heights[row_count++] = (sk_flow_row){
                .heading = true,
                .gap_mm = c->style->contents.heading_gap_mm,
                .line_mm = line * 1.15,
                .line_count = 1,
            };
        }
        rows[row_count] = (contents_row){i, false};
        heights[row_count++] = (sk_flow_row){.line_mm = line, .line_count = 1};
    }
    return row_count;
}

size_t sk_contents_compose(const sk_composer *composer, const sk_contents_entry *entries,
                           size_t count, sk_arena *arena, sk_scene ***pages) {
    const sk_style_sheet *style = composer->style;
    contents c = {.entries = entries,
                  .style = style,
                  .title = composer->words->annex.contents,
                  .language = composer->words->language,
                  .typesetter = composer->typesetter,
                  .arena = arena};
    for (size_t i = 0; i < count; i++)
        c.number_mm = fmax(c.number_mm, width_of(&c, entries[i].number, &style->contents.entry) +
                                            style->contents.column_gap_mm);
    contents_row *rows = SK_NEW_ARRAY(arena, contents_row, 2 * count);
    sk_flow_row *heights = SK_NEW_ARRAY(arena, sk_flow_row, 2 * count);
    size_t row_count = list_rows(&c, count, rows, heights);
    double room =
        style->sheet.height_mm - style->sheet.top_margin_mm - style->sheet.bottom_margin_mm;
    sk_flow flow = sk_flow_rows(heights, row_count, room - title_height(&c), room, arena);
    *pages = SK_NEW_ARRAY(arena, sk_scene *, flow.page_count);
    for (size_t page = 0, piece = 0; page < flow.page_count; page++) {
        begin_page(&c, page == 0);
        (*pages)[page] = c.page;
        double top = style->sheet.top_margin_mm + (page == 0 ? title_height(&c) : 0);
        for (; piece < flow.count && flow.pieces[piece].page == page; piece++)
            draw_row(&c, &rows[flow.pieces[piece].row], &flow.pieces[piece], top);
    }
    return flow.page_count;
}
