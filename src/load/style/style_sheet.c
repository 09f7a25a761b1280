#include "streekkaart/style_sheet.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/suggestion.h"
#include "base/text_file.h"
#include "load/files/json_text.h"
#include "load/files/keyed_json.h"
#include "load/files/project_path.h"
#include "load/style/kind_signs.h"
#include "load/style/style_keys.h"
#include "load/style/style_value.h"
#include "streekkaart/memory.h"

static const char extends_key[] = "extends";

static const char unknown_remedy[] =
    "take it out, or look for its name in the style that this one extends";

/** Which parts of a stroke or a text are given. */
typedef struct {
    bool parts[SK_STYLE_PARTS_MAX];
} given_parts;

/** A style while its files are read, the deepest first. */
typedef struct {
    sk_keyed_file file; /* at hand */
    sk_style_sheet sheet;
    sk_style_key_list keys; /* of the sheet */
    const char **names;     /* of all keys, then `extends`, then what is not read */
    size_t count;
    bool *given;        /* for each key, in all files so far */
    given_parts *parts; /* likewise, for keys that have parts */
} style_reader;

static const char **names_of(sk_style_key_list keys, size_t more, sk_arena *arena) {
    const char **names = SK_NEW_ARRAY(arena, const char *, keys.count + more);
    for (size_t i = 0; i < keys.count; i++) names[i] = keys.items[i].path;
    return names;
}

/* Reads into a sheet with the kinds and classes of `sheet`. */
static style_reader reader_begin(const sk_style_sheet *sheet, sk_diag *diag) {
    sk_arena *arena = sk_arena_create();
    style_reader reader = {.file = {.arena = arena, .diag = diag},
                           .sheet = *sheet,
                           .keys = sk_style_keys(sheet, arena)};
    const char *const *idle = sk_kind_signs_idle(sheet, arena);
    size_t more = 1;
    while (idle[more - 1] != NULL) more++;
    reader.count = reader.keys.count + more;
    reader.names = names_of(reader.keys, more, arena);
    reader.names[reader.keys.count] = extends_key;
    for (size_t i = 1; i < more; i++) reader.names[reader.keys.count + i] = idle[i - 1];
    reader.given = SK_NEW_ARRAY(arena, bool, reader.count);
    reader.parts = SK_NEW_ARRAY(arena, given_parts, reader.keys.count);
    return reader;
}

static void set_value(style_reader *reader, const sk_style_key *key, const cJSON *item,
                      const char *path, size_t offset) {
    const sk_style_fault *wrong = sk_style_value_set(key, item, (char *)&reader->sheet + offset);
    if (wrong != NULL) sk_keyed_fault(&reader->file, item, path, wrong->what, wrong->remedy);
}

/** A stroke or a text while it is read. */
typedef struct {
    style_reader *style;
    const sk_style_key *key;
} part_reader;

static void read_part(void *context, size_t part, const cJSON *item, const char *path) {
    const part_reader *reader = context;
    sk_style_key_list parts = sk_style_parts(reader->key->kind);
    const sk_style_key *row = &parts.items[part];
    set_value(reader->style, row, item, path, reader->key->offset + row->offset);
}

static void read_parts(style_reader *reader, size_t key, const cJSON *object, const char *path) {
    const sk_style_key *row = &reader->keys.items[key];
    sk_style_key_list parts = sk_style_parts(row->kind);
    if (!cJSON_IsObject(object)) {
        sk_keyed_fault(&reader->file, object, path, "not an object",
                       row->kind == SK_STYLE_STROKE
                           ? "write it as { \"colour\": \"#4a4f55\", \"width\": \"0.25 mm\" }"
                           : "write it as { \"size\": \"7 pt\", \"weight\": 400, \"colour\": "
                             "\"#1d1d1d\" }");
        return;
    }
    given_parts here = {0};
    part_reader context = {reader, row};
    const sk_keyed_object known = {.path = path,
                                   .names = names_of(parts, 0, reader->file.arena),
                                   .count = parts.count,
                                   .remedy = unknown_remedy,
                                   .read = read_part,
                                   .reader = &context,
                                   .given = here.parts};
    sk_keyed_read(&reader->file, &known, object);
    for (size_t i = 0; i < parts.count; i++)
        if (here.parts[i]) reader->parts[key].parts[i] = true;
}

static void read_value(void *context, size_t key, const cJSON *item, const char *path) {
    style_reader *reader = context;
    if (key >= reader->keys.count) return; /* `extends` has been followed; the rest is idle */
    const sk_style_key *row = &reader->keys.items[key];
    if (sk_style_parts(row->kind).count > 0)
        read_parts(reader, key, item, path);
    else
        set_value(reader, row, item, path, row->offset);
}

static void read_keys(style_reader *reader, const cJSON *root) {
    const sk_keyed_object known = {
        .path = "",
        .names = reader->names,
        .count = reader->count,
        .remedy = unknown_remedy,
        .read = read_value,
        .reader = reader,
        .given = SK_NEW_ARRAY(reader->file.arena, bool, reader->count),
    };
    sk_keyed_read(&reader->file, &known, root);
    for (size_t i = 0; i < known.count; i++)
        if (known.given[i]) reader->given[i] = true;
}

