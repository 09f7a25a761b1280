/** How much a box on the page would hide: a grid of weights with sums over any box at once.
 *
 *  The sums are those of a summed-area table (Crow 1984). */
#ifndef STREEKKAART_PAGE_COVER_GRID_H
#define STREEKKAART_PAGE_COVER_GRID_H

#include "streekkaart/geometry.h"
#include "streekkaart/memory.h"
#include "streekkaart/scene.h"

typedef struct sk_cover_grid sk_cover_grid;

/** An empty grid over `area`, in `arena`. */
sk_cover_grid *sk_cover_grid_create(sk_arena *arena, sk_page_box area);

/** Adds weight, for each square millimetre, to what the box, the filled path (even-odd, straight
 *  segments) or the line of that width covers. */
void sk_cover_grid_add_box(sk_cover_grid *grid, sk_page_box box, double weight);
void sk_cover_grid_add_path(sk_cover_grid *grid, const sk_path *path, double weight);
void sk_cover_grid_add_line(sk_cover_grid *grid, sk_page_point a, sk_page_point b, double width_mm,
                            double weight);

/** Ends the adding; sums can be asked from now on. */
void sk_cover_grid_finish(sk_cover_grid *grid);
double sk_cover_grid_sum(const sk_cover_grid *grid, sk_page_box box);

#endif
