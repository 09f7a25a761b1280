#include "page/legend_columns.h"

#include <math.h>
#include <stdint.h>

/* A cut leaves at least as many entries together. */
static const size_t together_least = 2;
static const double tolerance_mm = 1e-6;

/** How the rows fill the columns, from the first row on. */
typedef struct {
    const sk_legend_row *rows;
    sk_legend_gaps gaps;
    double limit_mm; /* no column should be higher */
    sk_legend_columns out;
    size_t column;
    double y_mm;
} flow;

static size_t section_end(const sk_legend_row *rows, size_t count, size_t first) {
    size_t end = first + 1;
    while (end < count && !rows[end].heading) end++;
    return end;
}

/* How many of the rows from `first` up to `end` fit into the column when they begin at `y_mm`. */
static size_t fitting(const flow *f, size_t first, size_t end, double y_mm) {
    for (size_t i = first; i < end; i++) {
        if (i > first) y_mm += f->gaps.row_gap_mm;
        y_mm += f->rows[i].height_mm;
        if (y_mm > f->limit_mm + tolerance_mm) return i - first;
    }
    return end - first;
}

static void put(flow *f, size_t first, size_t end) {
    for (size_t i = first; i < end; i++) {
        if (i > first) f->y_mm += f->gaps.row_gap_mm;
        f->out.spots[i] = (sk_legend_spot){f->column, f->y_mm};
        f->y_mm += f->rows[i].height_mm;
    }
    f->out.height_mm = fmax(f->out.height_mm, f->y_mm);
}

/* Where the rows from `first` on are cut when they begin at `y_mm`; `end` where they fit or can't
 * be cut, `first` where none of them should stand here. */
static size_t cut_of(const flow *f, size_t section, size_t first, size_t end, double y_mm) {
    size_t fit = fitting(f, first, end, y_mm);
    if (first + fit == end) return end;
    if (end - section - 1 <= f->gaps.whole_most) return first;
    size_t least = together_least + (first == section); /* with the heading */
    size_t most = end - first - together_least;
    if (fit > most) fit = most;
    while (fit > 0 && f->rows[first + fit - 1].leads) fit--;
    return fit >= least ? first + fit : first;
}

static void put_section(flow *f, size_t section, size_t end) {
    double gap = f->y_mm > 0 ? f->gaps.section_gap_mm : 0;
    size_t cut = cut_of(f, section, section, end, f->y_mm + gap);
    if (cut == section && f->y_mm > 0) {
        f->column++;
        f->y_mm = gap = 0;
        cut = cut_of(f, section, section, end, 0);
    }
    f->y_mm += gap;
    for (size_t first = section; first < end;) {
        if (cut == first) cut = end; /* higher than the limit, whatever is done */
        put(f, first, cut);
        first = cut;
        if (first == end) break;
        f->column++;
        f->out.repeated[f->column] = section;
        f->y_mm = f->rows[section].repeated_mm + f->gaps.row_gap_mm;
        f->out.cuts++;
        cut = cut_of(f, section, first, end, f->y_mm);
    }
}

static sk_legend_columns fill(const sk_legend_row *rows, size_t count, sk_legend_gaps gaps,
                              double limit_mm, sk_legend_columns out) {
    flow f = {.rows = rows, .gaps = gaps, .limit_mm = limit_mm, .out = out};
    for (size_t i = 0; i < count; i++) f.out.repeated[i] = SIZE_MAX;
    for (size_t row = 0; row < count;) {
        size_t end = section_end(rows, count, row);
        put_section(&f, row, end);
        row = end;
    }
    f.out.column_count = count > 0 ? f.column + 1 : 0;
    return f.out;
}

static double height_in_one(const sk_legend_row *rows, size_t count, sk_legend_gaps gaps) {
    double height = 0;
    for (size_t i = 0; i < count; i++) {
        if (i > 0) height += rows[i].heading ? gaps.section_gap_mm : gaps.row_gap_mm;
        height += rows[i].height_mm;
    }
    return height;
}

sk_legend_columns sk_legend_columns_set(const sk_legend_row *rows, size_t count,
                                        sk_legend_gaps gaps, size_t columns, sk_arena *arena) {
    const double step_mm = 0.5;
    const sk_legend_columns room = {.spots = SK_NEW_ARRAY(arena, sk_legend_spot, count),
                                    .repeated = SK_NEW_ARRAY(arena, size_t, count)};
    double whole = height_in_one(rows, count, gaps);
    double limit = whole / (double)columns;
    sk_legend_columns set = fill(rows, count, gaps, limit, room);
    while (limit < whole && (set.column_count > columns || set.height_mm > limit + tolerance_mm)) {
        limit = fmin(whole, limit + step_mm);
        set = fill(rows, count, gaps, limit, room);
    }
    return set;
}
