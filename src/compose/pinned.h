/** The places of a figure that a hand fixed, for the parts that place things. */
#ifndef STREEKKAART_COMPOSE_PINNED_H
#define STREEKKAART_COMPOSE_PINNED_H

#include "streekkaart/diag.h"
#include "streekkaart/memory.h"
#include "streekkaart/project.h"

typedef struct sk_pinned sk_pinned;

sk_pinned *sk_pinned_create(sk_arena *arena, const sk_project *project, int figure);

/** The pin of the item with that id, or NULL; notes that there is such an item. */
const sk_pin *sk_pinned_find(sk_pinned *pinned, const char *id);

/** Reports a pin whose item would stick out of the frame there; the item is placed without it. */
void sk_pinned_report_outside(const sk_pin *pin, sk_diag *diag);

/** Reports the pins that nobody asked for: the figure has no such item. */
void sk_pinned_report_unused(const sk_pinned *pinned, sk_diag *diag);

#endif
