#include "svg_reader/style_diff.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "svg_reader/element/svg_transform.h"

/* One declaration: where its property and its value stand in the text. */
typedef struct {
    const char *property, *value;
    size_t property_length, value_length;
} declaration;

/* Reads the declaration at *at and moves it behind that. False at the end. */
static bool next_declaration(const char **at, declaration *out) {
    const char *begin = *at + strspn(*at, "; \t\r\n");
    size_t length = strcspn(begin, ";"), property = strcspn(begin, ":;");
    if (length == 0) return false;
    *at = begin + length;
    *out = (declaration){begin, begin + property, property, length - property};
    if (property < length) {
        out->value++;
        out->value_length--;
    }
    return true;
}

static bool find(const char *declarations, const declaration *wanted, declaration *found) {
    while (next_declaration(&declarations, found))
        if (found->property_length == wanted->property_length &&
            memcmp(found->property, wanted->property, wanted->property_length) == 0)
            return true;
    return false;
}

static const char *append(sk_arena *arena, const char *list, const char *words) {
    return list == NULL ? words : sk_arena_printf(arena, "%s, %s", list, words);
}

static const char *describe(sk_arena *arena, const declaration *now, const declaration *old) {
    const char *property = sk_arena_string_n(arena, now->property, now->property_length);
    const char *value = sk_arena_string_n(arena, now->value, now->value_length);
    if (old == NULL) return sk_arena_printf(arena, "%s is now %s", property, value);
    return sk_arena_printf(arena, "%s is %s instead of %s", property, value,
                           sk_arena_string_n(arena, old->value, old->value_length));
}

/* The same numbers but for rounding: programs write 0.651 as .65. */
static bool same_numbers(const char *a, const char *b) {
    const double rounding = 0.0065;
    double left, right;
    for (;;) {
        bool more = sk_svg_number_scan(&a, &left), too = sk_svg_number_scan(&b, &right);
        if (!more || !too) break;
        if (fabs(left - right) > rounding) return false;
    }
    return *a == '\0' && *b == '\0';
}

static bool same_values(sk_arena *arena, const declaration *a, const declaration *b) {
    if (a->value_length == b->value_length && memcmp(a->value, b->value, a->value_length) == 0)
        return true;
    return same_numbers(sk_arena_string_n(arena, a->value, a->value_length),
                        sk_arena_string_n(arena, b->value, b->value_length));
}

const char *sk_style_diff(const char *old, const char *now, sk_arena *arena) {
    const char *changes = NULL;
    declaration each, other;
    for (const char *at = now; next_declaration(&at, &each);) {
        bool there = find(old, &each, &other);
        if (there && same_values(arena, &each, &other)) continue;
        changes = append(arena, changes, describe(arena, &each, there ? &other : NULL));
    }
    for (const char *at = old; next_declaration(&at, &each);)
        if (!find(now, &each, &other))
            changes = append(
                arena, changes,
                sk_arena_printf(arena, "%.*s is gone", (int)each.property_length, each.property));
    return changes;
}
