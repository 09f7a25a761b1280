#include "placer/index.h"

#include <math.h>

/* A row or column never has more cells than this, however small the boxes are on their page. */
static const double most_cells_a_side = 4096;

typedef struct {
    double origin, cells_per_unit;
    size_t count;
} axis;

typedef struct {
    uint32_t left, top, right, bottom;
} cell_range;

struct sk_placer_index {
    const sk_placer_bounds *boxes;
    cell_range *cells; /* of each box */
    axis across, down;
    uint32_t *start;  /* of each cell's list in `member`, and the end of the last */
    uint32_t *member; /* box numbers */
    uint32_t *found;  /* the last answer: room for every box, and one more */
};

static axis axis_of(double from, double to, double mean_size, size_t boxes) {
    double extent = to - from;
    double most = fmin(most_cells_a_side, 2 * sqrt((double)boxes) + 1);
    double cells = mean_size > 0 ? floor(extent / mean_size) : most;
    cells = fmin(fmax(cells, 1), most);
    return (axis){from, extent > 0 ? cells / extent : 0, (size_t)cells};
}

static uint32_t cell_of(const axis *a, double position) {
    double cell = (position - a->origin) * a->cells_per_unit;
    if (!(cell > 0)) return 0;
    return cell >= (double)a->count ? (uint32_t)a->count - 1 : (uint32_t)cell;
}

static cell_range cells_of(const sk_placer_index *index, const sk_placer_bounds *box) {
    return (cell_range){cell_of(&index->across, box->left), cell_of(&index->down, box->top),
                        cell_of(&index->across, box->right), cell_of(&index->down, box->bottom)};
}

static void lay_out_cells(sk_placer_index *index, size_t count) {
    sk_placer_bounds page = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    double widths = 0, heights = 0;
    for (size_t i = 0; i < count; i++) {
        const sk_placer_bounds *box = &index->boxes[i];
        page.left = fmin(page.left, box->left);
        page.top = fmin(page.top, box->top);
        page.right = fmax(page.right, box->right);
        page.bottom = fmax(page.bottom, box->bottom);
        widths += box->right - box->left;
        heights += box->bottom - box->top;
    }
    if (count == 0) page = (sk_placer_bounds){0, 0, 0, 0};
    double boxes = count > 0 ? (double)count : 1;
    index->across = axis_of(page.left, page.right, widths / boxes, count);
    index->down = axis_of(page.top, page.bottom, heights / boxes, count);
}

/* Counts the members of each cell, turns the counts into the ends of the lists, and fills the
 * lists from their ends: afterwards start[cell] is where the cell's list begins. */
static void fill_cells(sk_placer_index *index, sk_arena *arena, size_t count) {
    size_t columns = index->across.count, cells = columns * index->down.count;
    index->start = SK_NEW_ARRAY(arena, uint32_t, cells + 1);
    for (size_t i = 0; i < count; i++) {
        cell_range r = index->cells[i] = cells_of(index, &index->boxes[i]);
        for (size_t row = r.top; row <= r.bottom; row++)
            for (size_t column = r.left; column <= r.right; column++)
                index->start[row * columns + column]++;
    }
    for (size_t cell = 1; cell <= cells; cell++) index->start[cell] += index->start[cell - 1];
    index->member = SK_NEW_ARRAY(arena, uint32_t, index->start[cells]);
    for (size_t i = count; i-- > 0;) {
        cell_range r = index->cells[i];
        for (size_t row = r.top; row <= r.bottom; row++)
            for (size_t column = r.left; column <= r.right; column++)
                index->member[--index->start[row * columns + column]] = (uint32_t)i;
    }
}

sk_placer_index *sk_placer_index_create(sk_arena *arena, const sk_placer_bounds *boxes,
                                        size_t count) {
    sk_placer_index *index = SK_NEW(arena, sk_placer_index);
    index->boxes = boxes;
    index->found = SK_NEW_ARRAY(arena, uint32_t, count + 1);
    index->cells = SK_NEW_ARRAY(arena, cell_range, count);
    lay_out_cells(index, count);
    fill_cells(index, arena, count);
    return index;
}

/* Without a branch, which the processor would guess wrongly. */
static bool boxes_meet(const sk_placer_bounds *a, const sk_placer_bounds *b) {
    return (a->left <= b->right) & (a->right >= b->left) & (a->top <= b->bottom) &
           (a->bottom >= b->top);
}

/* Where a cell's list, which ascends, has got to `number`. */
static uint32_t reach_number(const sk_placer_index *index, size_t cell, uint32_t number) {
    uint32_t low = index->start[cell], high = index->start[cell + 1];
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (index->member[middle] < number)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Two boxes may share several cells; the pair is reported in the cell that holds the top left
 * corner of what they have in common: in the first column, and row, that both of them reach. Adds
 * what is found in one cell of the range, from `number` on, and returns how much there is then. */
static size_t find_in_cell(sk_placer_index *index, const sk_placer_bounds *box, cell_range range,
                           size_t row, size_t column, uint32_t number, size_t count) {
    size_t cell = row * index->across.count + column;
    const uint32_t *end = index->member + index->start[cell + 1];
    const uint32_t *m =
        index->member + (number > 0 ? reach_number(index, cell, number) : index->start[cell]);
    bool first_row = row == range.top, first_column = column == range.left;
    for (; m < end; m++) {
        const cell_range *theirs = &index->cells[*m];
        bool first = (first_column | (theirs->left == column)) & (first_row | (theirs->top == row));
        index->found[count] = *m;
        count += first & boxes_meet(&index->boxes[*m], box);
    }
    return count;
}

const uint32_t *sk_placer_index_find_from(sk_placer_index *index, uint32_t number,
                                          sk_placer_bounds box, size_t *count) {
    cell_range r = cells_of(index, &box);
    *count = 0;
    for (size_t row = r.top; row <= r.bottom; row++)
        for (size_t column = r.left; column <= r.right; column++)
            *count = find_in_cell(index, &box, r, row, column, number, *count);
    return index->found;
}

const uint32_t *sk_placer_index_find(sk_placer_index *index, sk_placer_bounds box, size_t *count) {
    return sk_placer_index_find_from(index, 0, box, count);
}
