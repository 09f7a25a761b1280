/** What a language file says: a row for each word. A new word is a new row in wording_keys.c. */
#ifndef STREEKKAART_LOAD_WORDING_WORDING_KEYS_H
#define STREEKKAART_LOAD_WORDING_WORDING_KEYS_H

#include <stddef.h>

#include "streekkaart/wording.h"

typedef struct {
    const char *path;   /* "legend.chosen_by" */
    size_t offset;      /* of its const char * in sk_wording */
    const char *blanks; /* those it must have, each once: "{number} {caption}"; "" for none */
    const char *help;
} sk_word_key;

typedef struct {
    const sk_word_key *items;
    size_t count;
} sk_word_key_list;

/** What a group of names is called in project.json; NULL for a level that the project lacks. */
const char *sk_name_group_word(const sk_project_settings *settings, sk_name_group group);

/** The name that the language has for `slug`; NULL when it has none. */
const char *sk_wording_find_name(const sk_wording *words, sk_name_group group, const char *slug);

/** Has the language file a word of its own for that kind of link or that basis? Then it is in
 *  *word; `list` is what project.json calls the list of them. */
bool sk_usual_word(const sk_wording *words, const char *list, const char *kind, const char **word);

/** All words, in the order of their struct. */
sk_word_key_list sk_word_keys(void);

#endif
