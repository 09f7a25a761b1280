/** A page to leaf through the figures in a web browser. */
#ifndef STREEKKAART_CLI_DRAWING_INDEX_PAGE_H
#define STREEKKAART_CLI_DRAWING_INDEX_PAGE_H

#include "cli/drawing/annex.h"

/** Writes it as the file called `name` in the annex' folder; `book` is the bound annex, NULL when
 * there is none. It links to the files that were written, by names relative to itself. */
SK_CHECKED sk_status sk_index_page_write(const sk_annex *annex, const char *book, const char *name,
                                         sk_arena *arena, sk_diag *diag);

#endif
