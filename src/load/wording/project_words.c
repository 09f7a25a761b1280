/* The words of project.json in one language: what the project's own things are called. */
#include <stdlib.h>
#include <string.h>

#include "load/files/json_text.h"
#include "load/files/keyed_json.h"
#include "load/wording/wording_keys.h"

/** The words while they are read. */
typedef struct {
    sk_keyed_file file;
    const sk_project_settings *settings;
    sk_wording *words;
    sk_word_name *names;                       /* room for all */
    sk_name_group groups[SK_NAME_GROUP_COUNT]; /* that the project has */
} words_reader;

static const char unknown_remedy[] = "take it out";

const char *sk_name_group_word(const sk_project_settings *settings, sk_name_group group) {
    if (group == SK_NAME_IN_FULL) return "in_full";
    return group == SK_NAME_SECTOR ? "sector" : settings->levels[group].slug;
}

static bool is_new_name(const words_reader *reader, sk_name_group group, const char *slug) {
    for (size_t i = 0; i < reader->words->name_count; i++)
        if (reader->names[i].group == group && strcmp(reader->names[i].slug, slug) == 0)
            return false;
    return true;
}

static void read_group(words_reader *reader, sk_name_group group, const cJSON *object,
                       const char *path) {
    if (!cJSON_IsObject(object)) {
        sk_keyed_fault(&reader->file, object, path, "not an object",
                       "write it as { \"slug\": \"name\" }");
        return;
    }
    for (const cJSON *item = object->child; item != NULL; item = item->next) {
        const char *slug = sk_arena_string(reader->file.arena, item->string);
        const char *name_path = sk_keyed_path(reader->file.arena, path, slug);
        const char *text = sk_keyed_text(&reader->file, item, name_path);
        if (text == NULL) continue;
        sk_place origin = {reader->file.name, sk_json_line(item), name_path};
        if (is_new_name(reader, group, slug))
            reader->names[reader->words->name_count++] = (sk_word_name){group, slug, text, origin};
        else
            sk_keyed_fault(&reader->file, item, name_path, "the key is given twice",
                           "take one of the two out");
    }
}

/* How a region is named needs its blank, and only that. */
static const char *pattern_of(const words_reader *reader, const cJSON *item, const char *path) {
    const char *text = sk_keyed_text(&reader->file, item, path);
    const char *blank = text == NULL ? NULL : strstr(text, "{name}");
    if (blank != NULL && strchr(blank + 1, '{') == NULL && strchr(text, '{') == blank) return text;
    if (text != NULL)
        sk_keyed_fault(&reader->file, item, path, "these are not its blanks",
                       "write {name} in it once");
    return NULL;
}

enum { LEVEL_ONE, LEVEL_MANY, LEVEL_NAMED, LEVEL_BORDERS, LEVEL_WORDS };
static const char *const level_words[LEVEL_WORDS] = {"one", "many", "named", "borders"};
static const char *const level_remedies[LEVEL_WORDS] = {
    "add it: the word for one of its regions", "add it: the word for several",
    "add it: how one is named, such as \"province {name}\"", "add it: what its borders are called"};

/* The keys: area, source_line, the words of each level, the groups of names. */
enum { AREA, SOURCE_LINE, FIRST_LEVEL };

static void read_level_word(words_reader *reader, size_t word, sk_level_words *level,
                            const cJSON *item, const char *path) {
    switch (word) {
        case LEVEL_ONE:
            level->one = sk_keyed_text(&reader->file, item, path);
            break;
        case LEVEL_MANY:
            level->many = sk_keyed_text(&reader->file, item, path);
            break;
        case LEVEL_NAMED:
            level->named = pattern_of(reader, item, path);
            break;
        default:
            level->borders = sk_keyed_text(&reader->file, item, path);
    }
}

