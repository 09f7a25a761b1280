/* A layout of its own for the page that a map is put on. */
#include <string.h>

#include "compose/report/layout.h"

static sk_page_point moved(sk_page_point point, sk_page_point by) {
    return (sk_page_point){point.x_mm + by.x_mm, point.y_mm + by.y_mm};
}

static void move_box(sk_page_box *box, sk_page_point by) {
    box->x_mm += by.x_mm;
    box->y_mm += by.y_mm;
}

static void *copied(sk_arena *arena, const void *items, size_t count, size_t size) {
    void *copy = sk_arena_array(arena, count, size);
    if (count > 0) memcpy(copy, items, count * size);
    return copy;
}

static void move_item(sk_arena *arena, sk_layout_item *item, sk_page_point by) {
    item->id = sk_arena_string(arena, item->id);
    item->feature_id = sk_arena_string(arena, item->feature_id);
    item->text = sk_arena_string(arena, item->text);
    move_box(&item->box, by);
    item->anchor = moved(item->anchor, by);
    sk_layout_piece *outline =
        copied(arena, item->outline, item->piece_count, sizeof *item->outline);
    for (size_t i = 0; i < item->piece_count; i++)
        for (size_t k = 0; k < outline[i].count; k++)
            outline[i].points[k] = moved(outline[i].points[k], by);
    item->outline = outline;
    if (item->name != NULL) item->name = copied(arena, item->name, 1, sizeof *item->name);
    if (item->marker != NULL) item->marker = copied(arena, item->marker, 1, sizeof *item->marker);
}

static void copy_omissions(sk_arena *arena, sk_layout *layout) {
    sk_layout_omission *copy =
        copied(arena, layout->omissions, layout->omission_count, sizeof *layout->omissions);
    for (size_t i = 0; i < layout->omission_count; i++) {
        copy[i].id = sk_arena_string(arena, copy[i].id);
        copy[i].feature_id = sk_arena_string(arena, copy[i].feature_id);
        copy[i].text = sk_arena_string(arena, copy[i].text);
    }
    layout->omissions = copy;
}

static void copy_overlaps(sk_arena *arena, sk_layout *layout) {
    sk_layout_overlap *copy =
        copied(arena, layout->overlaps, layout->overlap_count, sizeof *layout->overlaps);
    for (size_t i = 0; i < layout->overlap_count; i++) {
        copy[i].a = sk_arena_string(arena, copy[i].a);
        copy[i].b = sk_arena_string(arena, copy[i].b);
    }
    layout->overlaps = copy;
}

sk_layout *sk_layout_moved(const sk_layout *layout, sk_page_point by, sk_arena *arena) {
    sk_layout *copy = copied(arena, layout, 1, sizeof *layout);
    move_box(&copy->frame, by);
    sk_layout_item *items = copied(arena, layout->items, layout->item_count, sizeof *layout->items);
    for (size_t i = 0; i < layout->item_count; i++) move_item(arena, &items[i], by);
    copy->items = items;
    sk_layout_link *links = copied(arena, layout->links, layout->link_count, sizeof *layout->links);
    for (size_t i = 0; i < layout->link_count; i++)
        links[i].feature_id = sk_arena_string(arena, links[i].feature_id);
    copy->links = links;
    copy_omissions(arena, copy);
    copy_overlaps(arena, copy);
    return copy;
}
