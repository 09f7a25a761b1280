#include "page/page_flow.h"

#include <stdint.h>

typedef struct {
    const sk_flow_row *rows;
    size_t count;
    double first_mm, other_mm;
    sk_arena *arena;
    sk_flow out;
    size_t capacity;
    size_t page;
    double y_mm;
    bool page_is_empty;
    size_t heading; /* of the rows that are being set; SIZE_MAX before the first */
} flow;

static const double tolerance_mm = 1e-6;

static double height_of(const sk_flow_row *row, size_t lines) {
    return row->frame_mm + row->line_mm * (double)lines;
}

static double page_height(const flow *f) {
    return f->page == 0 ? f->first_mm : f->other_mm;
}

static double room_left(const flow *f) {
    return page_height(f) - f->y_mm + tolerance_mm;
}

static void put(flow *f, size_t row, size_t first_line, size_t lines, bool repeated) {
    f->out.pieces =
        sk_arena_grow(f->arena, f->out.pieces, f->out.count, &f->capacity, sizeof *f->out.pieces);
    if (!f->page_is_empty) f->y_mm += f->rows[row].gap_mm;
    double height = height_of(&f->rows[row], lines);
    f->out.pieces[f->out.count++] =
        (sk_flow_piece){row, f->page, first_line, lines, f->y_mm, height, repeated};
    f->y_mm += height;
    f->page_is_empty = false;
}

/* The next page, which begins with the heading of `row` unless the row is one itself. */
static void turn_page(flow *f, size_t row) {
    f->page++;
    f->y_mm = 0;
    f->page_is_empty = true;
    if (f->heading != SIZE_MAX && !f->rows[row].heading && !f->rows[row].note)
        put(f, f->heading, 0, f->rows[f->heading].line_count, true);
}

/* Does the row fit a page of its own, under its heading? */
static bool fits_a_page(const flow *f, size_t row) {
    double height = height_of(&f->rows[row], f->rows[row].line_count);
    if (f->heading != SIZE_MAX && !f->rows[row].heading)
        height +=
            height_of(&f->rows[f->heading], f->rows[f->heading].line_count) + f->rows[row].gap_mm;
    return height <= f->other_mm + tolerance_mm;
}

static bool is_entry(const flow *f, size_t row) {
    return row < f->count && !f->rows[row].heading && !f->rows[row].note;
}

/* Does a page break have no place below the row? A heading stays with two rows, a section's last
 * row with the one before it, and a note with the row that it stands after. */
static bool leads_on(const flow *f, size_t row) {
    if (row + 1 >= f->count) return false;
    if (f->rows[row].heading || f->rows[row + 1].note) return true;
    if (!is_entry(f, row) || !is_entry(f, row + 1)) return false;
    return (row > 0 && f->rows[row - 1].heading) || !is_entry(f, row + 2);
}

/* What has to stand on one page from `row` on: itself, or its first lines when it will be cut, and
 * what it leads on to. */
static double height_kept_together(const flow *f, size_t row) {
    const size_t first_lines = 3;
    double height = 0;
    for (size_t i = row; i < f->count; i++) {
        bool cut = !fits_a_page(f, i);
        size_t lines = f->rows[i].line_count;
        if (cut && lines > first_lines) lines = first_lines;
        if (i > row || !f->page_is_empty) height += f->rows[i].gap_mm;
        height += height_of(&f->rows[i], lines);
        if (cut || !leads_on(f, i)) break;
    }
    return height;
}

/* The height of the section whose heading is `row`; of another row, nothing. */
static double section_height(const flow *f, size_t row) {
    if (!f->rows[row].heading) return 0;
    double height = f->page_is_empty ? 0 : f->rows[row].gap_mm;
    for (size_t i = row; i < f->count && (i == row || !f->rows[i].heading); i++) {
        if (i > row) height += f->rows[i].gap_mm;
        height += height_of(&f->rows[i], f->rows[i].line_count);
    }
    return height;
}

/* A row higher than any page: on each as many lines as it holds, but never none. */
static void put_cut(flow *f, size_t row) {
    const sk_flow_row *r = &f->rows[row];
    for (size_t line = 0; line < r->line_count;) {
        double gap = f->page_is_empty ? 0 : r->gap_mm;
        double fit = (room_left(f) - gap - r->frame_mm) / r->line_mm;
        size_t lines = fit >= 1 ? (size_t)fit : 1;
        if (lines > r->line_count - line) lines = r->line_count - line;
        put(f, row, line, lines, false);
        line += lines;
        if (line < r->line_count) turn_page(f, row);
    }
}

/* Should the row begin the next page? Not where that is fresh, which would lead nowhere. */
static bool belongs_on_next(const flow *f, size_t row, bool whole_sections) {
    bool fresh = f->page > 0 && (f->page_is_empty || f->out.pieces[f->out.count - 1].repeated);
    if (fresh) return false;
    const double most_left = 0.125; /* of a page, which a section that is kept whole leaves empty */
    double section = whole_sections ? section_height(f, row) : 0;
    if (section > room_left(f) && section <= f->other_mm &&
        room_left(f) <= most_left * f->other_mm + 2 * tolerance_mm)
        return true;
    return height_kept_together(f, row) > room_left(f);
}

static sk_flow set_rows(flow f, bool whole_sections) {
    for (size_t row = 0; row < f.count; row++) {
        if (belongs_on_next(&f, row, whole_sections)) turn_page(&f, row);
        if (f.rows[row].heading) f.heading = row;
        if (f.rows[row].heading || fits_a_page(&f, row))
            put(&f, row, 0, f.rows[row].line_count, false);
        else
            put_cut(&f, row);
    }
    f.out.page_count = f.page + 1;
    return f.out;
}

sk_flow sk_flow_rows(const sk_flow_row *rows, size_t count, double first_mm, double other_mm,
                     sk_arena *arena) {
    const flow start = {.rows = rows,
                        .count = count,
                        .first_mm = first_mm,
                        .other_mm = other_mm,
                        .arena = arena,
                        .page_is_empty = true,
                        .heading = SIZE_MAX};
    sk_flow whole = set_rows(start, true), filled = set_rows(start, false);
    return whole.page_count <= filled.page_count ? whole : filled;
}
