#ifndef STREEKKAART_OUTPUT_SAME_FILE_H
#define STREEKKAART_OUTPUT_SAME_FILE_H

#include <stdbool.h>

/* Is there a file called `name` in the open folder, and no link, that holds the same bytes as the
 * open `file`, which can be read? */
bool sk_is_same_file(int folder, const char *name, int file);

#endif
