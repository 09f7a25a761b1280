#include "boundaries/sources/polygon_source.h"

#include <stdlib.h>
#include <string.h>

#include "boundaries/mesh/mesh.h"
#include "boundaries/sources/ogr_source.h"
#include "boundaries/sources/polygon_faults.h"
#include "load/files/ogr_file.h"
#include "load/tables/language_column.h"

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

/* Where offices put in a bracket which of two places it is, and behind a slash the name in another
 * language: elsewhere both may belong to the name. */
static const char *const bracketed_columns[] = {"TX_MUNTY_DESCR_", "T_MUN_",  "NAAM",
                                                "NAME_DUT",        "NAMEDUT", NULL};

/* Of such a column "Kapellen (A)" is Kapellen, "Spiere-Helkijn / Espierres-Helchin" the first. */
static const char *plain_name(const char *text, bool is_bracketed, sk_arena *arena) {
    size_t length = is_bracketed ? strcspn(text, "(/") : strlen(text);
    while (length > 0 && text[length - 1] == ' ') length--;
    return sk_arena_string_n(arena, text, length);
}

static int by_code(const void *a, const void *b) {
    const sk_polygon *first = a, *second = b;
    int order = strcmp(first->code, second->code);
    if (order != 0) return order;
    return first->order < second->order ? -1 : first->order > second->order;
}

/** A column that holds a text, and those that hold it in the project's languages. */
typedef struct {
    int index;                       /* -1: there is none */
    const sk_translation *languages; /* of each the column's name */
} text_column;

/** The source, where in it the columns are, and what has been found wrong so far. */
typedef struct {
    const sk_boundary_build *build;
    const sk_merger_list *mergers;
    sk_ogr_source file;
    text_column name, cells[SK_REGION_LEVEL_COUNT];
    bool is_bracketed;
    sk_polygon_faults faults;
    sk_arena *arena;
    sk_diag *diag;
} polygon_reader;

/* Parts of a region have its name; two regions with one code would be one in silence. */
static void check_names(polygon_reader *r, const sk_polygon *items, size_t begin, size_t end) {
    for (size_t i = begin + 1; i < end; i++) {
        const sk_polygon *one = &items[begin], *other = &items[i];
        if (one->is_merged || other->is_merged || strcmp(one->name, other->name) == 0) continue;
        const char *example =
            sk_arena_printf(r->arena, "%s (%s and %s)", one->code, one->name, other->name);
        sk_polygon_faults_add(&r->faults, SK_FEATURE_OF_TWO_NAMES, example, NULL, r->arena);
    }
}

/* Polygons of one code (a file may have a feature for each part, or each statistical sector)
 * become one, with the rings of all; where they were merged, it lies where the largest lay. */
static size_t join_same(polygon_reader *r, sk_polygon *items, size_t count) {
    size_t joined = 0;
    for (size_t i = 0; i < count;) {
        size_t end = i + 1, rings = items[i].shape.count;
        for (; end < count && strcmp(items[end].code, items[i].code) == 0; end++)
            rings += items[end].shape.count;
        check_names(r, items, i, end);
        size_t largest = i;
        for (size_t k = i + 1; k < end; k++)
            if (sk_cm_shape_area(&items[k].shape) > sk_cm_shape_area(&items[largest].shape))
                largest = k;
        sk_polygon whole = items[largest];
        whole.shape = (sk_cm_shape){.rings = SK_NEW_ARRAY(r->arena, sk_cm_ring, rings)};
        for (; i < end; i++)
            for (size_t k = 0; k < items[i].shape.count; k++)
                whole.shape.rings[whole.shape.count++] = items[i].shape.rings[k];
        whole.source_area_m2 = sk_cm_shape_area(&whole.shape);
        items[joined++] = whole;
    }
    return joined;
}

