/* Discs and convex polygons, and whether they overlap: written for the tests alone, so that it can
 * disagree with what the program uses. */
#ifndef TESTS_TOOLS_FLAT_SHAPES_H
#define TESTS_TOOLS_FLAT_SHAPES_H

#include <stdbool.h>
#include <stddef.h>

/* A point with a radius is a disc; two points are a line; four a box in any direction. */
typedef struct {
    double x[4], y[4];
    size_t count;
    double radius; /* of a disc only */
} flat_shape;

typedef struct {
    double left, top, right, bottom;
} flat_box;

flat_box flat_bounds(const flat_shape *shape);
flat_box flat_union(flat_box a, flat_box b);
flat_shape flat_from_box(flat_box box);

/* How far the two reach into each other; 0 or less when they are apart. */
double flat_overlap(const flat_shape *a, const flat_shape *b);

#endif
