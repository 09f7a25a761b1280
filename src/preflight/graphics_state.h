/** What of the state of graphics tells how wide lines and how large letters are, and their ink. */
#ifndef STREEKKAART_PREFLIGHT_GRAPHICS_STATE_H
#define STREEKKAART_PREFLIGHT_GRAPHICS_STATE_H

#include "preflight/inks.h"
#include "preflight/marks.h"

/** x' = a x + c y + e, y' = b x + d y + f */
typedef struct {
    double a, b, c, d, e, f;
} sk_matrix;

typedef struct {
    sk_space_kind kind;
    double ink;
    bool unset; /* black, as a page begins */
} sk_painting_colour;

typedef struct {
    sk_matrix matrix, text_matrix;
    double width, font_size;
    int text_mode;
    sk_painting_colour fill, stroke;
    sk_mark mark; /* that the next thing stands in */
} sk_graphics_state;

sk_matrix sk_matrix_unit(void);
/** First the six numbers, then `matrix`. */
sk_matrix sk_matrix_times(const double first[6], const sk_matrix *matrix);
/** How much larger things get: the mean of both directions. */
double sk_matrix_scale(const sk_matrix *matrix);
/** Where a page begins (ISO 32000-1, 8.4.1). */
sk_graphics_state sk_graphics_state_first(void);

#endif
