#include "svg_reader/svg_rules.h"

#include <string.h>

static size_t count_of(const char *text, char wanted) {
    size_t count = 0;
    for (; *text != '\0'; text++) count += *text == wanted;
    return count;
}

static const char *trimmed(sk_arena *arena, const char *begin, const char *end) {
    static const char space[] = " \t\r\n";
    while (begin < end && strchr(space, *begin) != NULL) begin++;
    while (begin < end && strchr(space, end[-1]) != NULL) end--;
    return sk_arena_string_n(arena, begin, (size_t)(end - begin));
}

const sk_svg_rule *sk_svg_rules_read(const char *css, sk_arena *arena, size_t *count) {
    sk_svg_rule *rules = SK_NEW_ARRAY(arena, sk_svg_rule, count_of(css, '{'));
    *count = 0;
    for (const char *open; (open = strchr(css, '{')) != NULL;) {
        const char *close = strchr(open, '}');
        if (close == NULL) break;
        const char *selector = trimmed(arena, css, open);
        if (selector[0] == '.' && strpbrk(selector, " ,:>") == NULL)
            rules[(*count)++] = (sk_svg_rule){selector + 1, trimmed(arena, open + 1, close)};
        css = close + 1;
    }
    return rules;
}
