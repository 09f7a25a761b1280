/** Pages as a PDF: layers, text as text with fonts embedded, tags, and colours as they are given.
 */
#ifndef STREEKKAART_RENDER_PDF_PDF_H
#define STREEKKAART_RENDER_PDF_PDF_H

#include "streekkaart/diag.h"
#include "streekkaart/document.h"
#include "streekkaart/print_edition.h"
#include "streekkaart/status.h"
#include "streekkaart/stream.h"

/** `print` is NULL for screens; then it may be for an archive (PDF/A-2b, PDF/UA-1). Otherwise than
 * SK_OK `diag` says why; see render.h for what each means. */
SK_CHECKED sk_status sk_pdf_write(const sk_document *document, const sk_print_edition *print,
                                  bool archive, sk_stream *stream, sk_diag *diag);

#endif
