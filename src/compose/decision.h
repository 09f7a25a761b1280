/** A figure as it is decided, before it is drawn. */
#ifndef STREEKKAART_COMPOSE_DECISION_H
#define STREEKKAART_COMPOSE_DECISION_H

#include "compose/names/names.h"
#include "compose/plan/page_layout.h"

/** What is fixed before the page is planned. */
typedef struct {
    const sk_figure_map *map;
    const sk_project *project;
    const sk_page_request *page;
} sk_figure_task;

typedef struct {
    sk_drawing drawing;
    sk_composition c;
    const sk_legend *legend;
    sk_page_layout layout;
    sk_label_set *names; /* NULL until they have places */
    sk_status status;
} sk_decision;

/** Decides what the page shows where, for a map with the names of zones and links or with letters
 *  for them. All that a decision tells and notes is its own until it is taken. In the drawing's
 *  arena; its diag is the caller's to free. */
sk_decision *sk_decision_of_page(const sk_drawing *drawing, const sk_figure_task *t, bool keyed);

/** Adds where discs stand and links run. */
void sk_decision_add_courses(sk_decision *d, size_t attempt, const sk_earlier_try *earlier);

/** Adds where names stand among them. */
void sk_decision_add_names(sk_decision *d);

/** Adds all of it. */
void sk_decision_add_map(sk_decision *d, size_t attempt, const sk_earlier_try *earlier);

/** The measures of its links, for the layout. */
sk_layout_link *sk_decision_links(const sk_decision *d);

#endif
