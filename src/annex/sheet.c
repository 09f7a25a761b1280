/* The annex sheet: the title, the map, and under it the legend table, over as many pages as it
 * takes. */
#include <math.h>

#include "annex/sheet_rows.h"
#include "base/page_id.h"
#include "compose/report/fineness.h"
#include "compose/report/layout.h"
#include "page/text_line.h"
#include "resolve/figure_rows.h"
#include "streekkaart/annex.h"
#include "streekkaart/compose.h"
#include "text/paragraph.h"

typedef struct {
    const sk_composer *composer;
    const sk_figure *figure;
    const sk_style_sheet *style;
    sk_typesetter *typesetter;
    const sk_hyphenator *hyphenator;
    sk_arena *arena;   /* of the pages */
    sk_arena *scratch; /* of what they are made with */
    sk_diag *diag;
    const sk_wording *words;
    double page_width_mm, page_height_mm;
    const char *title;
    double head_mm;         /* height of the title with the room below it */
    sk_sheet_map of_figure; /* the figure's map; nothing where the sheet can't show it */
    const sk_scene *map;
    const sk_layout *layout; /* of the map by itself */
    bool keyed;              /* letters stand on it, which the table lists */
    bool shows_figures;      /* it is the figure's map */
    sk_table_content content;
    sk_table *table; /* NULL when there is nothing to list */
} sheet;

static double text_width(const sheet *s) {
    return s->page_width_mm - 2 * s->style->sheet.side_margin_mm;
}

static double text_height(const sheet *s) {
    return s->page_height_mm - s->style->sheet.top_margin_mm - s->style->sheet.bottom_margin_mm;
}

/* "Figuur 13", with the page where there are several. */
static const char *number_text(const sheet *s, size_t page, size_t page_count) {
    const sk_blank number = {"number", sk_arena_printf(s->scratch, "%d", s->figure->number)};
    const char *figure = sk_wording_fill(s->words->annex.figure, &number, 1, s->scratch);
    if (page_count == 1) return figure;
    const sk_blank blanks[] = {
        {"figure", figure},
        {"page", sk_arena_printf(s->scratch, "%zu", page + 1)},
        {"count", sk_arena_printf(s->scratch, "%zu", page_count)},
    };
    return sk_wording_fill(s->words->annex.sheet, blanks, 3, s->scratch);
}

/* The title leaves room beside it for the number. */
static double title_width(const sheet *s) {
    return text_width(s) -
           sk_typesetter_measure(s->typesetter, number_text(s, 98, 99), &s->style->sheet.running)
               .width_mm;
}

static sk_paragraph *title_paragraph(const sheet *s, const sk_text_style *style) {
    return sk_paragraph_create(s->typesetter, s->hyphenator, s->title, style, s->scratch);
}

static size_t set_title(const sheet *s, const sk_text_style *style, const char ***lines) {
    return sk_paragraph_set(title_paragraph(s, style), title_width(s), s->scratch, lines);
}

/* The height of the title or, on further pages, of the line that stands for it. */
static double head_height(const sheet *s, const sk_text_style *style, size_t lines) {
    return (double)lines * sk_line_spacing(style) + s->style->sheet.title_gap_mm;
}

/* The same for all sheets of a home region, whatever their tables: they are compared leaf by leaf.
 */
static double most_map_height(const sheet *s) {
    return fmin(s->style->sheet.map_most_mm, text_height(s) - s->head_mm);
}

static sk_scene *new_page(const sheet *s, int number) {
    sk_scene *page = sk_scene_create(s->arena, s->page_width_mm, s->page_height_mm);
    sk_scene_metadata_copy(page, s->map);
    page->sheet_page = number;
    return page;
}

/* A title on several lines; returns how many. */
static size_t draw_title(const sheet *s, sk_scene *page, sk_group *group, const char *class_name,
                         const sk_text_style *style) {
    const char **lines;
    size_t count = set_title(s, style, &lines);
    sk_text_line *set = SK_NEW_ARRAY(s->scratch, sk_text_line, count);
    for (size_t i = 0; i < count; i++) {
        sk_text_extent extent = sk_typesetter_measure(s->typesetter, lines[i], style);
        double down = extent.cap_height_mm + (double)i * sk_line_spacing(style);
        sk_page_point baseline = {s->style->sheet.side_margin_mm,
                                  s->style->sheet.top_margin_mm + down};
        set[i] = (sk_text_line){lines[i], baseline, extent.width_mm};
    }
    sk_text text = {.class_name = class_name, .lines = set, .line_count = count, .style = *style};
    text.ends = sk_paragraph_ends(title_paragraph(s, style), title_width(s), s->scratch);
    sk_scene_text(page, group, &text);
    return count;
}

