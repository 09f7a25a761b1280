/** Lines on the page as runs of points: what links are bent, trimmed and labelled with. */
#ifndef STREEKKAART_PAGE_POLYLINE_H
#define STREEKKAART_PAGE_POLYLINE_H

#include "page/page_box.h"
#include "streekkaart/memory.h"
#include "streekkaart/scene.h"

typedef struct {
    sk_page_point *points;
    size_t count;
} sk_polyline;

/** A point on a line, and the direction in which the line passes it. */
typedef struct {
    sk_page_point at;
    double direction_rad; /* 0 to the right, clockwise on the page */
} sk_line_position;

/** The arc of a circle from `a` to `b` whose middle lies `sagitta_mm` to the left of the chord (to
 *  the right when negative), flattened so that no chord is further than 0.01 mm from it. */
sk_polyline sk_polyline_arc(sk_arena *arena, sk_page_point a, sk_page_point b, double sagitta_mm);

double sk_polyline_length(const sk_polyline *line);
/** The place `distance_mm` along the line; clamped to its ends. */
sk_line_position sk_polyline_at(const sk_polyline *line, double distance_mm);
/** The stretch between two distances from its start. */
sk_polyline sk_polyline_part(sk_arena *arena, const sk_polyline *line, double from_mm,
                             double to_mm);
/** The line moved sideways by `by_mm` to its right (seen along it). For gentle bends. */
sk_polyline sk_polyline_offset(sk_arena *arena, const sk_polyline *line, double by_mm);
sk_polyline sk_polyline_reversed(sk_arena *arena, const sk_polyline *line);
/** How far `point` is from the line. */
double sk_polyline_distance(const sk_polyline *line, sk_page_point point);
/** The same where that is no more than `most_mm`, which is found out sooner; else more than that,
 *  or infinite. */
double sk_polyline_distance_within(const sk_polyline *line, sk_page_point point, double most_mm);
/** True when it is less than `within_mm` from the line. */
bool sk_polyline_comes_near(const sk_polyline *line, sk_page_point point, double within_mm);
/** True when the two cross or touch. */
bool sk_polylines_cross(const sk_polyline *a, const sk_polyline *b);
/** The smallest angle at which the two cross, from 0 to 90 degrees; infinite where they do not.
 *  Nearer than `meeting_mm` to an end of either they meet there, and do not cross. */
double sk_polylines_crossing_deg(const sk_polyline *a, const sk_polyline *b, double meeting_mm);
/** The line as a path. A run of points that cannot be told from an arc of a circle becomes one to
 *  four Bezier curves, which a designer can bend; other lines keep their points. */
sk_path sk_polyline_path(sk_arena *arena, const sk_polyline *line);

#endif
