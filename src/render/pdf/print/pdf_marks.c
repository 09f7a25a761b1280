#include "render/pdf/print/pdf_marks.h"

#include "render/pdf/print/pdf_boxes.h"

static const double width_pt = 0.25;

/* The colour that every plate has, so that it is seen whether they lie on each other (ISO 32000-1,
 * 8.6.6.4). */
static size_t registration(sk_pdf_shared *shared) {
    sk_pdf_resources *resources = &shared->resources;
    if (resources->kinds[SK_PDF_COLOUR_SPACE].count > 0) return 0;
    sk_pdf_bytes value = {0};
    sk_pdf_put_text(&value,
                    "[/Separation/All/DeviceCMYK<</FunctionType 2/Domain[0 1]/N 1"
                    "/C0[0 0 0 0]/C1[1 1 1 1]>>]");
    return sk_pdf_resource_add(resources, SK_PDF_COLOUR_SPACE,
                               sk_pdf_object_add(shared->objects, &value));
}

static void draw_line(sk_pdf_content *content, sk_page_point from, sk_page_point to) {
    sk_pdf_put_place(content, sk_pdf_place_of(content, from));
    sk_pdf_put_text(&content->bytes, "m ");
    sk_pdf_put_place(content, sk_pdf_place_of(content, to));
    sk_pdf_put_text(&content->bytes, "l\n");
}

void sk_pdf_draw_marks(sk_pdf_content *content, const sk_scene *page) {
    double near = sk_pdf_mark_gap_mm(content->shared->print), far = near + SK_PDF_MARK_MM;
    sk_pdf_put_text(&content->bytes, "/Artifact BMC\n");
    sk_pdf_save(content);
    sk_pdf_put_use(&content->bytes, &content->uses, SK_PDF_COLOUR_SPACE,
                   registration(content->shared));
    sk_pdf_put_text(&content->bytes, " CS 1 SCN\n");
    sk_pdf_set_width(content, width_pt);
    for (int corner = 0; corner < 4; corner++) {
        bool right = corner % 2 == 1, low = corner / 2 == 1;
        double x = right ? page->width_mm : 0, y = low ? page->height_mm : 0;
        double x_way = right ? 1 : -1, y_way = low ? 1 : -1;
        draw_line(content, (sk_page_point){x + x_way * near, y},
                  (sk_page_point){x + x_way * far, y});
        draw_line(content, (sk_page_point){x, y + y_way * near},
                  (sk_page_point){x, y + y_way * far});
    }
    sk_pdf_put_text(&content->bytes, "S\n");
    sk_pdf_restore(content);
    sk_pdf_put_text(&content->bytes, "EMC\n");
}