const char *sk_sheet_anchor(const sk_figure *figure, sk_arena *arena) {
    return sk_page_id_numbered(arena, SK_PAGE_ID_FIGURE, (size_t)figure->number);
}

/* The title on the left, the figure's number on the right; returns the height that they take. */
static double draw_head(const sheet *s, sk_scene *page, size_t index, size_t page_count) {
    const sk_style_sheet *style = s->style;
    const sk_text_style *type = index == 0 ? &style->sheet.title : &style->sheet.running;
    sk_layer *layer = sk_scene_layer(page, "title", s->words->layer.title, NULL);
    sk_group *group = sk_scene_group(page, layer, "title", SK_ROLE_FURNITURE);
    group->tag = index == 0 ? SK_TAG_HEADING : SK_TAG_ARTIFACT;
    if (index == 0) group->anchor = sk_sheet_anchor(s->figure, s->arena);
    const char *class_name = index == 0 ? "sheet-title" : "sheet-running";
    size_t lines = draw_title(s, page, group, class_name, type);

    const char *number = number_text(s, index, page_count);
    double title_cap = sk_typesetter_measure(s->typesetter, "H", type).cap_height_mm;
    group = sk_scene_group(page, layer, "figure-number", SK_ROLE_FURNITURE);
    group->tag = index == 0 ? SK_TAG_TEXT : SK_TAG_ARTIFACT;
    sk_page_point baseline = {style->sheet.side_margin_mm + text_width(s),
                              style->sheet.top_margin_mm + title_cap};
    sk_line_of_text_draw(
        s->typesetter, page, group,
        (sk_line_of_text){number, "sheet-running", &style->sheet.running, baseline, SK_ANCHOR_END});
    return head_height(s, type, lines);
}

static sk_drawing drawing_on(const sheet *s, sk_scene *page) {
    return (sk_drawing){.style = s->style,
                        .words = s->words,
                        .typesetter = s->typesetter,
                        .arena = s->scratch,
                        .diag = s->diag,
                        .scene = page};
}

static void set_table(sheet *s) {
    s->content = sk_sheet_rows(s->composer, s->figure, s->keyed, text_width(s), s->scratch);
    if (s->content.row_count == 0) return;
    const sk_drawing d = drawing_on(s, NULL);
    s->table = sk_table_set(&d, s->hyphenator, &s->content, text_width(s));
}

static void draw_table(const sheet *s, sk_scene *page, size_t index, double top_mm) {
    if (s->table == NULL) return;
    const sk_drawing d = drawing_on(s, page);
    sk_table_compose(&d, s->table, index, (sk_page_point){s->style->sheet.side_margin_mm, top_mm});
}

/* Of the sheet's pages, on the first of which the map's corner is at `corner`. */
static const sk_layout *describe(const sheet *s, sk_scene *const *pages, size_t count,
                                 sk_page_point corner) {
    sk_layout *layout = sk_layout_moved(s->layout, corner, s->arena);
    layout->page = (sk_page_box){0, 0, s->page_width_mm, s->page_height_mm};
    for (size_t i = 0; i < count; i++) sk_fineness_add(&layout->fineness, pages[i]);
    return layout;
}

/* Where the page of the map lies on the sheet: its frame's corner below the title. */
static sk_page_point map_corner(const sheet *s) {
    return (sk_page_point){s->style->sheet.side_margin_mm - s->layout->frame.x_mm,
                           s->style->sheet.top_margin_mm + s->head_mm - s->layout->frame.y_mm};
}

/* Of the map, with what stands below it. */
static double map_height(const sheet *s) {
    return s->map->height_mm - s->layout->frame.y_mm - s->style->page.margin_mm;
}

static double table_top(const sheet *s) {
    return s->style->sheet.top_margin_mm + s->head_mm + map_height(s) +
           s->style->sheet.table_gap_mm;
}

/* What the page has for the table below the map. */
static double table_room(const sheet *s) {
    return s->style->sheet.top_margin_mm + text_height(s) - table_top(s);
}

static sk_scene *map_to_keep(const sheet *s) {
    bool can_be_kept = s->shows_figures && s->map->georeference != NULL;
    return can_be_kept ? sk_scene_copy(s->map, s->arena) : NULL;
}

