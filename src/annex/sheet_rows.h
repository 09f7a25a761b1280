/** What stands in a figure's legend table, in the study's order. */
#ifndef STREEKKAART_ANNEX_SHEET_ROWS_H
#define STREEKKAART_ANNEX_SHEET_ROWS_H

#include "annex/table.h"
#include "streekkaart/compose.h"

/** The table of `figure`, to be set in `width_mm`, in `arena`, with the letters of zones and links
 *  where the map is `keyed`: who chose the sector, points by
 *  number, zones, links. On an overview a column tells the home region; an overview of all sectors
 * has a row for each region with what it chose. */
sk_table_content sk_sheet_rows(const sk_composer *composer, const sk_figure *figure, bool keyed,
                               double width_mm, sk_arena *arena);

#endif
