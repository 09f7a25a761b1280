#include "render/svg/svg_path_data.h"

#include <stdlib.h>
#include <string.h>

#include "base/number_text.h"
#include "render/cairo/units.h"

enum { PATH_DECIMALS = 2 };

/* Path data being written. Steps are counted in whole hundredths of a point from one rounded place
 * to the next, so that rounding never adds up along a path. */
typedef struct {
    char *text;
    size_t length;
    long long x, y;             /* where the pen is */
    long long begin_x, begin_y; /* where this part of the path began */
    char command;               /* the last one */
} path_text;

static void write_command(path_text *out, char command) {
    /* After `m` further points are lines. */
    bool implied = out->command == command || (out->command == 'm' && command == 'l');
    if (!implied) out->text[out->length++] = command;
    out->command = implied ? out->command : command;
}

static void write_step(path_text *out, long long step) {
    char before = out->length == 0 ? 'm' : out->text[out->length - 1];
    bool after_digit = before >= '0' && before <= '9';
    if (after_digit && step >= 0) out->text[out->length++] = ' ';
    char number[SK_NUMBER_MAX];
    size_t length = sk_number_write(number, step, PATH_DECIMALS);
    /* Most steps are shorter than a point: ".5" for "0.5" makes a map a tenth smaller. */
    const char *digits = number;
    if (step < 0) out->text[out->length++] = *digits++;
    if (digits[0] == '0' && digits[1] == '.') digits++;
    length -= (size_t)(digits - number);
    memcpy(out->text + out->length, digits, length);
    out->length += length;
}

static void write_points(path_text *out, const sk_page_point *points, size_t count) {
    long long x = out->x, y = out->y;
    for (size_t i = 0; i < count; i++) {
        x = sk_number_scaled(sk_pt(points[i].x_mm), PATH_DECIMALS);
        y = sk_number_scaled(sk_pt(points[i].y_mm), PATH_DECIMALS);
        write_step(out, x - out->x);
        write_step(out, y - out->y);
    }
    out->x = x;
    out->y = y;
}

static void write_segment(path_text *out, const sk_segment *segment) {
    switch (segment->kind) {
        case SK_SEGMENT_MOVE:
            out->command = '\0'; /* a repeated `m` would be a line */
            write_command(out, 'm');
            write_points(out, segment->points, 1);
            out->begin_x = out->x;
            out->begin_y = out->y;
            break;
        case SK_SEGMENT_LINE:
            write_command(out, 'l');
            write_points(out, segment->points, 1);
            break;
        case SK_SEGMENT_CURVE:
            write_command(out, 'c');
            write_points(out, segment->points, 3);
            break;
        case SK_SEGMENT_CLOSE:
            write_command(out, 'z');
            out->x = out->begin_x;
            out->y = out->begin_y;
            break;
    }
}

const char *sk_svg_path_data(sk_arena *arena, const sk_path *path) {
    enum { SEGMENT_MAX = 6 * SK_NUMBER_MAX + 1 };
    path_text out = {.text = sk_heap_array(path->count, SEGMENT_MAX)};
    for (size_t i = 0; i < path->count; i++) write_segment(&out, &path->segments[i]);
    const char *text = sk_arena_string_n(arena, out.text, out.length);
    free(out.text);
    return text;
}
