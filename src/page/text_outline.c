#include "page/text_outline.h"

#include <math.h>

#include "base/angle.h"
#include "scene/text_start.h"

/* `box`, which is relative to `origin`, turned about it. */
static sk_placer_shape turned_box(sk_page_point origin, double angle, sk_page_box box) {
    double cosine = cos(angle), sine = sin(angle);
    double x = box.x_mm + box.width_mm / 2, y = box.y_mm + box.height_mm / 2;
    return (sk_placer_shape){
        .x = origin.x_mm + x * cosine - y * sine,
        .y = origin.y_mm + x * sine + y * cosine,
        .half_width = box.width_mm / 2,
        .half_height = box.height_mm / 2,
        .cosine = cosine,
        .sine = sine,
    };
}

/* Where letters belong: capitals and baseline also where the ink is lower. */
static sk_page_box letter_box(sk_page_box ink, double cap_height_mm) {
    double top = fmin(ink.y_mm, -cap_height_mm), bottom = fmax(ink.y_mm + ink.height_mm, 0);
    return (sk_page_box){ink.x_mm, top, ink.width_mm, bottom - top};
}

static void outline_line(sk_typesetter *typesetter, sk_arena *arena, const sk_text *text,
                         size_t index, sk_shape_list *out) {
    const sk_text_line *line = &text->lines[index];
    sk_text_extent extent = sk_typesetter_measure(typesetter, line->utf8, &text->style);
    if (extent.ink.width_mm <= 0) return;
    sk_page_point pivot = text->lines[0].baseline;
    sk_page_box box = letter_box(extent.ink, extent.cap_height_mm);
    box.x_mm += line->baseline.x_mm - sk_text_before_anchor_mm(text, index) - pivot.x_mm;
    box.y_mm += line->baseline.y_mm - pivot.y_mm;
    sk_shape_list_add(arena, out, turned_box(pivot, sk_radians(text->rotation_deg), box));
}

/* The corners of a path of straight lines, the only ones that names run along. */
static sk_polyline corners(sk_arena *arena, const sk_path *path) {
    sk_polyline line = {SK_NEW_ARRAY(arena, sk_page_point, path->count), path->count};
    for (size_t i = 0; i < path->count; i++) line.points[i] = path->segments[i].points[0];
    return line;
}

static void outline_along(sk_typesetter *typesetter, sk_arena *arena, const sk_text *text,
                          sk_shape_list *out) {
    sk_polyline course = corners(arena, text->along);
    const char *utf8 = text->lines[0].utf8;
    double cap_height = sk_typesetter_measure(typesetter, utf8, &text->style).cap_height_mm;
    double start = text->along_start_mm - sk_text_before_anchor_mm(text, 0);
    sk_text_cluster *clusters = NULL;
    size_t count = sk_typesetter_clusters(typesetter, utf8, &text->style, arena, &clusters);
    for (size_t i = 0; i < count; i++) {
        if (clusters[i].ink.width_mm <= 0) continue;
        double half = clusters[i].width_mm / 2;
        sk_line_position middle = sk_polyline_at(&course, start + clusters[i].start_mm + half);
        sk_page_box box = letter_box(clusters[i].ink, cap_height);
        box.x_mm -= half;
        sk_shape_list_add(arena, out, turned_box(middle.at, middle.direction_rad, box));
    }
}

void sk_text_outline(sk_typesetter *typesetter, sk_arena *arena, const sk_text *text,
                     sk_shape_list *out) {
    if (text->along != NULL) {
        outline_along(typesetter, arena, text, out);
        return;
    }
    for (size_t i = 0; i < text->line_count; i++) outline_line(typesetter, arena, text, i, out);
}
