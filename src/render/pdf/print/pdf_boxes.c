#include "render/pdf/print/pdf_boxes.h"

#include <math.h>

#include "render/cairo/units.h"

double sk_pdf_mark_gap_mm(const sk_print_edition *print) {
    return fmax(print->bleed_mm, SK_PDF_MARK_GAP_MM);
}

static void put_box(sk_pdf_bytes *bytes, const char *name, const sk_scene *page, double around_mm) {
    enum { DECIMALS = 3 };
    const double sides[] = {-around_mm, -around_mm, page->width_mm + around_mm,
                            page->height_mm + around_mm};
    sk_pdf_put_format(bytes, "/%s[", name);
    for (size_t i = 0; i < 4; i++) {
        if (i > 0) sk_pdf_put_text(bytes, " ");
        sk_pdf_put_number(bytes, sk_pt(sides[i]), DECIMALS);
    }
    sk_pdf_put_text(bytes, "]");
}

void sk_pdf_put_boxes(sk_pdf_bytes *bytes, const sk_scene *page, const sk_print_edition *print) {
    if (print == NULL) {
        put_box(bytes, "MediaBox", page, 0);
        return;
    }
    bool marks = print->marks;
    double paper_mm = marks ? sk_pdf_mark_gap_mm(print) + SK_PDF_MARK_MM : print->bleed_mm;
    put_box(bytes, "MediaBox", page, paper_mm);
    put_box(bytes, "BleedBox", page, print->bleed_mm);
    put_box(bytes, "TrimBox", page, 0);
    sk_pdf_put_text(bytes, "/Group<</S/Transparency/CS/DeviceCMYK>>");
}
