#include "cli/progress/bar.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/clean_text.h"

enum {
    COLUMNS_USUAL = 80,
    BAR_LONG = 20, /* cells, on a terminal of BAR_LONG_FROM columns or more */
    BAR_LONG_FROM = 60,
    BAR_SHORT = 10,
    BAR_SHORT_FROM = 36,
    NAME_LEAST = 8, /* columns, below which a name tells nothing */
    GAP = 2,
};

/* The bytes of the first `most` characters, or of all. */
static size_t head_of(const char *text, size_t most) {
    size_t at = 0;
    for (size_t i = 0; i < most && text[at] != '\0'; i++) {
        uint32_t character = 0;
        size_t length = sk_text_decode((const unsigned char *)text + at, &character);
        at += length == 0 ? 1 : length;
    }
    return at;
}

static const char *cells(const sk_bar *bar, size_t columns, sk_arena *arena) {
    size_t count = columns >= BAR_LONG_FROM ? BAR_LONG : columns >= BAR_SHORT_FROM ? BAR_SHORT : 0;
    if (count == 0) return "";
    size_t full = bar->all == 0 ? 0 : count * bar->done / bar->all;
    char *text = SK_NEW_ARRAY(arena, char, count + 1);
    memset(text, '-', count);
    memset(text, '#', full);
    return sk_arena_printf(arena, "[%s] ", text);
}

static const char *time_left(double seconds, sk_arena *arena) {
    if (seconds < 0 || seconds > 1e6) return "";
    long whole = (long)(seconds + 0.5), minutes = whole / 60;
    if (minutes < 60) return sk_arena_printf(arena, "  %ld:%02ld left", minutes, whole % 60);
    return sk_arena_printf(arena, "  %ld:%02ld:%02ld left", minutes / 60, minutes % 60, whole % 60);
}

const char *sk_bar_line(const sk_bar *bar, size_t columns, sk_arena *arena) {
    size_t room = columns > 0 ? columns - 1 : 0;
    const char *count = sk_arena_printf(arena, "%zu/%zu", bar->done, bar->all);
    const char *start = sk_arena_printf(arena, "%s%s", cells(bar, columns, arena), count);
    const char *left = time_left(bar->seconds_left, arena);
    if (strlen(start) + strlen(left) > room) left = "";
    if (strlen(start) > room) return sk_arena_string_n(arena, start, room);
    room -= strlen(start) + strlen(left);
    if (bar->what == NULL || room < NAME_LEAST + GAP)
        return sk_arena_printf(arena, "%s%s", start, left);
    const char *what = sk_text_shown(arena, bar->what);
    return sk_arena_printf(arena, "%s  %.*s%s", start, (int)head_of(what, room - GAP), what, left);
}

/* "" where it is not set. */
static const char *setting(const char *variable) {
    const char *value = getenv(variable);
    return value != NULL ? value : "";
}

bool sk_bar_is_possible(void) {
    const char *terminal = setting("TERM");
    return isatty(STDERR_FILENO) && terminal[0] != '\0' && strcmp(terminal, "dumb") != 0 &&
           setting("NO_COLOR")[0] == '\0';
}

static size_t terminal_columns(void) {
    struct winsize size;
    bool known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? size.ws_col : COLUMNS_USUAL;
}

void sk_bar_paint(const sk_bar *bar) {
    sk_arena *arena = sk_arena_create();
    fprintf(stderr, "\r%s\033[K", sk_bar_line(bar, terminal_columns(), arena));
    (void)fflush(stderr);
    sk_arena_free(arena);
}

void sk_bar_wipe(void) {
    fputs("\r\033[K", stderr);
    (void)fflush(stderr);
}