static void draw_pages(const sheet *s, sk_sheet *out) {
    const sk_style_sheet *style = s->style;
    const char **lines;
    double running_mm =
        head_height(s, &style->sheet.running, set_title(s, &style->sheet.running, &lines));
    size_t count =
        s->table == NULL ? 1 : sk_table_break(s->table, table_room(s), text_height(s) - running_mm);
    sk_scene **pages = SK_NEW_ARRAY(s->arena, sk_scene *, count);
    sk_page_point corner = map_corner(s);
    for (size_t i = 0; i < count; i++) {
        sk_scene *page = new_page(s, (int)i + 1);
        if (i == 0) sk_scene_append(page, s->map, corner);
        double head = draw_head(s, page, i, count);
        draw_table(s, page, i, i == 0 ? table_top(s) : style->sheet.top_margin_mm + head);
        pages[i] = page;
    }
    *out = (sk_sheet){.pages = pages,
                      .page_count = count,
                      .anchor = sk_sheet_anchor(s->figure, s->arena),
                      .layout = describe(s, pages, count, corner),
                      .map = map_to_keep(s),
                      .keyed = s->keyed};
}

static sk_status compose_map(sheet *s, double most_height_mm, sk_diag *diag) {
    const sk_map_room room = {.width_mm = text_width(s),
                              .most_height_mm = most_height_mm,
                              .most_frame_mm = s->style->sheet.map_frame_mm,
                              .page_height_mm = text_height(s) - s->head_mm};
    const sk_page_request request = {.on_sheet = &room, .shows = s->of_figure.decided};
    sk_composed_figure composed;
    sk_status status =
        sk_compose_figure(s->composer, s->figure, &request, s->scratch, diag, &composed);
    s->map = composed.scene;
    s->layout = composed.layout;
    s->keyed = composed.keyed;
    s->shows_figures = composed.is_of_request;
    return status;
}

/* The figure's map is told of with the figure. */
static void compose_figure(sheet *s) {
    const sk_page_request request = {.on_sheet = NULL};
    sk_composed_figure composed;
    sk_diag *told = sk_diag_create();
    sk_status status =
        sk_compose_figure(s->composer, s->figure, &request, s->scratch, told, &composed);
    if (status == SK_OK || status == SK_ERR_DATA) s->of_figure.decided = composed.map;
    sk_diag_free(told);
}

static bool take_kept(sheet *s) {
    const sk_scene *kept = s->of_figure.kept;
    if (kept == NULL || kept->georeference == NULL) return false;
    sk_layout *layout = SK_NEW(s->scratch, sk_layout);
    *layout = (sk_layout){.frame = kept->georeference->frame, .fineness = sk_fineness_none()};
    s->map = kept;
    s->layout = layout;
    s->keyed = s->of_figure.keyed;
    s->shows_figures = true;
    return true;
}

static sk_status find_map(sheet *s) {
    if (take_kept(s)) return SK_OK;
    if (s->of_figure.decided == NULL) compose_figure(s);
    return compose_map(s, most_map_height(s), s->diag);
}

/* How much more room the table wants. */
static double lacks(const sheet *s) {
    return s->table == NULL ? 0 : sk_table_height(s->table) - table_room(s);
}

/* Two rows alone on a page would be a waste of it; an overview's map is compared with no other. */
static bool may_give_way(const sheet *s) {
    const double most = 0.12; /* of the map */
    return !s->shows_figures && s->figure->homes.count == 0 && lacks(s) > 0 &&
           lacks(s) < most * s->map->height_mm;
}

/* With a lower map; where there is none, with the map as it is. */
static void give_way(sheet *s) {
    const sheet whole = *s;
    double height = s->map->height_mm - 2 * s->style->page.margin_mm;
    sk_diag *again = sk_diag_create(); /* what was told already */
    if (compose_map(s, height - lacks(s), again) != SK_OK) *s = whole;
    sk_diag_free(again);
}

static sk_status compose(sheet *s, sk_sheet *out) {
    bool across = s->figure->homes.count == 0;
    s->page_width_mm = across ? s->style->sheet.height_mm : s->style->sheet.width_mm;
    s->page_height_mm = across ? s->style->sheet.width_mm : s->style->sheet.height_mm;
    s->title = sk_wording_sheet_title(s->words, s->composer->project, s->figure, s->scratch);
    const char **lines;
    s->head_mm =
        head_height(s, &s->style->sheet.title, set_title(s, &s->style->sheet.title, &lines));
    sk_status status = find_map(s);
    if (s->map == NULL) return status;
    set_table(s);
    if (may_give_way(s)) give_way(s);
    draw_pages(s, out);
    return status;
}

sk_status sk_compose_sheet(const sk_composer *composer, const sk_hyphenator *hyphenator,
                           const sk_figure *figure, sk_sheet_map map, sk_arena *arena,
                           sk_diag *diag, sk_sheet *out) {
    sheet s = {.composer = composer,
               .figure = figure,
               .style = composer->style,
               .typesetter = composer->typesetter,
               .hyphenator = hyphenator,
               .arena = arena,
               .scratch = sk_arena_create(),
               .diag = diag,
               .words = composer->words,
               .of_figure = map};
    *out = (sk_sheet){0};
    sk_status status = compose(&s, out);
    sk_arena_free(s.scratch);
    return status;
}
