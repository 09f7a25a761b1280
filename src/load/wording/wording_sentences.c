/* Names within a sentence, and several of them in a row. */
#include <string.h>

#include "streekkaart/wording.h"

/* German and Luxembourgish write every noun with a capital. */
static bool has_capital_nouns(const char *language) {
    return strncmp(language, "de", 2) == 0 || strncmp(language, "lb", 2) == 0;
}

static bool is_capital(unsigned char byte) {
    return byte >= 'A' && byte <= 'Z';
}

/* With a small initial, unless capitals follow it, as in "ICT". Of the letters beyond ASCII those
 * of Latin-1, from U+00C0 to U+00DE, are in UTF-8 C3 80 to C3 9E, and their small ones C3 A0 to BE.
 */
static const char *in_sentence(const char *name, sk_arena *arena) {
    char *copy = sk_arena_string(arena, name);
    unsigned char *letters = (unsigned char *)copy;
    if (is_capital(letters[0]) && !is_capital(letters[1]))
        letters[0] = (unsigned char)(letters[0] - 'A' + 'a');
    else if (letters[0] == 0xC3 && letters[1] >= 0x80 && letters[1] <= 0x9E &&
             !is_capital(letters[2]))
        letters[1] = (unsigned char)(letters[1] + 0x20);
    return copy;
}

const char *sk_wording_capital(const char *text, sk_arena *arena) {
    char *copy = sk_arena_string(arena, text);
    unsigned char *letters = (unsigned char *)copy;
    if (letters[0] >= 'a' && letters[0] <= 'z')
        letters[0] = (unsigned char)(letters[0] - 'a' + 'A');
    else if (letters[0] == 0xC3 && letters[1] >= 0xA0 && letters[1] <= 0xBE)
        letters[1] = (unsigned char)(letters[1] - 0x20);
    return copy;
}

static const char *within_sentence(const sk_wording *words, const char *name, sk_arena *arena) {
    return has_capital_nouns(words->language) ? name : in_sentence(name, arena);
}

const char *sk_wording_chosen_by(const sk_wording *words, const char *sector, sk_arena *arena) {
    if (sector == NULL) return words->layer.chosen;
    const sk_blank name = {"sector", within_sentence(words, sector, arena)};
    return sk_wording_fill(words->legend.chosen_by, &name, 1, arena);
}

/* How long the words are that all names begin with, the space behind them included; each name goes
 * on after them. */
static size_t common_words(const char *const *names, size_t count) {
    size_t length = 0;
    for (size_t at = 0; names[0][at] != '\0'; at++) {
        for (size_t i = 1; i < count; i++)
            if (names[i][at] != names[0][at]) return length;
        if (names[0][at] == ' ') length = at + 1;
    }
    return length;
}

const char *sk_wording_list(const char *const *names, size_t count, sk_arena *arena) {
    size_t said = common_words(names, count);
    const char *list = names[0];
    for (size_t i = 1; i < count; i++)
        list = sk_arena_printf(arena, "%s, %s", list, names[i] + said);
    return list;
}

const char *sk_wording_several(const sk_wording *words, const char *const *names, size_t count,
                               sk_arena *arena) {
    if (count == 1) return names[0];
    const char *first = names[0], *last = names[count - 1] + common_words(names, count);
    if (count > 2) first = sk_wording_list(names, count - 1, arena);
    return sk_wording_fill(words->title.several, (sk_blank[]){{"first", first}, {"last", last}}, 2,
                           arena);
}

const char *sk_wording_sectors(const sk_wording *words, const char *const *names, size_t count,
                               sk_arena *arena) {
    const char **said = SK_NEW_ARRAY(arena, const char *, count);
    for (size_t i = 0; i < count; i++)
        said[i] = i == 0 ? names[i] : within_sentence(words, names[i], arena);
    return sk_wording_several(words, said, count, arena);
}

const char *sk_wording_homes(const sk_wording *words, const sk_project *project,
                             const sk_figure *figure, sk_arena *arena) {
    size_t count = figure->homes.count;
    if (count == 0) return words->area;
    const char **names = SK_NEW_ARRAY(arena, const char *, count);
    for (size_t i = 0; i < count; i++) {
        const sk_region *home = sk_project_home(project, figure->homes.items[i]);
        names[i] = home == NULL ? figure->homes.items[i] : sk_wording_region(words, home, arena);
    }
    return sk_wording_several(words, names, count, arena);
}
