/** What stands on a disc that several points share. */
#ifndef STREEKKAART_COMPOSE_POINTS_CROWD_LIST_H
#define STREEKKAART_COMPOSE_POINTS_CROWD_LIST_H

#include "compose/drawing/composition.h"

/** The numbers of the points, as runs: "1–30" or "1, 4–6, 9 …", where there are more than
 *  `most_runs`; "12×" of points without numbers. It lives in the drawing's arena. */
const char *sk_crowd_list(const sk_composition *c, const size_t *members, size_t count,
                          size_t most_runs);

#endif
