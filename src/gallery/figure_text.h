/** What a figure shows, as text: for who cannot see it, and to be found by. */
#ifndef STREEKKAART_GALLERY_FIGURE_TEXT_H
#define STREEKKAART_GALLERY_FIGURE_TEXT_H

#include "annex/table.h"
#include "streekkaart/wording.h"

/** How many entries stand in the section that begins with row `section`. */
size_t sk_section_entry_count(const sk_table_content *table, size_t section);

/** Title, who chose the sector, how many actors, zones and links and their names, in `arena`. */
const char *sk_figure_alternative(const char *title, const sk_table_content *table,
                                  sk_arena *arena);

/** "Zones: 8 · Links: 6", in `arena`; empty for a table without such sections. */
const char *sk_figure_summary(const sk_table_content *table, sk_arena *arena);

#endif
