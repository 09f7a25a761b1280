/** Text as content: the halo of all its lines, then the letters, each line a text object. */
#ifndef STREEKKAART_RENDER_PDF_CONTENT_PDF_LETTERS_H
#define STREEKKAART_RENDER_PDF_CONTENT_PDF_LETTERS_H

#include "render/pdf/content/pdf_content.h"
#include "streekkaart/scene.h"
#include "streekkaart/typesetter.h"

/** What the family has not is the font's own box, and is copied as what it should be. A word that
 *  a line's end cuts in two is copied whole; `name` is what the text is a name of, or NULL. */
void sk_pdf_draw_text(sk_pdf_content *content, sk_typesetter *typesetter, const sk_text *text,
                      const char *name);

#endif
