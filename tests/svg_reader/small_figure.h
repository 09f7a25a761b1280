/** A small figure as an SVG, for the tests of what reads figures back. */
#ifndef TESTS_SVG_READER_SMALL_FIGURE_H
#define TESTS_SVG_READER_SMALL_FIGURE_H

#include <string.h>

#include "svg_reader/file/svg_figure.h"

static sk_diag *diag;
static sk_arena *arena;

static inline void set_up(void) {
    diag = sk_diag_create();
    arena = sk_arena_create();
}

static inline void tear_down(void) {
    sk_arena_free(arena);
    sk_diag_free(diag);
}

static inline const char *file_with(const char *contents) {
    return sk_arena_printf(
        arena,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100mm\" height=\"50mm\" "
        "viewBox=\"0 0 200 100\" data-program=\"streekkaart 1\" data-svg-target=\"inkscape\" "
        "data-figure=\"13\"><title>Figuur 13</title>%s</svg>",
        contents);
}

/* Figure 13, of 100 mm, whose unit is half a millimetre. */
static inline sk_svg_figure figure_with(const char *contents) {
    const char *svg = file_with(contents);
    sk_svg_figure figure;
    ck_assert_int_eq(sk_svg_figure_read(svg, strlen(svg), "test.svg", arena, diag, &figure), SK_OK);
    return figure;
}

/* The same, as another program has saved it. */
static inline sk_svg_figure edition_of(const sk_svg_figure *drawn, const char *contents) {
    const char *svg = file_with(contents);
    sk_svg_figure figure;
    ck_assert_int_eq(
        sk_svg_figure_read_like(drawn, svg, strlen(svg), "test.svg", arena, diag, &figure), SK_OK);
    return figure;
}

/* `text` with the first `what` in it replaced. */
static inline const char *with_change(const char *text, const char *what, const char *by) {
    const char *at = strstr(text, what);
    ck_assert_ptr_nonnull(at);
    return sk_arena_printf(arena, "%.*s%s%s", (int)(at - text), text, by, at + strlen(what));
}

#endif
