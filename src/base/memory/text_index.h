/** From texts to numbers, such as from an id to its place in a list, however many there are. */
#ifndef STREEKKAART_BASE_MEMORY_TEXT_INDEX_H
#define STREEKKAART_BASE_MEMORY_TEXT_INDEX_H

#include "streekkaart/memory.h"

typedef struct sk_text_index sk_text_index;

/** An empty index, in `arena`. */
sk_text_index *sk_text_index_create(sk_arena *arena);

/** The number of `text`; NULL when the index does not hold it. Lent until the next text is added.
 */
const size_t *sk_text_index_find(const sk_text_index *index, const char *text);

/** The number of `text`, to be read or set; 0 when the text is new, and is added. `text` itself is
 *  kept, and must live as long as the index. Lent until the next text is added. */
size_t *sk_text_index_number(sk_text_index *index, const char *text);

/** How many texts it holds. */
size_t sk_text_index_count(const sk_text_index *index);

#endif