/* The style's own keys; those of what it extends have been read. */
static bool read_root(style_reader *reader, const cJSON *root, const char *file) {
    size_t errors = sk_diag_error_count(reader->file.diag);
    reader->file.name = file;
    if (cJSON_IsObject(root))
        read_keys(reader, root);
    else
        sk_keyed_fault(&reader->file, root, NULL, "a style is an object", "write it as { ... }");
    return sk_diag_error_count(reader->file.diag) == errors;
}

/* The name that the style extends; NULL when none. False when it is no text. */
static bool read_extends(const style_reader *reader, const cJSON *root, const char **name) {
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(root, extends_key);
    const char *text = cJSON_GetStringValue(item);
    *name = sk_arena_string(reader->file.arena, text);
    if (item == NULL || (text != NULL && *text != '\0')) return true;
    sk_keyed_fault(&reader->file, item, extends_key, "not the name of a style",
                   "write it as \"study\"");
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
    style_reader reader = reader_begin(out, diag);
    reader.file.name = file;
    const char *extended;
    bool sound = read_extends(&reader, root, &extended);
    sound = read_root(&reader, root, file) && sound;
    if (sound) *out = reader.sheet;
    sk_arena_free(reader.file.arena);
    cJSON_Delete(root);
    return sound ? SK_OK : SK_ERR_DATA;
}

static void report_missing(const style_reader *reader, const sk_style_key *key,
                           const sk_style_key *part) {
    sk_arena *arena = reader->file.arena;
    const char *path = part == NULL ? key->path : sk_keyed_path(arena, key->path, part->path);
    const char *help =
        part == NULL ? key->help : sk_arena_printf(arena, "%s: %s", key->help, part->help);
    sk_keyed_missing(&reader->file, path,
                     sk_arena_printf(arena, "add it (%s), or extend a style", help));
}

/* Holds what is given against the keys from `first` up to `end`, all of which are wanted. */
static bool check_complete(const style_reader *reader, size_t first, size_t end) {
    size_t errors = sk_diag_error_count(reader->file.diag);
    for (size_t row = first; row < end; row++) {
        const sk_style_key *key = &reader->keys.items[row];
        sk_style_key_list parts = sk_style_parts(key->kind);
        if (!reader->given[row]) report_missing(reader, key, NULL);
        for (size_t part = 0; reader->given[row] && part < parts.count; part++)
            if (parts.items[part].required && !reader->parts[row].parts[part])
                report_missing(reader, key, &parts.items[part]);
    }
    return sk_diag_error_count(reader->file.diag) == errors;
}

/* The keys behind these are of the project's kinds. */
static size_t common_keys(const style_reader *reader) {
    return reader->keys.count - sk_style_kind_keys(&reader->sheet, reader->file.arena).count;
}

/* A style that others extend may leave the signs of the project's kinds to these. */
static bool check_kinds(const style_reader *reader) {
    if (!check_complete(reader, common_keys(reader), reader->keys.count)) return false;
    size_t errors = sk_diag_error_count(reader->file.diag);
    sk_kind_signs_check(&reader->file, &reader->sheet);
    return sk_diag_error_count(reader->file.diag) == errors;
}

