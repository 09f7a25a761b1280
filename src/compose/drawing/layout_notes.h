/** What the parts of a composition note for the layout: how an item of the scene relates to what it
 *  stands for, and what was left out. The rest the layout sees in the scene itself. */
#ifndef STREEKKAART_COMPOSE_DRAWING_LAYOUT_NOTES_H
#define STREEKKAART_COMPOSE_DRAWING_LAYOUT_NOTES_H

#include "streekkaart/layout.h"
#include "streekkaart/memory.h"
#include "streekkaart/scene.h"

typedef struct {
    const sk_group *group;
    const void *owner;    /* the same for a marker or a name and its leader, which meet by design */
    sk_page_point anchor; /* of a leader: where it ends */
    double displacement_mm;
    bool pinned;
    const sk_name_measures *name;     /* of a name; else NULL */
    const sk_marker_measures *marker; /* of a point's disc; else NULL */
} sk_layout_note;

typedef struct {
    sk_arena *arena;
    sk_layout_note *items;
    size_t count, capacity;
    sk_layout_omission *omissions;
    size_t omission_count, omission_capacity;
} sk_layout_notes;

sk_layout_notes *sk_layout_notes_create(sk_arena *arena);
void sk_layout_notes_add(sk_layout_notes *notes, sk_layout_note note);
void sk_layout_notes_omit(sk_layout_notes *notes, sk_layout_omission omission);
/** What was noted of `group`, or NULL. */
const sk_layout_note *sk_layout_notes_find(const sk_layout_notes *notes, const sk_group *group);

#endif
