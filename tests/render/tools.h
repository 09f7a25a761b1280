/* Runs the programs that look at what was rendered: poppler-utils, librsvg2-bin, libxml2-utils. */
#ifndef TESTS_RENDER_TOOLS_H
#define TESTS_RENDER_TOOLS_H

#include <check.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "streekkaart/memory.h"

/* What the command prints; fails the test when its exit status is another than `expected`. */
static inline const char *output_of(sk_arena *arena, int expected, const char *format, ...) {
    char command[2048];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(command, sizeof command, format, arguments);
    va_end(arguments);
    FILE *stream = popen(command, "r");
    ck_assert_ptr_nonnull(stream);
    enum { ROOM = 1 << 18 };
    char *text = sk_arena_array(arena, ROOM, 1);
    size_t length = fread(text, 1, ROOM - 1, stream);
    text[length] = '\0';
    int status = pclose(stream);
    ck_assert_msg(status == expected * 256, "`%s` ended with status %d: %s", command, status / 256,
                  text);
    return text;
}

#endif
