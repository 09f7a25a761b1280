/** The line that shows on a terminal how far a run is. */
#ifndef STREEKKAART_CLI_PROGRESS_BAR_H
#define STREEKKAART_CLI_PROGRESS_BAR_H

#include <stdbool.h>
#include <stddef.h>

#include "streekkaart/memory.h"

/** How far a run is. */
typedef struct {
    size_t done, all;    /* figures */
    const char *what;    /* is being drawn, or NULL */
    double seconds_left; /* below 0: nobody knows yet */
} sk_bar;

/** The line, of fewer columns than `columns`, so that no terminal breaks it: what matters least is
 *  left out first. In `arena`. */
const char *sk_bar_line(const sk_bar *bar, size_t columns, sk_arena *arena);

/** May standard error be painted on: is it a terminal that knows how, and nobody against it
 *  (TERM=dumb, NO_COLOR)? */
bool sk_bar_is_possible(void);

/** Paints the line in place of the one before. */
void sk_bar_paint(const sk_bar *bar);

/** Wipes the line out. */
void sk_bar_wipe(void);

#endif