/* What single values do not show. */
static bool check_page(const style_reader *reader) {
    double margins = 2 * reader->sheet.page.margin_mm;
    if (reader->sheet.page.width_mm > margins && reader->sheet.page.max_height_mm > margins)
        return true;
    sk_keyed_fault(&reader->file, NULL, "page.margin", "the margins leave no room on the page",
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
    bool is_path;        /* it was asked for by its path, not by its name */
    bool may_lack_kinds; /* it is not drawn in, and leaves signs to those that extend it */
    const style_link *extended_by;
    size_t depth;
};

static style_link link_to(const style_reader *reader, const char *directory, const char *name,
                          const style_link *extended_by) {
    style_link link = {.directory = directory, .extended_by = extended_by};
    if (extended_by != NULL) link.depth = extended_by->depth + 1;
    link.is_path = ends_in_json(name);
    link.shown = link.is_path ? sk_arena_string(reader->file.arena, name)
                              : sk_arena_printf(reader->file.arena, "styles/%s.json", name);
    link.path = link.is_path ? link.shown
                             : sk_arena_printf(reader->file.arena, "%s/%s", directory, link.shown);
    return link;
}

/* The name in styles/ that is nearest to a file that is missing. */
static const char *nearest_style(const style_reader *reader, const style_link *link) {
    sk_suggestion nearest = sk_suggestion_for(link->shown);
    DIR *directory = opendir(sk_arena_printf(reader->file.arena, "%s/styles", link->directory));
    if (directory != NULL) {
        for (const struct dirent *file; (file = readdir(directory)) != NULL;)
            if (ends_in_json(file->d_name))
                sk_suggestion_consider(
                    &nearest, sk_arena_printf(reader->file.arena, "styles/%s", file->d_name));
        closedir(directory);
    }
    return sk_suggestion_remedy(&nearest, reader->file.arena,
                                "put the style into the folder styles");
}

static bool may_follow(const style_reader *reader, const style_link *link) {
    for (const style_link *l = link->extended_by; l != NULL; l = l->extended_by) {
        if (strcmp(l->path, link->path) != 0) continue;
        sk_diag_error(reader->file.diag, (sk_place){link->extended_by->shown, 0, extends_key},
                      "take one of the `extends` out", "styles extend each other in a circle: %s",
                      link->shown);
        return false;
    }
    if (link->depth < SK_STYLE_DEPTH_MAX) return true;
    sk_diag_error(reader->file.diag, (sk_place){link->shown, 0, extends_key},
                  "let it extend a style that extends less",
                  "more than %d styles extend each other", SK_STYLE_DEPTH_MAX);
    return false;
}

/* A style of the project's leads to others in it; one that the user names by its path, also to
 * those beside it. */
static bool may_read(const style_reader *reader, const style_link *link) {
    const style_link *asked = link;
    while (asked->extended_by != NULL) asked = asked->extended_by;
    if (asked == link && link->is_path) return true;
    const char *folder = link->directory;
    const char *slash = strrchr(asked->path, '/');
    if (asked->is_path && link->is_path)
        folder = slash == NULL ? "."
                               : sk_arena_string_n(reader->file.arena, asked->path,
                                                   (size_t)(slash - asked->path) + 1);
    return sk_project_path_check(folder, link->path, link->shown, reader->file.diag);
}

static cJSON *open_json(const style_reader *reader, const style_link *link) {
    if (access(link->path, F_OK) != 0) {
        sk_diag_error(reader->file.diag, (sk_place){.file = link->shown},
                      nearest_style(reader, link), "there is no such style");
        return NULL;
    }
    if (!may_read(reader, link)) return NULL;
    size_t length = 0;
    char *bytes =
        sk_text_file_read(link->path, link->shown, SK_STYLE_BYTES_MAX, reader->file.diag, &length);
    if (bytes == NULL) return NULL;
    cJSON *root = parse_json(reader->file.diag, bytes, length, link->shown);
    free(bytes);
    return root;
}

/* Recursion is bounded by SK_STYLE_DEPTH_MAX, see may_follow(). */
static bool read_style(style_reader *reader, const style_link *link) {
    if (!may_follow(reader, link)) return false;
    cJSON *root = open_json(reader, link);
    if (root == NULL) return false;
    reader->file.name = link->shown;
    const char *extended;
    bool sound = read_extends(reader, root, &extended);
    if (sound && extended != NULL) {
        style_link next = link_to(reader, link->directory, extended, link);
        sound = read_style(reader, &next);
    }
    sound = read_root(reader, root, link->shown) && sound;
    bool is_whole = sound;
    if (sound && extended == NULL) is_whole = check_complete(reader, 0, common_keys(reader));
    if (sound && link->extended_by == NULL && !link->may_lack_kinds)
        is_whole = check_kinds(reader) && is_whole;
    cJSON_Delete(root);
    return is_whole;
}

static sk_status open_style(const char *directory, const sk_project_settings *settings,
                            const char *name, bool may_lack_kinds, sk_diag *diag,
                            sk_style_sheet *out) {
    sk_style_sheet empty = {0};
    sk_kind_signs_begin(&empty, settings == NULL ? sk_settings_usual() : settings);
    style_reader reader = reader_begin(&empty, diag);
    style_link link = link_to(&reader, directory, name, NULL);
    link.may_lack_kinds = may_lack_kinds;
    bool sound = read_style(&reader, &link) && check_page(&reader);
    if (sound) *out = reader.sheet;
    sk_arena_free(reader.file.arena);
    return sound ? SK_OK : SK_ERR_DATA;
}

sk_status sk_style_sheet_open(const char *directory, const sk_project_settings *settings,
                              const char *name, sk_diag *diag, sk_style_sheet *out) {
    return open_style(directory, settings, name, false, diag, out);
}

/* Does `name` say that it extends the style `extended`? */
static bool does_extend(const style_reader *reader, const char *directory, const char *name,
                        const char *extended) {
    const style_link link = link_to(reader, directory, name, NULL);
    cJSON *root = open_json(reader, &link);
    const char *text = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(root, extends_key));
    bool found = text != NULL && strcmp(text, extended) == 0;
    cJSON_Delete(root);
    return found;
}

sk_status sk_style_sheet_check(const char *directory, const sk_project_settings *settings,
                               const char *const *names, size_t count, size_t index, sk_diag *diag,
                               sk_style_sheet *out) {
    const sk_style_sheet empty = {0};
    sk_diag *silent = sk_diag_create();
    style_reader reader = reader_begin(&empty, silent);
    bool is_extended = false;
    for (size_t i = 0; i < count && !is_extended; i++)
        is_extended = does_extend(&reader, directory, names[i], names[index]);
    sk_arena_free(reader.file.arena);
    sk_diag_free(silent);
    bool is_drawn_in =
        settings == NULL || settings->style == NULL || strcmp(settings->style, names[index]) == 0;
    return open_style(directory, settings, names[index], is_extended && !is_drawn_in, diag, out);
}
