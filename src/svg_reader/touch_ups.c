#include "svg_reader/touch_ups.h"

#include <math.h>
#include <string.h>

#include "base/angle.h"
#include "svg_reader/file/object_index.h"
#include "svg_reader/object_shape.h"
#include "svg_reader/page_shift.h"

typedef struct {
    sk_arena *arena;
    const sk_svg_figure *edited;
    sk_object_index drawn, edited_index;
    double unmoved_mm;
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

static bool is_moved(const search *s, sk_page_point by) {
    return !(hypot(by.x_mm, by.y_mm) < s->unmoved_mm);
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
                               const sk_svg_object *edited, sk_change_kind *kind) {
    const sk_page_point still = {0, 0};
    sk_page_point by;
    if (drawn == NULL) return "was moved, and is not on the figure any more";
    if (!is_drawn_as_before(drawn, edited)) return NULL;
    switch (sk_object_shape_compare(drawn, edited, still, s->edited->rounding_mm, s->arena)
                .difference) {
        case SK_SHAPE_TURNED:
            *kind = SK_CHANGE_TURNED;
            return "was turned or scaled";
        case SK_SHAPE_IN_PARTS:
            return "was moved in part only";
        case SK_SHAPE_LACKING:
            return noted_piece(edited)->element != SK_SVG_PATH ? NULL : "lacks one of its shapes";
        case SK_SHAPE_OTHER:
            /* A disc or a text that is what it was tells the place; another outline doesn't. */
            if (noted_piece(edited)->element != SK_SVG_PATH || edited->role == SK_ROLE_LEADER)
                return NULL;
            return movement_of(edited, &by) && is_moved(s, by)
                       ? "is drawn in another shape, and may have moved"
                       : "is drawn in another shape";
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
        .role = object->role,
        .movable = object->movable,
        .is_row = sk_svg_object_is_row(object),
        .words = sk_arena_printf(s->arena, "%s %s", sk_svg_object_called(s->arena, object), what)};
}

/* As many as a pin may ask for. */
enum { LINES_MOST = 9 };

static void add_kept(search *s, const sk_svg_object *object, sk_page_point by) {
    double dx = object->pin.x_mm + by.x_mm, dy = object->pin.y_mm + by.y_mm;
    const double mm = hypot(by.x_mm, by.y_mm);
    if (!(mm < SK_PAGE_MOST_MM)) {
        add_other(s, object, SK_CHANGE_MOVED, "was moved off the page");
        return;
    }
    if (object->role == SK_ROLE_FURNITURE &&
        (crossed_an_edge(object->pin.x_mm, dx) || crossed_an_edge(object->pin.y_mm, dy))) {
        add_other(s, object, SK_CHANGE_MOVED, "was moved past the map's edge");
        return;
    }
    const sk_svg_piece *piece = noted_piece(object);
    double turn_deg = sk_degrees(atan2(piece->through.b, piece->through.a));
    s->kept[s->kept_count++] =
        (sk_touch_up){object->item,
                      dx,
                      dy,
                      piece->line_count <= LINES_MOST ? (int)piece->line_count : 0,
                      piece->line_count == 1 ? turn_deg : 0,
                      sk_arena_printf(s->arena, "%s %s", sk_svg_object_called(s->arena, object),
                                      sk_moved_words(mm, s->arena))};
}

static void look_at(search *s, const sk_svg_object *object) {
    sk_page_point by;
    if (!movement_of(object, &by)) return;
    const sk_svg_object *drawn = sk_object_with_id(&s->drawn, object->id);
    if (drawn == NULL && !is_moved(s, by)) return;
    sk_change_kind kind = drawn == NULL ? SK_CHANGE_REDRAWN : SK_CHANGE_RESHAPED;
    const char *obstacle = obstacle_to(s, drawn, object, &kind);
    if (obstacle != NULL)
        add_other(s, object, kind, obstacle);
    else if (is_moved(s, by))
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
        if (marker && movement_of(object, &by) && is_moved(s, by)) return true;
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

static bool was_told(const search *s, const sk_svg_object *object) {
    for (size_t i = 0; i < s->other_count; i++)
        if (s->others[i].id != NULL && strcmp(s->others[i].id, object->id) == 0) return true;
    return false;
}

/* Was this movement, or this shape, looked at already? */
static bool was_looked_at(const search *s, const sk_figure_change *change) {
    const sk_svg_object *object =
        change->id == NULL ? NULL : sk_object_with_id(&s->edited_index, change->id);
    sk_page_point by;
    if (object == NULL) return false;
    /* A leader whose end was dragged is drawn anew from there. */
    bool dragged = object->role == SK_ROLE_LEADER && movement_of(object, &by) && is_moved(s, by);
    if (change->kind == SK_CHANGE_RESHAPED || change->kind == SK_CHANGE_TURNED)
        return dragged || was_told(s, object);
    return change->kind == SK_CHANGE_MOVED &&
           (movement_of(object, &by) || follows_its_marker(s, object) ||
            follows_its_heading(s, object, change->moved_mm));
}

/* What the diff finds and was not looked at. */
static void add_changes(search *s, const sk_figure_changes *changes) {
    size_t looked_at = s->other_count;
    sk_figure_change *others = SK_NEW_ARRAY(s->arena, sk_figure_change, changes->count);
    size_t count = 0;
    for (size_t i = 0; i < changes->count; i++)
        if (!was_looked_at(s, &changes->items[i])) others[count++] = changes->items[i];
    if (count > 0) memcpy(s->others + looked_at, others, count * sizeof *others);
    s->other_count += count;
}

static void add_outdated(search *s, sk_page_point shift) {
    if (hypot(shift.x_mm, shift.y_mm) > 0)
        s->others[s->other_count++] = (sk_figure_change){
            .kind = SK_CHANGE_MOVED, .words = sk_page_shift_words(shift, s->arena)};
    s->others[s->other_count++] = (sk_figure_change){
        .kind = SK_CHANGE_REDRAWN,
        .words = "whatever else was changed, as the project has changed since this was drawn"};
}

sk_touch_ups sk_touch_ups_find(const sk_svg_figure *drawn, const sk_svg_figure *edited,
                               sk_arena *arena) {
    const sk_figure_changes changes = sk_figure_diff(drawn, edited, arena);
    const sk_page_point shift = sk_page_shift_find(drawn, edited, arena);
    const sk_svg_figure in_place =
        sk_page_shifted(edited, (sk_page_point){-shift.x_mm, -shift.y_mm}, arena);
    search s = {
        .arena = arena,
        .edited = &in_place,
        .drawn = sk_object_index_create(drawn, arena),
        .edited_index = sk_object_index_create(&in_place, arena),
        .unmoved_mm = fmax(SK_UNMOVED_MM, edited->rounding_mm),
        .kept = SK_NEW_ARRAY(arena, sk_touch_up, edited->object_count),
        .others = SK_NEW_ARRAY(arena, sk_figure_change, edited->object_count + changes.count + 2)};
    for (size_t i = 0; i < edited->object_count; i++) look_at(&s, &in_place.objects[i]);
    bool up_to_date = is_up_to_date(&s);
    if (up_to_date)
        add_changes(&s, &changes);
    else
        add_outdated(&s, shift);
    return (sk_touch_ups){s.kept,        s.kept_count,      s.others,
                          s.other_count, edited->has_notes, up_to_date};
}

static const sk_svg_object *item_of(const sk_svg_figure *figure, const char *item) {
    for (size_t i = 0; i < figure->object_count; i++)
        if (figure->objects[i].movable && strcmp(figure->objects[i].item, item) == 0)
            return &figure->objects[i];
    return NULL;
}

bool sk_touch_ups_stood_elsewhere(const sk_svg_figure *drawn, const sk_svg_figure *edited,
                                  const char *item) {
    const sk_svg_object *now = item_of(drawn, item), *then = item_of(edited, item);
    return now != NULL && then != NULL && !is_drawn_as_before(now, then);
}
