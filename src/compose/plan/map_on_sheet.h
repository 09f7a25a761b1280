/** The map of a figure on its annex sheet: the same map, the sheet's own furniture below it. */
#ifndef STREEKKAART_COMPOSE_PLAN_MAP_ON_SHEET_H
#define STREEKKAART_COMPOSE_PLAN_MAP_ON_SHEET_H

#include "compose/plan/page_layout.h"

/** Would a map so wide, with what stands below it so high, find room on the sheet, and fill its
 *  width? */
bool sk_map_on_sheet_fits(const sk_map_room *room, double width_mm, double height_mm);

/** Plans the page on which c->on_sheet has room for the figure's map, whose view is c->view. False
 *  when the sheet is better served by a map of its own: this one finds no room, or is much narrower
 *  than the sheet, or the style puts furniture on it. */
bool sk_map_on_sheet_plan(const sk_composition *c, const sk_legend *legend, sk_page_layout *out);

#endif
