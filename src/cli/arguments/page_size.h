/** The page that --size asks for. */
#ifndef STREEKKAART_CLI_ARGUMENTS_PAGE_SIZE_H
#define STREEKKAART_CLI_ARGUMENTS_PAGE_SIZE_H

#include <stdbool.h>

#include "streekkaart/memory.h"
#include "streekkaart/page_request.h"

/** Reads "A3", "A4-landscape", "180x120mm" or a width alone, "160mm"; units as in styles. False
 *  when it is none of these, or no printer has such paper. `arena` is for scratch. */
bool sk_page_size_parse(const char *text, sk_arena *arena, sk_page_size *out);

#endif
