#include "compose/drawing/layout_notes.h"

sk_layout_notes *sk_layout_notes_create(sk_arena *arena) {
    sk_layout_notes *notes = SK_NEW(arena, sk_layout_notes);
    notes->arena = arena;
    return notes;
}

void sk_layout_notes_add(sk_layout_notes *notes, sk_layout_note note) {
    notes->items = sk_arena_grow(notes->arena, notes->items, notes->count, &notes->capacity,
                                 sizeof *notes->items);
    notes->items[notes->count++] = note;
}

void sk_layout_notes_omit(sk_layout_notes *notes, sk_layout_omission omission) {
    notes->omissions = sk_arena_grow(notes->arena, notes->omissions, notes->omission_count,
                                     &notes->omission_capacity, sizeof *notes->omissions);
    notes->omissions[notes->omission_count++] = omission;
}

const sk_layout_note *sk_layout_notes_find(const sk_layout_notes *notes, const sk_group *group) {
    for (size_t i = 0; i < notes->count; i++)
        if (notes->items[i].group == group) return &notes->items[i];
    return NULL;
}
