#include "streekkaart/project_settings.h"

#include <stdlib.h>
#include <string.h>

#include "base/suggestion.h"
#include "base/text_file.h"
#include "load/files/json_text.h"
#include "load/files/keyed_json.h"
#include "load/files/ogr_file.h"
#include "load/files/project_path.h"
#include "load/settings/crs_code.h"
#include "load/settings/kinds.h"

/** project.json while it is read. */
typedef struct {
    sk_keyed_file file;
    sk_project_settings settings;
    const cJSON *home, *choosers; /* looked up once the levels are known */
} settings_reader;

static const char *const usual_links[] = {"infrastructural", "organisational"};
static const char *const usual_bases[] = {"annex", "prose"};
static const sk_project_settings usual = {
    .style = SK_STYLE_DEFAULT, .link_kinds = {usual_links, 2}, .bases = {usual_bases, 2}};

const sk_project_settings *sk_settings_usual(void) {
    return &usual;
}

static const char *slug_of(const settings_reader *reader, const cJSON *item, const char *path) {
    const char *text = sk_keyed_text(&reader->file, item, path);
    if (text == NULL || sk_is_slug(text)) return text;
    sk_keyed_fault(&reader->file, item, path, "not a slug", sk_slug_remedy);
    return NULL;
}

/* One object of a list, which is read into `into`. */
typedef struct {
    settings_reader *reader;
    void *into;
} entry_reader;

/* Walks a list of objects with the keys `names`, of which the first `needed` must be there. */
static void read_entry(settings_reader *reader, const cJSON *object, sk_keyed_object known,
                       size_t needed, void *into) {
    entry_reader entry = {reader, into};
    bool given[8] = {false};
    known.given = given;
    known.reader = &entry;
    if (!cJSON_IsObject(object)) {
        sk_keyed_fault(&reader->file, object, known.path, "not an object", "write it as { ... }");
        return;
    }
    sk_keyed_read(&reader->file, &known, object);
    for (size_t i = 0; i < needed; i++)
        if (!given[i])
            sk_keyed_fault(&reader->file, object,
                           sk_keyed_path(reader->file.arena, known.path, known.names[i]),
                           "the key is missing", "add it");
}

static const char *const level_keys[] = {"slug", "plural"};

static void read_level_key(void *context, size_t key, const cJSON *item, const char *path) {
    const entry_reader *entry = context;
    sk_level *level = entry->into;
    const char *slug = slug_of(entry->reader, item, path);
    if (key == 0)
        level->slug = slug;
    else
        level->plural = slug;
}

bool sk_settings_slug_is_reserved(const char *slug) {
    static const char *const others[] = {"place", "neighbour", "sea"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strcmp(others[i], slug) == 0) return true;
    return false;
}

static bool is_taken(const settings_reader *reader, const char *slug) {
    return sk_settings_slug_is_reserved(slug) || sk_settings_level(&reader->settings, slug) >= 0;
}

static void read_level(settings_reader *reader, const cJSON *item, const char *path) {
    sk_level level = {0};
    const sk_keyed_object known = {.path = path,
                                   .names = level_keys,
                                   .count = 2,
                                   .remedy = "take it out",
                                   .read = read_level_key};
    read_entry(reader, item, known, 1, &level);
    if (level.slug == NULL) return;
    if (level.plural == NULL) level.plural = level.slug;
    if (is_taken(reader, level.slug))
        sk_keyed_fault(&reader->file, item, path, "the slug is taken already",
                       "give each level a slug of its own, other than place, neighbour and sea");
    else
        reader->settings.levels[reader->settings.level_count++] = level;
}

static bool is_list(settings_reader *reader, const cJSON *list, const char *path,
                    const char *remedy) {
    if (cJSON_IsArray(list)) return true;
    sk_keyed_fault(&reader->file, list, path, "not a list", remedy);
    return false;
}

static void read_levels(settings_reader *reader, const cJSON *list, const char *path) {
    static const char remedy[] =
        "list them from small to large: [{ \"slug\": \"municipality\" }, ...]";
    if (!is_list(reader, list, path, remedy)) return;
    int count = cJSON_GetArraySize(list), index = 0;
    if (count == 0 || count > SK_REGION_LEVELS_MAX) {
        sk_keyed_fault(&reader->file, list, path,
                       count == 0 ? "it has no level" : "it has more than 6 levels", remedy);
        return;
    }
    for (const cJSON *item = list->child; item != NULL; item = item->next)
        read_level(reader, item, sk_arena_printf(reader->file.arena, "%s[%d]", path, index++));
}

static const char *const surrounding_keys[] = {"slug", "name", "sea", "codes"};
enum { SURROUNDING_SLUG, SURROUNDING_NAME, SURROUNDING_SEA, SURROUNDING_CODES, SURROUNDING_KEYS };

