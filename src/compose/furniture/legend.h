/** The legend of a figure: who chose the sector, the numbered points, the symbols in use. */
#ifndef STREEKKAART_COMPOSE_FURNITURE_LEGEND_H
#define STREEKKAART_COMPOSE_FURNITURE_LEGEND_H

#include "compose/drawing/composition.h"

/** A legend can be set in several forms, numbered from 1: the first are the best manner to write it
 *  in so many columns, the others narrower, or with more of its sections cut. */
enum { SK_LEGEND_COLUMNS_MAX = 6, SK_LEGEND_FORMS = 6 * SK_LEGEND_COLUMNS_MAX };

typedef struct sk_legend sk_legend;

/** The legend that c->map needs, in the arena; with the points by number and name, or just with
 *  their symbol. */
sk_legend *sk_legend_create(const sk_composition *c, bool points_listed);

/** Its size in that form; the box's corner is (0, 0). On the map it has a box of its own around it,
 *  with the style's padding; beside the map it needs none. */
sk_page_box sk_legend_size(const sk_legend *legend, size_t form, bool boxed);

/** How much of its box its columns fill, from 0 to 1. */
double sk_legend_filled(const sk_legend *legend, size_t form);

/** How many sections are cut at the foot of a column. */
size_t sk_legend_cuts(const sk_legend *legend, size_t form);

/** Draws it in `box`, which has the size that sk_legend_size() says, boxed where it meets the map.
 */
void sk_legend_compose(const sk_composition *c, const sk_legend *legend, size_t form,
                       sk_page_box box);

#endif
