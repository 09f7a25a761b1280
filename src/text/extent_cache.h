/** What lines of text were measured to be, so that a line is shaped once however often it is asked
 *  for: names are tried at many places and broken in many ways. */
#ifndef STREEKKAART_TEXT_EXTENT_CACHE_H
#define STREEKKAART_TEXT_EXTENT_CACHE_H

#include "streekkaart/typesetter.h"

typedef struct sk_extent_cache sk_extent_cache;

/** An empty cache, in `arena`. */
sk_extent_cache *sk_extent_cache_create(sk_arena *arena);

/** What `utf8` measures in `style`; NULL when it isn't known. Lent until the next one is kept. */
const sk_text_extent *sk_extent_cache_find(const sk_extent_cache *cache, const char *utf8,
                                           const sk_text_style *style);

/** Keeps what wasn't known; the text is copied. */
void sk_extent_cache_keep(sk_extent_cache *cache, const char *utf8, const sk_text_style *style,
                          sk_text_extent extent);

#endif