static sk_string_list texts_of(settings_reader *reader, const cJSON *list, const char *path) {
    sk_string_list out = {NULL, 0};
    if (!is_list(reader, list, path, "write it as [\"...\", \"...\"]")) return out;
    const char **items =
        SK_NEW_ARRAY(reader->file.arena, const char *, (size_t)cJSON_GetArraySize(list));
    for (const cJSON *item = list->child; item != NULL; item = item->next)
        if ((items[out.count] = sk_keyed_text(&reader->file, item, path)) != NULL) out.count++;
    out.items = items;
    return out;
}

static void read_surrounding_key(void *context, size_t key, const cJSON *item, const char *path) {
    const entry_reader *entry = context;
    sk_surrounding *surrounding = entry->into;
    switch (key) {
        case SURROUNDING_SLUG:
            surrounding->slug = slug_of(entry->reader, item, path);
            break;
        case SURROUNDING_NAME:
            surrounding->name = sk_keyed_text(&entry->reader->file, item, path);
            break;
        case SURROUNDING_SEA:
            surrounding->is_sea = cJSON_IsTrue(item);
            if (!cJSON_IsBool(item))
                sk_keyed_fault(&entry->reader->file, item, path, "neither true nor false",
                               "write it as true or false");
            break;
        default:
            surrounding->codes = texts_of(entry->reader, item, path);
    }
}

static void read_surroundings(settings_reader *reader, const cJSON *list, const char *path) {
    static const char remedy[] = "write it as [{ \"slug\": \"...\", \"name\": \"...\" }, ...]";
    if (!is_list(reader, list, path, remedy)) return;
    sk_arena *arena = reader->file.arena;
    sk_surrounding *items = SK_NEW_ARRAY(arena, sk_surrounding, (size_t)cJSON_GetArraySize(list));
    size_t count = 0;
    for (const cJSON *item = list->child; item != NULL; item = item->next, count++) {
        const char *item_path = sk_arena_printf(arena, "%s[%zu]", path, count);
        const sk_keyed_object known = {.path = item_path,
                                       .names = surrounding_keys,
                                       .count = SURROUNDING_KEYS,
                                       .remedy = "take it out",
                                       .read = read_surrounding_key};
        read_entry(reader, item, known, SURROUNDING_SEA, &items[count]);
    }
    reader->settings.surroundings = items;
    reader->settings.surrounding_count = count;
}

static const char *const meeting_keys[] = {"between", "at"};

static void read_meeting_key(void *context, size_t key, const cJSON *item, const char *path) {
    const entry_reader *entry = context;
    sk_meeting *meeting = entry->into;
    const cJSON *first = cJSON_IsArray(item) ? item->child : NULL;
    const cJSON *second = first == NULL ? NULL : first->next;
    bool pair = second != NULL && second->next == NULL;
    if (key == 0 && pair) {
        meeting->one = slug_of(entry->reader, first, path);
        meeting->other = slug_of(entry->reader, second, path);
    } else if (pair && cJSON_IsNumber(first) && cJSON_IsNumber(second)) {
        meeting->east_m = first->valuedouble;
        meeting->north_m = second->valuedouble;
    } else {
        sk_keyed_fault(&entry->reader->file, item, path, "not two of them",
                       key == 0 ? "write it as [\"SLUG\", \"SLUG\"]" : "write it as [EAST, NORTH]");
    }
}

static void read_meetings(settings_reader *reader, const cJSON *list, const char *path) {
    if (!is_list(reader, list, path, "write it as [{ \"between\": ..., \"at\": ... }, ...]"))
        return;
    sk_arena *arena = reader->file.arena;
    sk_meeting *items = SK_NEW_ARRAY(arena, sk_meeting, (size_t)cJSON_GetArraySize(list));
    size_t count = 0;
    for (const cJSON *item = list->child; item != NULL; item = item->next, count++) {
        const char *item_path = sk_arena_printf(arena, "%s[%zu]", path, count);
        const sk_keyed_object known = {.path = item_path,
                                       .names = meeting_keys,
                                       .count = 2,
                                       .remedy = "take it out",
                                       .read = read_meeting_key};
        read_entry(reader, item, known, 2, &items[count]);
    }
    reader->settings.meetings = items;
    reader->settings.meeting_count = count;
}

/* The words themselves are read by who needs them in a language. */
static void read_languages(settings_reader *reader, const cJSON *words) {
    sk_arena *arena = reader->file.arena;
    const char **tags = SK_NEW_ARRAY(arena, const char *, (size_t)cJSON_GetArraySize(words));
    size_t count = 0;
    for (const cJSON *item = cJSON_IsObject(words) ? words->child : NULL; item != NULL;
         item = item->next)
        tags[count++] = sk_arena_string(arena, item->string);
    reader->settings.languages = (sk_string_list){tags, count};
}

