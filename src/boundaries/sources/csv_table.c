#include "boundaries/sources/csv_table.h"

#include <cpl_error.h>
#include <gdal.h>
#include <ogr_api.h>
#include <stdlib.h>
#include <string.h>

#include "base/text_file.h"
#include "load/files/cell_text.h"
#include "load/files/ogr_file.h"

enum { HEADER_LINES = 1 };

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

/* The column of that name; the first for "". */
static int find_column(OGRLayerH layer, const char *name) {
    return *name == '\0' ? 0 : OGR_FD_GetFieldIndex(OGR_L_GetLayerDefn(layer), name);
}

static bool find_columns(OGRLayerH layer, const sk_csv_form *form, sk_diag *diag, int *index) {
    bool found = true;
    for (size_t c = 0; c < form->count; c++) {
        index[c] = find_column(layer, form->columns[c]);
        if (index[c] >= 0 || c >= form->needed) continue;
        sk_diag_error(diag, (sk_place){.file = form->path, .line = 1}, "add it to the first line",
                      "there is no column %s", form->columns[c]);
        found = false;
    }
    return found;
}

static void read_row(OGRFeatureH feature, const sk_csv_form *form, const int *index,
                     sk_arena *arena, sk_diag *diag, sk_csv_row *row) {
    for (size_t c = 0; c < form->count; c++) {
        const char *text = index[c] < 0 ? "" : OGR_F_GetFieldAsString(feature, index[c]);
        row->cells[c] = sk_arena_string(arena, text);
        if (*text == '\0' && c < form->filled)
            sk_diag_error(diag, (sk_place){.file = form->path, .line = row->line}, "fill it in",
                          "%s is empty", form->columns[c]);
    }
}

sk_status sk_csv_table_read(const sk_csv_form *form, sk_arena *arena, sk_diag *diag,
                            sk_csv_table *out) {
    size_t faults = sk_diag_error_count(diag);
    int index[SK_CSV_COLUMNS_MAX] = {0};
    *out = (sk_csv_table){0};
    GDALDatasetH dataset = open_csv(form->path, diag);
    if (dataset == NULL) return SK_ERR_DATA;
    OGRLayerH layer = GDALDatasetGetLayer(dataset, 0);
    if (find_columns(layer, form, diag, index)) {
        size_t capacity = (size_t)OGR_L_GetFeatureCount(layer, TRUE);
        out->rows = SK_NEW_ARRAY(arena, sk_csv_row, capacity);
        OGRFeatureH feature;
        while (out->count < capacity && (feature = OGR_L_GetNextFeature(layer)) != NULL) {
            sk_csv_row *row = &out->rows[out->count++];
            row->line = (long)out->count + HEADER_LINES;
            read_row(feature, form, index, arena, diag, row);
            OGR_F_Destroy(feature);
        }
    }
    for (size_t c = 0; c < form->count; c++) out->has[c] = index[c] >= 0;
    GDALClose(dataset);
    return sk_diag_error_count(diag) == faults ? SK_OK : SK_ERR_DATA;
}
