/** How many lines run along one border. */
#ifndef STREEKKAART_COMPOSE_REPORT_BORDER_STROKES_H
#define STREEKKAART_COMPOSE_REPORT_BORDER_STROKES_H

#include "streekkaart/scene.h"

/** The most lines that a reader has to tell along a border of regions, countries or the
 *  sea in `frame`: its own, and the band, the outline of a zone (which a band hides) and the
 *  road that go along it within half a millimetre for three and more. Works in `arena`. */
size_t sk_border_strokes_most(const sk_scene *scene, sk_page_box frame, sk_arena *arena);

#endif
