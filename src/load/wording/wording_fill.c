#include <string.h>

#include "load/wording/wording_keys.h"

/* The blank that begins at `text`, or NULL. */
static const sk_blank *blank_at(const char *text, const sk_blank *blanks, size_t count) {
    if (*text != '{') return NULL;
    size_t length = strcspn(text + 1, "}");
    for (size_t i = 0; i < count; i++)
        if (strlen(blanks[i].name) == length && memcmp(text + 1, blanks[i].name, length) == 0 &&
            text[1 + length] == '}')
            return &blanks[i];
    return NULL;
}

const char *sk_wording_fill(const char *text, const sk_blank *blanks, size_t count,
                            sk_arena *arena) {
    const char *filled = "";
    while (*text != '\0') {
        const sk_blank *blank = blank_at(text, blanks, count);
        if (blank != NULL) {
            filled = sk_arena_printf(arena, "%s%s", filled, blank->value);
            text += strlen(blank->name) + 2;
            continue;
        }
        size_t plain = 1 + strcspn(text + 1, "{");
        filled = sk_arena_printf(arena, "%s%.*s", filled, (int)plain, text);
        text += plain;
    }
    return filled;
}

const char *sk_wording_find_name(const sk_wording *words, sk_name_group group, const char *slug) {
    for (size_t i = 0; i < words->name_count; i++)
        if (words->names[i].group == group && strcmp(words->names[i].slug, slug) == 0)
            return words->names[i].text;
    return NULL;
}

const char *sk_wording_region(const sk_wording *words, const sk_region *region, sk_arena *arena) {
    const char *name = sk_translation_in(region->names, words->language);
    const char *in_full = region->level == words->home
                              ? sk_wording_find_name(words, SK_NAME_IN_FULL, region->slug)
                              : NULL;
    if (in_full != NULL) return in_full;
    return sk_wording_fill(words->levels[region->level].named,
                           &(sk_blank){"name", name != NULL ? name : region->name}, 1, arena);
}

const char *sk_wording_of_level(const sk_wording *words, const char *text, sk_region_level level,
                                sk_arena *arena) {
    const sk_blank blanks[] = {{"one", words->levels[level].one},
                               {"many", words->levels[level].many}};
    return sk_wording_fill(text, blanks, 2, arena);
}

const char *sk_wording_figure_title(const sk_wording *words, const sk_figure *figure,
                                    sk_arena *arena) {
    const sk_blank blanks[] = {{"number", sk_arena_printf(arena, "%d", figure->number)},
                               {"caption", figure->caption}};
    return sk_wording_fill(words->title.figure, blanks, 2, arena);
}

const char *sk_wording_sheet_title(const sk_wording *words, const sk_project *project,
                                   const sk_figure *figure, sk_arena *arena) {
    if (figure->kind == SK_FIGURE_REGION_OVERVIEW) return figure->title;
    const char *region = sk_wording_homes(words, project, figure, arena);
    const sk_blank blanks[] = {{"title", figure->title}, {"region", region}};
    return sk_wording_fill(words->title.sheet, blanks, 2, arena);
}
