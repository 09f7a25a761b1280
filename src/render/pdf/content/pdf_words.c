#include "render/pdf/content/pdf_words.h"

#include <string.h>

static size_t last_word_begin(const char *utf8) {
    const char *blank = strrchr(utf8, ' ');
    return blank == NULL ? 0 : (size_t)(blank - utf8) + 1;
}

static size_t first_word_length(const char *utf8) {
    return strcspn(utf8, " ");
}

/* Lines whose ends are not told: the word goes on where the name has it so. */
static bool name_joins(const char *name, const char *line, const char *next) {
    size_t length = strlen(line);
    if (name == NULL || length == 0 || strchr("-/", line[length - 1]) == NULL) return false;
    const char *last = line + last_word_begin(line);
    size_t last_length = strlen(last), next_length = first_word_length(next);
    for (const char *at = strstr(name, last); at != NULL; at = strstr(at + 1, last))
        if (strncmp(at + last_length, next, next_length) == 0) return true;
    return false;
}

/* What the line ends in; the last line and an empty one end a word. */
static sk_line_end end_of(const sk_text *text, size_t index, const char *name) {
    if (index + 1 >= text->line_count || text->lines[index].utf8[0] == '\0')
        return SK_LINE_ENDS_WORD;
    if (text->ends != NULL) return text->ends[index];
    return name_joins(name, text->lines[index].utf8, text->lines[index + 1].utf8)
               ? SK_LINE_ENDS_IN_WORD
               : SK_LINE_ENDS_WORD;
}

/* Is the line's last word read together with what the next line begins with? "Innovatie-" before
 * "en Training" is, too: some programs leave out a hyphen that a line ends in. */
static bool is_cut(const sk_text *text, size_t index, const char *name) {
    if (end_of(text, index, name) != SK_LINE_ENDS_WORD) return true;
    const char *line = text->lines[index].utf8;
    size_t length = strlen(line);
    return index + 1 < text->line_count && length > 0 && line[length - 1] == '-' &&
           text->lines[index + 1].utf8[0] != '\0';
}

/* What begins with the last word of line `index`, over as many lines as it takes. */
static const char *whole_word(const sk_text *text, size_t index, const char *name,
                              sk_arena *arena) {
    const char *part = text->lines[index].utf8, *word = "";
    part += last_word_begin(part);
    for (size_t i = index;; i++) {
        size_t length = first_word_length(part);
        bool last = part[length] != '\0' || !is_cut(text, i, name);
        sk_line_end end = last ? SK_LINE_ENDS_WORD : end_of(text, i, name);
        if (end == SK_LINE_ENDS_HYPHENATED && length > 0) length--;
        word = sk_arena_printf(arena, "%s%.*s%s", word, (int)length, part,
                               !last && end == SK_LINE_ENDS_WORD ? " " : "");
        if (last) return word;
        part = text->lines[i + 1].utf8;
    }
}

sk_pdf_line_words sk_pdf_words_of_line(const sk_text *text, size_t index, const char *name,
                                       sk_arena *arena) {
    const char *utf8 = text->lines[index].utf8;
    size_t length = strlen(utf8), begun = 0;
    sk_pdf_line_words words = {.end = end_of(text, index, name), .cut = is_cut(text, index, name)};
    if (index > 0 && is_cut(text, index - 1, name)) {
        begun = first_word_length(utf8);
        words.stretches[words.count++] = (sk_pdf_stretch){0, begun, NULL};
    }
    if (words.cut && begun < length)
        words.stretches[words.count++] =
            (sk_pdf_stretch){last_word_begin(utf8), length, whole_word(text, index, name, arena)};
    words.goes_on = index + 1 < text->line_count && !words.cut;
    return words;
}
