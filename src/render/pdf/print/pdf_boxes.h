/** What of a page is paper, bleed and trimmed page (ISO 32000-1, 14.11.2). */
#ifndef STREEKKAART_RENDER_PDF_PRINT_PDF_BOXES_H
#define STREEKKAART_RENDER_PDF_PRINT_PDF_BOXES_H

#include "render/pdf/objects/pdf_bytes.h"
#include "streekkaart/print_edition.h"
#include "streekkaart/scene.h"

enum { SK_PDF_MARK_MM = 5, SK_PDF_MARK_GAP_MM = 3 };

/** How far the marks begin from the page: outside of its bleed. */
double sk_pdf_mark_gap_mm(const sk_print_edition *print);

/** The page's entries. For a printing house (`print` is not NULL) also what its transparent colours
 * are mixed in. The page keeps its place: its lower left corner is where coordinates begin, and the
 * paper reaches to negative ones. */
void sk_pdf_put_boxes(sk_pdf_bytes *bytes, const sk_scene *page, const sk_print_edition *print);

#endif
