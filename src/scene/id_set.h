/** The ids of one page: each a valid XML id, none given twice. */
#ifndef STREEKKAART_SCENE_ID_SET_H
#define STREEKKAART_SCENE_ID_SET_H

#include "streekkaart/memory.h"

typedef struct sk_id_set sk_id_set;

/** An empty set, in `arena`. */
sk_id_set *sk_id_set_create(sk_arena *arena);

/** An id made from `wish`: ASCII letters, digits, `-`, `_` and `.`, beginning with a letter or `_`,
 *  never with `sk-`, which renderers use for what they add. When another has it already, `-2`,
 *  `-3` ... is appended, in the order of asking. The arena's. */
const char *sk_id_set_take(sk_id_set *set, const char *wish);

#endif
