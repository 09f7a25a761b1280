/** What printing condition a document is made for (ISO 32000-1, 14.11.5; ISO 15930-7). */
#ifndef STREEKKAART_RENDER_PDF_PRINT_PDF_OUTPUT_INTENT_H
#define STREEKKAART_RENDER_PDF_PRINT_PDF_OUTPUT_INTENT_H

#include "render/pdf/objects/pdf_objects.h"
#include "streekkaart/print_edition.h"

/** The catalogue's entry, with the profile. */
void sk_pdf_put_output_intent(sk_pdf_bytes *bytes, const sk_print_edition *print,
                              sk_pdf_objects *objects);
/** The catalogue's entry in a file for an archive: what its colours, which are a screen's, look
 * like. */
void sk_pdf_put_archive_intent(sk_pdf_bytes *bytes, sk_pdf_objects *objects);

#endif
