#include "render/pdf/content/pdf_colour.h"

enum { DECIMALS = 3 }; /* finer than the 255 steps that a screen has */

static void put_parts(sk_pdf_bytes *bytes, const double *parts, size_t count,
                      const char *operator) {
    for (size_t i = 0; i < count; i++) {
        sk_pdf_put_number(bytes, parts[i], DECIMALS);
        sk_pdf_put_text(bytes, " ");
    }
    sk_pdf_put_text(bytes, operator);
}

void sk_pdf_put_colour(sk_pdf_bytes *bytes, sk_colour colour, sk_pdf_painting painting,
                       const sk_print_edition *print) {
    bool fills = painting == SK_PDF_FILLING;
    if (print == NULL) {
        const double parts[] = {colour.red, colour.green, colour.blue};
        put_parts(bytes, parts, 3, fills ? "rg\n" : "RG\n");
        return;
    }
    sk_ink ink = sk_print_edition_ink(print, colour);
    const double parts[] = {ink.cyan, ink.magenta, ink.yellow, ink.black};
    put_parts(bytes, parts, 4, fills ? "k\n" : "K\n");
}

bool sk_pdf_is_black_ink(sk_colour colour, const sk_print_edition *print) {
    if (print == NULL || colour.alpha < 1) return false;
    sk_ink ink = sk_print_edition_ink(print, colour);
    return ink.cyan == 0 && ink.magenta == 0 && ink.yellow == 0 && ink.black >= 1;
}
