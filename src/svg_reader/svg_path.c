#include "svg_reader/svg_path.h"

#include <ctype.h>
#include <string.h>

#include "svg_reader/svg_transform.h"

typedef struct {
    const char *at;
    sk_svg_path *path;
    sk_page_point pen, begin;
    bool relative;
} reader;

static void add(reader *r, char command, const sk_page_point *points, size_t count) {
    sk_svg_path *path = r->path;
    path->commands[path->command_count++] = command;
    for (size_t i = 0; i < count; i++) path->points[path->point_count++] = points[i];
    if (count > 0) r->pen = points[count - 1];
    if (command == 'M') r->begin = r->pen;
    if (command == 'Z') r->pen = r->begin;
}

static bool read_point(reader *r, sk_page_point *out) {
    if (!sk_svg_number_scan(&r->at, &out->x_mm) || !sk_svg_number_scan(&r->at, &out->y_mm))
        return false;
    if (!r->relative) return true;
    out->x_mm += r->pen.x_mm;
    out->y_mm += r->pen.y_mm;
    return true;
}

/* A line along one of the axes. */
static bool read_along_axis(reader *r, char command) {
    double number;
    sk_page_point to = r->pen;
    if (!sk_svg_number_scan(&r->at, &number)) return false;
    if (command == 'H')
        to.x_mm = number + (r->relative ? r->pen.x_mm : 0);
    else
        to.y_mm = number + (r->relative ? r->pen.y_mm : 0);
    add(r, 'L', &to, 1);
    return true;
}

/* The points of one command; false where there are none (any more). */
static bool read_operands(reader *r, char command) {
    sk_page_point points[3];
    if (command == 'H' || command == 'V') return read_along_axis(r, command);
    size_t count = command == 'C' ? 3 : 1;
    for (size_t i = 0; i < count; i++)
        if (!read_point(r, &points[i])) return false;
    add(r, command, points, count);
    return true;
}

static bool read_command(reader *r) {
    char letter = *r->at++, command = (char)toupper((unsigned char)letter);
    if (letter == '\0' || strchr("MLHVCZ", command) == NULL) return false;
    r->relative = letter != command;
    if (command == 'Z') {
        add(r, 'Z', NULL, 0);
        return true;
    }
    if (!read_operands(r, command)) return false;
    if (command == 'M') command = 'L'; /* further points after M are lines */
    while (read_operands(r, command)) continue;
    return true;
}

bool sk_svg_path_parse(const char *data, sk_arena *arena, sk_svg_path *out) {
    size_t most = strlen(data) + 1; /* a command is a letter or more, a point two or more */
    *out = (sk_svg_path){.commands = SK_NEW_ARRAY(arena, char, most),
                         .points = SK_NEW_ARRAY(arena, sk_page_point, most / 2 + 1)};
    reader r = {.at = data, .path = out};
    for (;;) {
        r.at += strspn(r.at, " \t\r\n,");
        if (*r.at == '\0') return out->command_count > 0;
        if (!read_command(&r)) return false;
    }
}
