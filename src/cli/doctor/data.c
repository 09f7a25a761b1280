#include <cpl_conv.h>
#include <gdal.h>
#include <proj.h>

#include "cli/doctor/checkup.h"
#include "load/files/ogr_file.h"
#include "streekkaart/hyphenator.h"

static const char group[] = "data";

/* "/usr/share/proj/proj.db", as the library finds it. */
static const char *coordinate_systems(sk_checkup *checkup) {
    if (sk_ogr_check_crs_data(checkup->diag) != SK_OK) return NULL;
    PJ_CONTEXT *context = proj_context_create();
    proj_context_set_enable_network(context, 0);
    const char *path = proj_context_get_database_path(context);
    const char *epsg = proj_context_get_database_metadata(context, "EPSG.VERSION");
    const char *text = sk_arena_printf(checkup->arena, "%s (EPSG %s)", path == NULL ? "-" : path,
                                       epsg == NULL ? "-" : epsg);
    proj_context_destroy(context);
    return text;
}

static void add_formats(sk_checkup *checkup) {
    static const char *const drivers[] = {"GPKG",       "GeoJSON", "ESRI Shapefile",
                                          "FlatGeobuf", "XLSX",    "ODS"};
    const char *all = "";
    for (size_t i = 0; i < sizeof drivers / sizeof *drivers; i++) {
        if (GDALGetDriverByName(drivers[i]) == NULL) {
            sk_diag_error(checkup->diag, (sk_place){.file = "GDAL"},
                          "install Debian's libgdal, or build GDAL with it",
                          "it lacks the format %s", drivers[i]);
            continue;
        }
        all =
            sk_arena_printf(checkup->arena, "%s%s%s", all, all[0] == '\0' ? "" : ", ", drivers[i]);
    }
    sk_checkup_add(checkup, group, "formats of GDAL", all);
}

/* Where GDAL keeps tables of its own; what projects hold is read without. */
static const char *gdal_folder(sk_arena *arena) {
    const char *found = CPLFindFile("gdal", "gdalvrt.xsd");
    return found == NULL ? "none" : sk_arena_string(arena, CPLGetPath(found));
}

void sk_checkup_data(sk_checkup *checkup) {
    sk_ogr_prepare();
    sk_checkup_add(checkup, group, "coordinate systems", coordinate_systems(checkup));
    sk_checkup_add(checkup, group, "data of GDAL", gdal_folder(checkup->arena));
    add_formats(checkup);
    sk_hyphenator *hyphenator = NULL;
    sk_status status = sk_hyphenator_create(checkup->diag, &hyphenator);
    sk_checkup_add(checkup, group, "hyphenation", status == SK_OK ? sk_hyphenator_file() : NULL);
    sk_hyphenator_free(hyphenator);
}
