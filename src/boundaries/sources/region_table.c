#include "boundaries/sources/region_table.h"

#include <cpl_error.h>
#include <gdal.h>
#include <ogr_api.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/text_file.h"
#include "boundaries/mesh/mesh.h"
#include "load/files/cell_text.h"
#include "load/files/ogr_file.h"

enum { COLUMNS_MAX = 3, HEADER_LINES = 1 };

typedef struct {
    const char *cells[COLUMNS_MAX];
    long line;
} csv_row;

typedef struct {
    const char *path;
    csv_row *rows;
    size_t count;
} csv_table;

/* False, reported, where it holds no text in UTF-8: OGR would read what it is not. */
static bool is_text(const char *path, sk_diag *diag) {
    enum { BYTES_MAX = 16 * 1024 * 1024 };
    size_t length = 0;
    long line = 1;
    char *bytes = sk_text_file_read(path, path, BYTES_MAX, diag, &length);
    if (bytes == NULL) return false;
    size_t sound = sk_utf8_length(bytes, length);
    for (size_t i = 0; i < sound; i++)
        if (bytes[i] == '\n') line++;
    free(bytes);
    if (length == 0)
        sk_diag_error(diag, (sk_place){.file = path, .line = 1},
                      "write the names of the columns on the first line", "the file is empty");
    else if (sound < length)
        sk_diag_error(diag, (sk_place){.file = path, .line = line}, "save it as CSV in UTF-8",
                      "the text is not in UTF-8");
    return length > 0 && sound == length;
}

static GDALDatasetH open_csv(const char *path, sk_diag *diag) {
    if (!is_text(path, diag)) return NULL;
    static const char *const only_csv[] = {"CSV", NULL};
    const sk_ogr_file file = {.path = path, .shown = path, .drivers = only_csv};
    size_t faults = sk_diag_error_count(diag);
    sk_ogr_prepare();
    CPLErrorReset();
    CPLPushErrorHandler(CPLQuietErrorHandler);
    GDALDatasetH dataset = sk_ogr_open(&file, diag);
    CPLPopErrorHandler();
    if (dataset == NULL && sk_diag_error_count(diag) == faults)
        sk_diag_error(diag, (sk_place){.file = path}, "give the path of a CSV file",
                      "cannot be read: %s", CPLGetLastErrorMsg());
    return dataset;
}

/* Reads the named columns, of which there are at most COLUMNS_MAX, as text. */
static sk_status read_csv(const char *path, const char *const *columns, sk_arena *arena,
                          sk_diag *diag, csv_table *out) {
    sk_status status = SK_ERR_DATA;
    int index[COLUMNS_MAX] = {0};
    size_t faults = sk_diag_error_count(diag);
    GDALDatasetH dataset = open_csv(path, diag);
    if (dataset == NULL) return SK_ERR_DATA;
    OGRLayerH layer = GDALDatasetGetLayer(dataset, 0);
    for (int c = 0; columns[c] != NULL; c++) {
        index[c] = OGR_FD_GetFieldIndex(OGR_L_GetLayerDefn(layer), columns[c]);
        if (index[c] >= 0) continue;
        sk_diag_error(diag, (sk_place){.file = path, .line = 1}, "add it to the first line",
                      "there is no column %s", columns[c]);
        goto done;
    }
    size_t capacity = (size_t)OGR_L_GetFeatureCount(layer, TRUE);
    *out = (csv_table){.path = path, .rows = SK_NEW_ARRAY(arena, csv_row, capacity)};
    OGRFeatureH feature;
    while (out->count < capacity && (feature = OGR_L_GetNextFeature(layer)) != NULL) {
        csv_row *row = &out->rows[out->count++];
        row->line = (long)out->count + HEADER_LINES;
        for (int c = 0; columns[c] != NULL; c++) {
            row->cells[c] = sk_arena_string(arena, OGR_F_GetFieldAsString(feature, index[c]));
            if (row->cells[c][0] == '\0')
                sk_diag_error(diag, (sk_place){.file = path, .line = row->line}, "fill it in",
                              "%s is empty", columns[c]);
        }
        OGR_F_Destroy(feature);
    }
    status = sk_diag_error_count(diag) == faults ? SK_OK : SK_ERR_DATA;
done:
    GDALClose(dataset);
    return status;
}

