/** Paths and circles as content. */
#ifndef STREEKKAART_RENDER_PDF_CONTENT_PDF_SHAPES_H
#define STREEKKAART_RENDER_PDF_CONTENT_PDF_SHAPES_H

#include "render/pdf/content/pdf_content.h"
#include "streekkaart/scene.h"

void sk_pdf_draw_path(sk_pdf_content *content, const sk_path *path, const sk_paint *paint);
void sk_pdf_draw_circle(sk_pdf_content *content, sk_page_point centre, double radius_mm,
                        const sk_paint *paint);
/** Fills the whole page, and its bleed. */
void sk_pdf_draw_paper(sk_pdf_content *content, const sk_scene *scene);

#endif
