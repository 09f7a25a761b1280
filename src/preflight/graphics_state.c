#include "preflight/graphics_state.h"

#include <math.h>

sk_matrix sk_matrix_unit(void) {
    return (sk_matrix){1, 0, 0, 1, 0, 0};
}

sk_matrix sk_matrix_times(const double first[6], const sk_matrix *m) {
    return (sk_matrix){
        first[0] * m->a + first[1] * m->c,        first[0] * m->b + first[1] * m->d,
        first[2] * m->a + first[3] * m->c,        first[2] * m->b + first[3] * m->d,
        first[4] * m->a + first[5] * m->c + m->e, first[4] * m->b + first[5] * m->d + m->f};
}

double sk_matrix_scale(const sk_matrix *m) {
    return sqrt(fabs(m->a * m->d - m->b * m->c));
}

sk_graphics_state sk_graphics_state_first(void) {
    sk_painting_colour black = {SK_SPACE_GREY, 1, true};
    return (sk_graphics_state){.matrix = sk_matrix_unit(),
                               .text_matrix = sk_matrix_unit(),
                               .width = 1,
                               .fill = black,
                               .stroke = black};
}
