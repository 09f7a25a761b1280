#include "load/settings/kinds.h"

#include <string.h>

#include "load/files/json_text.h"

/** What a list may hold. */
typedef struct {
    size_t most;
    const char *example;
} list_form;

static const list_form forms[] = {
    [SK_KINDS_OF_LINKS] = {SK_LINK_KINDS_MAX, "write it as [\"road\", \"rail\"]"},
    [SK_CLASSES_OF_ZONES] = {SK_ZONE_CLASSES_MAX, "write it as [\"protected\", \"industrial\"]"},
    [SK_BASES] = {SK_BASES_MAX, "write it as [\"document\", \"interview\"]"},
};

/* Further keys of `link` and `zone` in a style, and rows of a legend. */
static const char *const taken[] = {"bend",   "casing",  "chosen",  "clearance", "fill",  "hatch",
                                    "line",   "link",    "links",   "name",      "point", "points",
                                    "sector", "sectors", "symbols", "zone",      "zones"};
/* Such rows begin so. */
static const char *const taken_beginnings[] = {"chosen-", "home-", "part-", "zone-"};

const char sk_slug_remedy[] = "write it in small letters, digits and hyphens";

bool sk_is_slug(const char *text) {
    return text[strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

static bool is_taken(const char *slug) {
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
        if (strcmp(taken[i], slug) == 0) return true;
    for (size_t i = 0; i < sizeof taken_beginnings / sizeof *taken_beginnings; i++)
        if (strncmp(taken_beginnings[i], slug, strlen(taken_beginnings[i])) == 0) return true;
    return false;
}

static bool is_in(const char *const *slugs, size_t count, const char *slug) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(slugs[i], slug) == 0) return true;
    return false;
}

/* One more slug of those read so far; NULL, reported, where it can't be. */
static const char *next_slug(const sk_keyed_file *file, const cJSON *item, const char *path,
                             const char *const *slugs, size_t count) {
    const char *slug = sk_keyed_text(file, item, path);
    if (slug == NULL) return NULL;
    if (!sk_is_slug(slug))
        sk_keyed_fault(file, item, path, "not a slug", sk_slug_remedy);
    else if (is_taken(slug))
        sk_keyed_fault(file, item, path,
                       sk_arena_printf(file->arena, "\"%s\" means something else already", slug),
                       "use another word");
    else if (is_in(slugs, count, slug))
        sk_keyed_fault(file, item, path,
                       sk_arena_printf(file->arena, "\"%s\" is there twice", slug),
                       "take one of the two out");
    else
        return slug;
    return NULL;
}

sk_string_list sk_kinds_read(const sk_keyed_file *file, sk_kind_list which, const cJSON *list,
                             const char *path) {
    const list_form *form = &forms[which];
    const char **slugs = SK_NEW_ARRAY(file->arena, const char *, form->most);
    size_t count = 0, index = 0;
    if (!cJSON_IsArray(list))
        sk_keyed_fault(file, list, path, "not a list", form->example);
    else if (list->child == NULL)
        sk_keyed_fault(file, list, path, "the list is empty",
                       sk_arena_printf(file->arena, "%s, or take the key out", form->example));
    else if ((size_t)cJSON_GetArraySize(list) > form->most)
        sk_keyed_fault(
            file, list, path,
            sk_arena_printf(file->arena, "%d are more than can be told apart",
                            cJSON_GetArraySize(list)),
            sk_arena_printf(file->arena, "keep to %zu, or put some together", form->most));
    for (const cJSON *item = cJSON_IsArray(list) ? list->child : NULL;
         item != NULL && count < form->most; item = item->next) {
        const char *here = sk_arena_printf(file->arena, "%s[%zu]", path, index++);
        slugs[count] = next_slug(file, item, here, slugs, count);
        if (slugs[count] != NULL) count++;
    }
    return (sk_string_list){slugs, count};
}
