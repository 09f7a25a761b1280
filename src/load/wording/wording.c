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
} wording_reader;

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
    const char *text = sk_keyed_text(&reader->file, item, path);
    if (text == NULL) return;
    *field_of(&reader->words, key) = text;
    if (has_its_blanks(key, text)) return;
    const char *remedy =
        *key->blanks == '\0'
            ? "take the curly brackets out"
            : sk_arena_printf(reader->file.arena, "write each of %s in it once", key->blanks);
    sk_keyed_fault(&reader->file, item, path, "these are not its blanks", remedy);
}

static void read_key(void *context, size_t key, const cJSON *item, const char *path) {
    wording_reader *reader = context;
    read_word(reader, &sk_word_keys().items[key], item, path);
}

static void report_missing(const wording_reader *reader, const sk_word_key *key) {
    const char *blanks =
        *key->blanks == '\0' ? "" : sk_arena_printf(reader->file.arena, ", with %s", key->blanks);
    sk_keyed_missing(&reader->file, key->path,
                     sk_arena_printf(reader->file.arena, "add it (%s%s)", key->help, blanks));
}

static void read_root(wording_reader *reader, const cJSON *root) {
    sk_word_key_list words = sk_word_keys();
    size_t count = words.count;
    const char **names = SK_NEW_ARRAY(reader->file.arena, const char *, count);
    bool *given = SK_NEW_ARRAY(reader->file.arena, bool, count);
    for (size_t i = 0; i < words.count; i++) names[i] = words.items[i].path;
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

static sk_status open_language(const char *directory, const char *language, sk_arena *arena,
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

static sk_status add_project_words(const char *directory, const sk_project_settings *settings,
                                   sk_arena *arena, sk_diag *diag, sk_wording *out) {
    size_t length = 0;
    char *bytes = sk_text_file_read(sk_arena_printf(arena, "%s/%s", directory, SK_SETTINGS_FILE),
                                    SK_SETTINGS_FILE, SK_SETTINGS_BYTES_MAX, diag, &length);
    if (bytes == NULL) return SK_ERR_DATA;
    sk_status status = sk_project_words_parse(bytes, length, settings, arena, diag, out);
    free(bytes);
    return status;
}

sk_status sk_wording_open(const char *directory, const sk_project_settings *settings,
                          const char *language, sk_arena *arena, sk_diag *diag, sk_wording *out) {
    sk_status status = open_language(directory, language, arena, diag, out);
    if (out->language == NULL || settings == NULL) return status;
    sk_status added = add_project_words(directory, settings, arena, diag, out);
    return status == SK_OK ? added : status;
}
