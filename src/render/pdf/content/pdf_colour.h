/** The one place where colours are written: as they are, or as the inks that they are printed with.
 */
#ifndef STREEKKAART_RENDER_PDF_CONTENT_PDF_COLOUR_H
#define STREEKKAART_RENDER_PDF_CONTENT_PDF_COLOUR_H

#include "render/pdf/objects/pdf_bytes.h"
#include "streekkaart/graphic_style.h"
#include "streekkaart/print_edition.h"

typedef enum { SK_PDF_FILLING, SK_PDF_STROKING } sk_pdf_painting;

/** Sets the colour, without its alpha; `print` is NULL for screens. */
void sk_pdf_put_colour(sk_pdf_bytes *bytes, sk_colour colour, sk_pdf_painting painting,
                       const sk_print_edition *print);
/** The colour is the black ink's alone, all of it, so that it may be printed over others. */
bool sk_pdf_is_black_ink(sk_colour colour, const sk_print_edition *print);

#endif
