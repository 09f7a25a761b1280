/** The tries at a map, of which the one that reads best is taken. */
#ifndef STREEKKAART_COMPOSE_TRIES_H
#define STREEKKAART_COMPOSE_TRIES_H

#include "compose/decision.h"

/** Names where all zones and links can have theirs by the rules; else letters, where something
 * lists them. What can be known of it without placing any name is asked first. Its diag is the
 * caller's. */
sk_decision *sk_decision_find(const sk_drawing *drawing, const sk_figure_task *t);

#endif
