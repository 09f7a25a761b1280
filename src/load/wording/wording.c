#include "streekkaart/wording.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/suggestion.h"
#include "base/text_file.h"
#include "load/files/json_text.h"
#include "load/wording/wording_keys.h"

static const char folder[] = "styles/languages";
static const char flag_key[] = "of_catalogue", names_key[] = "names";

static const char *const name_groups[] = {"province",  "in_full", "resoc",
                                          "neighbour", "sea",     "sector"};
enum { NAME_GROUPS = sizeof name_groups / sizeof name_groups[0] };

/** A language file while it is read. */
typedef struct {
    sk_arena *arena;
    sk_diag *diag;
    const char *file;
    sk_wording words;
    sk_word_name *names; /* room for all */
    bool sound;
} wording_reader;

static void fault(wording_reader *reader, const cJSON *item, const char *path, const char *remedy,
                  const char *what) {
    sk_place place = {reader->file, item == NULL ? 0 : sk_json_line(item), path};
    sk_diag_error(reader->diag, place, remedy, "%s", what);
    reader->sound = false;
}

static const char *joined(const wording_reader *reader, const char *prefix, const char *name) {
    if (*prefix == '\0') return sk_arena_string(reader->arena, name);
    return sk_arena_printf(reader->arena, "%s.%s", prefix, name);
}

static void unknown(wording_reader *reader, const cJSON *item, const char *path,
                    const sk_suggestion *nearest) {
    fault(reader, item, path, sk_suggestion_remedy(nearest, reader->arena, "take it out"),
          "unknown key");
}

static void unknown_word(wording_reader *reader, const cJSON *item, const char *path) {
    sk_word_key_list keys = sk_word_keys();
    sk_suggestion nearest = sk_suggestion_for(path);
    for (size_t i = 0; i < keys.count; i++) sk_suggestion_consider(&nearest, keys.items[i].path);
    sk_suggestion_consider(&nearest, flag_key);
    sk_suggestion_consider(&nearest, names_key);
    unknown(reader, item, path, &nearest);
}

