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

const char *sk_wording_province(const sk_wording *words, const sk_region *province,
                                sk_arena *arena) {
    const char *exception = sk_wording_find_name(words, SK_NAME_PROVINCE_IN_FULL, province->slug);
    if (exception != NULL) return exception;
    return sk_wording_fill(words->province, &(sk_blank){"name", province->name}, 1, arena);
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
    const sk_region *province =
        figure->province == NULL ? NULL
                                 : sk_project_region(project, SK_REGION_PROVINCE, figure->province);
    const sk_blank blanks[] = {
        {"title", figure->title},
        {"region",
         province == NULL ? words->flanders : sk_wording_province(words, province, arena)}};
    return sk_wording_fill(words->title.sheet, blanks, 2, arena);
}
