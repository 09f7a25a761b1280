/** What the doctor has seen, a row each. */
#ifndef STREEKKAART_CLI_DOCTOR_CHECKUP_H
#define STREEKKAART_CLI_DOCTOR_CHECKUP_H

#include "cli/arguments/arguments.h"

typedef struct {
    const char *group, *name;
    const char *value; /* NULL: it is missing, which is reported */
} sk_checkup_row;

enum { SK_CHECKUP_ROWS_MAX = 48 };

typedef struct {
    const sk_arguments *arguments;
    sk_diag *diag;
    sk_arena *arena; /* of the values */
    sk_checkup_row rows[SK_CHECKUP_ROWS_MAX];
    size_t row_count;
} sk_checkup;

/** Adds a row; the texts are kept as they are. */
static inline void sk_checkup_add(sk_checkup *checkup, const char *group, const char *name,
                                  const char *value) {
    if (checkup->row_count < SK_CHECKUP_ROWS_MAX)
        checkup->rows[checkup->row_count++] = (sk_checkup_row){group, name, value};
}

/** The data of libraries: coordinate systems, formats, hyphenation. What is missing is reported. */
void sk_checkup_data(sk_checkup *checkup);

/** The fonts of the style, and where they are. A family that is not installed is reported, as is a
 *  style that can't be read. */
void sk_checkup_fonts(sk_checkup *checkup, const char *project);

#endif
