#include "render/pdf/pdf_places.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "render/cairo/units.h"
#include "render/pdf/objects/pdf_strings.h"
#include "scene/text_start.h"

struct sk_pdf_place_name {
    const char *name; /* the scene's */
    int page;
    double left_pt, top_pt;
};

typedef struct {
    double left, top, right, bottom;
} bounds;

static void reach(bounds *b, double x, double y, double around) {
    b->left = fmin(b->left, x - around);
    b->right = fmax(b->right, x + around);
    b->top = fmin(b->top, y - around);
    b->bottom = fmax(b->bottom, y + around);
}

static void reach_path(bounds *b, const sk_path *path, double around) {
    for (size_t i = 0; i < path->count; i++) {
        const sk_segment *segment = &path->segments[i];
        size_t points = segment->kind == SK_SEGMENT_CLOSE   ? 0
                        : segment->kind == SK_SEGMENT_CURVE ? 3
                                                            : 1;
        for (size_t k = 0; k < points; k++)
            reach(b, segment->points[k].x_mm, segment->points[k].y_mm, around);
    }
}

static void reach_text(bounds *b, const sk_text *text, sk_typesetter *typesetter) {
    for (size_t i = 0; i < text->line_count; i++) {
        const sk_text_line *line = &text->lines[i];
        sk_text_extent extent = sk_typesetter_measure(typesetter, line->utf8, &text->style);
        double x = line->baseline.x_mm - sk_text_before_anchor_mm(text, i);
        reach(b, x, line->baseline.y_mm - extent.ascent_mm, 0);
        reach(b, x + extent.width_mm, line->baseline.y_mm + extent.descent_mm, 0);
    }
}

sk_page_box sk_pdf_group_box(const sk_group *group, sk_typesetter *typesetter) {
    bounds b = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < group->count; i++) {
        const sk_item *item = &group->items[i];
        switch (item->kind) {
            case SK_ITEM_PATH:
                reach_path(&b, &item->as.path.path, item->as.path.paint.line.width_mm / 2);
                break;
            case SK_ITEM_CIRCLE:
                reach(&b, item->as.circle.centre.x_mm, item->as.circle.centre.y_mm,
                      item->as.circle.radius_mm);
                break;
            case SK_ITEM_TEXT:
                reach_text(&b, &item->as.text, typesetter);
                break;
        }
    }
    if (b.left > b.right) return (sk_page_box){0};
    return (sk_page_box){b.left, b.top, b.right - b.left, b.bottom - b.top};
}

void sk_pdf_put_box(sk_pdf_bytes *bytes, const sk_scene *page, sk_page_box box) {
    const double sides[] = {box.x_mm, page->height_mm - box.y_mm - box.height_mm,
                            box.x_mm + box.width_mm, page->height_mm - box.y_mm};
    for (size_t i = 0; i < 4; i++) {
        if (i > 0) sk_pdf_put_text(bytes, " ");
        sk_pdf_put_number(bytes, sk_pt(sides[i]), 3);
    }
}

void sk_pdf_places_free(sk_pdf_places *places) {
    free(places->items);
    *places = (sk_pdf_places){0};
}

void sk_pdf_places_add(sk_pdf_places *places, const sk_group *group, const sk_scene *scene,
                       int page, sk_page_box box) {
    for (size_t i = 0; i < places->count; i++)
        if (strcmp(places->items[i].name, group->anchor) == 0) return;
    places->items =
        sk_heap_grow(places->items, places->count, &places->capacity, sizeof *places->items);
    places->items[places->count++] = (struct sk_pdf_place_name){
        group->anchor, page, sk_pt(box.x_mm), sk_pt(scene->height_mm - box.y_mm)};
}

static int by_name(const void *a, const void *b) {
    return strcmp(((const struct sk_pdf_place_name *)a)->name,
                  ((const struct sk_pdf_place_name *)b)->name);
}

void sk_pdf_put_places(sk_pdf_bytes *bytes, const sk_pdf_places *places, sk_pdf_objects *objects) {
    if (places->count == 0) return;
    qsort(places->items, places->count, sizeof *places->items, by_name);
    sk_pdf_bytes value = {0};
    sk_pdf_put_text(&value, "<</Names[");
    for (size_t i = 0; i < places->count; i++) {
        const struct sk_pdf_place_name *place = &places->items[i];
        sk_pdf_put_string(&value, place->name);
        sk_pdf_put_format(&value, "[%d 0 R/XYZ ", place->page);
        sk_pdf_put_number(&value, place->left_pt, 3);
        sk_pdf_put_text(&value, " ");
        sk_pdf_put_number(&value, place->top_pt, 3);
        sk_pdf_put_text(&value, " 0]");
    }
    sk_pdf_put_text(&value, "]>>");
    sk_pdf_put_format(bytes, "/Names<</Dests %d 0 R>>", sk_pdf_object_add(objects, &value));
}
