/** The one place where colours are written: what else a colour can be printed with belongs here. */
#ifndef STREEKKAART_RENDER_PDF_CONTENT_PDF_COLOUR_H
#define STREEKKAART_RENDER_PDF_CONTENT_PDF_COLOUR_H

#include "render/pdf/objects/pdf_bytes.h"
#include "streekkaart/graphic_style.h"

typedef enum { SK_PDF_FILLING, SK_PDF_STROKING } sk_pdf_painting;

/** Sets the colour, without its alpha. */
void sk_pdf_put_colour(sk_pdf_bytes *bytes, sk_colour colour, sk_pdf_painting painting);

#endif
