/** Whether a figure fits on a page, which way round, and which page would do where it doesn't. */
#ifndef STREEKKAART_COMPOSE_PLAN_PAGE_CHOICE_H
#define STREEKKAART_COMPOSE_PLAN_PAGE_CHOICE_H

#include "compose/plan/page_layout.h"

/** Plans a figure on a page; false when the page is too small. */
typedef bool sk_page_plan(const sk_composition *c, const void *context, sk_page_size page,
                          sk_page_layout *out);

/** Plans on the page that is asked for, the way round on which the map is larger. */
bool sk_page_fit(const sk_composition *c, sk_page_plan *plan, const void *context,
                 sk_page_size page, sk_page_layout *out);

/** What to do where the figure does not fit: the least page of the same form that would do. In
 *  c->arena. */
const char *sk_page_remedy(const sk_composition *c, sk_page_plan *plan, const void *context,
                           sk_page_size page);

/** Reports a page on which the figure does not fit, with the remedy.
 *  SK_ERR_USAGE where the page was asked for, SK_ERR_DATA where it is the style's. */
SK_CHECKED sk_status sk_page_refuse(const sk_composition *c, sk_page_plan *plan,
                                    const void *context, sk_page_size page);

#endif
