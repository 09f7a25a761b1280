/** Where a page's map lies on the ground (ISO 32000-2, 12.9 and 12.10). */
#ifndef STREEKKAART_RENDER_PDF_PDF_GROUND_H
#define STREEKKAART_RENDER_PDF_PDF_GROUND_H

#include "render/pdf/objects/pdf_bytes.h"
#include "streekkaart/scene.h"

/** The page's entry for it; nothing where the page has no map. */
void sk_pdf_put_ground(sk_pdf_bytes *bytes, const sk_scene *page);

#endif
