/** Whether a figure fits on a page, which way round, and which page would do where it doesn't. */
#ifndef STREEKKAART_COMPOSE_PAGE_CHOICE_H
#define STREEKKAART_COMPOSE_PAGE_CHOICE_H

#include "compose/page_layout.h"

/** Plans a figure on a page; false when the page is too small. */
typedef bool sk_page_plan(const sk_composition *c, const void *context, sk_page_size page,
                          sk_page_layout *out);

/** Plans on the page that is asked for, the way round on which the map is larger. */
bool sk_page_fit(const sk_composition *c, sk_page_plan *plan, const void *context,
                 sk_page_size page, sk_page_layout *out);

/** Reports a page on which the figure does not fit, with the least one of its form that would do.
 *  SK_ERR_USAGE where the page was asked for, SK_ERR_DATA where it is the style's. */
SK_CHECKED sk_status sk_page_refuse(const sk_composition *c, sk_page_plan *plan,
                                    const void *context, sk_page_size page);

#endif
