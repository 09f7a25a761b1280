#include "page/column_widths.h"

#include <math.h>
#include <stdint.h>

static const double step_mm = 1;

/* Lines by column, width and row, so that no cell is asked twice. */
typedef struct {
    const sk_column_limits *limits;
    size_t columns, rows, steps; /* steps: widths that are tried for a column, from 0 mm on */
    size_t *lines;
    size_t tried[SK_TABLE_COLUMNS_MAX], best[SK_TABLE_COLUMNS_MAX];
    size_t least_height, least_sum;
} search;

static const size_t *lines_at(const search *s, size_t column, size_t step) {
    return s->lines + (column * s->steps + step) * s->rows;
}

static void count_lines(search *s, sk_cell_lines *lines, const void *context, sk_arena *arena) {
    s->lines = SK_NEW_ARRAY(arena, size_t, s->columns * s->steps * s->rows);
    for (size_t column = 0; column < s->columns; column++)
        for (size_t step = 1; step < s->steps; step++)
            for (size_t row = 0; row < s->rows; row++)
                s->lines[(column * s->steps + step) * s->rows + row] =
                    lines(context, row, column, (double)step * step_mm);
}

static void weigh(search *s) {
    size_t height = 0, sum = 0;
    for (size_t row = 0; row < s->rows; row++) {
        size_t most = 0;
        for (size_t column = 0; column < s->columns; column++) {
            size_t here = lines_at(s, column, s->tried[column])[row];
            sum += here;
            if (here > most) most = here;
        }
        height += most;
    }
    if (height > s->least_height || (height == s->least_height && sum >= s->least_sum)) return;
    s->least_height = height;
    s->least_sum = sum;
    for (size_t column = 0; column < s->columns; column++) s->best[column] = s->tried[column];
}

static size_t steps_of(double mm) {
    return mm <= step_mm ? 1 : (size_t)ceil(mm / step_mm - 1e-9);
}

/* Tries each width of `column` with each of those after it. No deeper than there are columns. */
static void try_column(search *s, size_t column, size_t steps_left) {
    if (column >= SK_TABLE_COLUMNS_MAX) return;
    if (column + 1 == s->columns) {
        s->tried[column] = steps_left;
        weigh(s);
        return;
    }
    size_t reserved = 0;
    for (size_t i = column + 1; i < s->columns && i < SK_TABLE_COLUMNS_MAX; i++)
        reserved += steps_of(s->limits[i].least_mm);
    size_t least = steps_of(s->limits[column].least_mm), most = steps_of(s->limits[column].most_mm);
    size_t room = steps_left > reserved ? steps_left - reserved : 1;
    if (most > room) most = room;
    if (least > most) least = most;
    for (size_t step = least; step <= most; step++) {
        s->tried[column] = step;
        try_column(s, column + 1, steps_left > step ? steps_left - step : 1);
    }
}

void sk_column_widths_choose(const sk_column_problem *problem, double total_mm, sk_arena *arena,
                             double *widths_mm) {
    size_t columns = problem->columns, total = (size_t)fmax(1, floor(total_mm / step_mm));
    search s = {.limits = problem->limits,
                .columns = columns,
                .rows = problem->rows,
                .steps = total + 1,
                .least_height = SIZE_MAX,
                .least_sum = SIZE_MAX};
    count_lines(&s, problem->lines, problem->context, arena);
    try_column(&s, 0, total);
    double left = total_mm;
    for (size_t column = 0; column + 1 < columns; column++) {
        widths_mm[column] = (double)s.best[column] * step_mm;
        left -= widths_mm[column];
    }
    widths_mm[columns - 1] = left;
}
