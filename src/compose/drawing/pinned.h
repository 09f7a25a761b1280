/** The places of a drawing that a hand fixed, for the parts that place things. */
#ifndef STREEKKAART_COMPOSE_DRAWING_PINNED_H
#define STREEKKAART_COMPOSE_DRAWING_PINNED_H

#include "streekkaart/diag.h"
#include "streekkaart/memory.h"
#include "streekkaart/project.h"

typedef struct sk_pinned sk_pinned;

/** The pins of a figure or, `on_sheet`, of its sheet. Markers and names that the sheet has no pin
 *  for stand where the figure's pins say, if they can. */
sk_pinned *sk_pinned_create(sk_arena *arena, const sk_project *project, int figure, bool on_sheet);

/** True when there is a pin of the item with that id. */
bool sk_pinned_has(const sk_pinned *pinned, const char *id);

/** Takes the pin of the item with that id, or NULL: it counts as used from now on. */
const sk_pin *sk_pinned_take(sk_pinned *pinned, const char *id);

/** True for a pin of the figure that is used on its sheet: it was not made for this page, and gives
 *  way to what stands there. */
bool sk_pinned_is_borrowed(const sk_pinned *pinned, const sk_pin *pin);

/** Reports a pin whose item would stick out of the frame there; the item is placed without it. A
 *  borrowed one is no fault. */
void sk_pinned_report_outside(const sk_pinned *pinned, const sk_pin *pin, sk_diag *diag);

/** Reports the pins that nobody asked for: the figure has no such item. */
void sk_pinned_report_unused(const sk_pinned *pinned, sk_diag *diag);

#endif
