/** What content names and does not hold: fonts, shared drawings, transparency, layers. */
#ifndef STREEKKAART_RENDER_PDF_CONTENT_PDF_RESOURCES_H
#define STREEKKAART_RENDER_PDF_CONTENT_PDF_RESOURCES_H

#include <stdbool.h>

#include "render/pdf/objects/pdf_bytes.h"

typedef enum {
    SK_PDF_FONT,
    SK_PDF_GLYPH,  /* a letter's outline, to be stroked */
    SK_PDF_ALPHA,  /* a state of transparency */
    SK_PDF_SHARED, /* a drawing that several pages show */
    SK_PDF_LAYER,
    SK_PDF_COLOUR_SPACE,
    SK_PDF_RESOURCE_KINDS,
} sk_pdf_resource_kind;

/** All of a document, each called by its kind's letter and its index: /F0. Begins as zero. */
typedef struct {
    struct {
        int *objects; /* the number of each one's object */
        size_t count, capacity;
    } kinds[SK_PDF_RESOURCE_KINDS];
} sk_pdf_resources;

/** Which of them a stream of content names. Begins as zero. */
typedef struct {
    struct {
        bool *used;
        size_t count;
    } kinds[SK_PDF_RESOURCE_KINDS];
} sk_pdf_uses;

void sk_pdf_resources_free(sk_pdf_resources *resources);
/** A new one, whose index is returned. */
size_t sk_pdf_resource_add(sk_pdf_resources *resources, sk_pdf_resource_kind kind, int object);

void sk_pdf_uses_free(sk_pdf_uses *uses);
/** Notes that the resource is used, and writes its name. */
void sk_pdf_put_use(sk_pdf_bytes *bytes, sk_pdf_uses *uses, sk_pdf_resource_kind kind,
                    size_t index);
/** Notes what `more` uses. */
void sk_pdf_uses_add(sk_pdf_uses *uses, const sk_pdf_uses *more);
/** The dictionary of resources for who uses these. */
void sk_pdf_put_resources(sk_pdf_bytes *bytes, const sk_pdf_resources *resources,
                          const sk_pdf_uses *uses);

#endif
