/** The page that --size asks for. */
#ifndef STREEKKAART_CLI_ARGUMENTS_PAGE_SIZE_H
#define STREEKKAART_CLI_ARGUMENTS_PAGE_SIZE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/suggestion.h"
#include "streekkaart/memory.h"
#include "streekkaart/page_request.h"

/** The name of sheet `index`, such as "a3" or "letter"; NULL behind the last. */
const char *sk_page_size_name(size_t index);

/** The name that a text which is no size comes near to, as "leter" does; no best where it is none.
 */
sk_suggestion sk_page_size_suggestion(const char *text, sk_arena *arena);

/** Reads "A3", "Letter", "A4-landscape", "180x120mm" or a width alone, "160mm"; units as in styles.
 * False when it is none of these, or no printer has such paper. `arena` is for scratch. */
bool sk_page_size_parse(const char *text, sk_arena *arena, sk_page_size *out);

#endif
