#include "compose/furniture/scale_bar.h"

#include <math.h>

#include "base/page_id.h"
#include "compose/drawing/ground_colour.h"
#include "compose/furniture/edge_pin.h"
#include "page/page_shapes.h"
#include "page/text_line.h"

/* The longest length of 1, 2 or 5 times a power of ten whose two halves are round as well. */
static double round_length_km(const sk_drawing *d, double metres_per_mm) {
    double most_km = d->style->scale_bar.max_width_mm * metres_per_mm / 1000;
    double power = pow(10, floor(log10(most_km)));
    const double steps[] = {5, 4, 2, 1};
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++)
        if (steps[i] * power <= most_km) return steps[i] * power;
    return power;
}

static const char *distance_text(const sk_drawing *d, double km, bool unit) {
    const char *number = sk_arena_printf(d->arena, "%d", (int)lround(km));
    if (!unit) return number;
    return sk_wording_fill(d->words->distance, &(sk_blank){"kilometres", number}, 1, d->arena);
}

/* A bar of that length, with the halves of the outer numbers that stick out at its ends. */
static sk_page_box size_of(const sk_drawing *d, double bar_mm, double km) {
    const sk_text_style *type = &d->style->scale_bar.text;
    sk_text_extent zero = sk_typesetter_measure(d->typesetter, "0", type);
    sk_text_extent last = sk_typesetter_measure(d->typesetter, distance_text(d, km, true), type);
    return (sk_page_box){
        .width_mm = bar_mm + zero.width_mm / 2 + last.width_mm / 2 + 2 * type->halo_mm,
        .height_mm = d->style->scale_bar.height_mm + d->style->scale_bar.text_gap_mm +
                     last.cap_height_mm + 2 * type->halo_mm,
    };
}

sk_page_box sk_scale_bar_size(const sk_drawing *d, double metres_per_mm) {
    double km = round_length_km(d, metres_per_mm);
    return size_of(d, km * 1000 / metres_per_mm, km);
}

double sk_scale_bar_most_width(const sk_drawing *d) {
    const double longest_km = 1000; /* no country is mapped at a scale for more */
    return size_of(d, d->style->scale_bar.max_width_mm, longest_km).width_mm;
}

static void draw_half(const sk_drawing *d, sk_group *group, sk_page_box half,
                      const char *class_name, sk_colour fill) {
    sk_path path = {0};
    sk_path_box(d->arena, &path, half);
    sk_scene_path(
        d->scene, group, &path,
        (sk_paint){.class_name = class_name, .fill = fill, .line = d->style->scale_bar.line});
}

static void draw_distance(const sk_composition *c, sk_group *group, double km, bool unit,
                          sk_page_point top) {
    const sk_drawing *d = c->drawing;
    const sk_text_style *type = &d->style->scale_bar.text;
    const char *text = distance_text(d, km, unit);
    sk_text_extent extent = sk_typesetter_measure(d->typesetter, text, type);
    sk_placer_shape cover = sk_box_shape((sk_page_box){top.x_mm - extent.width_mm / 2, top.y_mm,
                                                       extent.width_mm, extent.cap_height_mm});
    sk_text_style on_ground = sk_style_on_ground(c, type, &cover, 1);
    sk_line_of_text_draw(d->typesetter, d->scene, group,
                         (sk_line_of_text){.utf8 = text,
                                           .class_name = "scale-bar-text",
                                           .style = &on_ground,
                                           .baseline = {top.x_mm, top.y_mm + extent.cap_height_mm},
                                           .anchor = SK_ANCHOR_MIDDLE});
}

void sk_scale_bar_compose(const sk_composition *c, sk_page_point corner) {
    sk_layer *layer =
        sk_scene_layer(c->drawing->scene, "scale-bar", c->drawing->words->layer.scale_bar, NULL);
    sk_group *group =
        sk_scene_group(c->drawing->scene, layer, SK_PAGE_ID_SCALE_BAR, SK_ROLE_FURNITURE);
    sk_page_box box = sk_scale_bar_size(c->drawing, c->view.metres_per_mm);
    sk_furniture_movable(c, group,
                         (sk_page_box){corner.x_mm, corner.y_mm, box.width_mm, box.height_mm});
    const sk_text_style *type = &c->drawing->style->scale_bar.text;
    double km = round_length_km(c->drawing, c->view.metres_per_mm);
    double half_mm = km * 500 / c->view.metres_per_mm;
    double zero_mm = sk_typesetter_measure(c->drawing->typesetter, "0", type).width_mm;
    double x = corner.x_mm + zero_mm / 2 + type->halo_mm, y = corner.y_mm + type->halo_mm;
    double height = c->drawing->style->scale_bar.height_mm;
    draw_half(c->drawing, group, (sk_page_box){x, y, half_mm, height}, "scale-bar-dark",
              c->drawing->style->scale_bar.dark);
    draw_half(c->drawing, group, (sk_page_box){x + half_mm, y, half_mm, height}, "scale-bar-light",
              c->drawing->style->scale_bar.light);
    for (int i = 0; i <= 2; i++) {
        if (i == 1 && fmod(km, 2) != 0) continue; /* half of 5 km is not round */
        draw_distance(c, group, km * i / 2, i == 2,
                      (sk_page_point){x + i * half_mm,
                                      y + height + c->drawing->style->scale_bar.text_gap_mm});
    }
}