/* The text of an item; NULL, reported, when it is none. */
static const char *text_of(wording_reader *reader, const cJSON *item, const char *path) {
    const char *text = cJSON_GetStringValue(item);
    if (text != NULL && *text != '\0') return sk_arena_string(reader->arena, text);
    fault(reader, item, path, "write it between quotes",
          text == NULL ? "not a text" : "it is empty");
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

static void read_word(wording_reader *reader, const cJSON *item, const char *path,
                      const sk_word_key *key) {
    const char **word = field_of(&reader->words, key);
    if (*word != NULL) {
        fault(reader, item, path, "take one of the two out", "the key is given twice");
        return;
    }
    *word = text_of(reader, item, path);
    if (*word == NULL) {
        *word = ""; /* faulty, not missing */
    } else if (!has_its_blanks(key, *word)) {
        const char *remedy =
            *key->blanks == '\0'
                ? "take the curly brackets out"
                : sk_arena_printf(reader->arena, "write each of %s in it once", key->blanks);
        fault(reader, item, path, remedy, "these are not its blanks");
    }
}

static const sk_word_key *find_key(const char *path) {
    sk_word_key_list keys = sk_word_keys();
    for (size_t i = 0; i < keys.count; i++)
        /* cppcheck-suppress returnDanglingLifetime ; the list only points at the table */
        if (strcmp(keys.items[i].path, path) == 0) return &keys.items[i];
    return NULL;
}

static const char *find_group(const char *name) {
    for (size_t i = 0; i < NAME_GROUPS; i++)
        if (strcmp(name_groups[i], name) == 0) return name_groups[i];
    return NULL;
}

static bool is_new_name(const wording_reader *reader, const char *group, const char *slug) {
    for (size_t i = 0; i < reader->words.name_count; i++)
        if (reader->names[i].group == group && strcmp(reader->names[i].slug, slug) == 0)
            return false;
    return true;
}

static void read_group(wording_reader *reader, const cJSON *object, const char *group) {
    for (const cJSON *item = object->child; item != NULL; item = item->next) {
        const char *path = sk_arena_printf(reader->arena, "names.%s.%s", group, item->string);
        const char *text = text_of(reader, item, path);
        const char *slug = sk_arena_string(reader->arena, item->string);
        if (text == NULL) continue;
        if (is_new_name(reader, group, slug))
            reader->names[reader->words.name_count++] =
                (sk_word_name){group, slug, text, {reader->file, sk_json_line(item), path}};
        else
            fault(reader, item, path, "take one of the two out", "the key is given twice");
    }
}

static size_t count_names(const cJSON *object) {
    size_t count = 0;
    for (const cJSON *group = object->child; group != NULL; group = group->next)
        count += (size_t)cJSON_GetArraySize(group);
    return count;
}

static void read_names(wording_reader *reader, const cJSON *object) {
    if (reader->names != NULL) {
        fault(reader, object, names_key, "take one of the two out", "the key is given twice");
        return;
    }
    reader->names = SK_NEW_ARRAY(reader->arena, sk_word_name, count_names(object));
    for (const cJSON *item = object->child; item != NULL; item = item->next) {
        const char *path = joined(reader, names_key, item->string);
        const char *group = find_group(item->string);
        sk_suggestion nearest = sk_suggestion_for(path);
        for (size_t i = 0; i < NAME_GROUPS; i++)
            sk_suggestion_consider(&nearest, joined(reader, names_key, name_groups[i]));
        if (group == NULL)
            unknown(reader, item, path, &nearest);
        else if (cJSON_IsObject(item))
            read_group(reader, item, group);
        else
            fault(reader, item, path, "write it as { \"slug\": \"name\" }", "not an object");
    }
}

static void read_flag(wording_reader *reader, const cJSON *item) {
    if (cJSON_IsBool(item))
        reader->words.of_catalogue = cJSON_IsTrue(item);
    else
        fault(reader, item, flag_key, "write it as true or false", "neither true nor false");
}

/* True when words begin with `path` and a dot: it is an object of them. */
static bool is_group(const char *path) {
    sk_word_key_list keys = sk_word_keys();
    size_t length = strlen(path);
    for (size_t i = 0; i < keys.count; i++)
        if (strncmp(keys.items[i].path, path, length) == 0 && keys.items[i].path[length] == '.')
            return true;
    return false;
}

/* Recursion goes one level deep: paths have one dot at most. */
static void read_object(wording_reader *reader, const cJSON *object, const char *prefix) {
    bool root = *prefix == '\0';
    for (const cJSON *item = object->child; item != NULL; item = item->next) {
        const char *path = joined(reader, prefix, item->string);
        const sk_word_key *key = find_key(path);
        if (key != NULL)
            read_word(reader, item, path, key);
        else if (root && strcmp(path, flag_key) == 0)
            read_flag(reader, item);
        else if (root && strcmp(path, names_key) == 0 && cJSON_IsObject(item))
            read_names(reader, item);
        else if (root && is_group(path) && cJSON_IsObject(item))
            read_object(reader, item, path);
        else if (root && (is_group(path) || strcmp(path, names_key) == 0))
            fault(reader, item, path, "write it as { ... }", "not an object");
        else
            unknown_word(reader, item, path);
    }
}

static void report_missing(wording_reader *reader) {
    sk_word_key_list keys = sk_word_keys();
    for (size_t i = 0; i < keys.count; i++) {
        const sk_word_key *key = &keys.items[i];
        if (*field_of(&reader->words, key) != NULL) continue;
        const char *blanks =
            *key->blanks == '\0' ? "" : sk_arena_printf(reader->arena, ", with %s", key->blanks);
        fault(reader, NULL, key->path,
              sk_arena_printf(reader->arena, "add it (%s%s)", key->help, blanks),
              "the key is missing");
    }
}

/* "nl" of "styles/languages/nl.json" */
static const char *tag_of(const char *file, sk_arena *arena) {
    const char *slash = strrchr(file, '/');
    const char *name = slash == NULL ? file : slash + 1;
    return sk_arena_string_n(arena, name, strcspn(name, "."));
}

sk_status sk_wording_parse(const char *bytes, size_t length, const char *file, sk_arena *arena,
                           sk_diag *diag, sk_wording *out) {
    wording_reader reader = {arena, diag, sk_arena_string(arena, file), {0}, NULL, true};
    *out = (sk_wording){0};
    if (length > SK_WORDING_BYTES_MAX) {
        fault(&reader, NULL, NULL, "a language needs a few kilobytes: is it the file?",
              "the file is too large for a language");
        return SK_ERR_DATA;
    }
    cJSON *root = sk_json_parse(bytes, length, file, diag);
    if (root == NULL) return SK_ERR_DATA;
    if (cJSON_IsObject(root)) {
        read_object(&reader, root, "");
        report_missing(&reader);
    } else {
        fault(&reader, root, NULL, "write it as { ... }", "a language is an object");
    }
    cJSON_Delete(root);
    *out = reader.words;
    out->file = reader.file;
    out->language = tag_of(file, arena);
    out->names = reader.names;
    return reader.sound ? SK_OK : SK_ERR_DATA;
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

sk_status sk_wording_open(const char *directory, const char *language, sk_arena *arena,
                          sk_diag *diag, sk_wording *out) {
    const char *file = sk_arena_printf(arena, "%s/%s.json", folder, language);
    const char *path = sk_arena_printf(arena, "%s/%s", directory, file);
    *out = (sk_wording){0};
    if (access(path, F_OK) != 0) {
        sk_suggestion nearest = sk_suggestion_for(language);
        sk_string_list known = sk_wording_languages(directory, arena);
        for (size_t i = 0; i < known.count; i++) sk_suggestion_consider(&nearest, known.items[i]);
        sk_diag_error(diag, (sk_place){.file = file},
                      sk_suggestion_remedy(&nearest, arena, "put the language into that folder"),
                      "there is no such language");
        return SK_ERR_DATA;
    }
    size_t length = 0;
    char *bytes = sk_text_file_read(path, file, SK_WORDING_BYTES_MAX, diag, &length);
    if (bytes == NULL) return SK_ERR_DATA;
    sk_status status = sk_wording_parse(bytes, length, file, arena, diag, out);
    free(bytes);
    return status;
}