static void read_crs(settings_reader *reader, const cJSON *item, const char *path) {
    const char *code = sk_keyed_text(&reader->file, item, path);
    if (code == NULL) return;
    sk_crs_fault fault = sk_crs_code_check(code);
    if (fault == SK_CRS_GOOD)
        reader->settings.crs = code;
    else
        sk_keyed_fault(&reader->file, item, path, sk_crs_fault_text(fault), sk_crs_fault_remedy());
}

/* Without the number two figures would have one name. */
static void read_file_name(settings_reader *reader, const cJSON *item, const char *path) {
    static const char remedy[] =
        "write it as \"fig-{figure}-{region}-{subject}\", in small letters, digits and hyphens";
    const char *text = sk_keyed_text(&reader->file, item, path);
    if (text == NULL) return;
    bool numbered = strstr(text, "{figure}") != NULL;
    bool plain = text[strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-{}")] == '\0';
    if (numbered && plain)
        reader->settings.file_name = text;
    else
        sk_keyed_fault(&reader->file, item, path,
                       numbered ? "it holds other letters" : "it does not hold {figure}", remedy);
}

enum {
    NAME,
    CRS,
    LANGUAGE,
    AREA,
    FILE_NAME,
    LEVELS,
    HOME,
    CHOOSERS,
    WORDS,
    NEEDED_KEYS,
    STYLE = NEEDED_KEYS,
    SURROUNDINGS,
    MEETINGS,
    LINK_KINDS,
    ZONE_CLASSES,
    BASES,
    KEYS,
};
static const char *const key_names[KEYS] = {
    [NAME] = "name",
    [CRS] = "crs",
    [LANGUAGE] = "language",
    [AREA] = "area",
    [FILE_NAME] = "file_name",
    [LEVELS] = "levels",
    [HOME] = "home",
    [CHOOSERS] = "choosers",
    [WORDS] = "words",
    [SURROUNDINGS] = "surroundings",
    [MEETINGS] = "meetings",
    [STYLE] = "style",
    [LINK_KINDS] = "link_kinds",
    [ZONE_CLASSES] = "zone_classes",
    [BASES] = "bases",
};
static const char *const key_remedies[NEEDED_KEYS] = {
    [NAME] = "add it: what the project is called",
    [CRS] = "add it: the coordinate system of the maps, such as \"EPSG:3035\"",
    [LANGUAGE] = "add it: the language of the catalogue, such as \"nl\"",
    [AREA] = "add it: a slug for all regions together",
    [FILE_NAME] = "add it, such as \"fig-{figure}-{region}-{subject}\"",
    [LEVELS] = "add it: the levels of regions, from small to large",
    [HOME] = "add it: the level of regions that the maps are about",
    [CHOOSERS] = "add it: the levels of regions that choose sectors",
    [WORDS] = "add it: for each language the words of the project",
};

static void read_kinds(settings_reader *reader, size_t key, const cJSON *list, const char *path) {
    sk_project_settings *settings = &reader->settings;
    if (key == LINK_KINDS)
        settings->link_kinds = sk_kinds_read(&reader->file, SK_KINDS_OF_LINKS, list, path);
    else if (key == ZONE_CLASSES)
        settings->zone_classes = sk_kinds_read(&reader->file, SK_CLASSES_OF_ZONES, list, path);
    else
        settings->bases = sk_kinds_read(&reader->file, SK_BASES, list, path);
}

static void read_key(void *context, size_t key, const cJSON *item, const char *path) {
    settings_reader *reader = context;
    sk_project_settings *settings = &reader->settings;
    switch (key) {
        case NAME:
            settings->name = sk_keyed_text(&reader->file, item, path);
            break;
        case CRS:
            read_crs(reader, item, path);
            break;
        case LANGUAGE:
            settings->language = sk_keyed_text(&reader->file, item, path);
            break;
        case STYLE:
            settings->style = slug_of(reader, item, path);
            break;
        case AREA:
            settings->area = slug_of(reader, item, path);
            break;
        case FILE_NAME:
            read_file_name(reader, item, path);
            break;
        case LEVELS:
            read_levels(reader, item, path);
            break;
        case HOME:
            reader->home = item;
            break;
        case CHOOSERS:
            if (is_list(reader, item, path, "write it as [\"province\"]")) reader->choosers = item;
            break;
        case SURROUNDINGS:
            read_surroundings(reader, item, path);
            break;
        case MEETINGS:
            read_meetings(reader, item, path);
            break;
        case LINK_KINDS:
        case ZONE_CLASSES:
        case BASES:
            read_kinds(reader, key, item, path);
            break;
        default:
            read_languages(reader, item);
    }
}

/* The level that `item` names; -1, reported, where there is none. */
static sk_region_level named_level(settings_reader *reader, const cJSON *item, const char *path) {
    const char *slug = sk_keyed_text(&reader->file, item, path);
    if (slug == NULL || reader->settings.level_count == 0) return -1;
    sk_region_level level = sk_settings_level(&reader->settings, slug);
    if (level >= 0) return level;
    sk_arena *arena = reader->file.arena;
    sk_suggestion nearest = sk_suggestion_for(slug);
    for (int i = 0; i < reader->settings.level_count; i++)
        sk_suggestion_consider(&nearest, reader->settings.levels[i].slug);
    const char *names = sk_settings_level_names(&reader->settings, arena);
    sk_keyed_fault(&reader->file, item, path,
                   sk_arena_printf(arena, "there is no level \"%s\"", slug),
                   sk_suggestion_remedy(&nearest, arena, sk_arena_printf(arena, "use %s", names)));
    return -1;
}

static void look_levels_up(settings_reader *reader) {
    if (reader->home != NULL) {
        sk_region_level home = named_level(reader, reader->home, "home");
        reader->settings.home = home < 0 ? 0 : home;
    }
    const cJSON *first = reader->choosers == NULL ? NULL : reader->choosers->child;
    for (const cJSON *item = first; item != NULL; item = item->next) {
        sk_region_level level = named_level(reader, item, "choosers");
        if (level >= 0) reader->settings.levels[level].chooses = true;
    }
}

static void read_root(settings_reader *reader, const cJSON *root) {
    bool given[KEYS] = {false};
    const sk_keyed_object known = {.path = "",
                                   .names = key_names,
                                   .count = KEYS,
                                   .remedy = "take it out",
                                   .read = read_key,
                                   .reader = reader,
                                   .given = given};
    sk_keyed_read(&reader->file, &known, root);
    for (size_t i = 0; i < NEEDED_KEYS; i++)
        if (!given[i]) sk_keyed_missing(&reader->file, key_names[i], key_remedies[i]);
    look_levels_up(reader);
}

sk_status sk_project_settings_parse(const char *bytes, size_t length, sk_arena *arena,
                                    sk_diag *diag, sk_project_settings *out) {
    size_t errors = sk_diag_error_count(diag);
    settings_reader reader = {.file = {SK_SETTINGS_FILE, arena, diag}, .settings = usual};
    reader.settings.levels[SK_REGION_NEIGHBOUR] = (sk_level){"neighbour", "neighbours", false};
    reader.settings.levels[SK_REGION_SEA] = (sk_level){"sea", "seas", false};
    cJSON *root = sk_json_parse(bytes, length, SK_SETTINGS_FILE, diag);
    if (root == NULL) return SK_ERR_DATA;
    if (cJSON_IsObject(root))
        read_root(&reader, root);
    else
        sk_keyed_fault(&reader.file, root, NULL, "a project is an object", "write it as { ... }");
    cJSON_Delete(root);
    *out = reader.settings;
    return sk_diag_error_count(diag) == errors ? SK_OK : SK_ERR_DATA;
}

sk_status sk_project_settings_open(const char *directory, sk_arena *arena, sk_diag *diag,
                                   sk_project_settings *out) {
    const char *path = sk_arena_printf(arena, "%s/%s", directory, SK_SETTINGS_FILE);
    size_t length = 0;
    *out = (sk_project_settings){0};
    sk_ogr_prepare();
    sk_status status = sk_ogr_check_crs_data(diag);
    if (status != SK_OK) return status;
    if (!sk_project_path_check(directory, path, SK_SETTINGS_FILE, diag)) return SK_ERR_DATA;
    char *bytes = sk_text_file_read(path, SK_SETTINGS_FILE, SK_SETTINGS_BYTES_MAX, diag, &length);
    if (bytes == NULL) return SK_ERR_DATA;
    status = sk_project_settings_parse(bytes, length, arena, diag, out);
    free(bytes);
    return status;
}

bool sk_settings_is_home_level(const sk_project_settings *settings, sk_region_level level) {
    return level >= settings->home && level < settings->level_count;
}

const char *sk_settings_language(const sk_project_settings *settings, const char *language) {
    return strcmp(language, SK_LANGUAGE_OF_PROJECT) == 0 ? settings->language : language;
}

sk_region_level sk_settings_level(const sk_project_settings *settings, const char *slug) {
    for (sk_region_level level = 0; level < settings->level_count; level++)
        if (strcmp(settings->levels[level].slug, slug) == 0) return level;
    return -1;
}

const char *sk_settings_level_names(const sk_project_settings *settings, sk_arena *arena) {
    const char *names = "";
    for (int i = 0; i < settings->level_count; i++) {
        const char *joint = i == 0 ? "" : i + 1 < settings->level_count ? ", " : " or ";
        names = sk_arena_printf(arena, "%s%s%s", names, joint, settings->levels[i].slug);
    }
    return names;
}
