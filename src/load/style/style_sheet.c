#include "streekkaart/style_sheet.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/suggestion.h"
#include "base/text_file.h"
#include "load/files/json_text.h"
#include "load/style/style_keys.h"
#include "load/style/style_value.h"
#include "streekkaart/memory.h"

static const char extends_key[] = "extends";

/** What was given for a key: a bit for each of its parts, or just the first. */
typedef uint32_t given_parts;

/** A style while its files are read, the deepest first. */
typedef struct {
    sk_diag *diag;
    sk_arena *arena; /* for what is said about it */
    sk_style_sheet sheet;
    given_parts *given; /* for each key, in all files so far */
    given_parts *here;  /* likewise, in the file at hand */
    const char *file;   /* at hand */
} style_reader;

static style_reader reader_begin(sk_diag *diag) {
    size_t count = sk_style_keys().count;
    sk_arena *arena = sk_arena_create();
    return (style_reader){.diag = diag,
                          .arena = arena,
                          .given = SK_NEW_ARRAY(arena, given_parts, count),
                          .here = SK_NEW_ARRAY(arena, given_parts, count)};
}

static void fault(const style_reader *reader, const cJSON *item, const char *path, const char *what,
                  const char *remedy) {
    sk_place place = {reader->file, item == NULL ? 0 : sk_json_line(item), path};
    sk_diag_error(reader->diag, place, remedy, "%s", what);
}

static const char *joined(const style_reader *reader, const char *prefix, const char *name) {
    if (*prefix == '\0') return sk_arena_string(reader->arena, name);
    return sk_arena_printf(reader->arena, "%s.%s", prefix, name);
}

static void unknown_key(const style_reader *reader, const cJSON *item, const char *path,
                        const char *prefix, sk_style_key_list keys) {
    sk_suggestion nearest = sk_suggestion_for(path);
    for (size_t i = 0; i < keys.count; i++)
        sk_suggestion_consider(&nearest, joined(reader, prefix, keys.items[i].path));
    const char *remedy = sk_suggestion_remedy(&nearest, reader->arena,
                                              "take it out, or look for its name in the "
                                              "style that this one extends");
    fault(reader, item, path, "unknown key", remedy);
}

static bool is_new(style_reader *reader, const cJSON *item, const char *path, size_t row,
                   size_t part) {
    given_parts bit = (given_parts)1 << part;
    if ((reader->here[row] & bit) != 0) {
        fault(reader, item, path, "the key is given twice", "take one of the two out");
        return false;
    }
    reader->here[row] |= bit;
    reader->given[row] |= bit;
    return true;
}

static void set_value(style_reader *reader, const sk_style_key *key, const cJSON *item,
                      const char *path, size_t offset) {
    const sk_style_fault *wrong = sk_style_value_set(key, item, (char *)&reader->sheet + offset);
    if (wrong != NULL) fault(reader, item, path, wrong->what, wrong->remedy);
}

/* The object of a stroke or a text. */
static void read_parts(style_reader *reader, const cJSON *object, const char *path, size_t row) {
    sk_style_key_list keys = sk_style_keys();
    const sk_style_key *key = &keys.items[row];
    sk_style_key_list parts = sk_style_parts(key->kind);
    if (!cJSON_IsObject(object)) {
        fault(reader, object, path, "not an object",
              key->kind == SK_STYLE_STROKE
                  ? "write it as { \"colour\": \"#4a4f55\", \"width\": \"0.25 mm\" }"
                  : "write it as { \"size\": \"7 pt\", \"weight\": 400, \"colour\": \"#1d1d1d\" }");
        return;
    }
    for (const cJSON *item = object->child; item != NULL; item = item->next) {
        const char *part_path = joined(reader, path, item->string);
        size_t part = 0;
        while (part < parts.count && strcmp(parts.items[part].path, item->string) != 0) part++;
        if (part == parts.count)
            unknown_key(reader, item, part_path, path, parts);
        else if (is_new(reader, item, part_path, row, part))
            set_value(reader, &parts.items[part], item, part_path,
                      key->offset + parts.items[part].offset);
    }
}

/* True when keys begin with `path` and a dot: it is an object of them. */
static bool is_group(const char *path) {
    sk_style_key_list keys = sk_style_keys();
    size_t length = strlen(path);
    for (size_t i = 0; i < keys.count; i++)
        if (strncmp(keys.items[i].path, path, length) == 0 && keys.items[i].path[length] == '.')
            return true;
    return false;
}

