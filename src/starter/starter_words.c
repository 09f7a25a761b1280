#include "starter/starter_words.h"

#include <string.h>

sk_status sk_starter_words_read(const sk_starter *starter, sk_arena *arena, sk_diag *diag,
                                sk_starter_words *out) {
    const char *path = sk_arena_printf(arena, "%s/words.csv", starter->templates);
    const sk_csv_form form = {path, {"key", starter->language}, 2, 2, 2};
    out->arena = arena;
    return sk_csv_table_read(&form, arena, diag, &out->table);
}

const char *sk_starter_word(const sk_starter_words *words, const char *key) {
    for (size_t i = 0; i < words->table.count; i++)
        if (strcmp(words->table.rows[i].cells[0], key) == 0) return words->table.rows[i].cells[1];
    return NULL;
}

const char *sk_starter_fill(const char *text, const char *blank, const char *value,
                            sk_arena *arena) {
    const char *filled = "";
    for (const char *at = strstr(text, blank); at != NULL; at = strstr(text, blank)) {
        filled = sk_arena_printf(arena, "%s%.*s%s", filled, (int)(at - text), text, value);
        text = at + strlen(blank);
    }
    return sk_arena_printf(arena, "%s%s", filled, text);
}

/* A level that the table does not know is called by its slug. */
const char *sk_starter_level_word(const sk_starter_words *words, const char *level,
                                  const char *which) {
    const char *text = sk_starter_word(words, sk_arena_printf(words->arena, "%s.%s", level, which));
    if (text == NULL)
        text = sk_starter_word(words, sk_arena_printf(words->arena, "level.%s", which));
    text = sk_starter_fill(text == NULL ? "{level}" : text, "{level}", level, words->arena);
    if (strstr(text, "{many}") == NULL) return text;
    const char *many = sk_starter_level_word(words, level, "many");
    return sk_starter_fill(text, "{many}", many, words->arena);
}
