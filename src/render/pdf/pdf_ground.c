#include "render/pdf/pdf_ground.h"

#include "render/pdf/objects/pdf_strings.h"
#include "render/pdf/pdf_places.h"

void sk_pdf_put_ground(sk_pdf_bytes *bytes, const sk_scene *page) {
    enum { DEGREE_DECIMALS = 8 }; /* a millimetre on the ground */
    static const char corners[] = "[0 0 0 1 1 1 1 0]";
    const sk_georeference *map = page->georeference;
    if (map == NULL) return;
    sk_pdf_put_text(bytes, "/VP[<</Type/Viewport/BBox[");
    sk_pdf_put_box(bytes, page, map->frame);
    sk_pdf_put_format(bytes, "]/Measure<</Type/Measure/Subtype/GEO/Bounds%s/LPTS%s/GPTS[", corners,
                      corners);
    for (size_t i = 0; i < 4; i++) {
        if (i > 0) sk_pdf_put_text(bytes, " ");
        sk_pdf_put_number(bytes, map->latitudes[i], DEGREE_DECIMALS);
        sk_pdf_put_text(bytes, " ");
        sk_pdf_put_number(bytes, map->longitudes[i], DEGREE_DECIMALS);
    }
    sk_pdf_put_text(bytes, "]/GCS<</Type/PROJCS");
    if (map->epsg > 0) sk_pdf_put_format(bytes, "/EPSG %d", map->epsg);
    sk_pdf_put_text(bytes, "/WKT");
    sk_pdf_put_string(bytes, map->wkt);
    sk_pdf_put_text(bytes, ">>>>>>]");
}