/* The columns that hold what `base` does in other languages: NAME_FR beside NAME. */
static const sk_translation *columns_beside(const polygon_reader *r, OGRFeatureDefnH columns,
                                            int own, const char *base,
                                            const sk_translation *known) {
    for (int i = 0; i < OGR_FD_GetFieldCount(columns); i++) {
        const char *column = OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(columns, i));
        const char *language = sk_language_of_column(r->build->settings, column, base);
        if (i == own || language == NULL || sk_translation_in(known, language) != NULL) continue;
        known = sk_translation_added(known, language, sk_arena_string(r->arena, column), r->arena);
    }
    return known;
}

/* "DESCR" of "DESCR_NL", where the project has a language nl; else NULL. */
static const char *base_of(const polygon_reader *r, const char *column) {
    const char *sign = strrchr(column, '_');
    if (sign == NULL || sign == column) return NULL;
    const char *base = sk_arena_string_n(r->arena, column, (size_t)(sign - column));
    return sk_language_of_column(r->build->settings, column, base) == NULL ? NULL : base;
}

static text_column column_at(const polygon_reader *r, int index) {
    text_column found = {.index = index};
    if (index < 0) return found;
    OGRFeatureDefnH columns = OGR_L_GetLayerDefn(r->file.layer);
    const char *name = OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(columns, index));
    const char *base = base_of(r, name);
    found.languages = columns_beside(r, columns, index, name, NULL);
    if (base != NULL) found.languages = columns_beside(r, columns, index, base, found.languages);
    return found;
}

static void find_name(polygon_reader *r) {
    OGRFeatureDefnH columns = OGR_L_GetLayerDefn(r->file.layer);
    int index = r->file.name_column;
    r->name = column_at(r, index);
    r->name.languages = columns_beside(r, columns, index, "name", r->name.languages);
    r->is_bracketed = sk_ogr_is_column(columns, index, bracketed_columns);
}

static bool find_cells(polygon_reader *r) {
    bool found = true;
    const sk_boundary_build *build = r->build;
    OGRFeatureDefnH columns = OGR_L_GetLayerDefn(r->file.layer);
    for (int level = 0; level < SK_REGION_LEVEL_COUNT; level++) {
        const char *name = build->levels[level].column;
        int index = name == NULL ? -1 : OGR_FD_GetFieldIndex(columns, name);
        r->cells[level] = column_at(r, index);
        if (name == NULL || index >= 0) continue;
        sk_diag_error(
            r->diag, (sk_place){.file = build->source},
            sk_arena_printf(r->arena, "name one of %s with --level, or a table that ends in .csv",
                            sk_ogr_column_names(columns, r->arena)),
            "there is no column %s for the level %s", name, build->settings->levels[level].slug);
        found = false;
    }
    return found;
}

static const sk_translation *texts_in_languages(const polygon_reader *r, const text_column *column,
                                                OGRFeatureH feature) {
    const sk_translation *texts = NULL;
    for (const sk_translation *t = column->languages; t != NULL; t = t->next) {
        int index = OGR_F_GetFieldIndex(feature, t->text);
        const char *text = index < 0 ? "" : OGR_F_GetFieldAsString(feature, index);
        const char *plain = plain_name(text, r->is_bracketed && column == &r->name, r->arena);
        if (*plain != '\0') texts = sk_translation_added(texts, t->language, plain, r->arena);
    }
    return texts;
}

static void read_texts(const polygon_reader *r, OGRFeatureH feature, sk_polygon *out) {
    const char *text = OGR_F_GetFieldAsString(feature, r->name.index);
    out->name = plain_name(text, r->is_bracketed, r->arena);
    out->names = texts_in_languages(r, &r->name, feature);
    for (int level = 0; level < SK_REGION_LEVEL_COUNT; level++) {
        const text_column *column = &r->cells[level];
        if (column->index < 0) continue;
        text = OGR_F_GetFieldAsString(feature, column->index);
        out->cells[level] = sk_arena_string(r->arena, text);
        out->cell_names[level] = texts_in_languages(r, column, feature);
    }
}

