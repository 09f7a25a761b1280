#include "render/pdf/pdf_page_tags.h"

#include "render/pdf/pdf_places.h"

sk_pdf_page_tags sk_pdf_page_tags_begin(sk_pdf_tags *tags, const sk_scene *scene) {
    return (sk_pdf_page_tags){.tags = tags,
                              .scene = scene,
                              .figure = SK_PDF_NO_TAG,
                              .table = SK_PDF_NO_TAG,
                              .contents = SK_PDF_NO_TAG,
                              .row = SK_PDF_NO_TAG,
                              .cell = SK_PDF_NO_TAG};
}

static size_t once(sk_pdf_page_tags *page, size_t *element, const char *type) {
    if (*element == SK_PDF_NO_TAG)
        *element = sk_pdf_tags_add(page->tags, SK_PDF_TAG_DOCUMENT, type);
    return *element;
}

size_t sk_pdf_page_tags_figure(sk_pdf_page_tags *page) {
    if (page->figure != SK_PDF_NO_TAG) return page->figure;
    const sk_scene *scene = page->scene;
    const char *description = scene->description != NULL ? scene->description : scene->title;
    sk_pdf_bytes box = {0};
    sk_pdf_put_box(&box, scene, (sk_page_box){0, 0, scene->width_mm, scene->height_mm});
    sk_pdf_put(&box, "", 1);
    once(page, &page->figure, "Figure");
    sk_pdf_tags_describe(page->tags, page->figure, description, box.data);
    sk_pdf_bytes_free(&box);
    return page->figure;
}

/* What is told of once for all items of a group. */
static size_t of_group(sk_pdf_page_tags *page, const sk_group *group, size_t parent,
                       const char *type) {
    if (page->row_group != group) page->row = sk_pdf_tags_add(page->tags, parent, type);
    page->row_group = group;
    return page->row;
}

/* A head stands for all that is in its column. */
static void add_cell(sk_pdf_page_tags *page, size_t row, bool is_head) {
    page->cell = sk_pdf_tags_add(page->tags, row, is_head ? "TH" : "TD");
    if (is_head) sk_pdf_tags_attribute(page->tags, page->cell, "/O/Table/Scope/Column");
}

/* Cells between this one and the one before it are there, though there is nothing in them. */
static size_t cell_of(sk_pdf_page_tags *page, const sk_group *group, const sk_item *item) {
    if (item->cell == 0) return SK_PDF_NO_TAG;
    bool new_row = page->row_group != group;
    size_t row = of_group(page, group, once(page, &page->table, "Table"), "TR");
    if (new_row) page->row_cell = 0;
    for (; page->row_cell < item->cell; page->row_cell++)
        add_cell(page, row, group->tag == SK_TAG_HEAD_ROW);
    return page->cell;
}

static size_t entry_of(sk_pdf_page_tags *page, const sk_group *group) {
    if (page->row_group == group) return page->row;
    size_t contents = once(page, &page->contents, "TOC");
    size_t entry = sk_pdf_tags_add(page->tags, contents, "TOCI");
    size_t reference = sk_pdf_tags_add(page->tags, entry, "Reference");
    return of_group(page, group, reference, "Link");
}

size_t sk_pdf_page_tags_of(sk_pdf_page_tags *page, const sk_group *group, const sk_item *item) {
    switch (group->tag) {
        case SK_TAG_FIGURE:
            return sk_pdf_page_tags_figure(page);
        case SK_TAG_HEADING:
            return of_group(page, group, SK_PDF_TAG_DOCUMENT, "H1");
        case SK_TAG_TEXT:
            return of_group(page, group, SK_PDF_TAG_DOCUMENT, "P");
        case SK_TAG_HEAD_ROW:
        case SK_TAG_ROW:
            return cell_of(page, group, item);
        case SK_TAG_ENTRY:
            return item->kind == SK_ITEM_TEXT ? entry_of(page, group) : SK_PDF_NO_TAG;
        case SK_TAG_ARTIFACT:
            break;
    }
    return SK_PDF_NO_TAG;
}
