#include "svg_reader/piece_styles.h"

#include <string.h>

#include "svg_reader/style_diff.h"

/* Of one class: how many pieces were compared, and how the first of them changed. */
typedef struct {
    const char *class_name, *changes;
    size_t count, alike;
} class_count;

typedef struct {
    sk_arena *arena;
    class_count *classes;
    size_t class_count, class_capacity;
    sk_piece_style *changes;
    size_t count, capacity;
} comparison;

static bool same(const char *a, const char *b) {
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static class_count *class_of(comparison *c, const char *name) {
    for (size_t i = 0; i < c->class_count; i++)
        if (strcmp(c->classes[i].class_name, name) == 0) return &c->classes[i];
    c->classes =
        sk_arena_grow(c->arena, c->classes, c->class_count, &c->class_capacity, sizeof *c->classes);
    c->classes[c->class_count] = (class_count){.class_name = name};
    return &c->classes[c->class_count++];
}

static bool of_one_kind(const sk_svg_piece *a, const sk_svg_piece *b) {
    return a->element == b->element && a->is_halo == b->is_halo &&
           (a->text != NULL) == (b->text != NULL);
}

/* What the `index`-th piece of `now` was. Where pieces were merged or split it is one of the kind
 * that looks alike, else the last of them. */
static const sk_svg_piece *before(const sk_svg_object *old, const sk_svg_object *now, size_t index,
                                  sk_arena *arena) {
    const sk_svg_piece *piece = &now->pieces[index], *found = NULL;
    if (old->piece_count == now->piece_count && of_one_kind(&old->pieces[index], piece))
        return &old->pieces[index];
    for (size_t i = 0; i < old->piece_count; i++) {
        if (!of_one_kind(&old->pieces[i], piece)) continue;
        found = &old->pieces[i];
        if (sk_style_diff(found->look, piece->look, arena) == NULL) break;
    }
    return found;
}

static void compare_pieces(comparison *c, const sk_svg_object *object, const sk_svg_piece *old,
                           const sk_svg_piece *now) {
    class_count *of_class = class_of(c, old->class_name);
    const char *changes = now->hidden ? NULL : sk_style_diff(old->look, now->look, c->arena);
    if (of_class->count++ == 0) of_class->changes = changes;
    of_class->alike += same(changes, of_class->changes);
    if (changes == NULL) return;
    c->changes = sk_arena_grow(c->arena, c->changes, c->count, &c->capacity, sizeof *c->changes);
    c->changes[c->count++] = (sk_piece_style){old->class_name, object, changes};
}

static bool is_of_all(comparison *c, const sk_piece_style *change) {
    const class_count *of_class = class_of(c, change->class_name);
    return change->class_name[0] != '\0' && of_class->alike == of_class->count;
}

sk_piece_styles sk_piece_styles_compare(const sk_svg_figure *now, const sk_object_index *old_index,
                                        sk_arena *arena) {
    comparison c = {.arena = arena};
    for (size_t i = 0; i < now->object_count; i++) {
        const sk_svg_object *object = &now->objects[i];
        const sk_svg_object *as_drawn = sk_object_with_id(old_index, object->id);
        for (size_t k = 0; as_drawn != NULL && k < object->piece_count; k++) {
            const sk_svg_piece *piece = before(as_drawn, object, k, arena);
            if (piece != NULL) compare_pieces(&c, object, piece, &object->pieces[k]);
        }
    }
    sk_piece_style *classes = SK_NEW_ARRAY(arena, sk_piece_style, c.class_count + 1);
    sk_piece_style *items = SK_NEW_ARRAY(arena, sk_piece_style, c.count + 1);
    sk_piece_styles out = {.classes = classes, .items = items};
    for (size_t i = 0; i < c.class_count; i++) {
        const sk_piece_style all = {c.classes[i].class_name, NULL, c.classes[i].changes};
        if (all.changes != NULL && is_of_all(&c, &all)) classes[out.class_count++] = all;
    }
    for (size_t i = 0; i < c.count; i++) {
        const sk_piece_style *last = out.count > 0 ? &items[out.count - 1] : NULL;
        bool told = last != NULL && last->object == c.changes[i].object;
        if (!is_of_all(&c, &c.changes[i]) && !told) items[out.count++] = c.changes[i];
    }
    return out;
}