static bool is_file(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

static int by_slug(const void *a, const void *b) {
    const sk_resoc *first = a, *second = b;
    return strcmp(first->slug, second->slug);
}

static sk_status read_names(const char *path, sk_arena *arena, sk_diag *diag, sk_resoc **resocs,
                            size_t *count) {
    static const char *const columns[] = {"slug", "name", NULL};
    csv_table table = {0};
    if (read_csv(path, columns, arena, diag, &table) != SK_OK) return SK_ERR_DATA;
    *resocs = SK_NEW_ARRAY(arena, sk_resoc, table.count);
    *count = table.count;
    for (size_t i = 0; i < table.count; i++)
        (*resocs)[i] = (sk_resoc){.slug = table.rows[i].cells[0], .name = table.rows[i].cells[1]};
    qsort(*resocs, *count, sizeof **resocs, by_slug);
    return SK_OK;
}

static uint32_t find_municipality(const sk_municipality_list *list, const char *nis) {
    size_t low = 0, high = list->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(list->items[middle].nis, nis);
        if (order == 0) return (uint32_t)middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return SK_NO_FACE;
}

typedef struct {
    const sk_municipality_list *municipalities;
    sk_resoc *resocs;
    size_t resoc_count;
    const char *names_path;
    uint32_t *resoc_of;
    sk_diag *diag;
} assignment;

static void join_resoc(assignment *a, sk_place place, uint32_t municipality, const char *slug) {
    const char *province = a->municipalities->items[municipality].district->province;
    sk_resoc *resoc = a->resoc_count == 0 ? NULL
                                          : bsearch(&(sk_resoc){.slug = slug}, a->resocs,
                                                    a->resoc_count, sizeof *a->resocs, by_slug);
    if (resoc == NULL) {
        sk_diag_error(a->diag, place, "add it to the file with the names of RESOCs",
                      "there is no RESOC %s in %s", slug, a->names_path);
        return;
    }
    if (resoc->province != NULL && strcmp(resoc->province, province) != 0)
        sk_diag_error(a->diag, place, "a RESOC lies in one province: give it another one",
                      "it lies in province %s, but RESOC %s in %s", province, slug,
                      resoc->province);
    resoc->province = province;
    a->resoc_of[municipality] = (uint32_t)(resoc - a->resocs);
}

static void assign_row(assignment *a, const char *file, const csv_row *row) {
    const char *nis = row->cells[0], *name = row->cells[1];
    sk_place place = {.file = file, .line = row->line, .feature = name};
    uint32_t index = find_municipality(a->municipalities, nis);
    const sk_municipality *found = index == SK_NO_FACE ? NULL : &a->municipalities->items[index];
    if (found == NULL || found->district->region != SK_NIS_FLANDERS) {
        sk_diag_error(a->diag, place, "correct the NIS code, or take the line out",
                      "the source has no municipality %s in Flanders", nis);
        return;
    }
    if (a->resoc_of[index] != SK_NO_FACE) {
        sk_diag_error(a->diag, place, "leave one line for each municipality",
                      "municipality %s stands here a second time", nis);
        return;
    }
    if (strcmp(found->name, name) != 0)
        sk_diag_warning(a->diag, place, "correct the name or the NIS code",
                        "the source calls municipality %s %s", nis, found->name);
    join_resoc(a, place, index, row->cells[2]);
}

static void report_missing(const assignment *a, const char *file) {
    for (size_t i = 0; i < a->municipalities->count; i++) {
        const sk_municipality *m = &a->municipalities->items[i];
        if (m->district->region != SK_NIS_FLANDERS || a->resoc_of[i] != SK_NO_FACE) continue;
        sk_diag_error(a->diag, (sk_place){.file = file, .feature = m->name},
                      "add a line with its NIS code, its name and its RESOC",
                      "municipality %s has no RESOC", m->nis);
    }
}

sk_status sk_region_table_read(const sk_boundary_build *build,
                               const sk_municipality_list *municipalities, sk_arena *arena,
                               sk_diag *diag, sk_region_table *out) {
    static const char *const columns[] = {"nis", "municipality", "resoc", NULL};
    size_t errors_before = sk_diag_error_count(diag);
    const char *slash = strrchr(build->resoc, '/');
    size_t folder = slash ? (size_t)(slash - build->resoc) + 1 : 0;
    assignment a = {.municipalities = municipalities, .diag = diag};
    a.names_path = build->resoc_names
                       ? build->resoc_names
                       : sk_arena_printf(arena, "%.*sresoc-names.csv", (int)folder, build->resoc);
    csv_table table = {0};
    /* where the one is no file, the other would be looked for in the wrong folder */
    if (!is_file(build->resoc) && build->resoc_names == NULL)
        return read_csv(build->resoc, columns, arena, diag, &table);
    sk_status status = read_names(a.names_path, arena, diag, &a.resocs, &a.resoc_count);
    if (read_csv(build->resoc, columns, arena, diag, &table) != SK_OK) status = SK_ERR_DATA;
    if (status != SK_OK) return status;

    a.resoc_of = SK_NEW_ARRAY(arena, uint32_t, municipalities->count);
    for (size_t i = 0; i < municipalities->count; i++) a.resoc_of[i] = SK_NO_FACE;
    for (size_t i = 0; i < table.count; i++) assign_row(&a, build->resoc, &table.rows[i]);
    if (sk_diag_error_count(diag) == errors_before) report_missing(&a, build->resoc);
    *out = (sk_region_table){a.resocs, a.resoc_count, a.resoc_of};
    return sk_diag_error_count(diag) > errors_before ? SK_ERR_DATA : SK_OK;
}
