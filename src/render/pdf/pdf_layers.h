/** The layers of a document, which a reader can switch on and off: those of all its pages, each
 *  name once (ISO 32000-1, 8.11). */
#ifndef STREEKKAART_RENDER_PDF_PDF_LAYERS_H
#define STREEKKAART_RENDER_PDF_PDF_LAYERS_H

#include "render/pdf/content/pdf_content.h"

/** Begins as zero. */
typedef struct {
    const char **labels; /* by the index of the resource, the scene's */
    size_t count, capacity;
} sk_pdf_layers;

void sk_pdf_layers_free(sk_pdf_layers *layers);
/** The resource of the layer that is called `label`. */
size_t sk_pdf_layers_find(sk_pdf_layers *layers, sk_pdf_shared *shared, const char *label);
/** The catalogue's entry for them, the front one first, as drawing programs list them; nothing
 *  where there are none. */
void sk_pdf_put_layers(sk_pdf_bytes *bytes, const sk_pdf_layers *layers,
                       const sk_pdf_shared *shared);

#endif
