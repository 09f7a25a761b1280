#include "svg_reader/figure_diff.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "svg_reader/object_index.h"
#include "svg_reader/style_diff.h"

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
    };
    return names[kind];
}

const char *sk_svg_object_called(sk_arena *arena, const sk_svg_object *object) {
    static const char *const nouns[SK_ROLE_COUNT] = {
        [SK_ROLE_MARKER] = "point",     [SK_ROLE_ZONE] = "zone", [SK_ROLE_LINK] = "link",
        [SK_ROLE_LABEL] = "name",       [SK_ROLE_TOWN] = "town", [SK_ROLE_REGION] = "region",
        [SK_ROLE_LEADER] = "leader of",
    };
    const char *noun = nouns[object->role];
    if (object->role == SK_ROLE_NONE && object->feature != NULL) noun = "row of";
    if (object->title == NULL) return object->id;
    return sk_arena_printf(arena, "%s%s\"%s\"", noun == NULL ? "" : noun, noun == NULL ? "" : " ",
                           object->title);
}

static void report_object(comparison *c, const sk_svg_object *object, sk_change_kind kind,
                          const char *what) {
    report(c, (sk_figure_change){
                  .kind = kind,
                  .id = object->id,
                  .feature = object->feature,
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
        bool whole =
            object->feature != NULL && sk_object_of_feature(other, object->feature) == NULL;
        if (whole && said_of_feature(c, kind, object)) continue;
        report_object(c, object, kind, what);
    }
}

static const char *instead(sk_arena *arena, const char *what, const char *now, const char *old) {
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

/* The words of all its texts, with or without where lines end. */
static const char *text_of(sk_arena *arena, const sk_svg_object *object, bool keep_lines) {
    const char *text = NULL;
    for (size_t i = 0; i < object->piece_count; i++) {
        const char *piece = object->pieces[i].text;
        if (piece == NULL) continue;
        /* Illustrator's halo is a text of its own, with the same words. */
        if (i > 0 && same(piece, object->pieces[i - 1].text)) continue;
        text = text == NULL ? piece : sk_arena_printf(arena, "%s\n%s", text, piece);
    }
    if (text == NULL) return NULL;
    char *copy = sk_arena_string(arena, text);
    for (char *at = copy; *at != '\0' && !keep_lines; at++)
        if (*at == '\n') *at = ' ';
    return copy;
}

/* Said once for all objects of a feature, which go by the old name. */
static void compare_titles(comparison *c, const sk_svg_object *old, const sk_svg_object *now) {
    if (same(old->title, now->title) || said_of_feature(c, SK_CHANGE_RENAMED, now)) return;
    report(c, (sk_figure_change){.kind = SK_CHANGE_RENAMED,
                                 .id = now->id,
                                 .feature = now->feature,
                                 .words = sk_arena_printf(c->arena, "%s is now called \"%s\"",
                                                          sk_svg_object_called(c->arena, old),
                                                          now->title == NULL ? "" : now->title)});
}

static void compare_texts(comparison *c, const sk_svg_object *old, const sk_svg_object *now) {
    sk_arena *arena = c->arena;
    const char *before = text_of(arena, old, false), *after = text_of(arena, now, false);
    if (before == NULL || after == NULL || !same(old->title, now->title)) return;
    if (!same(before, after))
        report_object(c, now, SK_CHANGE_REWORDED,
                      sk_arena_printf(arena, "reads \"%s\" instead of \"%s\"", after, before));
    else if (!same(text_of(arena, old, true), text_of(arena, now, true)))
        report_object(c, now, SK_CHANGE_REWRAPPED, "breaks its lines elsewhere");
}

/* The same steps from the first point on. */
static bool same_points(const sk_svg_piece *a, const sk_svg_piece *b) {
    if (a->point_count != b->point_count) return false;
    for (size_t i = 0; i < a->point_count; i++) {
        double dx = (b->points[i].x_mm - b->at.x_mm) - (a->points[i].x_mm - a->at.x_mm);
        double dy = (b->points[i].y_mm - b->at.y_mm) - (a->points[i].y_mm - a->at.y_mm);
        if (hypot(dx, dy) > SK_UNMOVED_MM) return false;
    }
    return true;
}

/* What is not a matter of where it stands: outlines, sizes, but not a text's words or side. */
static bool same_form(const sk_svg_object *old, const sk_svg_object *now) {
    if (old->piece_count != now->piece_count) return false;
    for (size_t i = 0; i < old->piece_count; i++) {
        const sk_svg_piece *a = &old->pieces[i], *b = &now->pieces[i];
        if (a->element != b->element) return false;
        if (a->text == NULL && (!same(a->form, b->form) || !same_points(a, b))) return false;
    }
    return true;
}

/* How far it moved beyond the object that it is a part of, at most. */
static double most_moved(const sk_svg_object *old, const sk_svg_object *now, sk_page_point by) {
    double most = 0;
    for (size_t i = 0; i < old->piece_count; i++)
        most = fmax(most, hypot(now->pieces[i].at.x_mm - old->pieces[i].at.x_mm - by.x_mm,
                                now->pieces[i].at.y_mm - old->pieces[i].at.y_mm - by.y_mm));
    return most;
}

/* How the object moved that this one is a part of, by its first piece. */
static sk_page_point moved_with(const comparison *c, const sk_svg_object *now) {
    sk_page_point by = {0, 0};
    if (now->inside < 0) return by;
    const sk_svg_object *owner = &c->now->objects[now->inside];
    const sk_svg_object *before = sk_object_with_id(&c->old_index, owner->id);
    if (before == NULL || before->piece_count == 0 || owner->piece_count == 0) return by;
    by.x_mm = owner->pieces[0].at.x_mm - before->pieces[0].at.x_mm;
    by.y_mm = owner->pieces[0].at.y_mm - before->pieces[0].at.y_mm;
    return by;
}

static void compare_places(comparison *c, const sk_svg_object *old, const sk_svg_object *now) {
    double most = most_moved(old, now, moved_with(c, now));
    if (most < SK_UNMOVED_MM) return;
    long hundredths = lround(most * 100);
    report(c, (sk_figure_change){.kind = SK_CHANGE_MOVED,
                                 .id = now->id,
                                 .feature = now->feature,
                                 .moved_mm = (double)hundredths / 100,
                                 .words = sk_arena_printf(c->arena, "%s moved %ld.%02ld mm",
                                                          sk_svg_object_called(c->arena, now),
                                                          hundredths / 100, hundredths % 100)});
}

static void compare_styles(comparison *c, const sk_svg_object *old, const sk_svg_object *now) {
    for (size_t i = 0; i < old->piece_count; i++) {
        const char *before = old->pieces[i].style, *after = now->pieces[i].style;
        if (same(before, after)) continue;
        report_object(
            c, now, SK_CHANGE_RECOLOURED,
            sk_arena_printf(c->arena, "is drawn as \"%s\" instead of \"%s\"", after, before));
        return;
    }
}

static void compare_objects(comparison *c, const sk_svg_object *old, const sk_svg_object *now) {
    compare_titles(c, old, now);
    compare_attribute(c, now, SK_CHANGE_SOURCE, "source", old->source, now->source);
    compare_attribute(c, now, SK_CHANGE_KIND, "kind", old->kind, now->kind);
    compare_texts(c, old, now);
    if (!same_form(old, now)) {
        report_object(c, now, SK_CHANGE_RESHAPED, "is drawn in another shape");
        return;
    }
    compare_places(c, old, now);
    compare_styles(c, old, now);
}

static void compare_page(comparison *c) {
    sk_arena *arena = c->arena;
    if (!same(c->old->title, c->now->title))
        report(c, (sk_figure_change){
                      .kind = SK_CHANGE_RETITLED,
                      .words = sk_arena_printf(arena, "the title is \"%s\" instead of \"%s\"",
                                               c->now->title, c->old->title)});
    const long sizes[] = {lround(c->now->width_mm * 10), lround(c->now->height_mm * 10),
                          lround(c->old->width_mm * 10), lround(c->old->height_mm * 10)};
    if (sizes[0] == sizes[2] && sizes[1] == sizes[3]) return;
    report(c, (sk_figure_change){
                  .kind = SK_CHANGE_RESIZED,
                  .words = sk_arena_printf(
                      arena, "the page is %ld.%ld x %ld.%ld mm instead of %ld.%ld x %ld.%ld mm",
                      sizes[0] / 10, sizes[0] % 10, sizes[1] / 10, sizes[1] % 10, sizes[2] / 10,
                      sizes[2] % 10, sizes[3] / 10, sizes[3] % 10)});
}

static void compare_rules(comparison *c) {
    for (size_t i = 0; i < c->now->rule_count; i++)
        for (size_t k = 0; k < c->old->rule_count; k++) {
            const sk_svg_rule *now = &c->now->rules[i], *old = &c->old->rules[k];
            if (!same(now->name, old->name)) continue;
            const char *changes = sk_style_diff(old->declarations, now->declarations, c->arena);
            const char *id = sk_arena_printf(c->arena, ".%s", now->name);
            if (changes != NULL)
                report(c, (sk_figure_change){
                              .kind = SK_CHANGE_RESTYLED,
                              .id = id,
                              .words = sk_arena_printf(c->arena, "all of %s: %s", id, changes)});
            break;
        }
}

sk_figure_changes sk_figure_diff(const sk_svg_figure *old, const sk_svg_figure *now,
                                 sk_arena *arena) {
    comparison c = {.arena = arena,
                    .old = old,
                    .now = now,
                    .old_index = sk_object_index_create(old, arena),
                    .now_index = sk_object_index_create(now, arena)};
    compare_page(&c);
    compare_rules(&c);
    report_only_in(&c, old, &c.now_index, SK_CHANGE_GONE, "is gone");
    report_only_in(&c, now, &c.old_index, SK_CHANGE_ADDED, "is new");
    for (size_t i = 0; i < now->object_count; i++) {
        const sk_svg_object *before = sk_object_with_id(&c.old_index, now->objects[i].id);
        if (before != NULL) compare_objects(&c, before, &now->objects[i]);
    }
    sk_figure_change *items = SK_NEW_ARRAY(arena, sk_figure_change, c.count);
    if (c.count > 0) memcpy(items, c.items, c.count * sizeof *items);
    free(c.items);
    return (sk_figure_changes){items, c.count};
}
