/** What is told of a figure that was composed: what a reader could take amiss on it. */
#ifndef STREEKKAART_COMPOSE_FIGURE_FINDINGS_H
#define STREEKKAART_COMPOSE_FIGURE_FINDINGS_H

#include "compose/drawing/drawing.h"

/** Warns of what breaks a rule, with the remedy, in the drawing's diag. */
void sk_figure_findings_report(const sk_drawing *d, const sk_figure *figure,
                               const sk_layout *layout);

#endif
