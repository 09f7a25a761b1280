/** A text file of a new project. */
#ifndef STREEKKAART_STARTER_STARTER_FILE_H
#define STREEKKAART_STARTER_STARTER_FILE_H

#include <stdio.h>

#include "streekkaart/starter.h"

/** A file while it is written. */
typedef struct {
    FILE *stream; /* to print to */
    const sk_starter *starter;
    const char *name; /* below the project's folder */
    char *bytes;
    size_t length;
} sk_starter_file;

/** Begins a file; it must not move until it is ended. */
void sk_starter_file_begin(sk_starter_file *file, const sk_starter *starter, const char *name);
/** Writes it. SK_ERR_ENVIRONMENT: `diag` says why it can't be. */
SK_CHECKED sk_status sk_starter_file_end(sk_starter_file *file, sk_diag *diag);

/** A row of a CSV, with quotes where a cell wants them; NULL is an empty cell. */
void sk_starter_file_row(sk_starter_file *file, const char *const *cells, size_t count);

/** Copies the file at `path`. */
SK_CHECKED sk_status sk_starter_file_copy(const sk_starter *starter, const char *path,
                                          const char *name, sk_diag *diag);
/** The text of the file at `path`; the arena's. NULL: `diag` says why there is none. */
const char *sk_starter_file_text(const char *path, sk_arena *arena, sk_diag *diag);

#endif
