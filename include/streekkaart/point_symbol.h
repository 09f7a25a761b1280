/** A symbol of the project for points: what symbols/NAME.svg shows, in one colour. */
#ifndef STREEKKAART_POINT_SYMBOL_H
#define STREEKKAART_POINT_SYMBOL_H

#include <stddef.h>

#include "streekkaart/geometry.h"

/** One of its shapes, filled even-odd: M and L with a point each, C with three, Z with none. */
typedef struct {
    const char *commands;
    const sk_page_point *points; /* in a circle of radius 1 around 0, y downwards */
    size_t point_count;
} sk_symbol_part;

/** The shapes together. */
typedef struct {
    const char *name;
    const sk_symbol_part *parts;
    size_t part_count;
} sk_point_symbol;

#endif
