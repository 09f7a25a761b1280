#include "boundaries/sources/polygon_source.h"

#include <stdlib.h>
#include <string.h>

#include "boundaries/mesh/mesh.h"
#include "boundaries/sources/ogr_source.h"
#include "load/files/ogr_file.h"

/* In the order in which they are tried: what statistical offices and mapping agencies call them. */
static const char *const known_code_columns[] = {
    "CD_MUNTY_REFNIS", "CNIS5_", "NISCODE", "ADMUKEY", "GISCO_ID", "NIS_CODE", "NIS",
    "NUTS_ID",         "GEOID",  "FIPS",    "CODE",    "ID",       NULL};
static const char *const known_name_columns[] = {
    "TX_MUNTY_DESCR_NL", "T_MUN_NL", "NAAM", "NAME_DUT",  "NAMEDUT",
    "LAU_NAME",          "GEMEENTE", "NAME", "NUTS_NAME", NULL};

/* "BE_11001" and 11001.0 are 11001; NULL for no code at all. */
static const char *plain_code(const char *text, sk_arena *arena) {
    bool country = text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'A' && text[1] <= 'Z';
    if (country && text[2] == '_') text += 3;
    size_t digits = strspn(text, "0123456789"), length = strlen(text);
    if (digits > 0 && text[digits] == '.' &&
        text[digits + 1 + strspn(text + digits + 1, "0")] == '\0')
        length = digits;
    return length == 0 ? NULL : sk_arena_string_n(arena, text, length);
}

const char *sk_merged_code(const sk_merger_list *mergers, const char *code) {
    for (size_t i = 0; i < mergers->count; i++)
        if (strcmp(mergers->olds[i], code) == 0) return mergers->news[i];
    return code;
}

const char *sk_merged_name(const sk_merger_list *mergers, const char *code) {
    for (size_t i = 0; i < mergers->count; i++)
        if (strcmp(mergers->olds[i], code) == 0 && mergers->names[i][0] != '\0')
            return mergers->names[i];
    return NULL;
}

/* "Kapellen (A)" is Kapellen; "Spiere-Helkijn / Espierres-Helchin" is Spiere-Helkijn. */
static const char *plain_name(const char *text, sk_arena *arena) {
    size_t length = strcspn(text, "(/");
    while (length > 0 && text[length - 1] == ' ') length--;
    return sk_arena_string_n(arena, text, length);
}

static int by_code(const void *a, const void *b) {
    const sk_polygon *first = a, *second = b;
    int order = strcmp(first->code, second->code);
    if (order != 0) return order;
    return first->order < second->order ? -1 : first->order > second->order;
}

/* Polygons of one code (a file may have a feature for each part, or each statistical sector)
 * become one, with the rings of all; where they were merged, it lies where the largest lay. */
static size_t join_same(sk_polygon *items, size_t count, sk_arena *arena) {
    size_t joined = 0;
    for (size_t i = 0; i < count;) {
        size_t end = i + 1, rings = items[i].shape.count;
        for (; end < count && strcmp(items[end].code, items[i].code) == 0; end++)
            rings += items[end].shape.count;
        size_t largest = i;
        for (size_t k = i + 1; k < end; k++)
            if (sk_cm_shape_area(&items[k].shape) > sk_cm_shape_area(&items[largest].shape))
                largest = k;
        sk_polygon whole = items[largest];
        whole.shape = (sk_cm_shape){.rings = SK_NEW_ARRAY(arena, sk_cm_ring, rings)};
        for (; i < end; i++)
            for (size_t r = 0; r < items[i].shape.count; r++)
                whole.shape.rings[whole.shape.count++] = items[i].shape.rings[r];
        whole.source_area_m2 = sk_cm_shape_area(&whole.shape);
        items[joined++] = whole;
    }
    return joined;
}

/** The source, and where in it the columns of the levels are; -1: there is none. */
typedef struct {
    sk_ogr_source file;
    int cells[SK_REGION_LEVEL_COUNT];
    const sk_merger_list *mergers;
} polygon_file;

static bool find_cells(const sk_boundary_build *build, sk_diag *diag, polygon_file *from) {
    bool found = true;
    OGRFeatureDefnH columns = OGR_L_GetLayerDefn(from->file.layer);
    for (int level = 0; level < SK_REGION_LEVEL_COUNT; level++) {
        const char *name = build->levels[level].column;
        from->cells[level] = name == NULL ? -1 : OGR_FD_GetFieldIndex(columns, name);
        if (name == NULL || from->cells[level] >= 0) continue;
        sk_diag_error(diag, (sk_place){.file = build->source},
                      "name a column of the source, or a table that ends in .csv with --level",
                      "there is no column %s for the level %s", name,
                      build->settings->levels[level].slug);
        found = false;
    }
    return found;
}

