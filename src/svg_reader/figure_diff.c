#include "svg_reader/figure_diff.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "svg_reader/clip_diff.h"
#include "svg_reader/figure_order.h"
#include "svg_reader/file/object_index.h"
#include "svg_reader/layer_diff.h"
#include "svg_reader/object_shape.h"
#include "svg_reader/object_texts.h"
#include "svg_reader/page_shift.h"
#include "svg_reader/piece_styles.h"

typedef struct {
    sk_arena *arena;
    const sk_svg_figure *old, *now;
    sk_object_index old_index, now_index;
    sk_figure_change *items;
    size_t count, capacity;
} comparison;

static void report(comparison *c, sk_figure_change change) {
    c->items = sk_heap_grow(c->items, c->count, &c->capacity, sizeof *c->items);
    c->items[c->count++] = change;
}

static bool same(const char *a, const char *b) {
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

const char *sk_change_kind_name(sk_change_kind kind) {
    static const char *const names[] = {
        [SK_CHANGE_RETITLED] = "retitled",     [SK_CHANGE_RESIZED] = "resized",
        [SK_CHANGE_RESTYLED] = "restyled",     [SK_CHANGE_GONE] = "gone",
        [SK_CHANGE_ADDED] = "added",           [SK_CHANGE_RENAMED] = "renamed",
        [SK_CHANGE_SOURCE] = "source",         [SK_CHANGE_KIND] = "kind",
        [SK_CHANGE_REWORDED] = "reworded",     [SK_CHANGE_REWRAPPED] = "rewrapped",
        [SK_CHANGE_RESHAPED] = "reshaped",     [SK_CHANGE_MOVED] = "moved",
        [SK_CHANGE_RECOLOURED] = "recoloured", [SK_CHANGE_REDRAWN] = "redrawn",
        [SK_CHANGE_HIDDEN] = "hidden",         [SK_CHANGE_FADED] = "faded",
        [SK_CHANGE_TURNED] = "turned",         [SK_CHANGE_REORDERED] = "reordered",
        [SK_CHANGE_COPIED] = "copied",         [SK_CHANGE_CLIPPED] = "clipped",
    };
    return names[kind];
}

bool sk_svg_object_is_row(const sk_svg_object *object) {
    return object->role == SK_ROLE_NONE && (object->feature != NULL || object->inside >= 0);
}

/* As much of a text as a message has room for, cut between letters of UTF-8. */
static const char *shortened(sk_arena *arena, const char *text) {
    enum { BYTES_MAX = 90 };
    size_t length = text == NULL ? 0 : strlen(text);
    if (length <= BYTES_MAX) return text;
    length = BYTES_MAX;
    while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80) length--;
    return sk_arena_printf(arena, "%.*s…", (int)length, text);
}

const char *sk_svg_object_called(sk_arena *arena, const sk_svg_object *object) {
    static const char *const nouns[SK_ROLE_COUNT] = {
        [SK_ROLE_MARKER] = "point",     [SK_ROLE_ZONE] = "zone", [SK_ROLE_LINK] = "link",
        [SK_ROLE_LABEL] = "name",       [SK_ROLE_TOWN] = "town", [SK_ROLE_REGION] = "region",
        [SK_ROLE_LEADER] = "leader of",
    };
    const char *noun = nouns[object->role];
    if (object->role == SK_ROLE_NONE && object->feature != NULL) noun = "row of";
    if (object->title == NULL) return shortened(arena, object->id);
    return sk_arena_printf(arena, "%s%s\"%s\"", noun == NULL ? "" : noun, noun == NULL ? "" : " ",
                           shortened(arena, object->title));
}

static void report_object(comparison *c, const sk_svg_object *object, sk_change_kind kind,
                          const char *what) {
    report(c, (sk_figure_change){
                  .kind = kind,
                  .id = object->id,
                  .feature = object->feature,
                  .role = object->role,
                  .movable = object->movable,
                  .is_row = sk_svg_object_is_row(object),
                  .words = sk_arena_printf(c->arena, "%s %s",
                                           sk_svg_object_called(c->arena, object), what)});
}

/* True when this was said of another object of the feature. */
static bool said_of_feature(const comparison *c, sk_change_kind kind, const sk_svg_object *object) {
    if (object->feature == NULL) return false;
    for (size_t i = 0; i < c->count; i++)
        if (c->items[i].kind == kind && same(c->items[i].feature, object->feature)) return true;
    return false;
}

/* Objects that are only in `figure`, which `other` indexes the other of: once for a feature that is
 * there not at all. */
