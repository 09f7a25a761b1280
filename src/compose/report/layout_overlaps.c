#include <stdlib.h>
#include <string.h>

#include "base/page_id.h"
#include "compose/report/layout.h"
#include "placer/shapes.h"

/* Rounding of coordinates is no overlap. */
static const double tolerance_mm = 1e-6;

static bool is_link_end(const sk_described_item *d) {
    return d->item.role == SK_LAYOUT_ARROW || d->item.role == SK_LAYOUT_DOT;
}

static bool is_leader(const sk_described_item *d) {
    return d->item.role == SK_LAYOUT_LEADER;
}

static bool is_frame(const sk_described_item *d) {
    return strcmp(d->item.id, SK_PAGE_ID_FRAME) == 0;
}

/* Leaders that end at one place meet there. */
static bool lead_to_one_place(const sk_drawing *d, const sk_described_item *a,
                              const sk_described_item *b) {
    return is_leader(a) && is_leader(b) && a->note != NULL && b->note != NULL &&
           sk_page_distance(a->note->anchor, b->note->anchor) < d->style->marker.leader_dot_mm;
}

/* Links may begin, end and cross where they must; their ends only keep clear of names, markers and
 * furniture. */
static bool may_meet(const sk_drawing *d, const sk_described_item *a, const sk_described_item *b) {
    if (is_frame(a) || is_frame(b)) return true;
    if (is_leader(a) != is_leader(b) && a->note != NULL && b->note != NULL &&
        a->note->owner == b->note->owner)
        return true;
    if (is_link_end(a)) return is_link_end(b) || is_leader(b);
    if (is_link_end(b)) return is_leader(a);
    return lead_to_one_place(d, a, b);
}

static bool is_disc(const sk_placer_shape *shape) {
    return shape->half_width == 0 && shape->half_height == 0;
}

/* The dots of two leaders stand where the places are, however near; their lines must not cross. */
static bool items_overlap(const sk_described_item *a, const sk_described_item *b) {
    bool lines_only = is_leader(a) && is_leader(b);
    for (size_t i = 0; i < a->shapes.count; i++)
        for (size_t k = 0; k < b->shapes.count; k++) {
            const sk_placer_shape *s = &a->shapes.items[i], *t = &b->shapes.items[k];
            if (lines_only && (is_disc(s) || is_disc(t))) continue;
            if (sk_placer_shapes_overlap(s, t)) return true;
        }
    return false;
}

static bool sticks_out(sk_page_box item, sk_page_box of) {
    return item.x_mm < of.x_mm - tolerance_mm || item.y_mm < of.y_mm - tolerance_mm ||
           item.x_mm + item.width_mm > of.x_mm + of.width_mm + tolerance_mm ||
           item.y_mm + item.height_mm > of.y_mm + of.height_mm + tolerance_mm;
}

/* What `d` sticks out of, or NULL. Title and source line stand beside the frame, on the page. */
static const char *left_by(const sk_drawing *drawing, sk_page_box frame,
                           const sk_described_item *d) {
    sk_page_box page = {0, 0, drawing->scene->width_mm, drawing->scene->height_mm};
    sk_page_box inside = sk_page_box_grown(frame, -drawing->style->frame.line.width_mm / 2);
    bool beside = d->item.role == SK_LAYOUT_FURNITURE && !sk_page_boxes_meet(d->item.box, inside);
    if (is_frame(d) || beside) return sticks_out(d->item.box, page) ? "page" : NULL;
    return sticks_out(d->item.box, inside) ? SK_PAGE_ID_FRAME : NULL;
}

static bool collide(const sk_drawing *d, const sk_described_item *a, const sk_described_item *b) {
    return sk_page_boxes_meet(a->item.box, b->item.box) && !may_meet(d, a, b) &&
           items_overlap(a, b);
}

typedef struct {
    sk_layout_overlap *items;
    size_t count, capacity;
} overlap_list;

static void add(overlap_list *list, const char *a, const char *b) {
    list->items = sk_heap_grow(list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count++] = (sk_layout_overlap){a, b};
}

sk_layout_overlap *sk_layout_find_overlaps(const sk_drawing *drawing, sk_page_box frame,
                                           const sk_described_item *items, size_t count,
                                           size_t *overlap_count) {
    overlap_list found = {0};
    for (size_t i = 0; i < count; i++) {
        const char *left = left_by(drawing, frame, &items[i]);
        if (left != NULL) add(&found, items[i].item.id, left);
        for (size_t k = i + 1; k < count; k++)
            if (collide(drawing, &items[i], &items[k]))
                add(&found, items[i].item.id, items[k].item.id);
    }
    sk_layout_overlap *overlaps = SK_NEW_ARRAY(drawing->arena, sk_layout_overlap, found.count);
    if (found.count > 0) memcpy(overlaps, found.items, found.count * sizeof *overlaps);
    free(found.items);
    *overlap_count = found.count;
    return overlaps;
}
