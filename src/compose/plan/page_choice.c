#include "compose/plan/page_choice.h"

#include <math.h>

#include "compose/plan/page_room.h"

static const double growth_factor = 1.03;

bool sk_page_fit(const sk_composition *c, sk_page_plan *plan, const void *context,
                 sk_page_size page, sk_page_layout *out) {
    bool fits = plan(c, context, page, out);
    if (!page.either_way) return fits;
    sk_page_layout turned;
    sk_page_size other = {page.height_mm, page.width_mm, true};
    if (!plan(c, context, other, &turned)) return fits;
    if (!fits || turned.view.metres_per_mm < out->view.metres_per_mm) *out = turned;
    return true;
}

static sk_page_size enlarged(sk_page_size page, double factor) {
    return (sk_page_size){ceil(page.width_mm * factor), ceil(page.height_mm * factor),
                          page.either_way};
}

static const char *size_text(const sk_drawing *d, sk_page_size page) {
    if (page.height_mm <= 0) return sk_arena_printf(d->arena, "%gmm", page.width_mm);
    return sk_arena_printf(d->arena, "%gx%gmm", page.width_mm, page.height_mm);
}

const char *sk_page_remedy(const sk_composition *c, sk_page_plan *plan, const void *context,
                           sk_page_size page) {
    page = sk_page_size_complete(c, page);
    double largest = fmax(page.width_mm, page.height_mm);
    int least = 1, most = (int)ceil(log(SK_PAGE_MOST_MM / largest) / log(growth_factor)) - 1;
    sk_page_size larger = enlarged(page, pow(growth_factor, fmax(most, 0)));
    sk_page_layout layout;
    if (most < least || !sk_page_fit(c, plan, context, larger, &layout))
        return "leave something of the furniture out, in the style";
    while (least < most) { /* what fits on a page fits on a larger one */
        int middle = (least + most) / 2;
        sk_page_size between = enlarged(page, pow(growth_factor, middle));
        if (sk_page_fit(c, plan, context, between, &layout)) {
            most = middle;
            larger = between;
        } else {
            least = middle + 1;
        }
    }
    return sk_arena_printf(c->drawing->arena, "give --size %s or more",
                           size_text(c->drawing, larger));
}

sk_status sk_page_refuse(const sk_composition *c, sk_page_plan *plan, const void *context,
                         sk_page_size page) {
    bool asked = page.width_mm > 0;
    sk_place place = c->map->figure->origin;
    if (asked) place = (sk_place){.file = "streekkaart", .feature = place.feature};
    sk_diag_error(c->drawing->diag, place, sk_page_remedy(c, plan, context, page),
                  "%s is too small a page for the map and what stands on it",
                  size_text(c->drawing, sk_page_size_complete(c, page)));
    return asked ? SK_ERR_USAGE : SK_ERR_DATA;
}
