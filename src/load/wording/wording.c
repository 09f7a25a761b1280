#include "streekkaart/wording.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/suggestion.h"
#include "base/text_file.h"
#include "load/files/json_text.h"
#include "load/files/keyed_json.h"
#include "load/files/project_path.h"
#include "load/wording/wording_keys.h"

static const char folder[] = "styles/languages";
static const char unknown_remedy[] = "take it out";

/** A language file while it is read. */
typedef struct {
    sk_keyed_file file;
    sk_wording words;
    sk_word_name *names; /* room for all */
} wording_reader;

/* The text of an item; NULL, reported, when it is none. */
static const char *text_of(const wording_reader *reader, const cJSON *item, const char *path) {
    const char *text = cJSON_GetStringValue(item);
    if (text != NULL && *text != '\0') return sk_arena_string(reader->file.arena, text);
    sk_keyed_fault(&reader->file, item, path, text == NULL ? "not a text" : "it is empty",
                   "write it between quotes");
    return NULL;
}

/* The length of the blank, "{number}", that begins at `text`; 0 when none does. */
static size_t blank_length(const char *text) {
    if (*text != '{') return 0;
    size_t length = 1 + strspn(text + 1, "abcdefghijklmnopqrstuvwxyz");
    return text[length] == '}' ? length + 1 : 0;
}

/* How often the blank stands in the text. */
static size_t count_blank(const char *text, const char *blank, size_t length) {
    size_t count = 0;
    for (; *text != '\0'; text++)
        if (blank_length(text) == length && memcmp(text, blank, length) == 0) count++;
    return count;
}

static bool has_its_blanks(const sk_word_key *key, const char *text) {
    size_t wanted = 0, found = 0;
    for (const char *blank = key->blanks; *blank != '\0'; blank++) {
        size_t length = blank_length(blank);
        if (length == 0) continue;
        wanted++;
        if (count_blank(text, blank, length) != 1) return false;
    }
    for (; *text != '\0'; text++) found += *text == '{' || *text == '}';
    return found == 2 * wanted;
}

static const char **field_of(sk_wording *words, const sk_word_key *key) {
    return (const char **)(void *)((char *)words + key->offset);
}

static void read_word(wording_reader *reader, const sk_word_key *key, const cJSON *item,
                      const char *path) {
    const char *text = text_of(reader, item, path);
    if (text == NULL) return;
    *field_of(&reader->words, key) = text;
    if (has_its_blanks(key, text)) return;
    const char *remedy =
        *key->blanks == '\0'
            ? "take the curly brackets out"
            : sk_arena_printf(reader->file.arena, "write each of %s in it once", key->blanks);
    sk_keyed_fault(&reader->file, item, path, "these are not its blanks", remedy);
}

static bool is_new_name(const wording_reader *reader, sk_name_group group, const char *slug) {
    for (size_t i = 0; i < reader->words.name_count; i++)
        if (reader->names[i].group == group && strcmp(reader->names[i].slug, slug) == 0)
            return false;
    return true;
}

static void read_group(void *context, size_t group, const cJSON *object, const char *path) {
    wording_reader *reader = context;
    if (!cJSON_IsObject(object)) {
        sk_keyed_fault(&reader->file, object, path, "not an object",
                       "write it as { \"slug\": \"name\" }");
        return;
    }
    for (const cJSON *item = object->child; item != NULL; item = item->next) {
        const char *slug = sk_arena_string(reader->file.arena, item->string);
        const char *name_path = sk_keyed_path(reader->file.arena, path, slug);
        const char *text = text_of(reader, item, name_path);
        if (text == NULL) continue;
        sk_place origin = {reader->file.name, sk_json_line(item), name_path};
        if (is_new_name(reader, (sk_name_group)group, slug))
            reader->names[reader->words.name_count++] =
                (sk_word_name){(sk_name_group)group, slug, text, origin};
        else
            sk_keyed_fault(&reader->file, item, name_path, "the key is given twice",
                           "take one of the two out");
    }
}

static size_t count_names(const cJSON *object) {
    size_t count = 0;
    for (const cJSON *group = object->child; group != NULL; group = group->next)
        count += (size_t)cJSON_GetArraySize(group);
    return count;
}

static void read_names(wording_reader *reader, const cJSON *object, const char *path) {
    if (!cJSON_IsObject(object)) {
        sk_keyed_fault(&reader->file, object, path, "not an object", "write it as { ... }");
        return;
    }
    bool given[SK_NAME_GROUP_COUNT] = {false};
    const sk_keyed_object known = {.path = path,
                                   .names = sk_name_group_words(),
                                   .count = SK_NAME_GROUP_COUNT,
                                   .remedy = unknown_remedy,
                                   .read = read_group,
                                   .reader = reader,
                                   .given = given};
    reader->names = SK_NEW_ARRAY(reader->file.arena, sk_word_name, count_names(object));
    sk_keyed_read(&reader->file, &known, object);
}

static void read_flag(wording_reader *reader, const cJSON *item, const char *path) {
    if (cJSON_IsBool(item))
        reader->words.of_catalogue = cJSON_IsTrue(item);
    else
        sk_keyed_fault(&reader->file, item, path, "neither true nor false",
                       "write it as true or false");
}

/* The words have the first numbers, what is no word those behind them. */
enum { FLAG_KEY, NAMES_KEY, OTHER_KEYS };

