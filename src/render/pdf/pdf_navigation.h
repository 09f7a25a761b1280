/** What helps to find one's way in a document: bookmarks, and what the pages are called. */
#ifndef STREEKKAART_RENDER_PDF_PDF_NAVIGATION_H
#define STREEKKAART_RENDER_PDF_PDF_NAVIGATION_H

#include "render/pdf/objects/pdf_objects.h"
#include "streekkaart/document.h"

/** The catalogue's entries; nothing where there are none. */
void sk_pdf_put_bookmarks(sk_pdf_bytes *bytes, const sk_document *document,
                          sk_pdf_objects *objects);
void sk_pdf_put_page_labels(sk_pdf_bytes *bytes, const sk_document *document);

#endif
