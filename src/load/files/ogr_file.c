#include "load/files/ogr_file.h"

#include <cpl_conv.h>
#include <cpl_http.h>
#include <cpl_string.h>
#include <errno.h>
#include <ogr_srs_api.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "load/files/crs_text.h"
#include "load/files/gdal_listener.h"
#include "load/files/gpkg_schema.h"
#include "streekkaart/memory.h"

/* A driver that asks for a connection, runs queries of the file's, or opens what the file names has
 * no place here. */
static const char *const drivers_let_in[] = {
    "GPKG", "GeoJSON", "TopoJSON", "ESRI Shapefile", "FlatGeobuf", "OpenFileGDB",
    "CSV",  "XLSX",    "ODS",
};

static bool is_let_in(GDALDriverH driver) {
    for (size_t i = 0; i < sizeof drivers_let_in / sizeof *drivers_let_in; i++)
        if (strcmp(GDALGetDriverShortName(driver), drivers_let_in[i]) == 0) return true;
    return false;
}

/* In GDAL's own form, since a missing answer would let it ask the network after all. */
static CPLHTTPResult *refuse(const char *url, CSLConstList options, GDALProgressFunc progress,
                             void *progress_data, CPLHTTPFetchWriteFunc write, void *write_data,
                             void *data) {
    (void)url, (void)options, (void)progress, (void)progress_data;
    (void)write, (void)write_data, (void)data;
    CPLHTTPResult *result = CPLCalloc(1, sizeof *result);
    result->nStatus = 1;
    result->pszErrBuf = CPLStrdup("the network is not used");
    return result;
}

void sk_ogr_prepare(void) {
    if (GDALGetDriverByName(drivers_let_in[0]) == NULL) GDALAllRegister();
    for (int i = GDALGetDriverCount() - 1; i >= 0; i--) {
        GDALDriverH driver = GDALGetDriver(i);
        if (is_let_in(driver)) continue;
        GDALDeregisterDriver(driver);
        GDALDestroyDriver(driver);
    }
    CPLHTTPSetFetchCallback(refuse, NULL);
    CPLSetConfigOption("CPL_VSIL_CURL_ALLOWED_FILENAME", "none");
    CPLSetConfigOption("SPATIALITE_LOAD", "NO"); /* whose functions no file may call */
    OSRSetPROJEnableNetwork(FALSE);
}

static void report(const sk_ogr_file *file, sk_diag *diag, const char *remedy, const char *what) {
    sk_diag_error(diag, (sk_place){.file = file->shown}, remedy, "%s", what);
}

/* Anything that GDAL takes for more than a path is none: a URL, a connection, a virtual file. */
static bool is_local(const sk_ogr_file *file, sk_diag *diag) {
    struct stat status;
    if (stat(file->path, &status) != 0) {
        bool missing = errno == ENOENT || errno == ENOTDIR;
        report(file, diag, missing ? "put it there, or mend its name" : "make the file readable",
               missing ? "there is no such file" : strerror(errno));
        return false;
    }
    bool plain = S_ISREG(status.st_mode) || S_ISDIR(status.st_mode);
    if (plain && strncmp(file->path, "/vsi", 4) != 0) return true;
    report(file, diag, "give a file on the disk", "this is no file that can be read twice");
    return false;
}

/* Of a file within an archive nobody can see first what it holds. */
static const char *const archive_drivers[] = {"ESRI Shapefile", "OpenFileGDB", "GeoJSON",
                                              "FlatGeobuf", NULL};

static bool is_archive(const char *path) {
    const char *dot = strrchr(path, '.');
    return dot != NULL && strcasecmp(dot, ".zip") == 0;
}

/* A path that begins as one can't be taken for a name with a prefix, such as "PG:". */
static const char *plain_path(sk_arena *arena, const char *path) {
    const char *plain = path[0] == '/' ? path : sk_arena_printf(arena, "./%s", path);
    return is_archive(plain) ? sk_arena_printf(arena, "/vsizip/{%s}", plain) : plain;
}

/* The functions that a schema calls are only those of SQLite that do nothing but reckon. */
static const char wary[] = "trusted_schema=0";

GDALDatasetH sk_ogr_open(const sk_ogr_file *file, sk_diag *diag) {
    if (!is_local(file, diag) || !sk_gpkg_schema_is_plain(file->path, file->shown, diag))
        return NULL;
    sk_arena *scratch = sk_arena_create();
    const char *path = plain_path(scratch, file->path);
    CPLSetThreadLocalConfigOption("OGR_SQLITE_PRAGMA", wary);
    GDALDatasetH dataset =
        GDALOpenEx(path, GDAL_OF_VECTOR | GDAL_OF_READONLY,
                   is_archive(file->path) ? archive_drivers : file->drivers, file->options, NULL);
    CPLSetThreadLocalConfigOption("OGR_SQLITE_PRAGMA", NULL);
    sk_arena_free(scratch);
    return dataset;
}

bool sk_ogr_crs_is_plain(OGRSpatialReferenceH crs) {
    static const char *const as_wkt2[] = {"FORMAT=WKT2_2018", NULL};
    char *wkt = NULL;
    bool plain = OSRExportToWktEx(crs, &wkt, as_wkt2) == OGRERR_NONE && sk_crs_text_is_plain(wkt);
    CPLFree(wkt);
    return plain;
}

sk_status sk_ogr_check_crs_data(sk_diag *diag) {
    enum { WEB_MERCATOR = 3857 }; /* any that needs no more than the list */
    sk_gdal_listener silent = {0};
    OGRSpatialReferenceH crs = OSRNewSpatialReference(NULL);
    sk_gdal_listen(&silent);
    OGRErr failure = OSRImportFromEPSG(crs, WEB_MERCATOR);
    sk_gdal_listen_end();
    OSRRelease(crs);
    if (failure == OGRERR_NONE) return SK_OK;
    sk_diag_error(diag, (sk_place){.file = "proj.db"},
                  "install Debian's proj-data, and let PROJ_DATA name its folder or nothing",
                  "PROJ's list of coordinate systems can't be read");
    return SK_ERR_ENVIRONMENT;
}
