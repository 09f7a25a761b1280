/* The bound annex: contents, page numbers, page labels and bookmarks around the sheets. */
#include <string.h>

#include "annex/contents.h"
#include "page/text_line.h"
#include "streekkaart/annex.h"

typedef struct {
    const sk_project *project;
    const sk_bound_sheet *sheets;
    size_t sheet_count;
    const sk_style_sheet *style;
    sk_typesetter *typesetter;
    sk_arena *arena;
    const sk_wording *words;
} book;

const char *sk_compose_group_name(const sk_project *project, const sk_wording *words,
                                  const sk_figure *figure, sk_arena *arena) {
    const char *name = sk_wording_homes(words, project, figure, arena);
    return figure->homes.count == 0 ? name : sk_wording_capital(name, arena);
}

static const char *group_name(const book *b, const sk_figure *figure) {
    return sk_compose_group_name(b->project, b->words, figure, b->arena);
}

/* Small Roman numerals, for the pages before the first sheet; below 400, where thousands of sheets
 * are listed. */
static const char *roman(sk_arena *arena, size_t number) {
    static const char *const ones[] = {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
    static const char *const tens[] = {"", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"};
    static const char *const hundreds[] = {"", "c", "cc", "ccc"};
    return sk_arena_printf(arena, "%s%s%s", hundreds[number / 100 % 4], tens[number / 10 % 10],
                           ones[number % 10]);
}

static sk_contents_entry *list_contents(const book *b) {
    sk_contents_entry *entries = SK_NEW_ARRAY(b->arena, sk_contents_entry, b->sheet_count);
    size_t page = 1;
    for (size_t i = 0; i < b->sheet_count; i++) {
        const sk_figure *figure = b->sheets[i].figure;
        bool goes_on = i > 0 && sk_figures_share_homes(figure, b->sheets[i - 1].figure);
        entries[i] = (sk_contents_entry){
            .heading = goes_on ? NULL : group_name(b, figure),
            .number = sk_arena_printf(b->arena, "%d", figure->number),
            .title = figure->title,
            .page = sk_arena_printf(b->arena, "%zu", page),
            .anchor = b->sheets[i].sheet->anchor,
        };
        page += b->sheets[i].sheet->page_count;
    }
    return entries;
}

/* A home region's sheets stand under one bookmark, also where others are bound between them. */
static void list_bookmarks(const book *b, sk_document *out) {
    sk_bookmark *bookmarks = SK_NEW_ARRAY(b->arena, sk_bookmark, 1 + 2 * b->sheet_count);
    bool *done = SK_NEW_ARRAY(b->arena, bool, b->sheet_count);
    size_t count = 0;
    bookmarks[count++] = (sk_bookmark){b->words->annex.contents, "contents", 0};
    for (size_t first = 0; first < b->sheet_count; first++) {
        if (done[first]) continue;
        const sk_figure *figure = b->sheets[first].figure;
        bookmarks[count++] =
            (sk_bookmark){group_name(b, figure), b->sheets[first].sheet->anchor, 0};
        for (size_t i = first; i < b->sheet_count; i++) {
            if (!sk_figures_share_homes(figure, b->sheets[i].figure)) continue;
            done[i] = true;
            bookmarks[count++] =
                (sk_bookmark){b->sheets[i].figure->title, b->sheets[i].sheet->anchor, 1};
        }
    }
    out->bookmarks = bookmarks;
    out->bookmark_count = count;
}

/* The page's number in the middle of the margin below. */
static void draw_folio(const book *b, sk_scene *page, const char *label) {
    const sk_text_style *style = &b->style->sheet.folio;
    sk_layer *layer = sk_scene_layer(page, "folio", b->words->layer.folio, NULL);
    sk_group *group = sk_scene_group(page, layer, "folio", SK_ROLE_FURNITURE);
    group->tag = SK_TAG_ARTIFACT;
    sk_text_extent extent = sk_typesetter_measure(b->typesetter, label, style);
    double baseline =
        page->height_mm - b->style->sheet.bottom_margin_mm / 2 + extent.cap_height_mm / 2;
    sk_line_of_text_draw(b->typesetter, page, group,
                         (sk_line_of_text){.utf8 = label,
                                           .style = style,
                                           .baseline = {page->width_mm / 2, baseline},
                                           .anchor = SK_ANCHOR_MIDDLE});
}

static void set_metadata(const book *b, sk_scene *first) {
    first->title = b->words->annex.title;
    first->author = sk_arena_string(b->arena, b->style->author);
    first->subject = sk_arena_string(b->arena, b->words->source_line);
}

void sk_compose_book(const sk_composer *composer, const sk_bound_sheet *sheets, size_t sheet_count,
                     sk_arena *arena, sk_document *out) {
    book b = {.project = composer->project,
              .sheets = sheets,
              .sheet_count = sheet_count,
              .style = composer->style,
              .typesetter = composer->typesetter,
              .arena = arena,
              .words = composer->words};
    sk_scene **contents = NULL;
    size_t contents_count =
        sk_contents_compose(composer, list_contents(&b), sheet_count, arena, &contents);
    set_metadata(&b, contents[0]);
    size_t page_count = contents_count, at = 0;
    for (size_t i = 0; i < sheet_count; i++) page_count += sheets[i].sheet->page_count;
    const sk_scene **pages = SK_NEW_ARRAY(arena, const sk_scene *, page_count);
    const char **labels = SK_NEW_ARRAY(arena, const char *, page_count);
    for (size_t i = 0; i < contents_count; i++, at++) {
        labels[at] = roman(arena, i + 1);
        draw_folio(&b, contents[i], labels[at]);
        pages[at] = contents[i];
    }
    for (size_t i = 0; i < sheet_count; i++)
        for (size_t k = 0; k < sheets[i].sheet->page_count; k++, at++) {
            labels[at] = sk_arena_printf(arena, "%zu", at - contents_count + 1);
            draw_folio(&b, sheets[i].sheet->pages[k], labels[at]);
            pages[at] = sheets[i].sheet->pages[k];
        }
    *out = (sk_document){.pages = pages, .page_count = page_count, .labels = labels};
    list_bookmarks(&b, out);
}