static void report_only_in(comparison *c, const sk_svg_figure *figure, const sk_object_index *other,
                           sk_change_kind kind, const char *what) {
    for (size_t i = 0; i < figure->object_count; i++) {
        const sk_svg_object *object = &figure->objects[i];
        if (sk_object_with_id(other, object->id) != NULL) continue;
        if (kind == SK_CHANGE_GONE && sk_layer_is_gone_of(c->old, c->now, object)) continue;
        bool whole =
            object->feature != NULL && sk_object_of_feature(other, object->feature) == NULL;
        if (whole && said_of_feature(c, kind, object)) continue;
        report_object(c, object, kind, what);
    }
}

static const char *instead(sk_arena *arena, const char *what, const char *now, const char *old) {
    now = shortened(arena, now);
    old = shortened(arena, old);
    if (now == NULL) return sk_arena_printf(arena, "has no %s any more, was \"%s\"", what, old);
    if (old == NULL) return sk_arena_printf(arena, "has a %s now, \"%s\"", what, now);
    return sk_arena_printf(arena, "has the %s \"%s\" instead of \"%s\"", what, now, old);
}

/* Said once for all objects of a feature. */
static void compare_attribute(comparison *c, const sk_svg_object *object, sk_change_kind kind,
                              const char *what, const char *old, const char *now) {
    if (same(old, now) || said_of_feature(c, kind, object)) return;
    report_object(c, object, kind, instead(c->arena, what, now, old));
}

/* Said once for all objects of a feature, which go by the old name. */
static void compare_titles(comparison *c, const sk_svg_object *old, const sk_svg_object *now) {
    if (same(old->title, now->title) || said_of_feature(c, SK_CHANGE_RENAMED, now)) return;
    report(c, (sk_figure_change){
                  .kind = SK_CHANGE_RENAMED,
                  .id = now->id,
                  .feature = now->feature,
                  .role = now->role,
                  .is_row = sk_svg_object_is_row(now),
                  .words = sk_arena_printf(
                      c->arena, "%s is now called \"%s\"", sk_svg_object_called(c->arena, old),
                      now->title == NULL ? "" : shortened(c->arena, now->title))});
}

static void compare_texts(comparison *c, const sk_svg_object *old, const sk_svg_object *now) {
    sk_arena *arena = c->arena;
    const char *before = sk_object_words(old, false, arena);
    const char *after = sk_object_words(now, false, arena);
    if (sk_object_has_halo(old) && !sk_object_has_halo(now) && after != NULL)
        report_object(c, now, SK_CHANGE_RECOLOURED, "has no halo any more");
    /* A text that follows its renamed object has been told of. */
    if (before == NULL || after == NULL || !same(old->title, now->title)) return;
    if (!same(before, after))
        report_object(c, now, SK_CHANGE_REWORDED,
                      sk_arena_printf(arena, "reads \"%s\" instead of \"%s\"",
                                      shortened(arena, after), shortened(arena, before)));
    else if (!same(sk_object_words(old, true, arena), sk_object_words(now, true, arena)))
        report_object(c, now, SK_CHANGE_REWRAPPED, "breaks its lines elsewhere");
    else if (!sk_object_halo_reads(now, arena) && sk_object_halo_reads(old, arena))
        report_object(c, now, SK_CHANGE_REWORDED, "has a halo that reads otherwise");
}

/* Was this said of the object that it is a part of? */
static bool said_of_owner(const comparison *c, sk_change_kind kind, const sk_svg_object *object) {
    const sk_svg_object *owner = object->inside < 0 ? NULL : &c->now->objects[object->inside];
    for (size_t i = 0; owner != NULL && i < c->count; i++)
        if (c->items[i].kind == kind && same(c->items[i].id, owner->id)) return true;
    return false;
}

/* How the object moved that this one is a part of, by its first piece. */
static sk_page_point moved_with(const comparison *c, const sk_svg_object *now) {
    sk_page_point by = {0, 0};
    if (now->inside < 0 || said_of_owner(c, SK_CHANGE_RESHAPED, now)) return by;
    const sk_svg_object *owner = &c->now->objects[now->inside];
    const sk_svg_object *before = sk_object_with_id(&c->old_index, owner->id);
    if (before == NULL || before->piece_count == 0 || owner->piece_count == 0) return by;
    by.x_mm = owner->pieces[0].at.x_mm - before->pieces[0].at.x_mm;
    by.y_mm = owner->pieces[0].at.y_mm - before->pieces[0].at.y_mm;
    return by;
}

