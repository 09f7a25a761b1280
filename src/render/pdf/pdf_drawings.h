/** What the layers of a document's pages show, as content; what several pages show alike is
 *  written once, and shown by each of them. */
#ifndef STREEKKAART_RENDER_PDF_PDF_DRAWINGS_H
#define STREEKKAART_RENDER_PDF_PDF_DRAWINGS_H

#include "render/pdf/content/pdf_content.h"
#include "render/pdf/pdf_page_tags.h"
#include "streekkaart/typesetter.h"

/** A layer of a page. */
typedef struct {
    size_t layer; /* the resource */
    const sk_scene *scene;
    sk_pdf_content content;
    bool all_figure; /* one mark stands around it all: the next */
    size_t mark;
    size_t like;   /* the index of the first drawing that is the same; its own where none is */
    size_t shown;  /* how often, where it is the first */
    size_t shared; /* 1 + the resource, where several pages show it */
    size_t hash;
} sk_pdf_drawing;

/** Begins as zero. */
typedef struct {
    sk_pdf_drawing *items;
    size_t count, capacity;
} sk_pdf_drawings;

void sk_pdf_drawings_free(sk_pdf_drawings *drawings);
/** Draws a layer, behind the others. */
void sk_pdf_drawings_add(sk_pdf_drawings *drawings, sk_pdf_shared *shared, sk_pdf_page_tags *tags,
                         sk_typesetter *typesetter, const sk_layer *layer, size_t layer_resource);
/** Puts the drawing on the page, in its layer and its mark; it may be the first to be shown. */
void sk_pdf_drawings_show(sk_pdf_drawings *drawings, size_t index, sk_pdf_content *page);

#endif
