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
    sk_word_name *names; /* room for all */
} words_reader;

enum {
    LEVEL_WORDS = 4,
    KEYS_MAX = 2 + SK_REGION_LEVELS_MAX * LEVEL_WORDS + SK_LINK_KINDS_MAX + SK_ZONE_CLASSES_MAX +
               SK_BASES_MAX + SK_NAME_GROUP_COUNT,
};

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

/** A key, and where its text goes; or, where that is NULL, a group of names. */
typedef struct {
    const char **text;
    const char *remedy; /* where it is missing; NULL: it may be */
    bool is_pattern;
    sk_name_group group;
} word_slot;

/** All keys of a language. */
typedef struct {
    words_reader *reader;
    const char *names[KEYS_MAX];
    word_slot slots[KEYS_MAX];
    size_t count;
} word_keys;

static void add_key(word_keys *keys, const char *name, word_slot slot) {
    keys->names[keys->count] = name;
    keys->slots[keys->count++] = slot;
}

static void add_level(word_keys *keys, const char *slug, sk_level_words *level) {
    static const char *const words[] = {"one", "many", "named", "borders"};
    const word_slot slots[] = {
        {&level->one, "add it: the word for one of its regions", false, 0},
        {&level->many, "add it: the word for several", false, 0},
        {&level->named, "add it: how one is named, such as \"province {name}\"", true, 0},
        {&level->borders, "add it: what its borders are called", false, 0}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        add_key(keys, sk_arena_printf(keys->reader->file.arena, "levels.%s.%s", slug, words[i]),
                slots[i]);
}

/* Words for the project's kinds from number `first` on. Those that have one in the language file
 * already need none here. */
static void add_kinds(word_keys *keys, const char *object, sk_string_list kinds, size_t first,
                      const char **texts, const char *remedy) {
    for (size_t i = first; i < kinds.count; i++) {
        bool is_usual = sk_usual_word(keys->reader->words, object, kinds.items[i], &texts[i]);
        add_key(keys, sk_arena_printf(keys->reader->file.arena, "%s.%s", object, kinds.items[i]),
                (word_slot){&texts[i], is_usual ? NULL : remedy, false, 0});
    }
}

static void read_key(void *context, size_t key, const cJSON *item, const char *path) {
    const word_keys *keys = context;
    const word_slot *slot = &keys->slots[key];
    if (slot->text == NULL)
        read_group(keys->reader, slot->group, item, path);
    else if (slot->is_pattern)
        *slot->text = pattern_of(keys->reader, item, path);
    else
        *slot->text = sk_keyed_text(&keys->reader->file, item, path);
}

static size_t count_names(const cJSON *object) {
    size_t count = 0;
    const cJSON *names = cJSON_GetObjectItemCaseSensitive(object, "names");
    for (const cJSON *group = names == NULL ? NULL : names->child; group != NULL;
         group = group->next)
        count += (size_t)cJSON_GetArraySize(group);
    return count;
}

static void list_keys(word_keys *keys) {
    const sk_project_settings *settings = keys->reader->settings;
    sk_wording *words = keys->reader->words;
    add_key(keys, "area",
            (word_slot){&words->area, "add it: what all regions together are called", false, 0});
    add_key(
        keys, "source_line",
        (word_slot){&words->source_line, "add it: where data and boundaries are from", false, 0});
    for (int level = 0; level < settings->level_count; level++)
        add_level(keys, settings->levels[level].slug, &words->levels[level]);
    add_kinds(keys, "link_kinds", settings->link_kinds, 0, words->link_kinds,
              "add it: what such a link is called in the legend");
    add_kinds(keys, "zone_classes", settings->zone_classes, 0, words->zone_classes,
              "add it: what such a zone is called in the legend");
    add_kinds(keys, "bases", settings->bases, 1, words->bases,
              "add it: what the mark behind a name means that rests on it");
    for (sk_name_group group = 0; group < SK_NAME_GROUP_COUNT; group++) {
        const char *word = sk_name_group_word(settings, group);
        if (word != NULL)
            add_key(keys, sk_arena_printf(keys->reader->file.arena, "names.%s", word),
                    (word_slot){.group = group});
    }
}

static void read_language(words_reader *reader, const cJSON *object, const char *path) {
    sk_arena *arena = reader->file.arena;
    bool given[KEYS_MAX] = {false};
    word_keys keys = {.reader = reader};
    list_keys(&keys);
    const sk_keyed_object known = {.path = path,
                                   .names = keys.names,
                                   .count = keys.count,
                                   .remedy = unknown_remedy,
                                   .read = read_key,
                                   .reader = &keys,
                                   .given = given};
    reader->names = SK_NEW_ARRAY(arena, sk_word_name, count_names(object));
    sk_keyed_read(&reader->file, &known, object);
    for (size_t i = 0; i < keys.count; i++)
        if (!given[i] && keys.slots[i].remedy != NULL)
            sk_keyed_fault(&reader->file, object, sk_keyed_path(arena, path, keys.names[i]),
                           "the key is missing", keys.slots[i].remedy);
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