/* An old region's names are not those of what it has become. */
static void take_merger(const polygon_reader *r, sk_polygon *out) {
    const char *code = out->code, *name = sk_merged_name(r->mergers, code);
    out->code = sk_merged_code(r->mergers, code);
    out->is_merged = strcmp(out->code, code) != 0;
    if (name == NULL) return;
    out->name = name;
    out->names = NULL;
}

static bool read_feature(polygon_reader *r, OGRFeatureH feature, sk_polygon *out) {
    *out = (sk_polygon){.order = r->faults.features++};
    read_texts(r, feature, out);
    out->code = plain_code(OGR_F_GetFieldAsString(feature, r->file.id_column), r->arena);
    if (out->code == NULL) {
        sk_polygon_faults_add(&r->faults, SK_FEATURE_WITHOUT_CODE, out->name, NULL, r->arena);
        return false;
    }
    take_merger(r, out);
    sk_feature_fault fault;
    const char *detail;
    out->shape = sk_ogr_source_shape(&r->file, feature, r->arena, &fault, &detail);
    sk_polygon_faults_add(&r->faults, fault, out->code, detail, r->arena);
    if (out->name[0] == '\0')
        sk_polygon_faults_add(&r->faults, SK_FEATURE_WITHOUT_NAME, out->code, NULL, r->arena);
    return true;
}

static sk_polygon *read_features(polygon_reader *r, size_t *count) {
    sk_polygon *items = NULL;
    size_t capacity = 0;
    OGRFeatureH feature;
    while ((feature = OGR_L_GetNextFeature(r->file.layer)) != NULL) {
        items = sk_heap_grow(items, *count, &capacity, sizeof *items);
        if (read_feature(r, feature, &items[*count])) ++*count;
        OGR_F_Destroy(feature);
    }
    return items;
}

/* What the regions were, so that a catalogue of before the mergers finds them. */
static void add_formers(const polygon_reader *r, const sk_polygon_list *list) {
    const sk_merger_list *mergers = r->mergers;
    for (size_t i = 0; i < mergers->count; i++) {
        uint32_t index = sk_polygon_find(list, sk_merged_code(mergers, mergers->olds[i]));
        if (index == SK_NO_FACE) continue;
        sk_polygon *polygon = &list->items[index];
        const char *const texts[] = {mergers->olds[i], mergers->old_names[i]};
        for (size_t t = 0; t < sizeof texts / sizeof *texts; t++)
            if (*texts[t] != '\0' && strcmp(texts[t], polygon->code) != 0 &&
                strcmp(texts[t], polygon->name) != 0)
                polygon->formers =
                    polygon->formers == NULL
                        ? texts[t]
                        : sk_arena_printf(r->arena, "%s;%s", polygon->formers, texts[t]);
    }
}

static void take_features(polygon_reader *r, sk_polygon_list *out) {
    size_t count = 0;
    sk_polygon *items = read_features(r, &count);
    if (count > 0) qsort(items, count, sizeof *items, by_code);
    size_t with_code = count;
    count = join_same(r, items, count);
    *out = (sk_polygon_list){SK_NEW_ARRAY(r->arena, sk_polygon, count), count};
    if (count > 0) memcpy(out->items, items, count * sizeof *items);
    free(items);
    add_formers(r, out);
    if (with_code > 0)
        sk_polygon_faults_report(&r->faults, r->file.path, r->arena, r->diag);
    else
        sk_diag_error(r->diag, (sk_place){.file = r->file.path}, "name the column with --code",
                      "none of its %zu features has a code", r->faults.features);
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
    polygon_reader r = {.build = build, .mergers = mergers, .arena = arena, .diag = diag};
    sk_status status = sk_polygon_source_open(build, build->settings->crs, diag, &r.file);
    if (status == SK_ERR_ENVIRONMENT) return status;
    if (status == SK_OK && !find_cells(&r)) status = SK_ERR_DATA;
    if (status == SK_OK) {
        find_name(&r);
        take_features(&r, out);
    }
    if (sk_diag_error_count(diag) > errors_before) status = SK_ERR_DATA;
    sk_ogr_source_close(&r.file);
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
