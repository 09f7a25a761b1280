#include "load/files/wkt.h"

#include <stdlib.h>
#include <string.h>

#include "base/number.h"

/** Text that grows. */
typedef struct {
    char *bytes; /* heap memory */
    size_t length, capacity;
} text;

static void put(text *out, const char *what) {
    for (; *what != '\0'; what++) {
        out->bytes = sk_heap_grow(out->bytes, out->length, &out->capacity, 1);
        out->bytes[out->length++] = *what;
    }
}

static void put_points(text *out, OGRGeometryH run) {
    int count = OGR_G_GetPointCount(run);
    for (int i = 0; i < count; i++) {
        char x[SK_NUMBER_ROOM], y[SK_NUMBER_ROOM];
        sk_number_print(OGR_G_GetX(run, i), x);
        sk_number_print(OGR_G_GetY(run, i), y);
        if (i > 0) put(out, ", ");
        put(out, x);
        put(out, " ");
        put(out, y);
    }
}

/* Recursion ends at the points of a MultiPolygon's ring, three calls down. */
static void put_body(text *out, OGRGeometryH geometry) {
    int parts = OGR_G_GetGeometryCount(geometry);
    const char *between = "";
    put(out, "(");
    if (parts == 0) put_points(out, geometry);
    for (int i = 0; i < parts; i++) {
        OGRGeometryH part = OGR_G_GetGeometryRef(geometry, i);
        if (OGR_G_IsEmpty(part)) continue;
        put(out, between);
        put_body(out, part);
        between = ", ";
    }
    put(out, ")");
}

const char *sk_wkt_write(sk_arena *arena, OGRGeometryH geometry) {
    text out = {0};
    put(&out, OGR_G_GetGeometryName(geometry));
    put(&out, " ");
    put_body(&out, geometry);
    const char *kept = sk_arena_string_n(arena, out.bytes, out.length);
    free(out.bytes);
    return kept;
}
