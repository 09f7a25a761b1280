#include "load/files/wkt.h"

#include <stdlib.h>

#include "base/number.h"
#include "load/files/text_buffer.h"

static void put_points(sk_text_buffer *out, OGRGeometryH run) {
    int count = OGR_G_GetPointCount(run);
    for (int i = 0; i < count; i++) {
        char x[SK_NUMBER_ROOM], y[SK_NUMBER_ROOM];
        sk_number_print(OGR_G_GetX(run, i), x);
        sk_number_print(OGR_G_GetY(run, i), y);
        if (i > 0) sk_text_buffer_put(out, ", ");
        sk_text_buffer_put(out, x);
        sk_text_buffer_put(out, " ");
        sk_text_buffer_put(out, y);
    }
}

/* Recursion ends at the points of a MultiPolygon's ring, three calls down. */
static void put_body(sk_text_buffer *out, OGRGeometryH geometry) {
    int parts = OGR_G_GetGeometryCount(geometry);
    const char *between = "";
    sk_text_buffer_put(out, "(");
    if (parts == 0) put_points(out, geometry);
    for (int i = 0; i < parts; i++) {
        OGRGeometryH part = OGR_G_GetGeometryRef(geometry, i);
        if (OGR_G_IsEmpty(part)) continue;
        sk_text_buffer_put(out, between);
        put_body(out, part);
        between = ", ";
    }
    sk_text_buffer_put(out, ")");
}

const char *sk_wkt_write(sk_arena *arena, OGRGeometryH geometry) {
    sk_text_buffer out = {0};
    sk_text_buffer_put(&out, OGR_G_GetGeometryName(geometry));
    sk_text_buffer_put(&out, " ");
    put_body(&out, geometry);
    const char *kept = sk_arena_string_n(arena, out.bytes, out.length);
    free(out.bytes);
    return kept;
}
