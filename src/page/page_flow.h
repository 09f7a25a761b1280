/** Breaks the rows of a table over pages. Plain heights in, plain places out.
 *
 *  A section, a heading with its rows, stays on one page where that takes no page more and leaves
 *  no more than an eighth of the page empty; otherwise at least two of its rows stay with the
 *  heading, and at least two go on to the next page, where the heading stands again. A row stays on
 * one page unless it is higher than a page; then it is cut between two lines. */
#ifndef STREEKKAART_PAGE_PAGE_FLOW_H
#define STREEKKAART_PAGE_PAGE_FLOW_H

#include <stdbool.h>
#include <stddef.h>

#include "streekkaart/memory.h"

typedef struct {
    bool heading;
    bool note;         /* stays with the row before it, and under no heading */
    double gap_mm;     /* above it, unless it is the first on its page */
    double frame_mm;   /* above and below its lines together */
    double line_mm;    /* height of a line */
    size_t line_count; /* 1 or more */
} sk_flow_row;

/** A row, or some of its lines, on a page. */
typedef struct {
    size_t row, page;
    size_t first_line, line_count;
    double y_mm, height_mm; /* y: from the top of the page's room */
    bool repeated;          /* a heading that stood on an earlier page too */
} sk_flow_piece;

typedef struct {
    sk_flow_piece *pieces;
    size_t count, page_count;
} sk_flow;

/** Sets the rows on pages with this much room, the first one `first_mm`, each other `other_mm`. A
 *  first page without room for any row stays empty. At least one page. */
sk_flow sk_flow_rows(const sk_flow_row *rows, size_t count, double first_mm, double other_mm,
                     sk_arena *arena);

#endif
