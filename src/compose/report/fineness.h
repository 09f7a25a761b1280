/** How small the smallest things on a page are. */
#ifndef STREEKKAART_COMPOSE_REPORT_FINENESS_H
#define STREEKKAART_COMPOSE_REPORT_FINENESS_H

#include "streekkaart/layout.h"
#include "streekkaart/scene.h"

/** A page on which nothing was looked at yet. */
sk_layout_fineness sk_fineness_none(void);

/** Takes all that is seen on the page into account. */
void sk_fineness_add(sk_layout_fineness *fineness, const sk_scene *scene);

#endif
