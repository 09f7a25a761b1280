/** Texts that were found, each once. */
#ifndef STREEKKAART_PREFLIGHT_LISTS_H
#define STREEKKAART_PREFLIGHT_LISTS_H

#include "streekkaart/preflight.h"

void sk_preflight_list_add(sk_preflight_list *list, const char *text, sk_arena *arena);

#endif