const char *sk_moved_words(double mm, sk_arena *arena) {
    if (!(fabs(mm) < SK_PAGE_MOST_MM)) return "moved off the page";
    long hundredths = lround(mm * 100);
    return sk_arena_printf(arena, "moved %ld.%02ld mm", hundredths / 100, hundredths % 100);
}

static void report_movement(comparison *c, const sk_svg_object *now, double most) {
    const double steps = 3; /* the points of a path count from each other, and add up */
    bool is_path = now->piece_count > 0 && now->pieces[0].element == SK_SVG_PATH;
    double rounding_mm = c->now->rounding_mm;
    if (is_path && rounding_mm > SK_UNMOVED_MM) rounding_mm *= steps;
    if (most < fmax(SK_UNMOVED_MM, rounding_mm)) return;
    report(c, (sk_figure_change){
                  .kind = SK_CHANGE_MOVED,
                  .id = now->id,
                  .feature = now->feature,
                  .role = now->role,
                  .is_row = sk_svg_object_is_row(now),
                  .movable = now->movable,
                  .moved_mm = round(fmin(most, SK_PAGE_MOST_MM) * 100) / 100,
                  .words = sk_arena_printf(c->arena, "%s %s", sk_svg_object_called(c->arena, now),
                                           sk_moved_words(most, c->arena))});
}

static void compare_shapes(comparison *c, const sk_svg_object *old, const sk_svg_object *now) {
    const sk_shape_change change =
        sk_object_shape_compare(old, now, moved_with(c, now), c->now->rounding_mm, c->arena);
    switch (change.difference) {
        case SK_SHAPE_OTHER:
            report_object(c, now, SK_CHANGE_RESHAPED, "is drawn in another shape");
            return;
        case SK_SHAPE_LACKING:
            report_object(c, now, SK_CHANGE_RESHAPED, "lacks one of its shapes");
            return;
        case SK_SHAPE_LETTERS:
            report_object(c, now, SK_CHANGE_RESHAPED, "has shapes for letters now");
            return;
        case SK_SHAPE_TURNED:
            if (!said_of_owner(c, SK_CHANGE_TURNED, now))
                report_object(c, now, SK_CHANGE_TURNED, "was turned or scaled");
            return;
        case SK_SHAPE_SAME:
        case SK_SHAPE_IN_PARTS:
            report_movement(c, now, change.most_mm);
    }
}

/* The least opacity of its pieces, 1 where it has none, and whether any is seen. */
static double opacity_of(const sk_svg_object *object, bool *seen) {
    double opacity = 1;
    *seen = object->piece_count == 0;
    for (size_t i = 0; i < object->piece_count; i++) {
        opacity = fmin(opacity, object->pieces[i].opacity);
        *seen = *seen || !object->pieces[i].hidden;
    }
    return opacity;
}

static size_t hidden_count(const sk_svg_object *object) {
    size_t count = 0;
    for (size_t i = 0; i < object->piece_count; i++) count += object->pieces[i].hidden;
    return count;
}

static void compare_visibility(comparison *c, const sk_svg_object *old, const sk_svg_object *now) {
    const double unseen = 0.01;
    bool was_seen, is_seen;
    double before = opacity_of(old, &was_seen), after = opacity_of(now, &is_seen);
    bool in_part = hidden_count(old) != hidden_count(now) && was_seen && is_seen &&
                   old->piece_count == now->piece_count;
    if ((was_seen != is_seen || in_part) && !said_of_owner(c, SK_CHANGE_HIDDEN, now))
        report_object(c, now, SK_CHANGE_HIDDEN,
                      in_part   ? "is hidden in part"
                      : is_seen ? "is shown"
                                : "is hidden");
    if (fabs(before - after) > unseen && !said_of_owner(c, SK_CHANGE_FADED, now))
        report_object(
            c, now, SK_CHANGE_FADED,
            sk_arena_printf(c->arena, "has an opacity of %.2f instead of %.2f", after, before));
}

static void compare_objects(comparison *c, const sk_svg_object *old, const sk_svg_object *now) {
    if (old->piece_count > 0 && now->piece_count == 0) {
        report_object(c, now, SK_CHANGE_GONE, "has nothing left of it");
        return;
    }
    compare_titles(c, old, now);
    compare_attribute(c, now, SK_CHANGE_SOURCE, "source", old->source, now->source);
    compare_attribute(c, now, SK_CHANGE_KIND, "kind", old->kind, now->kind);
    compare_texts(c, old, now);
    compare_visibility(c, old, now);
    compare_shapes(c, old, now);
}