/* Recursion goes no deeper than the paths of known keys do. */
static void read_object(style_reader *reader, const cJSON *object, const char *prefix) {
    sk_style_key_list keys = sk_style_keys();
    for (const cJSON *item = object->child; item != NULL; item = item->next) {
        const char *path = joined(reader, prefix, item->string);
        size_t row = 0;
        while (row < keys.count && strcmp(keys.items[row].path, path) != 0) row++;
        if (row < keys.count && sk_style_parts(keys.items[row].kind).count > 0)
            read_parts(reader, item, path, row);
        else if (row < keys.count && is_new(reader, item, path, row, 0))
            set_value(reader, &keys.items[row], item, path, keys.items[row].offset);
        else if (row == keys.count && is_group(path) && cJSON_IsObject(item))
            read_object(reader, item, path);
        else if (row == keys.count && is_group(path))
            fault(reader, item, path, "not an object", "write it as { ... }");
        else if (row == keys.count && strcmp(path, extends_key) != 0)
            unknown_key(reader, item, path, "", keys);
    }
}

/* The style's own keys; those of what it extends have been read. */
static bool read_root(style_reader *reader, const cJSON *root, const char *file) {
    size_t errors = sk_diag_error_count(reader->diag);
    reader->file = file;
    memset(reader->here, 0, sk_style_keys().count * sizeof *reader->here);
    if (cJSON_IsObject(root))
        read_object(reader, root, "");
    else
        fault(reader, root, NULL, "a style is an object", "write it as { ... }");
    return sk_diag_error_count(reader->diag) == errors;
}

/* The name that the style extends; NULL when none. False when it is no text. */
static bool read_extends(const style_reader *reader, const cJSON *root, const char **name) {
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(root, extends_key);
    const char *text = cJSON_GetStringValue(item);
    *name = sk_arena_string(reader->arena, text);
    if (item == NULL || (text != NULL && *text != '\0')) return true;
    fault(reader, item, extends_key, "not the name of a style", "write it as \"study\"");
    return false;
}

static cJSON *parse_json(sk_diag *diag, const char *bytes, size_t length, const char *file) {
    if (length <= SK_STYLE_BYTES_MAX) return sk_json_parse(bytes, length, file, diag);
    sk_diag_error(diag, (sk_place){.file = file}, "a style needs a few kilobytes: is it the file?",
                  "the style has more than %d bytes", SK_STYLE_BYTES_MAX);
    return NULL;
}

sk_status sk_style_sheet_parse(const char *bytes, size_t length, const char *file, sk_diag *diag,
                               sk_style_sheet *out) {
    cJSON *root = parse_json(diag, bytes, length, file);
    if (root == NULL) return SK_ERR_DATA;
    style_reader reader = reader_begin(diag);
    reader.sheet = *out;
    reader.file = file;
    const char *extended;
    bool sound = read_extends(&reader, root, &extended);
    sound = read_root(&reader, root, file) && sound;
    if (sound) *out = reader.sheet;
    sk_arena_free(reader.arena);
    cJSON_Delete(root);
    return sound ? SK_OK : SK_ERR_DATA;
}

static void report_missing(const style_reader *reader, const sk_style_key *key,
                           const sk_style_key *part) {
    const char *path = part == NULL ? key->path : joined(reader, key->path, part->path);
    const char *remedy =
        sk_arena_printf(reader->arena, "add it (%s%s%s), or extend a style", key->help,
                        part == NULL ? "" : ": ", part == NULL ? "" : part->help);
    fault(reader, NULL, path, "the key is missing", remedy);
}

/* Holds what a style gives that extends none against all that there is to give. */
static bool check_complete(const style_reader *reader) {
    sk_style_key_list keys = sk_style_keys();
    bool complete = true;
    for (size_t row = 0; row < keys.count; row++) {
        sk_style_key_list parts = sk_style_parts(keys.items[row].kind);
        if (parts.count == 0 || reader->given[row] == 0) {
            if (reader->given[row] != 0) continue;
            report_missing(reader, &keys.items[row], NULL);
            complete = false;
            continue;
        }
        for (size_t part = 0; part < parts.count; part++) {
            bool given = (reader->given[row] >> part & 1) != 0;
            if (given || !parts.items[part].required) continue;
            report_missing(reader, &keys.items[row], &parts.items[part]);
            complete = false;
        }
    }
    return complete;
}

