#include "svg_reader/file/svg_restore.h"

#include <math.h>
#include <string.h>

#include "svg_reader/file/object_index.h"

/* A line of one of an object's texts. */
typedef struct {
    const sk_svg_piece *piece;
    size_t line;
} line_place;

/* The n-th line of all of an object's texts; false where there are not as many. */
static bool find_line(const sk_svg_object *object, size_t n, line_place *out) {
    for (size_t i = 0; i < object->piece_count; i++) {
        const sk_svg_piece *piece = &object->pieces[i];
        if (piece->element != SK_SVG_TEXT) continue;
        if (n < piece->point_count) {
            *out = (line_place){piece, n};
            return true;
        }
        n -= piece->point_count;
    }
    return false;
}

/* How far along its line the text's anchor would be in the figure as it was drawn. */
static void align_line(sk_page_point *point, const sk_svg_piece *edited, line_place drawn) {
    double share = drawn.piece->anchor - edited->anchor;
    if (share == 0 || drawn.line >= drawn.piece->width_count) return;
    double along = share * drawn.piece->widths_mm[drawn.line];
    double scale = hypot(edited->through.a, edited->through.b);
    if (!(scale > 0)) return;
    point->x_mm += along * edited->through.a / scale;
    point->y_mm += along * edited->through.b / scale;
}

static void align_texts(sk_svg_object *edited, sk_svg_piece *pieces, const sk_svg_object *drawn,
                        sk_arena *arena) {
    size_t n = 0;
    for (size_t i = 0; i < edited->piece_count; i++) {
        sk_svg_piece *piece = &pieces[i];
        if (piece->element != SK_SVG_TEXT || piece->point_count == 0) continue;
        sk_page_point *points = SK_NEW_ARRAY(arena, sk_page_point, piece->point_count);
        for (size_t k = 0; k < piece->point_count; k++) {
            line_place line;
            points[k] = piece->points[k];
            if (find_line(drawn, n++, &line)) align_line(&points[k], piece, line);
        }
        piece->points = points;
        piece->at = points[0];
    }
}

static const sk_svg_piece *noted_piece(const sk_svg_object *object) {
    for (size_t i = 0; i < object->piece_count; i++)
        if (object->pieces[i].has_drawn_at) return &object->pieces[i];
    return NULL;
}

/* Is it from this drawing that the object's lines were taken over? One whose name stands elsewhere,
 * on the other side of its dot, counts from another side itself. */
static bool is_of_drawing(const sk_svg_object *edited, const sk_svg_object *drawn) {
    const double rounding_mm = 0.01;
    const sk_svg_piece *then = noted_piece(edited), *now = noted_piece(drawn);
    if (then == NULL) return true;
    return now != NULL && hypot(now->drawn_at.x_mm - then->drawn_at.x_mm,
                                now->drawn_at.y_mm - then->drawn_at.y_mm) < rounding_mm;
}

/* The place that the file has lost is that of the first piece of its kind. */
static void restore_place(const sk_svg_object *edited, sk_svg_piece *pieces,
                          const sk_svg_object *drawn) {
    const sk_svg_piece *noted = noted_piece(drawn);
    if (noted == NULL || noted_piece(edited) != NULL) return;
    for (size_t i = 0; i < edited->piece_count; i++) {
        bool outlined = pieces[i].text != NULL, was_outlined = noted->text != NULL;
        if (pieces[i].element != noted->element || outlined != was_outlined) continue;
        pieces[i].has_drawn_at = true;
        pieces[i].drawn_at = noted->drawn_at;
        return;
    }
}

static void restore_attributes(sk_svg_object *edited, const sk_svg_object *drawn) {
    edited->item = drawn->item;
    if (edited->role == SK_ROLE_NONE) edited->role = drawn->role;
    if (edited->feature == NULL) edited->feature = drawn->feature;
    if (edited->kind == NULL) edited->kind = drawn->kind;
    if (edited->source == NULL) edited->source = drawn->source;
    if (edited->title == NULL) edited->title = drawn->title;
    if (edited->movable || !drawn->movable) return;
    edited->movable = true;
    edited->pin = drawn->pin;
}

void sk_svg_restore(sk_svg_figure *edited, const sk_svg_figure *drawn, sk_arena *arena) {
    const sk_object_index index = sk_object_index_create(drawn, arena);
    sk_svg_object *objects = SK_NEW_ARRAY(arena, sk_svg_object, edited->object_count);
    for (size_t i = 0; i < edited->object_count; i++) {
        sk_svg_object *object = &objects[i];
        *object = edited->objects[i];
        const sk_svg_object *before = sk_object_with_id(&index, object->id);
        if (before == NULL) continue;
        sk_svg_piece *pieces = SK_NEW_ARRAY(arena, sk_svg_piece, object->piece_count);
        if (object->piece_count > 0)
            memcpy(pieces, object->pieces, object->piece_count * sizeof *pieces);
        object->pieces = pieces;
        restore_attributes(object, before);
        if (is_of_drawing(object, before)) align_texts(object, pieces, before, arena);
        restore_place(object, pieces, before);
    }
    edited->objects = objects;
}