static void compare_page(comparison *c) {
    sk_arena *arena = c->arena;
    if (!same(c->old->title, c->now->title))
        report(c, (sk_figure_change){
                      .kind = SK_CHANGE_RETITLED,
                      .words = sk_arena_printf(arena, "the title is \"%s\" instead of \"%s\"",
                                               shortened(arena, c->now->title),
                                               shortened(arena, c->old->title))});
    const long sizes[] = {lround(c->now->width_mm * 10), lround(c->now->height_mm * 10),
                          lround(c->old->width_mm * 10), lround(c->old->height_mm * 10)};
    const double rounding_mm = fmax(0.06, 2 * c->now->rounding_mm);
    if (fabs(c->now->width_mm - c->old->width_mm) < rounding_mm &&
        fabs(c->now->height_mm - c->old->height_mm) < rounding_mm)
        return;
    report(c, (sk_figure_change){
                  .kind = SK_CHANGE_RESIZED,
                  .words = sk_arena_printf(
                      arena, "the page is %ld.%ld x %ld.%ld mm instead of %ld.%ld x %ld.%ld mm",
                      sizes[0] / 10, sizes[0] % 10, sizes[1] / 10, sizes[1] % 10, sizes[2] / 10,
                      sizes[2] % 10, sizes[3] / 10, sizes[3] % 10)});
}

const char *sk_page_shift_words(sk_page_point by, sk_arena *arena) {
    return sk_arena_printf(arena, "all of the drawing %s on its page",
                           sk_moved_words(hypot(by.x_mm, by.y_mm), arena));
}

/* All that was moved together is told of once, and counts as where it should be from then on. */
static void compare_places(comparison *c, sk_svg_figure *shifted) {
    const sk_page_point by = sk_page_shift_find(c->old, c->now, c->arena);
    const double far = hypot(by.x_mm, by.y_mm);
    const double unseen = fmax(0.005, 4 * c->now->rounding_mm / c->old->width_mm);
    bool with_page = fabs(c->now->width_mm / c->old->width_mm / c->now->enlarged - 1) < 0.01;
    if (fabs(c->now->enlarged - 1) > unseen && !with_page)
        report(c, (sk_figure_change){.kind = SK_CHANGE_RESIZED,
                                     .words = sk_arena_printf(
                                         c->arena, "all of the drawing is %.2f times as large",
                                         c->now->enlarged)});
    if (!(far > 0)) return;
    *shifted = sk_page_shifted(c->now, (sk_page_point){-by.x_mm, -by.y_mm}, c->arena);
    c->now = shifted;
    report(c, (sk_figure_change){.kind = SK_CHANGE_MOVED,
                                 .words = sk_page_shift_words(by, c->arena),
                                 .moved_mm = round(far * 100) / 100});
}

/* All that is drawn with a class is told of at once where all of it changed alike. */
static void compare_styles(comparison *c) {
    const sk_piece_styles styles = sk_piece_styles_compare(c->now, &c->old_index, c->arena);
    for (size_t i = 0; i < styles.class_count; i++) {
        const char *id = sk_arena_printf(c->arena, ".%s", styles.classes[i].class_name);
        report(c, (sk_figure_change){.kind = SK_CHANGE_RESTYLED,
                                     .id = id,
                                     .words = sk_arena_printf(c->arena, "all of %s: %s", id,
                                                              styles.classes[i].changes)});
    }
    for (size_t i = 0; i < styles.count; i++)
        report_object(c, styles.items[i].object, SK_CHANGE_RECOLOURED,
                      sk_arena_printf(c->arena, "is drawn otherwise: %s", styles.items[i].changes));
}

static void report_layer(void *context, const char *id, sk_change_kind kind, const char *words) {
    report(context, (sk_figure_change){.kind = kind, .id = id, .words = words});
}

/* Returns whether something was released from its clip. */
static bool compare_clips(comparison *c) {
    const char *const clipped = "is clipped now", *const released = "is not clipped any more";
    const sk_clip_changes changes = sk_clip_diff(c->old, c->now, &c->old_index, c->arena);
    for (size_t i = 0; i < c->now->layer_count; i++) {
        const sk_svg_layer *layer = &c->now->layers[i];
        if (!changes.layers[i]) continue;
        ptrdiff_t before = sk_svg_layer_with_id(c->old, layer->id);
        const char *name = sk_svg_layer_called(&c->old->layers[before], c->arena);
        report_layer(c, layer->id, SK_CHANGE_CLIPPED,
                     sk_arena_printf(c->arena, "%s %s", name, layer->clipped ? clipped : released));
    }
    for (size_t i = 0; i < c->now->object_count; i++)
        if (changes.objects[i])
            report_object(c, &c->now->objects[i], SK_CHANGE_CLIPPED,
                          sk_object_is_clipped(c->now, &c->now->objects[i]) ? clipped : released);
    return changes.released;
}

