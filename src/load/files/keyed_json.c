#include "load/files/keyed_json.h"

#include <string.h>

#include "base/suggestion.h"
#include "load/files/json_text.h"

void sk_keyed_fault(const sk_keyed_file *file, const cJSON *item, const char *path,
                    const char *what, const char *remedy) {
    sk_place place = {file->name, item == NULL ? 0 : sk_json_line(item), path};
    sk_diag_error(file->diag, place, remedy, "%s", what);
}

const char *sk_keyed_text(const sk_keyed_file *file, const cJSON *item, const char *path) {
    const char *text = cJSON_GetStringValue(item);
    if (text != NULL && *text != '\0') return sk_arena_string(file->arena, text);
    sk_keyed_fault(file, item, path, text == NULL ? "not a text" : "it is empty",
                   "write it between quotes");
    return NULL;
}

void sk_keyed_missing(const sk_keyed_file *file, const char *path, const char *remedy) {
    sk_keyed_fault(file, NULL, path, "the key is missing", remedy);
}

const char *sk_keyed_path(sk_arena *arena, const char *path, const char *name) {
    if (*path == '\0') return sk_arena_string(arena, name);
    return sk_arena_printf(arena, "%s.%s", path, name);
}

static void report_unknown(const sk_keyed_file *file, const sk_keyed_object *known,
                           const cJSON *item, const char *path) {
    sk_suggestion nearest = sk_suggestion_for(path);
    for (size_t i = 0; i < known->count; i++)
        sk_suggestion_consider(&nearest, sk_keyed_path(file->arena, known->path, known->names[i]));
    sk_keyed_fault(file, item, path, "unknown key",
                   sk_suggestion_remedy(&nearest, file->arena, known->remedy));
}

/* The key of that name, or `count`. */
static size_t find_key(const sk_keyed_object *known, const char *name) {
    size_t key = 0;
    while (key < known->count && strcmp(known->names[key], name) != 0) key++;
    return key;
}

/* True when keys begin with `name` and a dot: it is an object of them. */
static bool is_group(const sk_keyed_object *known, const char *name) {
    size_t length = strlen(name);
    for (size_t i = 0; i < known->count; i++)
        if (strncmp(known->names[i], name, length) == 0 && known->names[i][length] == '.')
            return true;
    return false;
}

static void read_key(const sk_keyed_file *file, const sk_keyed_object *known, size_t key,
                     const cJSON *item, const char *path) {
    if (known->given[key]) {
        sk_keyed_fault(file, item, path, "the key is given twice", "take one of the two out");
        return;
    }
    known->given[key] = true;
    known->read(known->reader, key, item, path);
}

/* Recursion goes no deeper than the names of known keys do. */
static void walk(const sk_keyed_file *file, const sk_keyed_object *known, const cJSON *object,
                 const char *group) {
    for (const cJSON *item = object->child; item != NULL; item = item->next) {
        const char *name = sk_keyed_path(file->arena, group, item->string);
        const char *path = sk_keyed_path(file->arena, known->path, name);
        size_t key = find_key(known, name);
        if (key < known->count)
            read_key(file, known, key, item, path);
        else if (!is_group(known, name))
            report_unknown(file, known, item, path);
        else if (cJSON_IsObject(item))
            walk(file, known, item, name);
        else
            sk_keyed_fault(file, item, path, "not an object", "write it as { ... }");
    }
}

void sk_keyed_read(const sk_keyed_file *file, const sk_keyed_object *known, const cJSON *object) {
    walk(file, known, object, "");
}
