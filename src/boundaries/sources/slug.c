#include "boundaries/sources/slug.h"

#include <glib.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* As many as one letter becomes at most: "-u10ffff-". */
enum { ROOM = 12 };

static bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* Appends the letters and digits of `text`, and one hyphen for whatever lies between them. */
static size_t append(char *slug, size_t length, const char *text) {
    for (; *text != '\0'; text++) {
        char c = *text >= 'A' && *text <= 'Z' ? (char)(*text - 'A' + 'a') : *text;
        if (is_plain(c))
            slug[length++] = c;
        else if (length > 0 && slug[length - 1] != '-')
            slug[length++] = '-';
    }
    return length;
}

static size_t append_letter(char *slug, size_t length, gunichar letter) {
    if (g_unichar_ismark(letter)) return length;
    char text[ROOM] = {0};
    g_unichar_to_utf8(letter, text);
    char *plain = g_str_to_ascii(text, "C"); /* the same in every locale */
    bool known = strcmp(plain, "?") != 0;
    if (known || !g_unichar_isalnum(letter)) {
        length = append(slug, length, plain);
    } else {
        snprintf(text, sizeof text, "-u%04x-", letter);
        length = append(slug, length, text);
    }
    g_free(plain);
    return length;
}

const char *sk_slug_of(const char *name, sk_arena *arena) {
    char *slug = SK_NEW_ARRAY(arena, char, ROOM *strlen(name) + 1);
    char *sound = g_utf8_make_valid(name, -1);
    size_t length = 0;
    for (const char *c = sound; *c != '\0'; c = g_utf8_next_char(c))
        length = append_letter(slug, length, g_utf8_get_char(c));
    g_free(sound);
    while (length > 0 && slug[length - 1] == '-') length--;
    slug[length] = '\0';
    return slug;
}