/* Objects that lie above or below others than before, within their layer. */
static void compare_order(comparison *c) {
    sk_arena *arena = c->arena;
    size_t *ranks = SK_NEW_ARRAY(arena, size_t, c->now->object_count + 1);
    size_t *objects = SK_NEW_ARRAY(arena, size_t, c->now->object_count + 1);
    for (ptrdiff_t layer = -1; layer < (ptrdiff_t)c->old->layer_count; layer++) {
        size_t count = 0;
        for (size_t i = 0; i < c->now->object_count; i++) {
            const sk_svg_object *before = sk_object_with_id(&c->old_index, c->now->objects[i].id);
            if (before == NULL || before->layer != layer || before->inside >= 0) continue;
            objects[count] = i;
            ranks[count++] = (size_t)(before - c->old->objects);
        }
        const bool *moved = sk_ranks_out_of_order(ranks, count, arena);
        for (size_t i = 0; i < count; i++)
            if (moved[i])
                report_object(c, &c->now->objects[objects[i]], SK_CHANGE_REORDERED,
                              "lies elsewhere in the stack");
    }
}

static const char *layer_id(const sk_svg_figure *figure, const sk_svg_object *object) {
    return object->layer < 0 ? NULL : figure->layers[object->layer].id;
}

static void compare_layer_of(comparison *c, const sk_svg_object *old, const sk_svg_object *now) {
    const char *before = layer_id(c->old, old), *after = layer_id(c->now, now);
    if (before != NULL && after != NULL && !same(before, after) && now->inside < 0)
        report_object(c, now, SK_CHANGE_REORDERED, "lies in another layer");
}

/* Copies, and what belongs to nothing that was drawn; the shape of a released clip has been told
 * of.
 */
static void report_additions(comparison *c, bool clip_released) {
    sk_arena *arena = c->arena;
    for (size_t i = 0; i < c->now->copy_count; i++) {
        const sk_svg_object *object = sk_object_with_id(&c->old_index, c->now->copies[i]);
        if (object != NULL) report_object(c, object, SK_CHANGE_COPIED, "is there twice");
    }
    for (size_t i = 0; i < c->now->stray_count; i++) {
        const sk_svg_piece *piece = &c->now->strays[i];
        if (piece->is_halo) continue; /* its letters tell */
        if (clip_released && sk_is_released_clip(c->old, piece, c->now->rounding_mm)) continue;
        const char *words = piece->text != NULL ? sk_arena_printf(arena, "the text \"%s\" is new",
                                                                  shortened(arena, piece->text))
                            : piece->element == SK_SVG_CIRCLE ? "a circle is new"
                                                              : "a shape is new";
        report(c, (sk_figure_change){.kind = SK_CHANGE_ADDED, .words = words});
    }
}

static sk_figure_changes taken_over(comparison *c) {
    sk_figure_change *items = SK_NEW_ARRAY(c->arena, sk_figure_change, c->count);
    if (c->count > 0) memcpy(items, c->items, c->count * sizeof *items);
    free(c->items);
    return (sk_figure_changes){items, c->count};
}

sk_figure_changes sk_figure_diff(const sk_svg_figure *old, const sk_svg_figure *now,
                                 sk_arena *arena) {
    sk_svg_figure shifted;
    comparison c = {.arena = arena, .old = old, .now = now};
    compare_page(&c);
    compare_places(&c, &shifted);
    now = c.now;
    c.old_index = sk_object_index_create(old, arena);
    c.now_index = sk_object_index_create(now, arena);
    compare_styles(&c);
    sk_layer_diff(old, now, arena, report_layer, &c);
    report_only_in(&c, old, &c.now_index, SK_CHANGE_GONE, "is gone");
    report_only_in(&c, now, &c.old_index, SK_CHANGE_ADDED, "is new");
    report_additions(&c, compare_clips(&c));
    for (size_t i = 0; i < now->object_count; i++) {
        const sk_svg_object *before = sk_object_with_id(&c.old_index, now->objects[i].id);
        if (before == NULL) continue;
        compare_objects(&c, before, &now->objects[i]);
        compare_layer_of(&c, before, &now->objects[i]);
    }
    compare_order(&c);
    return taken_over(&c);
}
