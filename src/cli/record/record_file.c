#include "cli/record/record_file.h"

#include <cjson/cJSON.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/json_writer.h"
#include "base/text_file.h"
#include "load/files/json_text.h"
#include "streekkaart/output.h"

enum { FORM = 1, BYTES_MOST = 1 << 28 };

static const char *text_of(const cJSON *object, const char *key, sk_arena *arena) {
    return sk_arena_string(arena,
                           cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, key)));
}

static long number_of(const cJSON *object, const char *key) {
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, key);
    return cJSON_IsNumber(item) ? (long)item->valuedouble : 0;
}

static size_t size_of(const cJSON *list) {
    int size = cJSON_GetArraySize(list);
    return size > 0 ? (size_t)size : 0;
}

/* A digest that is missing is none that anything has. */
static sk_aspects read_aspects(const cJSON *object) {
    sk_aspects aspects = {0};
    for (int i = 0; i < SK_ASPECT_COUNT; i++) {
        const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, sk_aspect_name(i));
        const char *text = cJSON_GetStringValue(item);
        aspects.of[i] = text == NULL ? UINT64_MAX : strtoull(text, NULL, 16);
    }
    return aspects;
}

static void read_files(const cJSON *list, sk_arena *arena, sk_drawn *out) {
    sk_drawn_file *files = SK_NEW_ARRAY(arena, sk_drawn_file, size_of(list));
    const cJSON *item;
    cJSON_ArrayForEach(item, list) {
        sk_drawn_file file = {text_of(item, "name", arena), text_of(item, "state", arena),
                              text_of(item, "sum", arena)};
        if (file.name != NULL) files[out->file_count++] = file;
    }
    out->files = files;
}

static void read_findings(const cJSON *list, sk_arena *arena, sk_drawn *out) {
    sk_finding *findings = SK_NEW_ARRAY(arena, sk_finding, size_of(list));
    const cJSON *item;
    cJSON_ArrayForEach(item, list) {
        sk_finding finding = {.severity = number_of(item, "error") ? SK_ERROR : SK_WARNING,
                              .place = {.file = text_of(item, "file", arena),
                                        .line = number_of(item, "line"),
                                        .feature = text_of(item, "feature", arena)},
                              .what = text_of(item, "what", arena),
                              .remedy = text_of(item, "remedy", arena),
                              .kind = text_of(item, "kind", arena),
                              .more = (size_t)number_of(item, "more")};
        if (finding.what != NULL && finding.kind != NULL) findings[out->finding_count++] = finding;
    }
    out->findings = findings;
}

static sk_drawn read_drawn(const cJSON *object, sk_arena *arena) {
    sk_drawn drawn = {.name = text_of(object, "name", arena),
                      .status = number_of(object, "faulty") ? SK_ERR_DATA : SK_OK,
                      .shows = {text_of(object, "shows", arena), number_of(object, "keyed")}};
    drawn.aspects = read_aspects(cJSON_GetObjectItemCaseSensitive(object, "made_of"));
    read_files(cJSON_GetObjectItemCaseSensitive(object, "files"), arena, &drawn);
    read_findings(cJSON_GetObjectItemCaseSensitive(object, "findings"), arena, &drawn);
    return drawn;
}

static sk_drawn_list read_all(const cJSON *root, sk_arena *arena) {
    const cJSON *list = cJSON_GetObjectItemCaseSensitive(root, "drawn"), *item;
    sk_drawn *all = SK_NEW_ARRAY(arena, sk_drawn, size_of(list));
    size_t count = 0;
    cJSON_ArrayForEach(item, list) {
        sk_drawn drawn = read_drawn(item, arena);
        if (drawn.name != NULL) all[count++] = drawn;
    }
    const sk_shard part = {(size_t)number_of(root, "part"), (size_t)number_of(root, "of")};
    return (sk_drawn_list){all, count, part};
}