static void read_key(void *context, size_t key, const cJSON *item, const char *path) {
    words_reader *reader = context;
    size_t level_keys = (size_t)reader->settings->level_count * LEVEL_WORDS;
    if (key == AREA) {
        reader->words->area = sk_keyed_text(&reader->file, item, path);
    } else if (key == SOURCE_LINE) {
        reader->words->source_line = sk_keyed_text(&reader->file, item, path);
    } else if (key < FIRST_LEVEL + level_keys) {
        size_t index = key - FIRST_LEVEL;
        read_level_word(reader, index % LEVEL_WORDS, &reader->words->levels[index / LEVEL_WORDS],
                        item, path);
    } else {
        read_group(reader, reader->groups[key - FIRST_LEVEL - level_keys], item, path);
    }
}

static const char *remedy_of(size_t key) {
    if (key == AREA) return "add it: what all regions together are called";
    if (key == SOURCE_LINE) return "add it: where data and boundaries are from";
    return level_remedies[(key - FIRST_LEVEL) % LEVEL_WORDS];
}

static size_t count_names(const cJSON *object) {
    size_t count = 0;
    const cJSON *names = cJSON_GetObjectItemCaseSensitive(object, "names");
    for (const cJSON *group = names == NULL ? NULL : names->child; group != NULL;
         group = group->next)
        count += (size_t)cJSON_GetArraySize(group);
    return count;
}

static void read_language(words_reader *reader, const cJSON *object, const char *path) {
    const sk_project_settings *settings = reader->settings;
    sk_arena *arena = reader->file.arena;
    enum { KEYS_MAX = FIRST_LEVEL + SK_REGION_LEVELS_MAX * LEVEL_WORDS + SK_NAME_GROUP_COUNT };
    const char *names[KEYS_MAX] = {[AREA] = "area", [SOURCE_LINE] = "source_line"};
    bool given[KEYS_MAX] = {false};
    size_t count = FIRST_LEVEL;
    for (int level = 0; level < settings->level_count; level++)
        for (size_t w = 0; w < LEVEL_WORDS; w++)
            names[count++] = sk_arena_printf(arena, "levels.%s.%s", settings->levels[level].slug,
                                             level_words[w]);
    size_t needed = count;
    for (sk_name_group group = 0; group < SK_NAME_GROUP_COUNT; group++) {
        const char *word = sk_name_group_word(settings, group);
        if (word == NULL) continue;
        reader->groups[count - needed] = group;
        names[count++] = sk_arena_printf(arena, "names.%s", word);
    }
    const sk_keyed_object known = {.path = path,
                                   .names = names,
                                   .count = count,
                                   .remedy = unknown_remedy,
                                   .read = read_key,
                                   .reader = reader,
                                   .given = given};
    reader->names = SK_NEW_ARRAY(arena, sk_word_name, count_names(object));
    sk_keyed_read(&reader->file, &known, object);
    for (size_t i = 0; i < needed; i++)
        if (!given[i])
            sk_keyed_fault(&reader->file, object, sk_keyed_path(arena, path, names[i]),
                           "the key is missing", remedy_of(i));
    reader->words->names = reader->names;
}

sk_status sk_project_words_parse(const char *bytes, size_t length,
                                 const sk_project_settings *settings, sk_arena *arena,
                                 sk_diag *diag, sk_wording *out) {
    size_t errors = sk_diag_error_count(diag);
    words_reader reader = {
        .file = {SK_SETTINGS_FILE, arena, diag}, .settings = settings, .words = out};
    out->home = settings->home;
    cJSON *root = sk_json_parse(bytes, length, SK_SETTINGS_FILE, diag);
    if (root == NULL) return SK_ERR_DATA;
    const cJSON *all = cJSON_GetObjectItemCaseSensitive(root, "words");
    const cJSON *words = cJSON_GetObjectItemCaseSensitive(all, out->language);
    const char *path = sk_arena_printf(arena, "words.%s", out->language);
    if (cJSON_IsObject(words))
        read_language(&reader, words, path);
    else
        sk_keyed_fault(&reader.file, words == NULL ? all : words, path,
                       words == NULL ? "the key is missing" : "not an object",
                       "write what the project's things are called in this language");
    cJSON_Delete(root);
    out->of_catalogue =
        settings->language != NULL && strcmp(settings->language, out->language) == 0;
    return sk_diag_error_count(diag) == errors ? SK_OK : SK_ERR_DATA;
}
