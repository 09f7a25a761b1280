#include <cpl_conv.h>
#include <gdal.h>
#include <ogr_api.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "load/files/cell_text.h"
#include "load/files/gdal_listener.h"
#include "load/files/ogr_file.h"
#include "load/tables/ground.h"
#include "load/tables/table_formats.h"

/** A file that is being read. */
typedef struct {
    const sk_load *load;
    const char *file; /* of several layers also the one at hand */
    const char *driver;
    sk_gdal_listener listener;
    bool crs_told;          /* that the file's coordinate system can't be used */
    sk_ground *ground;      /* of the layer at hand; NULL where it has no geometry */
    sk_shape_cells *shapes; /* then, where its shapes stand in cells */
} ogr_reader;

static bool is_driver(const ogr_reader *reader, const char *name) {
    return strcmp(reader->driver, name) == 0;
}

/* False when a text is not in UTF-8, which is reported: the file's encoding is not the one that it
 * says it has. */
static bool read_cells(const ogr_reader *reader, const sk_table *table, OGRFeatureH feature,
                       sk_table_row *row) {
    row->cells = SK_NEW_ARRAY(reader->load->arena, const char *, table->column_count);
    for (size_t i = 0; i < table->column_count; i++) {
        if (!OGR_F_IsFieldSetAndNotNull(feature, (int)i)) continue;
        const char *text = OGR_F_GetFieldAsString(feature, (int)i);
        size_t length = strlen(text);
        if (sk_utf8_length(text, length) == length) {
            row->cells[i] = sk_cell_text(reader->load->arena, text, length);
            continue;
        }
        sk_diag_error(reader->load->diag, (sk_place){.file = reader->file},
                      is_driver(reader, "ESRI Shapefile")
                          ? "save it in UTF-8, or name its encoding in a file that ends in .cpg"
                          : "save it in UTF-8",
                      "%s of feature %lld is not in UTF-8", table->columns[i],
                      (long long)OGR_F_GetFID(feature));
        return false;
    }
    return true;
}

static void pass_on(const sk_load *load, const sk_diag *heard, sk_place origin) {
    for (size_t i = 0; i < sk_diag_count(heard); i++) {
        const sk_finding *finding = sk_diag_get(heard, i);
        if (finding->severity == SK_ERROR)
            sk_diag_error(load->diag, origin, finding->remedy, "%s", finding->what);
        else
            sk_diag_warning(load->diag, origin, finding->remedy, "%s", finding->what);
    }
}

/* False when the row is faulty, which has been reported; it is when errors were `heard` of it,
 * which is NULL where nothing was. */
static bool read_row(ogr_reader *reader, const sk_table *table, OGRFeatureH feature,
                     const sk_diag *heard, sk_table_row *row) {
    const sk_load *load = reader->load;
    if (!read_cells(reader, table, feature, row)) return false;
    row->origin = (sk_place){reader->file, 0, sk_table_cell(table, row, "id")};
    if (row->origin.feature == NULL)
        row->origin.feature =
            sk_arena_printf(load->arena, "feature %lld", (long long)OGR_F_GetFID(feature));
    reader->listener.place = row->origin;
    if (heard != NULL) pass_on(load, heard, row->origin);
    if (heard != NULL && sk_diag_error_count(heard) > 0) return false;
    if (reader->ground == NULL) return sk_shape_cells_read(reader->shapes, row);
    OGRGeometryH geometry = OGR_F_GetGeometryRef(feature);
    if (load->keeps_wkt) row->wkt = sk_ground_wkt(load, reader->ground, geometry);
    return sk_ground_shape(load, reader->ground, row->origin, geometry, &row->shape);
}

static void read_columns(sk_arena *arena, OGRFeatureDefnH definition, sk_table *table) {
    table->column_count = (size_t)OGR_FD_GetFieldCount(definition);
    table->columns = SK_NEW_ARRAY(arena, const char *, table->column_count);
    for (size_t i = 0; i < table->column_count; i++) {
        OGRFieldDefnH field = OGR_FD_GetFieldDefn(definition, (int)i);
        table->columns[i] = sk_arena_string(arena, OGR_Fld_GetNameRef(field));
    }
}

/* What GDAL says meanwhile is `heard`, since the row that it is about is not known yet. */
static OGRFeatureH next_feature(ogr_reader *reader, OGRLayerH layer, sk_diag *heard) {
    reader->listener = (sk_gdal_listener){heard, {.file = reader->file}};
    OGRFeatureH feature = OGR_L_GetNextFeature(layer);
    reader->listener.diag = reader->load->diag;
    return feature;
}

