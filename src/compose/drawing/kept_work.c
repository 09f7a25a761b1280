#include "compose/drawing/kept_work.h"

#include <string.h>

typedef struct {
    sk_map_view view;
    const char *name;
    const void *what;
} entry;

struct sk_kept_work {
    sk_arena *arena;
    entry *entries;
    size_t count, capacity;
};

sk_kept_work *sk_kept_work_create(sk_arena *arena) {
    sk_kept_work *work = SK_NEW(arena, sk_kept_work);
    work->arena = arena;
    return work;
}

static bool same_ground(sk_ground_box a, sk_ground_box b) {
    return a.west_m == b.west_m && a.south_m == b.south_m && a.east_m == b.east_m &&
           a.north_m == b.north_m;
}

static bool same_frame(sk_page_box a, sk_page_box b) {
    return a.x_mm == b.x_mm && a.y_mm == b.y_mm && a.width_mm == b.width_mm &&
           a.height_mm == b.height_mm;
}

static bool same_view(const sk_map_view *a, const sk_map_view *b) {
    return a->metres_per_mm == b->metres_per_mm && same_ground(a->ground, b->ground) &&
           same_frame(a->frame, b->frame);
}

const void *sk_kept_work_find(const sk_kept_work *work, const sk_map_view *view, const char *name) {
    for (size_t i = 0; work != NULL && i < work->count; i++) {
        const entry *e = &work->entries[i];
        if (strcmp(e->name, name) == 0 && same_view(&e->view, view)) return e->what;
    }
    return NULL;
}

void sk_kept_work_add(sk_kept_work *work, const sk_map_view *view, const char *name,
                      const void *what) {
    if (work == NULL || sk_kept_work_find(work, view, name) != NULL) return;
    work->entries = sk_arena_grow(work->arena, work->entries, work->count, &work->capacity,
                                  sizeof *work->entries);
    work->entries[work->count++] = (entry){*view, name, what};
}
