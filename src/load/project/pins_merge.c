#include "streekkaart/pins_merge.h"

#include <cjson/cJSON.h>
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/suggestion.h"
#include "base/text_file.h"
#include "load/files/json_text.h"
#include "load/files/project_path.h"
#include "load/project/pins.h"

/* Places are kept to a hundredth of a millimetre, angles to a thousandth of a degree. */
static double rounded(double number, double parts) {
    double whole = round(number * parts);
    return whole == 0 ? 0 : whole / parts; /* no -0 */
}

/* The object called `name` in `parent`, a new one where there is none. */
static cJSON *object_in(cJSON *parent, const char *name) {
    cJSON *item = cJSON_GetObjectItemCaseSensitive(parent, name);
    return item != NULL ? item : cJSON_AddObjectToObject(parent, name);
}

static void set_number(cJSON *object, const char *name, double number) {
    cJSON *item = cJSON_CreateNumber(number);
    if (cJSON_GetObjectItemCaseSensitive(object, name) != NULL)
        cJSON_ReplaceItemInObjectCaseSensitive(object, name, item);
    else
        cJSON_AddItemToObject(object, name, item);
}

static void set_pin(cJSON *figures, const sk_pin *pin, sk_arena *arena) {
    const char *key =
        sk_arena_printf(arena, "%d%s", pin->figure, pin->on_sheet ? SK_PINS_OF_SHEET : "");
    cJSON *object = object_in(object_in(figures, key), pin->id);
    set_number(object, "dx", rounded(pin->dx_mm, 100));
    set_number(object, "dy", rounded(pin->dy_mm, 100));
    cJSON_DeleteItemFromObjectCaseSensitive(object, "lines");
    cJSON_DeleteItemFromObjectCaseSensitive(object, "turn");
    if (pin->lines > 0) set_number(object, "lines", pin->lines);
    if (rounded(pin->turn_deg, 1000) != 0) set_number(object, "turn", rounded(pin->turn_deg, 1000));
}

static void write_name(FILE *stream, const cJSON *item) {
    cJSON *name = cJSON_CreateStringReference(item->string);
    char *quoted = cJSON_PrintUnformatted(name);
    fprintf(stream, "%s: ", quoted);
    cJSON_free(quoted);
    cJSON_Delete(name);
}

/* A line a pin, so that a version control system shows which ones changed. */
static char *text_of(const cJSON *figures, size_t *length) {
    char *bytes = NULL;
    FILE *stream = sk_heap_stream(&bytes, length);
    fputs("{\n  \"figures\": {", stream);
    for (const cJSON *figure = figures->child; figure != NULL; figure = figure->next) {
        fputs(figure == figures->child ? "\n    " : ",\n    ", stream);
        write_name(stream, figure);
        fputc('{', stream);
        for (const cJSON *pin = figure->child; pin != NULL; pin = pin->next) {
            char *value = cJSON_PrintUnformatted(pin);
            fputs(pin == figure->child ? "\n      " : ",\n      ", stream);
            write_name(stream, pin);
            fputs(value, stream);
            cJSON_free(value);
        }
        fputs("\n    }", stream);
    }
    fputs("\n  }\n}\n", stream);
    sk_heap_stream_close(stream);
    return bytes;
}

/* Objects all the way down to the pins. */
static bool is_sound(const cJSON *root) {
    const cJSON *figures = cJSON_GetObjectItemCaseSensitive(root, "figures");
    if (!cJSON_IsObject(figures) || cJSON_GetArraySize(root) != 1) return false;
    for (const cJSON *figure = figures->child; figure != NULL; figure = figure->next) {
        if (!cJSON_IsObject(figure)) return false;
        for (const cJSON *pin = figure->child; pin != NULL; pin = pin->next)
            if (!cJSON_IsObject(pin)) return false;
    }
    return true;
}