static void read_rows(ogr_reader *reader, OGRLayerH layer, sk_table *table) {
    sk_row_list rows = {0};
    reader->shapes = reader->ground == NULL ? sk_shape_cells_create(reader->load, table) : NULL;
    OGR_L_ResetReading(layer);
    sk_diag *heard = sk_diag_create();
    for (OGRFeatureH f; (f = next_feature(reader, layer, heard)) != NULL;) {
        sk_table_row row = {0};
        bool whole = sk_diag_count(heard) == 0;
        if (read_row(reader, table, f, whole ? NULL : heard, &row)) sk_row_list_add(&rows, row);
        OGR_F_Destroy(f);
        if (whole) continue;
        sk_diag_free(heard);
        heard = sk_diag_create();
    }
    sk_diag_merge(reader->load->diag, heard);
    sk_diag_free(heard);
    if (reader->shapes != NULL) sk_shape_cells_free(reader->shapes);
    sk_row_list_finish(&rows, reader->load->arena, table);
}

/* What GDAL has to say of one that it does not know is told by who finds that it can't be used. */
static OGRSpatialReferenceH reference_of(OGRLayerH layer) {
    sk_gdal_listener silent = {0};
    sk_gdal_listen(&silent);
    OGRSpatialReferenceH reference = OGR_L_GetSpatialRef(layer);
    sk_gdal_listen_end();
    return reference;
}

/* One that its file has for all of its layers is one fault. */
static sk_ground *ground_of(ogr_reader *reader, OGRSpatialReferenceH reference) {
    const sk_place place = {.file = reader->file};
    OGRSpatialReferenceH known = reference == NULL ? OSRNewSpatialReference(NULL) : reference;
    sk_diag *silent = sk_diag_create();
    sk_load load = *reader->load;
    if (reader->crs_told) load.diag = silent;
    sk_ground *ground = sk_ground_create(&load, place, known);
    if (ground == NULL) reader->crs_told = true;
    if (reference == NULL) OSRRelease(known);
    sk_diag_free(silent);
    return ground;
}

/* Does none of the shapes, `least` or more, lie on earth, so that it is the coordinate system that
 * is wrong? */
static bool lies_off_earth(OGRLayerH layer, size_t least) {
    size_t off = 0, on = 0;
    OGR_L_ResetReading(layer);
    for (OGRFeatureH f; on == 0 && (f = OGR_L_GetNextFeature(layer)) != NULL;) {
        OGRGeometryH geometry = OGR_F_GetGeometryRef(f);
        OGREnvelope box;
        if (geometry != NULL && !OGR_G_IsEmpty(geometry)) {
            OGR_G_GetEnvelope(geometry, &box);
            bool is_on = box.MinX <= 180 && box.MaxX >= -180 && box.MinY <= 90 && box.MaxY >= -90;
            if (is_on) on++;
            if (!is_on) off++;
        }
        OGR_F_Destroy(f);
    }
    return on == 0 && off >= least;
}

static bool check_degrees(ogr_reader *reader, OGRLayerH layer) {
    sk_gdal_listener silent = {0};
    sk_gdal_listen(&silent); /* what can't be read is told when it is */
    bool off =
        sk_ground_is_in_degrees(reader->ground) && lies_off_earth(layer, reader->crs_told ? 1 : 2);
    sk_gdal_listen_end();
    if (off && !reader->crs_told)
        sk_diag_error(reader->load->diag, (sk_place){.file = reader->file},
                      "name the one that they are in, such as EPSG:4326",
                      "the coordinates are not in degrees, as the file's coordinate system is");
    reader->crs_told = reader->crs_told || off;
    return !off;
}

/* False, reported, where the name of the encoding is one that GDAL does not know: it would take the
 * texts for UTF-8. */
static bool is_encoding_known(const ogr_reader *reader, OGRLayerH layer) {
    static const char utf_8_page[] = "65001"; /* as Windows calls it, and GDAL does not */
    const char *named = GDALGetMetadataItem(layer, "ENCODING_FROM_CPG", "SHAPEFILE");
    const char *taken = GDALGetMetadataItem(layer, "SOURCE_ENCODING", "SHAPEFILE");
    if (named == NULL || (taken != NULL && *taken != '\0')) return true;
    if (strstr(named, utf_8_page) != NULL) return true;
    sk_diag_error(reader->load->diag, (sk_place){.file = reader->file},
                  "write UTF-8, or the name of the encoding that it is in, such as ISO-8859-1",
                  "the file that ends in .cpg names no encoding that is known: \"%s\"", named);
    return false;
}

static bool read_layer(ogr_reader *reader, OGRLayerH layer, sk_table *table) {
    reader->listener.place = (sk_place){.file = reader->file};
    OGRSpatialReferenceH reference = reference_of(layer);
    *table = (sk_table){.file = reader->file,
                        .is_layer = true,
                        .name = sk_arena_string(reader->load->arena, OGR_L_GetName(layer))};
    read_columns(reader->load->arena, OGR_L_GetLayerDefn(layer), table);
    if (!is_encoding_known(reader, layer)) return false;
    if (OGR_L_GetGeomType(layer) == wkbNone) {
        read_rows(reader, layer, table);
        return true;
    }
    reader->ground = ground_of(reader, reference);
    if (reader->ground == NULL) return false;
    bool sound = check_degrees(reader, layer);
    if (sound) read_rows(reader, layer, table);
    sk_ground_free(reader->ground);
    reader->ground = NULL;
    return sound;
}

