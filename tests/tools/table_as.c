/* table_as IN.csv OUT: writes a table in the format that OUT's ending names (xlsx, ods, gpkg, shp,
 * fgb, geojson), as OGR does. A column `wkt` is the geometry, except in a spreadsheet.
 * table_as --sql FILE STATEMENT: changes a GeoPackage. */
#include <cpl_conv.h>
#include <gdal_utils.h>
#include <ogr_api.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/** An ending, and OGR's driver for it. */
typedef struct {
    const char *ending, *driver;
} format;

static const format formats[] = {
    {".xlsx", "XLSX"},      {".ods", "ODS"},         {".gpkg", "GPKG"}, {".shp", "ESRI Shapefile"},
    {".fgb", "FlatGeobuf"}, {".geojson", "GeoJSON"}, {NULL, NULL}};

static const char *driver_for(const char *path) {
    for (const format *f = formats; f->ending != NULL; f++) {
        size_t length = strlen(path), behind = strlen(f->ending);
        if (length > behind && strcmp(path + length - behind, f->ending) == 0) return f->driver;
    }
    return NULL;
}

static int convert(const char *in, const char *out) {
    const char *driver = driver_for(out);
    const char *const shapes[] = {"GEOM_POSSIBLE_NAMES=wkt", "KEEP_GEOM_COLUMNS=NO", NULL};
    const char *const cells[] = {"AUTODETECT_TYPE=YES", NULL};
    if (driver == NULL) return 2;
    bool sheet = strcmp(driver, "XLSX") == 0 || strcmp(driver, "ODS") == 0;
    GDALDatasetH from = GDALOpenEx(in, GDAL_OF_VECTOR, NULL, sheet ? cells : shapes, NULL);
    char *words[] = {"-f", (char *)driver, "-a_srs", "EPSG:4326", NULL};
    char *bare[] = {"-f", (char *)driver, NULL};
    GDALVectorTranslateOptions *options = GDALVectorTranslateOptionsNew(sheet ? bare : words, NULL);
    GDALDatasetH to = from == NULL ? NULL : GDALVectorTranslate(out, NULL, 1, &from, options, NULL);
    GDALVectorTranslateOptionsFree(options);
    if (to != NULL) GDALClose(to);
    if (from != NULL) GDALClose(from);
    return to == NULL;
}

static int change(const char *path, const char *statement) {
    GDALDatasetH file = GDALOpenEx(path, GDAL_OF_VECTOR | GDAL_OF_UPDATE, NULL, NULL, NULL);
    if (file == NULL) return 1;
    CPLErrorReset();
    OGRLayerH rows = GDALDatasetExecuteSQL(file, statement, NULL, NULL);
    if (rows != NULL) GDALDatasetReleaseResultSet(file, rows);
    int failed = CPLGetLastErrorType() >= CE_Failure;
    GDALClose(file);
    return failed;
}

int main(int count, char *words[]) {
    GDALAllRegister();
    CPLSetConfigOption("OGR_CURRENT_DATE", "1970-01-01T00:00:00Z");
    if (count == 4 && strcmp(words[1], "--sql") == 0) return change(words[2], words[3]);
    return count == 3 ? convert(words[1], words[2]) : 2;
}