/* What is wrong with a record is nobody's concern: all is drawn anew. */
sk_drawn_list sk_record_file_read(const char *path, sk_arena *arena) {
    sk_drawn_list all = {0};
    sk_diag *unheard = sk_diag_create();
    size_t length = 0;
    char *bytes = sk_text_file_read(path, path, BYTES_MOST, unheard, &length);
    cJSON *root = bytes == NULL ? NULL : sk_json_parse(bytes, length, path, unheard);
    if (root != NULL && number_of(root, "form") == FORM) all = read_all(root, arena);
    cJSON_Delete(root);
    free(bytes);
    sk_diag_free(unheard);
    return all;
}

static void write_finding(sk_json_writer *json, const sk_finding *finding) {
    sk_json_begin_row(json, NULL);
    sk_json_integer(json, "error", finding->severity == SK_ERROR);
    sk_json_text(json, "file", finding->place.file);
    sk_json_integer(json, "line", finding->place.line);
    sk_json_text(json, "feature", finding->place.feature);
    sk_json_text(json, "what", finding->what);
    sk_json_text(json, "remedy", finding->remedy);
    sk_json_text(json, "kind", finding->kind);
    sk_json_integer(json, "more", (long)finding->more);
    sk_json_end_row(json);
}

static void write_aspects(sk_json_writer *json, const sk_aspects *aspects) {
    sk_json_begin_row(json, "made_of");
    for (int i = 0; i < SK_ASPECT_COUNT; i++) {
        char text[17];
        snprintf(text, sizeof text, "%016" PRIx64, aspects->of[i]);
        sk_json_text(json, sk_aspect_name(i), text);
    }
    sk_json_end_row(json);
}

static void write_drawn(sk_json_writer *json, const sk_drawn *drawn) {
    sk_json_begin_object(json, NULL);
    sk_json_text(json, "name", drawn->name);
    write_aspects(json, &drawn->aspects);
    sk_json_integer(json, "faulty", drawn->status != SK_OK);
    sk_json_text(json, "shows", drawn->shows.description);
    sk_json_integer(json, "keyed", drawn->shows.keyed);
    sk_json_begin_array(json, "files");
    for (size_t i = 0; i < drawn->file_count; i++) {
        sk_json_begin_row(json, NULL);
        sk_json_text(json, "name", drawn->files[i].name);
        sk_json_text(json, "state", drawn->files[i].state);
        sk_json_text(json, "sum", drawn->files[i].sum);
        sk_json_end_row(json);
    }
    sk_json_end_array(json);
    sk_json_begin_array(json, "findings");
    for (size_t i = 0; i < drawn->finding_count; i++) write_finding(json, &drawn->findings[i]);
    sk_json_end_array(json);
    sk_json_end_object(json);
}

sk_status sk_record_file_write(const sk_output_folder *folder, sk_drawn_list drawn, sk_diag *diag) {
    sk_output *file = sk_output_begin_in(folder, SK_RECORD_FILE, diag);
    if (file == NULL) return SK_ERR_ENVIRONMENT;
    char *bytes = NULL;
    size_t length = 0;
    sk_json_writer json = {.stream = sk_heap_stream(&bytes, &length)};
    sk_json_begin_object(&json, NULL);
    sk_json_integer(&json, "form", FORM);
    sk_json_integer(&json, "part", (long)drawn.part.number);
    sk_json_integer(&json, "of", (long)drawn.part.count);
    sk_json_begin_array(&json, "drawn");
    for (size_t i = 0; i < drawn.count; i++)
        if (drawn.items[i].name != NULL) write_drawn(&json, &drawn.items[i]);
    sk_json_end_array(&json);
    sk_json_end_object(&json);
    sk_heap_stream_close(json.stream);
    sk_output_write(file, bytes, length);
    free(bytes);
    sk_status status = sk_output_commit(file);
    sk_output_free(file);
    return status;
}
