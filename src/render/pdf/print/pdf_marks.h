/** Where to cut: a line to either side of each corner, outside of the bleed, in all inks. */
#ifndef STREEKKAART_RENDER_PDF_PRINT_PDF_MARKS_H
#define STREEKKAART_RENDER_PDF_PRINT_PDF_MARKS_H

#include "render/pdf/content/pdf_content.h"
#include "streekkaart/scene.h"

/** For a printing house only: the content's print edition is not NULL. */
void sk_pdf_draw_marks(sk_pdf_content *content, const sk_scene *page);

#endif
