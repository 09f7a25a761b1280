#include "render/pdf/content/pdf_colour.h"

enum { DECIMALS = 3 }; /* finer than the 255 steps that a screen has */

void sk_pdf_put_colour(sk_pdf_bytes *bytes, sk_colour colour, sk_pdf_painting painting) {
    sk_pdf_put_number(bytes, colour.red, DECIMALS);
    sk_pdf_put_text(bytes, " ");
    sk_pdf_put_number(bytes, colour.green, DECIMALS);
    sk_pdf_put_text(bytes, " ");
    sk_pdf_put_number(bytes, colour.blue, DECIMALS);
    sk_pdf_put_text(bytes, painting == SK_PDF_FILLING ? " rg\n" : " RG\n");
}
