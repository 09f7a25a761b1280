#include "svg_reader/touch_ups.h"

#include <math.h>
#include <string.h>

#include "base/angle.h"
#include "svg_reader/file/object_index.h"
#include "svg_reader/object_shape.h"

typedef struct {
    sk_arena *arena;
    const sk_svg_figure *edited;
    sk_object_index drawn;
    sk_touch_up *kept;
    sk_figure_change *others;
    size_t kept_count, other_count;
} search;

static sk_page_point difference(sk_page_point a, sk_page_point b) {
    return (sk_page_point){a.x_mm - b.x_mm, a.y_mm - b.y_mm};
}

static bool is_still(sk_page_point by) {
    return hypot(by.x_mm, by.y_mm) < SK_UNMOVED_MM;
}

/* The piece whose place was noted when it was drawn. */
static const sk_svg_piece *noted_piece(const sk_svg_object *object) {
    for (size_t i = 0; i < object->piece_count; i++)
        if (object->pieces[i].has_drawn_at) return &object->pieces[i];
    return NULL;
}

/* How far the object was moved; false where a pin can't hold it. */
static bool movement_of(const sk_svg_object *object, sk_page_point *by) {
    const sk_svg_piece *piece = object->movable ? noted_piece(object) : NULL;
    if (piece == NULL) return false;
    *by = difference(piece->at, piece->drawn_at);
    return true;
}

/* Does the program put the object today where it stood before it was edited? */
static bool is_drawn_as_before(const sk_svg_object *drawn, const sk_svg_object *edited) {
    const sk_svg_piece *now = noted_piece(drawn), *then = noted_piece(edited);
    return now != NULL && then != NULL && is_still(difference(now->drawn_at, then->drawn_at)) &&
           is_still(difference(drawn->pin, edited->pin));
}

/* Was this file drawn from the project as it is today? What has lost its place, such as a name that
 * is shapes now, doesn't say. */
static bool is_up_to_date(const search *s) {
    for (size_t i = 0; i < s->edited->object_count; i++) {
        const sk_svg_object *edited = &s->edited->objects[i];
        const sk_svg_object *drawn = sk_object_with_id(&s->drawn, edited->id);
        bool noted = edited->movable && noted_piece(edited) != NULL;
        if (noted && (drawn == NULL || !is_drawn_as_before(drawn, edited))) return false;
    }
    return true;
}

/* Why no pin can keep what was done to the object; NULL where one can. */
static const char *obstacle_to(const search *s, const sk_svg_object *drawn,
                               const sk_svg_object *edited) {
    sk_page_point by;
    double most;
    if (drawn == NULL) return "was moved, and is not on the figure any more";
    if (!is_drawn_as_before(drawn, edited)) return NULL;
    switch (sk_object_shape_compare(drawn, edited, (sk_page_point){0, 0}, s->arena, &by, &most)) {
        case SK_SHAPE_TURNED:
            return "was turned or scaled";
        case SK_SHAPE_IN_PARTS:
            return "was moved in part only";
        default:
            return NULL;
    }
}

/* Furniture counts from the edges that its pin's signs name: beyond them it is off the map. */
static bool crossed_an_edge(double before, double after) {
    return (before < 0) != (after < 0);
}

static void add_other(search *s, const sk_svg_object *object, sk_change_kind kind,
                      const char *what) {
    s->others[s->other_count++] = (sk_figure_change){
        .kind = kind,
        .id = object->id,
        .feature = object->feature,
        .words = sk_arena_printf(s->arena, "%s %s", sk_svg_object_called(s->arena, object), what)};
}

static void add_kept(search *s, const sk_svg_object *object, sk_page_point by) {
    double dx = object->pin.x_mm + by.x_mm, dy = object->pin.y_mm + by.y_mm;
    if (object->role == SK_ROLE_FURNITURE &&
        (crossed_an_edge(object->pin.x_mm, dx) || crossed_an_edge(object->pin.y_mm, dy))) {
        add_other(s, object, SK_CHANGE_MOVED, "was moved out of the map");
        return;
    }
    long hundredths = lround(hypot(by.x_mm, by.y_mm) * 100);
    const sk_svg_piece *piece = noted_piece(object);
    double turn_deg = sk_degrees(atan2(piece->through.b, piece->through.a));
    s->kept[s->kept_count++] = (sk_touch_up){
        object->item,
        dx,
        dy,
        (int)piece->line_count,
        piece->line_count == 1 ? turn_deg : 0,
        sk_arena_printf(s->arena, "%s moved %ld.%02ld mm", sk_svg_object_called(s->arena, object),
                        hundredths / 100, hundredths % 100)};
}

