/** The words of a new project in its language: rows of words.csv, and files with blanks in them. */
#ifndef STREEKKAART_STARTER_STARTER_WORDS_H
#define STREEKKAART_STARTER_STARTER_WORDS_H

#include "boundaries/sources/csv_table.h"
#include "streekkaart/starter.h"

/** The table in one language. */
typedef struct {
    sk_csv_table table;
    sk_arena *arena;
} sk_starter_words;

/** Reads words.csv into `arena`. SK_ERR_DATA: it has no such language, or is not whole. */
SK_CHECKED sk_status sk_starter_words_read(const sk_starter *starter, sk_arena *arena,
                                           sk_diag *diag, sk_starter_words *out);

/** The text of that key; NULL: there is none. */
const char *sk_starter_word(const sk_starter_words *words, const char *key);

/** `text` with each `blank`, such as "{place}", filled in; the arena's. */
const char *sk_starter_fill(const char *text, const char *blank, const char *value,
                            sk_arena *arena);

/** What a level is called, as for "one", "many", "named" or "borders"; the arena's. */
const char *sk_starter_level_word(const sk_starter_words *words, const char *level,
                                  const char *which);

#endif
