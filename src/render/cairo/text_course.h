/** The course that text along a path takes, the way SVG's textPath takes it. */
#ifndef STREEKKAART_RENDER_CAIRO_TEXT_COURSE_H
#define STREEKKAART_RENDER_CAIRO_TEXT_COURSE_H

#include <stdbool.h>

#include "streekkaart/scene.h"

typedef struct {
    sk_page_point *points;
    double *distances_mm; /* from the start, along the course */
    size_t count;
} sk_text_course;

/** The path as short straight steps; all of it in `arena`. */
sk_text_course sk_text_course_create(const sk_path *path, sk_arena *arena);

/** Where the course is after `distance_mm`, and its direction there (clockwise from rightwards, in
 *  radians). False before its start and after its end, where text is not shown. */
bool sk_text_course_at(const sk_text_course *course, double distance_mm, sk_page_point *point,
                       double *direction);

#endif
