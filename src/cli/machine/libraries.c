#include <cJSON.h>
#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <gdal.h>
#include <geos_c.h>
#include <hb.h>
#include <lcms2.h>
#include <libdeflate.h>
#include <libxml/parser.h>
#include <pango/pango.h>
#include <png.h>
#include <proj.h>
#include <qpdf/qpdf-c.h>
#include <sqlite3.h>
#include <string.h>
#include <xxhash.h>

#include "cli/machine/machine.h"

static const char *fontconfig_version(sk_arena *arena) {
    int version = FcGetVersion(); /* 21401 */
    return sk_arena_printf(arena, "%d.%d.%d", version / 10000, version / 100 % 100, version % 100);
}

static const char *lcms_version(sk_arena *arena) {
    int version = cmsGetEncodedCMMversion(); /* 2140 */
    return sk_arena_printf(arena, "%d.%d", version / 1000, version % 1000 / 10);
}

static const char *xxhash_version(sk_arena *arena) {
    unsigned version = XXH_versionNumber(); /* 801 */
    return sk_arena_printf(arena, "%u.%u.%u", version / 10000, version / 100 % 100, version % 100);
}

/* As the libraries tell it that are loaded, not the headers that the program was built with;
 * libdeflate and libxml2 have theirs in the headers alone, and libhyphen has none. */
const sk_library *sk_machine_libraries(sk_arena *arena) {
    const sk_library all[] = {{"GDAL", GDALVersionInfo("RELEASE_NAME")},
                              {"PROJ", proj_info().version},
                              {"GEOS", GEOSversion()},
                              {"Cairo", cairo_version_string()},
                              {"Pango", pango_version_string()},
                              {"HarfBuzz", hb_version_string()},
                              {"Fontconfig", fontconfig_version(arena)},
                              {"qpdf", qpdf_get_qpdf_version()},
                              {"Little CMS", lcms_version(arena)},
                              {"libpng", png_get_libpng_ver(NULL)},
                              {"libxml2", LIBXML_DOTTED_VERSION},
                              {"SQLite", sqlite3_libversion()},
                              {"cJSON", cJSON_Version()},
                              {"libdeflate", LIBDEFLATE_VERSION_STRING},
                              {"xxHash", xxhash_version(arena)},
                              {NULL, NULL}};
    sk_library *copy = SK_NEW_ARRAY(arena, sk_library, sizeof all / sizeof *all);
    memcpy(copy, all, sizeof all);
    for (sk_library *l = copy; l->name != NULL; l++)
        l->version = sk_arena_string(arena, l->version);
    return copy;
}
