/** Cells of a table, as what they mean. Each function reports what is wrong with a cell. */
#ifndef STREEKKAART_LOAD_TABLES_FIELD_H
#define STREEKKAART_LOAD_TABLES_FIELD_H

#include <stdbool.h>

#include "load/tables/table.h"
#include "streekkaart/translation.h"

/** A row and all that a fault in it is reported with. */
typedef struct {
    const sk_load *load;
    const sk_table *table;
    const sk_table_row *row;
} sk_record;

/** A word that a cell may hold, and what it stands for. Lists end with a NULL word. */
typedef struct {
    const char *word;
    int value;
} sk_choice;

/** The text of a cell that may be empty: then NULL. */
const char *sk_field_optional(const sk_record *record, const char *column);

/** The text of a cell that must not be empty. */
bool sk_field_text(const sk_record *record, const char *column, const char **out);

/** The text of a cell in the languages that the table has columns for; NULL where all are empty. */
const sk_translation *sk_field_translations(const sk_record *record, const char *column);

/** A whole number of `least` or more; an empty cell leaves *out as it is. */
bool sk_field_integer(const sk_record *record, const char *column, int least, int *out);

/** One of `choices`; an empty cell leaves *out as it is when `may_be_empty`. */
bool sk_field_choice(const sk_record *record, const char *column, const sk_choice *choices,
                     bool may_be_empty, int *out);

/** true or false, also as spreadsheets write them; an empty cell leaves *out as it is. */
bool sk_field_truth(const sk_record *record, const char *column, bool *out);

/** A list of texts: a JSON array, or texts with semicolons between them. */
bool sk_field_list(const sk_record *record, const char *column, sk_string_list *out);

/** Reports a fault in this row. */
void sk_field_fault(const sk_record *record, const char *remedy, const char *what_format, ...)
    SK_PRINTF_LIKE(3, 4);

#endif