/* "x.dbf" for "x.shp"; with its letters in capitals where the file's are. */
static const char *beside(sk_arena *arena, const char *path, const char *small, const char *large) {
    size_t stem = strlen(path) - 3;
    bool capital = path[stem] >= 'A' && path[stem] <= 'Z';
    return sk_arena_printf(arena, "%.*s%s", (int)stem, path, capital ? large : small);
}

/* A shapefile names its encoding in a file beside it, or by a byte of its table. */
static bool names_encoding(sk_arena *arena, const char *path, const char *table) {
    enum { LANGUAGE_BYTE = 29 };
    if (access(beside(arena, path, "cpg", "CPG"), F_OK) == 0) return true;
    if (access(beside(arena, path, "cpg", "cpg"), F_OK) == 0) return true;
    unsigned char header[LANGUAGE_BYTE + 1] = {0};
    FILE *stream = fopen(table, "rb");
    if (stream == NULL) return false;
    size_t got = fread(header, 1, sizeof header, stream);
    (void)fclose(stream); /* it was only read */
    return got == sizeof header && header[LANGUAGE_BYTE] != 0;
}

/* False, reported, where a part of a shapefile is missing. */
static bool is_beside(const ogr_reader *reader, const char *path, const char *what) {
    if (access(path, F_OK) == 0) return true;
    sk_diag_error(reader->load->diag, (sk_place){.file = reader->file},
                  "put all files of the shapefile there: .shp, .shx, .dbf and .prj",
                  "the shapefile's %s is not beside it", what);
    return false;
}

/* One that says nothing is taken as UTF-8, which what is none shows. */
static GDALDatasetH open_dataset(const ogr_reader *reader, const char *path) {
    const char *const drivers[] = {reader->driver, NULL};
    const char *const as_it_is[] = {"ENCODING=", NULL};
    const char *const *options = NULL;
    if (is_driver(reader, "ESRI Shapefile")) {
        const char *table = beside(reader->load->arena, path, "dbf", "DBF");
        if (!is_beside(reader, table, "table, which ends in .dbf,") ||
            !is_beside(reader, beside(reader->load->arena, path, "shx", "SHX"),
                       "index, which ends in .shx,"))
            return NULL;
        if (!names_encoding(reader->load->arena, path, table)) options = as_it_is;
    }
    const sk_ogr_file file = {
        .path = path, .shown = reader->file, .drivers = drivers, .options = options};
    return sk_ogr_open(&file, reader->load->diag);
}

/* What QGIS keeps in a GeoPackage beside the layers. */
static bool is_of_qgis(const char *layer) {
    return strcmp(layer, "layer_styles") == 0 || strcmp(layer, "qgis_projects") == 0;
}

static int count_layers(GDALDatasetH dataset) {
    int count = 0;
    for (int i = 0; i < GDALDatasetGetLayerCount(dataset); i++)
        if (!is_of_qgis(OGR_L_GetName(GDALDatasetGetLayer(dataset, i)))) count++;
    return count;
}

static bool read_layers(ogr_reader *reader, const char *path, sk_table_list *out) {
    size_t findings = sk_diag_error_count(reader->load->diag);
    GDALDatasetH dataset = open_dataset(reader, path);
    if (dataset == NULL) {
        if (sk_diag_error_count(reader->load->diag) == findings)
            sk_diag_error(reader->load->diag, (sk_place){.file = reader->file},
                          "save it anew, or take a whole copy", "this is no %s file that is whole",
                          reader->driver);
        return false;
    }
    int count = count_layers(dataset);
    out->items = SK_NEW_ARRAY(reader->load->arena, sk_table, (size_t)count);
    bool sound = true;
    const char *file = reader->file;
    for (int i = 0; i < GDALDatasetGetLayerCount(dataset); i++) {
        OGRLayerH layer = GDALDatasetGetLayer(dataset, i);
        if (is_of_qgis(OGR_L_GetName(layer))) continue;
        if (count > 1)
            reader->file =
                sk_arena_printf(reader->load->arena, "%s/%s", file, OGR_L_GetName(layer));
        if (read_layer(reader, layer, &out->items[out->count]))
            out->count++;
        else
            sound = false;
    }
    GDALClose(dataset);
    return sound;
}

bool sk_table_ogr_read(const sk_load *load, const char *file, const char *driver,
                       sk_table_list *out) {
    const char *path = sk_load_path(load, file);
    ogr_reader reader = {.load = load, .file = file, .driver = driver};
    reader.listener = (sk_gdal_listener){load->diag, {.file = file}};
    if (access(path, F_OK) != 0) {
        sk_diag_error(load->diag, reader.listener.place, "put it there, or mend its name",
                      "there is no such file");
        return false;
    }
    sk_gdal_listen(&reader.listener);
    bool sound = read_layers(&reader, path, out);
    sk_gdal_listen_end();
    return sound;
}
