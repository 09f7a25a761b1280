/** A few lines of text set as one block, and the ways to put it on the page. */
#ifndef STREEKKAART_PAGE_TEXT_BLOCK_H
#define STREEKKAART_PAGE_TEXT_BLOCK_H

#include "page/polyline.h"
#include "streekkaart/scene.h"
#include "streekkaart/typesetter.h"

typedef struct {
    const char **lines;
    double *widths_mm;
    size_t line_count;
    double width_mm, height_mm; /* of the block, from cap height to the last baseline */
    double cap_height_mm, descent_mm, line_mm;
    const sk_text_style *style; /* lent */
} sk_text_block;

/** `utf8` in at most `max_lines` balanced lines of at most `max_width_mm`. */
sk_text_block sk_text_block_set(sk_typesetter *typesetter, sk_arena *arena, const char *utf8,
                                const sk_text_style *style, double max_width_mm, size_t max_lines);

enum { SK_BLOCK_LINES_MAX = 3 };

/** A text as blocks of one line, of two, ... of SK_BLOCK_LINES_MAX, as far as it can be broken so.
 */
typedef struct {
    sk_text_block items[SK_BLOCK_LINES_MAX]; /* the lowest first */
    size_t count;
} sk_text_block_forms;

/** The forms of `utf8`; a line of a block of n lines may be `slack` times as long as an n-th of the
 *  text. */
sk_text_block_forms sk_text_block_forms_set(sk_typesetter *typesetter, sk_arena *arena,
                                            const char *utf8, const sk_text_style *style,
                                            double slack);

/** The block with its visible box (capitals and baselines) at `box`'s corner; lines are aligned as
 *  `anchor` says. */
sk_text sk_text_block_at(const sk_text_block *block, sk_arena *arena, sk_page_point top_left,
                         sk_text_anchor anchor);

/** What the block covers when its top left corner is there, halo and descenders included. */
sk_page_box sk_text_block_cover(const sk_text_block *block, sk_page_point top_left);

/** One line of text that runs along `path`, centred at `middle_mm` from its start. */
sk_text sk_text_along(const sk_text_block *block, sk_arena *arena, const sk_polyline *path,
                      double middle_mm);

#endif
