/** Whole files, as bytes. */
#ifndef STREEKKAART_BASE_TEXT_FILE_H
#define STREEKKAART_BASE_TEXT_FILE_H

#include <stddef.h>

#include "streekkaart/diag.h"

/** The bytes of the file at `path`; heap memory, the caller's to free(). NULL when there is no such
 *  file, it can't be read or has more than `max` bytes: `diag` says so, calling it `shown`. */
char *sk_text_file_read(const char *path, const char *shown, size_t max, sk_diag *diag,
                        size_t *length);

#endif
