/** What one try at a map has worked out and the next would work out again: a map is decided several
 *  times, with discs and links in other places, and much depends on its view alone. */
#ifndef STREEKKAART_COMPOSE_DRAWING_KEPT_WORK_H
#define STREEKKAART_COMPOSE_DRAWING_KEPT_WORK_H

#include "compose/drawing/map_view.h"
#include "streekkaart/memory.h"

typedef struct sk_kept_work sk_kept_work;

/** Nothing yet; in `arena`, where what is kept has to live too. */
sk_kept_work *sk_kept_work_create(sk_arena *arena);

/** What was kept of that name for such a view; NULL where nothing was, or where `work` is. */
const void *sk_kept_work_find(const sk_kept_work *work, const sk_map_view *view, const char *name);

/** Keeps what is not kept yet; nothing where `work` is NULL. Lent, as is the name. */
void sk_kept_work_add(sk_kept_work *work, const sk_map_view *view, const char *name,
                      const void *what);

#endif
