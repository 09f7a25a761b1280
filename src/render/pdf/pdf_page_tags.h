/** Which element of the document's tree each thing on a page belongs to. */
#ifndef STREEKKAART_RENDER_PDF_PDF_PAGE_TAGS_H
#define STREEKKAART_RENDER_PDF_PDF_PAGE_TAGS_H

#include "render/pdf/pdf_tags.h"
#include "streekkaart/scene.h"

/** No element's: a line between rows, a page's number. */
#define SK_PDF_NO_TAG ((size_t)-1)

/** The elements of a page that are in the making. */
typedef struct {
    sk_pdf_tags *tags;
    const sk_scene *scene;
    size_t figure, table, contents, row, cell; /* SK_PDF_NO_TAG: none yet */
    const sk_group *row_group;
    size_t row_cell; /* which cell of the row */
} sk_pdf_page_tags;

/** Begins the page. */
sk_pdf_page_tags sk_pdf_page_tags_begin(sk_pdf_tags *tags, const sk_scene *scene);
/** The element of the group's item; a new one where there is none yet. */
size_t sk_pdf_page_tags_of(sk_pdf_page_tags *page, const sk_group *group, const sk_item *item);
/** The element of the picture. */
size_t sk_pdf_page_tags_figure(sk_pdf_page_tags *page);

#endif