static void look_at(search *s, const sk_svg_object *object) {
    sk_page_point by;
    if (!movement_of(object, &by)) return;
    const sk_svg_object *drawn = sk_object_with_id(&s->drawn, object->id);
    if (drawn == NULL && is_still(by)) return;
    const char *obstacle = obstacle_to(s, drawn, object);
    if (obstacle != NULL)
        add_other(s, object, SK_CHANGE_RESHAPED, obstacle);
    else if (!is_still(by))
        add_kept(s, object, by);
}

/* A marker's leader follows its marker, so that moving both moves one thing. */
static bool follows_its_marker(const search *s, const sk_svg_object *leader) {
    if (leader->role != SK_ROLE_LEADER) return false;
    for (size_t i = 0; i < s->edited->object_count; i++) {
        const sk_svg_object *object = &s->edited->objects[i];
        sk_page_point by;
        bool marker = object->role == SK_ROLE_MARKER && object->feature != NULL &&
                      leader->feature != NULL && strcmp(object->feature, leader->feature) == 0;
        if (marker && movement_of(object, &by) && !is_still(by)) return true;
    }
    return false;
}

/* The marks of a region's block, and its leader, stand where its heading does:
 * "district-lek-chemie" is of "district-lek-label". */
static bool follows_its_heading(const search *s, const sk_svg_object *mark, double moved_mm) {
    static const char ending[] = "label";
    const double alike_mm = 0.05;
    if (mark->role != SK_ROLE_MARKER && mark->role != SK_ROLE_LEADER) return false;
    for (size_t i = 0; i < s->edited->object_count; i++) {
        const sk_svg_object *object = &s->edited->objects[i];
        size_t length = strlen(object->id), behind = strlen(ending);
        sk_page_point by;
        bool heading = object->role == SK_ROLE_LABEL && object->feature == NULL &&
                       length > behind && strcmp(object->id + length - behind, ending) == 0 &&
                       strncmp(object->id, mark->id, length - behind) == 0;
        if (heading && movement_of(object, &by) &&
            fabs(hypot(by.x_mm, by.y_mm) - moved_mm) < alike_mm)
            return true;
    }
    return false;
}

/* Of what the diff finds, a movement that was looked at already is left out. */
static void add_changes(search *s, const sk_figure_changes *changes) {
    const sk_object_index edited = sk_object_index_create(s->edited, s->arena);
    if (!is_up_to_date(s)) {
        s->others[s->other_count++] = (sk_figure_change){
            .kind = SK_CHANGE_REDRAWN,
            .words = "whatever else was changed, as the project has changed since, too"};
        return;
    }
    for (size_t i = 0; i < changes->count; i++) {
        const sk_figure_change *change = &changes->items[i];
        const sk_svg_object *object =
            change->id == NULL ? NULL : sk_object_with_id(&edited, change->id);
        bool moved = change->kind == SK_CHANGE_MOVED;
        sk_page_point by;
        if (moved && object != NULL &&
            (movement_of(object, &by) || follows_its_marker(s, object) ||
             follows_its_heading(s, object, change->moved_mm)))
            continue;
        s->others[s->other_count++] = *change;
    }
}

sk_touch_ups sk_touch_ups_find(const sk_svg_figure *drawn, const sk_svg_figure *edited,
                               sk_arena *arena) {
    const sk_figure_changes changes = sk_figure_diff(drawn, edited, arena);
    search s = {
        .arena = arena,
        .edited = edited,
        .drawn = sk_object_index_create(drawn, arena),
        .kept = SK_NEW_ARRAY(arena, sk_touch_up, edited->object_count),
        .others = SK_NEW_ARRAY(arena, sk_figure_change, edited->object_count + changes.count + 1)};
    for (size_t i = 0; i < edited->object_count; i++) look_at(&s, &edited->objects[i]);
    add_changes(&s, &changes);
    return (sk_touch_ups){s.kept, s.kept_count, s.others, s.other_count};
}
