#include "svg_reader/element/svg_rules.h"

#include <string.h>

static const char *trimmed(sk_arena *arena, const char *begin, const char *end) {
    static const char space[] = " \t\r\n";
    while (begin < end && strchr(space, *begin) != NULL) begin++;
    while (begin < end && strchr(space, end[-1]) != NULL) end--;
    return sk_arena_string_n(arena, begin, (size_t)(end - begin));
}

typedef struct {
    sk_svg_rule *items;
    size_t count, capacity;
} rule_list;

/* Ten times as many as any figure has, so that a file that nobody drew costs no time. */
enum { RULES_MAX = 5000 };

/* A rule for each class of a list: ".st0, .st1". */
static void add_rules(rule_list *rules, const char *begin, const char *end,
                      const char *declarations, sk_arena *arena) {
    while (begin < end) {
        const char *comma = memchr(begin, ',', (size_t)(end - begin));
        const char *selector = trimmed(arena, begin, comma == NULL ? end : comma);
        begin = comma == NULL ? end : comma + 1;
        if (rules->count >= RULES_MAX) return;
        if (selector[0] != '.' || strpbrk(selector, " :>") != NULL) continue;
        rules->items = sk_arena_grow(arena, rules->items, rules->count, &rules->capacity,
                                     sizeof *rules->items);
        rules->items[rules->count++] = (sk_svg_rule){selector + 1, declarations};
    }
}

const sk_svg_rule *sk_svg_rules_read(const char *css, sk_arena *arena, size_t *count) {
    rule_list rules = {0};
    for (const char *open; (open = strchr(css, '{')) != NULL;) {
        const char *close = strchr(open, '}');
        if (close == NULL) break;
        add_rules(&rules, css, open, trimmed(arena, open + 1, close), arena);
        css = close + 1;
    }
    *count = rules.count;
    return rules.items;
}
