/** The data of SVG paths, as this program and the editors that open its figures write them. */
#ifndef STREEKKAART_SVG_READER_ELEMENT_SVG_PATH_H
#define STREEKKAART_SVG_READER_ELEMENT_SVG_PATH_H

#include <stdbool.h>
#include <stddef.h>

#include "streekkaart/geometry.h"
#include "streekkaart/memory.h"

/** A path, command by command: whatever the spelling was, it has only M, L, C and Z, and absolute
 *  points: one for M and L, three for C, none for Z. */
typedef struct {
    char *commands; /* with a NUL behind them */
    size_t command_count, command_capacity;
    sk_page_point *points; /* in the file's units */
    size_t point_count, point_capacity;
} sk_svg_path;

/** Appends one command with its points. The arena's. */
void sk_svg_path_add(sk_svg_path *path, sk_arena *arena, char command, const sk_page_point *points,
                     size_t count);

/** Reads path data; quadratic curves and arcs become cubic ones. False when it has something else
 * in it or is none; *out is then what came before. The arena's. */
bool sk_svg_path_parse(const char *data, sk_arena *arena, sk_svg_path *out);

#endif