static bool read_feature(const polygon_file *from, OGRFeatureH feature, sk_arena *arena,
                         sk_diag *diag, sk_polygon *out) {
    const sk_ogr_source *file = &from->file;
    const char *code = plain_code(OGR_F_GetFieldAsString(feature, file->id_column), arena);
    if (code == NULL) return false;
    const char *merged = sk_merged_name(from->mergers, code);
    code = sk_merged_code(from->mergers, code);
    *out = (sk_polygon){
        .code = code,
        .name = plain_name(OGR_F_GetFieldAsString(feature, file->name_column), arena),
        .shape = sk_ogr_source_shape(file, feature, code, arena, diag),
    };
    if (merged != NULL) out->name = merged;
    for (int level = 0; level < SK_REGION_LEVEL_COUNT; level++)
        if (from->cells[level] >= 0)
            out->cells[level] =
                sk_arena_string(arena, OGR_F_GetFieldAsString(feature, from->cells[level]));
    if (out->name[0] == '\0')
        sk_diag_error(diag, (sk_place){.file = file->path, .feature = code},
                      "fill it in, or name its column with --name", "it has no name");
    return true;
}

static sk_polygon *read_features(const polygon_file *from, sk_arena *arena, sk_diag *diag,
                                 size_t *count) {
    sk_polygon *items = NULL;
    size_t capacity = 0;
    OGRFeatureH feature;
    while ((feature = OGR_L_GetNextFeature(from->file.layer)) != NULL) {
        items = sk_heap_grow(items, *count, &capacity, sizeof *items);
        if (read_feature(from, feature, arena, diag, &items[*count])) {
            items[*count].order = *count;
            ++*count;
        }
        OGR_F_Destroy(feature);
    }
    return items;
}

static void take_features(const polygon_file *from, sk_arena *arena, sk_diag *diag,
                          sk_polygon_list *out) {
    size_t count = 0;
    sk_polygon *items = read_features(from, arena, diag, &count);
    if (count > 0) qsort(items, count, sizeof *items, by_code);
    count = join_same(items, count, arena);
    *out = (sk_polygon_list){SK_NEW_ARRAY(arena, sk_polygon, count), count};
    if (count > 0) memcpy(out->items, items, count * sizeof *items);
    free(items);
    if (count == 0)
        sk_diag_error(diag, (sk_place){.file = from->file.path}, "name the column with --code",
                      "no feature has a code");
}

sk_status sk_polygon_source_open(const sk_boundary_build *build, const char *map_crs, sk_diag *diag,
                                 sk_ogr_source *out) {
    sk_ogr_prepare();
    sk_status status = sk_ogr_check_crs_data(diag);
    if (status != SK_OK) return status;
    return sk_ogr_source_open(
        &(sk_ogr_request){
            .path = build->source,
            .layer = build->layer,
            .crs = build->crs,
            .map_crs = map_crs,
            .id_column = build->code_column,
            .name_column = build->name_column,
            .known_ids = known_code_columns,
            .known_names = known_name_columns,
            .remedy = "name them with --code and --name",
        },
        diag, out);
}

sk_status sk_polygon_source_read(const sk_boundary_build *build, const sk_merger_list *mergers,
                                 sk_arena *arena, sk_diag *diag, sk_polygon_list *out) {
    size_t errors_before = sk_diag_error_count(diag);
    *out = (sk_polygon_list){0};
    polygon_file from = {.mergers = mergers};
    sk_status status = sk_polygon_source_open(build, build->settings->crs, diag, &from.file);
    if (status == SK_ERR_ENVIRONMENT) return status;
    if (status == SK_OK && !find_cells(build, diag, &from)) status = SK_ERR_DATA;
    if (status == SK_OK) take_features(&from, arena, diag, out);
    if (sk_diag_error_count(diag) > errors_before) status = SK_ERR_DATA;
    sk_ogr_source_close(&from.file);
    return status;
}

uint32_t sk_polygon_find(const sk_polygon_list *list, const char *code) {
    size_t low = 0, high = list->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(list->items[middle].code, code);
        if (order == 0) return (uint32_t)middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return SK_NO_FACE;
}
