/** The list of contents of a bound annex. */
#ifndef STREEKKAART_ANNEX_CONTENTS_H
#define STREEKKAART_ANNEX_CONTENTS_H

#include "streekkaart/scene.h"
#include "streekkaart/style_sheet.h"
#include "streekkaart/typesetter.h"

typedef struct {
    const char *heading; /* that stands above it; NULL: the one before goes on */
    const char *number, *title, *page;
    const char *anchor; /* where it leads */
} sk_contents_entry;

/** Sets the list, under `title`, on as many pages as it needs, all in `arena`; returns how many. */
size_t sk_contents_compose(const sk_contents_entry *entries, size_t count,
                           const sk_style_sheet *style, const char *title,
                           sk_typesetter *typesetter, sk_arena *arena, sk_scene ***pages);

#endif