/* What the file holds; an empty tree where there is none, NULL where it can't be used. */
static cJSON *read_tree(const char *directory, const char *path, sk_diag *diag) {
    if (access(path, F_OK) != 0 && errno == ENOENT) {
        cJSON *root = cJSON_CreateObject();
        cJSON_AddObjectToObject(root, "figures");
        return root;
    }
    if (!sk_project_path_check(directory, path, SK_PINS_FILE, diag)) return NULL;
    size_t length = 0;
    char *bytes = sk_text_file_read(path, SK_PINS_FILE, SK_PINS_BYTES_MAX, diag, &length);
    cJSON *root = bytes == NULL ? NULL : sk_json_parse(bytes, length, SK_PINS_FILE, diag);
    free(bytes);
    if (root == NULL || is_sound(root)) return root;
    sk_diag_error(diag, (sk_place){.file = SK_PINS_FILE}, "mend it first; see layers/README.md",
                  "the pins of this file cannot be changed");
    cJSON_Delete(root);
    return NULL;
}

sk_status sk_pins_merge(const char *directory, const sk_pin *pins, size_t count, sk_diag *diag,
                        char **bytes, size_t *length) {
    sk_arena *arena = sk_arena_create();
    const char *path = sk_arena_printf(arena, "%s/%s", directory, SK_PINS_FILE);
    cJSON *root = read_tree(directory, path, diag);
    *bytes = NULL;
    if (root != NULL) {
        cJSON *figures = cJSON_GetObjectItemCaseSensitive(root, "figures");
        for (size_t i = 0; i < count; i++) set_pin(figures, &pins[i], arena);
        *bytes = text_of(figures, length);
    }
    cJSON_Delete(root);
    sk_arena_free(arena);
    return *bytes != NULL ? SK_OK : SK_ERR_DATA;
}

/* False, and told, where the drawing has no pin of that id. */
static bool has_pin(const cJSON *drawing, const char *key, const char *id, sk_arena *arena,
                    sk_diag *diag) {
    if (cJSON_GetObjectItemCaseSensitive(drawing, id) != NULL) return true;
    sk_suggestion suggestion = sk_suggestion_for(id);
    for (const cJSON *pin = drawing->child; pin != NULL; pin = pin->next)
        sk_suggestion_consider(&suggestion, pin->string);
    sk_diag_error(diag, (sk_place){.file = SK_PINS_FILE, .feature = id},
                  sk_suggestion_remedy(&suggestion, arena, "`pins list` names them"),
                  "\"%s\" has no such pin", key);
    return false;
}

static bool remove_all(cJSON *figures, const sk_pin_choice *choice, sk_arena *arena, sk_diag *diag,
                       size_t *removed) {
    const char *key = choice->drawing;
    cJSON *drawing = cJSON_GetObjectItemCaseSensitive(figures, key);
    bool sound = true;
    if (drawing == NULL) {
        sk_diag_error(diag, (sk_place){.file = SK_PINS_FILE}, "`pins list` names them",
                      "\"%s\" has no pins", key);
        return false;
    }
    for (size_t i = 0; i < choice->count; i++)
        sound = has_pin(drawing, key, choice->ids[i], arena, diag) && sound;
    int before = cJSON_GetArraySize(drawing);
    /* One that is named twice is taken out once. */
    for (size_t i = 0; i < choice->count; i++)
        cJSON_DeleteItemFromObjectCaseSensitive(drawing, choice->ids[i]);
    *removed = (size_t)(choice->count > 0 ? before - cJSON_GetArraySize(drawing) : before);
    if (choice->count == 0 || drawing->child == NULL)
        cJSON_DeleteItemFromObjectCaseSensitive(figures, key);
    return sound;
}

sk_status sk_pins_remove(const char *directory, const sk_pin_choice *choice, sk_diag *diag,
                         char **bytes, size_t *length, size_t *removed) {
    sk_arena *arena = sk_arena_create();
    const char *path = sk_arena_printf(arena, "%s/%s", directory, SK_PINS_FILE);
    cJSON *root = read_tree(directory, path, diag);
    *bytes = NULL;
    if (root != NULL) {
        cJSON *figures = cJSON_GetObjectItemCaseSensitive(root, "figures");
        if (remove_all(figures, choice, arena, diag, removed)) *bytes = text_of(figures, length);
    }
    cJSON_Delete(root);
    sk_arena_free(arena);
    return *bytes != NULL ? SK_OK : SK_ERR_DATA;
}
