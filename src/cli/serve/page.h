/** The pages that follow what is drawn. */
#ifndef STREEKKAART_CLI_SERVE_PAGE_H
#define STREEKKAART_CLI_SERVE_PAGE_H

#include "streekkaart/memory.h"

/** A page as it is sent; heap memory, which free() frees. */
typedef struct {
    char *bytes;
    size_t length;
} sk_page_text;

/** The page that was written to `descriptor`'s file of so many bytes, with the script that follows
 *  what is drawn from a moment on. The file itself stays as it is. .bytes is NULL where it can't be
 *  read. */
sk_page_text sk_page_followed(int descriptor, size_t bytes, const char *moment);

/** A page of the figures at these paths of URLs alone, likewise. */
sk_page_text sk_page_of_figures(sk_string_list figures, const char *moment);

#endif
