/** What lies elsewhere in the stack. */
#ifndef STREEKKAART_SVG_READER_FIGURE_ORDER_H
#define STREEKKAART_SVG_READER_FIGURE_ORDER_H

#include <stdbool.h>
#include <stddef.h>

#include "streekkaart/memory.h"

/** Of `count` ranks, all different, marks the fewest that have to be taken out for the others to
 * rise: those that were moved. The arena's. */
const bool *sk_ranks_out_of_order(const size_t *ranks, size_t count, sk_arena *arena);

#endif
