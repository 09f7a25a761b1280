/** Columns that hold what another one does in a language of the project: "name_fr" beside "name",
 *  also as "name:fr" and "name-fr". */
#ifndef STREEKKAART_LOAD_TABLES_LANGUAGE_COLUMN_H
#define STREEKKAART_LOAD_TABLES_LANGUAGE_COLUMN_H

#include "base/suggestion.h"
#include "load/tables/table.h"

/** The project's language in which `column` holds what the column `base` does; NULL when it is no
 *  such column. */
const char *sk_language_of_column(const sk_project_settings *settings, const char *column,
                                  const char *base);

/** The column of the form that `column` is, or that it has in another language; NULL when the form
 *  does not know it. */
const sk_column *sk_form_column(const sk_load *load, const sk_table_form *form, const char *column);

/** Do the two hold the same? */
bool sk_columns_are_one(const sk_load *load, const sk_table_form *form, const char *a,
                        const char *b);

/** The column in a language of the project that `stray` looks most like; its `best` is NULL when it
 *  looks like none. */
sk_suggestion sk_language_column_nearest(const sk_load *load, const sk_table_form *form,
                                         const char *stray);

/** Warns of columns in a language that the project lacks, and of slips of the pen in the name of
 *  one. */
void sk_language_columns_check(const sk_load *load, const sk_table *table,
                               const sk_table_form *form);

#endif
