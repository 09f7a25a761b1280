#include "render/pdf/content/pdf_words.h"

#include <string.h>

static bool is_hyphenated(const sk_text *text, size_t index) {
    return text->hyphenated != NULL && text->hyphenated[index];
}

/* True where the line's last word goes on in the next line. */
static bool goes_on(const sk_text *text, size_t index) {
    if (index + 1 >= text->line_count) return false;
    if (is_hyphenated(text, index)) return true;
    const char *utf8 = text->lines[index].utf8;
    size_t length = strlen(utf8);
    if (length < 2 || strchr("-/", utf8[length - 1]) == NULL) return false;
    return utf8[length - 2] != ' '; /* else it is a dash between words */
}

static size_t last_word_begin(const char *utf8) {
    const char *blank = strrchr(utf8, ' ');
    return blank == NULL ? 0 : (size_t)(blank - utf8) + 1;
}

/* The line without the hyphen that it has only because it ends. */
static const char *without_hyphen(const sk_text *text, size_t index, sk_arena *arena) {
    const char *utf8 = text->lines[index].utf8;
    size_t length = strlen(utf8);
    return sk_arena_string_n(arena, utf8, length - (is_hyphenated(text, index) && length > 0));
}

/* The word that begins in line `index`, over as many lines as it takes. */
static const char *whole_word(const sk_text *text, size_t index, sk_arena *arena) {
    const char *word = without_hyphen(text, index, arena);
    word += last_word_begin(word);
    for (size_t i = index; goes_on(text, i); i++) {
        const char *next = text->lines[i + 1].utf8;
        bool further = goes_on(text, i + 1) && strchr(next, ' ') == NULL;
        const char *rest = further ? without_hyphen(text, i + 1, arena) : next;
        word = sk_arena_printf(arena, "%s%.*s", word, (int)strcspn(rest, " "), rest);
        if (!further) break;
    }
    return word;
}

sk_pdf_line_words sk_pdf_words_of_line(const sk_text *text, size_t index, sk_arena *arena) {
    sk_pdf_line_words words = {.hyphenated = is_hyphenated(text, index)};
    const char *utf8 = text->lines[index].utf8;
    size_t length = strlen(utf8), begun = 0;
    if (index > 0 && goes_on(text, index - 1)) {
        begun = strcspn(utf8, " ");
        words.stretches[words.count++] = (sk_pdf_stretch){0, begun, ""};
    }
    if (goes_on(text, index) && begun < length)
        words.stretches[words.count++] =
            (sk_pdf_stretch){last_word_begin(utf8), length, whole_word(text, index, arena)};
    return words;
}
