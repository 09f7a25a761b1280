/** The list of contents of a bound annex. */
#ifndef STREEKKAART_ANNEX_CONTENTS_H
#define STREEKKAART_ANNEX_CONTENTS_H

#include "streekkaart/compose.h"

typedef struct {
    const char *heading; /* that stands above it; NULL: the one before goes on */
    const char *number, *title, *page;
    const char *anchor; /* where it leads */
} sk_contents_entry;

/** Sets the list, under its title, on as many pages as it needs, all in `arena`; returns how many.
 */
size_t sk_contents_compose(const sk_composer *composer, const sk_contents_entry *entries,
                           size_t count, sk_arena *arena, sk_scene ***pages);

#endif