/* What single values do not show. */
static bool check_page(const style_reader *reader) {
    double margins = 2 * reader->sheet.page.margin_mm;
    if (reader->sheet.page.width_mm > margins && reader->sheet.page.max_height_mm > margins)
        return true;
    fault(reader, NULL, "page.margin", "the margins leave no room on the page",
          "make them smaller, or the page larger");
    return false;
}

static bool ends_in_json(const char *name) {
    size_t length = strlen(name);
    return length > 5 && strcmp(name + length - 5, ".json") == 0;
}

/** A style and those that extend it, up to the one that was asked for. */
typedef struct style_link style_link;
struct style_link {
    const char *directory; /* of the project */
    const char *shown, *path;
    const style_link *extended_by;
    size_t depth;
};

static style_link link_to(const style_reader *reader, const char *directory, const char *name,
                          const style_link *extended_by) {
    style_link link = {.directory = directory, .extended_by = extended_by};
    if (extended_by != NULL) link.depth = extended_by->depth + 1;
    bool is_path = ends_in_json(name);
    link.shown = is_path ? sk_arena_string(reader->arena, name)
                         : sk_arena_printf(reader->arena, "styles/%s.json", name);
    link.path =
        is_path ? link.shown : sk_arena_printf(reader->arena, "%s/%s", directory, link.shown);
    return link;
}

/* The name in styles/ that is nearest to a file that is missing. */
static const char *nearest_style(const style_reader *reader, const style_link *link) {
    sk_suggestion nearest = sk_suggestion_for(link->shown);
    DIR *directory = opendir(sk_arena_printf(reader->arena, "%s/styles", link->directory));
    if (directory != NULL) {
        for (const struct dirent *file; (file = readdir(directory)) != NULL;)
            if (ends_in_json(file->d_name))
                sk_suggestion_consider(&nearest,
                                       sk_arena_printf(reader->arena, "styles/%s", file->d_name));
        closedir(directory);
    }
    return sk_suggestion_remedy(&nearest, reader->arena, "put the style into the folder styles");
}

static bool may_follow(const style_reader *reader, const style_link *link) {
    for (const style_link *l = link->extended_by; l != NULL; l = l->extended_by) {
        if (strcmp(l->path, link->path) != 0) continue;
        sk_diag_error(reader->diag, (sk_place){link->extended_by->shown, 0, extends_key},
                      "take one of the `extends` out", "styles extend each other in a circle: %s",
                      link->shown);
        return false;
    }
    if (link->depth < SK_STYLE_DEPTH_MAX) return true;
    sk_diag_error(reader->diag, (sk_place){link->shown, 0, extends_key},
                  "let it extend a style that extends less",
                  "more than %d styles extend each other", SK_STYLE_DEPTH_MAX);
    return false;
}

static cJSON *open_json(const style_reader *reader, const style_link *link) {
    if (access(link->path, F_OK) != 0) {
        sk_diag_error(reader->diag, (sk_place){.file = link->shown}, nearest_style(reader, link),
                      "there is no such style");
        return NULL;
    }
    size_t length = 0;
    char *bytes =
        sk_text_file_read(link->path, link->shown, SK_STYLE_BYTES_MAX, reader->diag, &length);
    if (bytes == NULL) return NULL;
    cJSON *root = parse_json(reader->diag, bytes, length, link->shown);
    free(bytes);
    return root;
}

/* Recursion is bounded by SK_STYLE_DEPTH_MAX, see may_follow(). */
static bool read_style(style_reader *reader, const style_link *link) {
    if (!may_follow(reader, link)) return false;
    cJSON *root = open_json(reader, link);
    if (root == NULL) return false;
    reader->file = link->shown;
    const char *extended;
    bool sound = read_extends(reader, root, &extended);
    if (sound && extended != NULL) {
        style_link next = link_to(reader, link->directory, extended, link);
        sound = read_style(reader, &next);
    }
    sound = read_root(reader, root, link->shown) && sound;
    if (sound && extended == NULL) sound = check_complete(reader);
    cJSON_Delete(root);
    return sound;
}

sk_status sk_style_sheet_open(const char *directory, const char *name, sk_diag *diag,
                              sk_style_sheet *out) {
    style_reader reader = reader_begin(diag);
    style_link link = link_to(&reader, directory, name, NULL);
    bool sound = read_style(&reader, &link) && check_page(&reader);
    if (sound) *out = reader.sheet;
    sk_arena_free(reader.arena);
    return sound ? SK_OK : SK_ERR_DATA;
}
