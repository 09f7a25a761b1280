/** The ids of one page: each a valid XML id, none given twice. */
#ifndef STREEKKAART_SCENE_ID_SET_H
#define STREEKKAART_SCENE_ID_SET_H

#include "streekkaart/memory.h"

typedef struct sk_id_set sk_id_set;

/** An empty set, in `arena`. */
sk_id_set *sk_id_set_create(sk_arena *arena);

/** An id made from `wish`: ASCII letters, digits, `-`, `_` and `.`, beginning with a letter or `_`,
 *  never as those that renderers add (see base/page_id.h). When another has it already, it is
 *  counted: `-2`, `-3` ..., in the order of asking. The arena's. */
const char *sk_id_set_take(sk_id_set *set, const char *wish);

#endif