static void read_key(void *context, size_t key, const cJSON *item, const char *path) {
    wording_reader *reader = context;
    sk_word_key_list words = sk_word_keys();
    if (key < words.count)
        read_word(reader, &words.items[key], item, path);
    else if (key == words.count + FLAG_KEY)
        read_flag(reader, item, path);
    else
        read_names(reader, item, path);
}

static void report_missing(const wording_reader *reader, const sk_word_key *key) {
    const char *blanks =
        *key->blanks == '\0' ? "" : sk_arena_printf(reader->file.arena, ", with %s", key->blanks);
    sk_keyed_missing(&reader->file, key->path,
                     sk_arena_printf(reader->file.arena, "add it (%s%s)", key->help, blanks));
}

static void read_root(wording_reader *reader, const cJSON *root) {
    sk_word_key_list words = sk_word_keys();
    size_t count = words.count + OTHER_KEYS;
    const char **names = SK_NEW_ARRAY(reader->file.arena, const char *, count);
    bool *given = SK_NEW_ARRAY(reader->file.arena, bool, count);
    for (size_t i = 0; i < words.count; i++) names[i] = words.items[i].path;
    names[words.count + FLAG_KEY] = "of_catalogue";
    names[words.count + NAMES_KEY] = "names";
    const sk_keyed_object known = {.path = "",
                                   .names = names,
                                   .count = count,
                                   .remedy = unknown_remedy,
                                   .read = read_key,
                                   .reader = reader,
                                   .given = given};
    sk_keyed_read(&reader->file, &known, root);
    for (size_t i = 0; i < words.count; i++)
        if (!given[i]) report_missing(reader, &words.items[i]);
}

/* "nl" of "styles/languages/nl.json" */
static const char *tag_of(const char *file, sk_arena *arena) {
    const char *slash = strrchr(file, '/');
    const char *name = slash == NULL ? file : slash + 1;
    return sk_arena_string_n(arena, name, strcspn(name, "."));
}

sk_status sk_wording_parse(const char *bytes, size_t length, const char *file, sk_arena *arena,
                           sk_diag *diag, sk_wording *out) {
    wording_reader reader = {.file = {sk_arena_string(arena, file), arena, diag}};
    size_t errors = sk_diag_error_count(diag);
    *out = (sk_wording){0};
    if (length > SK_WORDING_BYTES_MAX) {
        sk_keyed_fault(&reader.file, NULL, NULL, "the file is too large for a language",
                       "a language needs a few kilobytes: is it the file?");
        return SK_ERR_DATA;
    }
    cJSON *root = sk_json_parse(bytes, length, file, diag);
    if (root == NULL) return SK_ERR_DATA;
    if (cJSON_IsObject(root))
        read_root(&reader, root);
    else
        sk_keyed_fault(&reader.file, root, NULL, "a language is an object", "write it as { ... }");
    cJSON_Delete(root);
    *out = reader.words;
    out->file = reader.file.name;
    out->language = tag_of(file, arena);
    out->names = reader.names;
    return sk_diag_error_count(diag) == errors ? SK_OK : SK_ERR_DATA;
}

static int by_name(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

sk_string_list sk_wording_languages(const char *directory, sk_arena *arena) {
    const char **names = NULL;
    size_t count = 0, capacity = 0;
    DIR *entries = opendir(sk_arena_printf(arena, "%s/%s", directory, folder));
    for (const struct dirent *entry; entries != NULL && (entry = readdir(entries)) != NULL;) {
        const char *end = strrchr(entry->d_name, '.');
        if (end == NULL || end == entry->d_name || strcmp(end, ".json") != 0) continue;
        names = sk_heap_grow(names, count, &capacity, sizeof *names);
        names[count++] = sk_arena_string_n(arena, entry->d_name, (size_t)(end - entry->d_name));
    }
    if (entries != NULL) closedir(entries);
    const char **list = SK_NEW_ARRAY(arena, const char *, count);
    if (count > 0) memcpy(list, names, count * sizeof *list);
    free(names);
    qsort(list, count, sizeof *list, by_name);
    return (sk_string_list){list, count};
}

/* A name that leads elsewhere is no file's of the folder. */
static bool is_in_folder(const char *directory, const char *language, sk_arena *arena) {
    sk_string_list known = sk_wording_languages(directory, arena);
    for (size_t i = 0; i < known.count; i++)
        if (strcmp(known.items[i], language) == 0) return true;
    return false;
}

sk_status sk_wording_open(const char *directory, const char *language, sk_arena *arena,
                          sk_diag *diag, sk_wording *out) {
    const char *file = sk_arena_printf(arena, "%s/%s.json", folder, language);
    const char *path = sk_arena_printf(arena, "%s/%s", directory, file);
    *out = (sk_wording){0};
    if (!is_in_folder(directory, language, arena) || access(path, F_OK) != 0) {
        sk_suggestion nearest = sk_suggestion_for(language);
        sk_string_list known = sk_wording_languages(directory, arena);
        for (size_t i = 0; i < known.count; i++) sk_suggestion_consider(&nearest, known.items[i]);
        sk_diag_error(diag, (sk_place){.file = file},
                      sk_suggestion_remedy(&nearest, arena, "put the language into that folder"),
                      "there is no such language");
        return SK_ERR_DATA;
    }
    if (!sk_project_path_check(directory, path, file, diag)) return SK_ERR_DATA;
    size_t length = 0;
    char *bytes = sk_text_file_read(path, file, SK_WORDING_BYTES_MAX, diag, &length);
    if (bytes == NULL) return SK_ERR_DATA;
    sk_status status = sk_wording_parse(bytes, length, file, arena, diag, out);
    free(bytes);
    return status;
}
