#include "boundaries/sources/municipality_source.h"

#include <stdlib.h>
#include <string.h>

#include "boundaries/sources/ogr_source.h"
#include "load/files/ogr_file.h"

/* In the order in which they are tried: Statbel (municipalities; statistical sectors, CNIS5_2024),
 * Informatie Vlaanderen's reference file, NGI's AdminVector, the cadastre, Eurostat's LAU. */
static const char *const known_nis_columns[] = {"CD_MUNTY_REFNIS", "CNIS5_",   "NISCODE", "ADMUKEY",
                                                "GISCO_ID",        "NIS_CODE", "NIS",     NULL};
static const char *const known_name_columns[] = {"TX_MUNTY_DESCR_NL", "T_MUN_NL", "NAAM",
                                                 "NAME_DUT",          "NAMEDUT",  "LAU_NAME",
                                                 "GEMEENTE",          "NAME",     NULL};

/* "BE_11001" and 11001.0 are 11001; NULL for what is not Belgian or no code at all. */
static const char *nis_of(const char *text, sk_arena *arena) {
    if (strncmp(text, "BE_", 3) == 0) text += 3;
    size_t digits = strspn(text, "0123456789");
    if (digits != SK_NIS_LENGTH || (text[digits] != '\0' && text[digits] != '.')) return NULL;
    return sk_arena_string_n(arena, text, digits);
}

/* "Kapellen (Antwerpen)" is Kapellen; "Spiere-Helkijn / Espierres-Helchin" is Spiere-Helkijn. */
static const char *plain_name(const char *text, sk_arena *arena) {
    size_t length = strcspn(text, "(/");
    while (length > 0 && text[length - 1] == ' ') length--;
    return sk_arena_string_n(arena, text, length);
}

static int by_nis(const void *a, const void *b) {
    const sk_municipality *first = a, *second = b;
    int order = strcmp(first->nis, second->nis);
    if (order != 0) return order;
    return first->order < second->order ? -1 : first->order > second->order;
}

/* Municipalities of one code (a file may have a feature for each part, or each statistical sector)
 * become one, with the rings of all. */
static size_t join_same(sk_municipality *items, size_t count, sk_arena *arena) {
    size_t joined = 0;
    for (size_t i = 0; i < count;) {
        size_t end = i + 1, rings = items[i].shape.count;
        for (; end < count && strcmp(items[end].nis, items[i].nis) == 0; end++)
            rings += items[end].shape.count;
        sk_municipality whole = items[i];
        whole.shape = (sk_cm_shape){.rings = SK_NEW_ARRAY(arena, sk_cm_ring, rings)};
        for (; i < end; i++)
            for (size_t r = 0; r < items[i].shape.count; r++)
                whole.shape.rings[whole.shape.count++] = items[i].shape.rings[r];
        whole.source_area_m2 = sk_cm_shape_area(&whole.shape);
        items[joined++] = whole;
    }
    return joined;
}

static bool read_feature(const sk_ogr_source *source, OGRFeatureH feature, sk_arena *arena,
                         sk_diag *diag, sk_municipality *out) {
    const char *nis = nis_of(OGR_F_GetFieldAsString(feature, source->id_column), arena);
    const sk_nis_district *district = nis ? sk_nis_district_of(nis) : NULL;
    if (district == NULL) return false;
    *out = (sk_municipality){
        .nis = nis,
        .name = plain_name(OGR_F_GetFieldAsString(feature, source->name_column), arena),
        .district = district,
        .shape = sk_ogr_source_shape(source, feature, nis, arena, diag),
    };
    if (out->name[0] == '\0')
        sk_diag_error(diag, (sk_place){.file = source->path, .feature = nis},
                      "fill it in, or name its column with --name-column", "it has no name");
    return true;
}

static sk_municipality *read_features(const sk_ogr_source *source, sk_arena *arena, sk_diag *diag,
                                      size_t *count) {
    sk_municipality *items = NULL;
    size_t capacity = 0;
    OGRFeatureH feature;
    while ((feature = OGR_L_GetNextFeature(source->layer)) != NULL) {
        items = sk_heap_grow(items, *count, &capacity, sizeof *items);
        if (read_feature(source, feature, arena, diag, &items[*count])) {
            items[*count].order = *count;
            ++*count;
        }
        OGR_F_Destroy(feature);
    }
    return items;
}

sk_status sk_municipality_source_read(const sk_boundary_build *build, sk_arena *arena,
                                      sk_diag *diag, sk_municipality_list *out) {
    size_t errors_before = sk_diag_error_count(diag);
    *out = (sk_municipality_list){0};
    sk_ogr_prepare();
    sk_status status = sk_ogr_check_crs_data(diag);
    if (status != SK_OK) return status;
    sk_ogr_source source;
    status = sk_ogr_source_open(
        &(sk_ogr_request){
            .path = build->source,
            .layer = build->layer,
            .id_column = build->nis_column,
            .name_column = build->name_column,
            .known_ids = known_nis_columns,
            .known_names = known_name_columns,
            .remedy = "name them with --nis-column and --name-column",
        },
        diag, &source);
    if (status == SK_OK) {
        size_t count = 0;
        sk_municipality *items = read_features(&source, arena, diag, &count);
        if (count > 0) qsort(items, count, sizeof *items, by_nis);
        count = join_same(items, count, arena);
        out->items = SK_NEW_ARRAY(arena, sk_municipality, count);
        out->count = count;
        if (count > 0) memcpy(out->items, items, count * sizeof *items);
        free(items);
        if (count == 0)
            sk_diag_error(diag, (sk_place){.file = build->source},
                          "name the column with --nis-column",
                          "no feature has the five-digit NIS code of a Belgian municipality");
        if (sk_diag_error_count(diag) > errors_before) status = SK_ERR_DATA;
    }
    sk_ogr_source_close(&source);
    return status;
}
