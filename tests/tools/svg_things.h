/* What stands on a figure, read from its SVG alone: names, markers, leaders and furniture with
 * their real outlines, in millimetres. */
#ifndef TESTS_TOOLS_SVG_THINGS_H
#define TESTS_TOOLS_SVG_THINGS_H

#include "flat_shapes.h"
#include "streekkaart/memory.h"
#include "streekkaart/typesetter.h"

typedef enum { THING_NAME, THING_MARKER, THING_LEADER, THING_FURNITURE, THING_OTHER } thing_kind;

typedef struct {
    thing_kind kind;
    const char *id, *feature; /* feature: NULL where there is none */
    flat_shape *shapes;
    size_t count, capacity;
    bool is_frame;
} svg_thing;

typedef struct {
    flat_box page, frame;
    svg_thing *things;
    size_t count, capacity;
} svg_page;

/* False, with a message on standard error, when the file is no SVG of a figure. */
bool svg_page_read(const char *path, sk_typesetter *typesetter, sk_arena *arena, svg_page *out);

#endif
