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

#include "cli/doctor/checkup.h"

static const char *fontconfig_version(sk_arena *arena) {
    int version = FcGetVersion(); /* 21401 */
    return sk_arena_printf(arena, "%d.%d.%d", version / 10000, version / 100 % 100, version % 100);
}

static const char *lcms_version(sk_arena *arena) {
    int version = cmsGetEncodedCMMversion(); /* 2140 */
    return sk_arena_printf(arena, "%d.%d", version / 1000, version % 1000 / 10);
}

/* As the libraries tell it that are loaded, not the headers that the program was built with;
 * libdeflate and libxml2 have theirs in the headers alone, and libhyphen has none. */
void sk_checkup_libraries(sk_checkup *checkup) {
    static const char group[] = "libraries";
    sk_checkup_add(checkup, group, "GDAL", GDALVersionInfo("RELEASE_NAME"));
    sk_checkup_add(checkup, group, "PROJ", proj_info().version);
    sk_checkup_add(checkup, group, "GEOS", GEOSversion());
    sk_checkup_add(checkup, group, "Cairo", cairo_version_string());
    sk_checkup_add(checkup, group, "Pango", pango_version_string());
    sk_checkup_add(checkup, group, "HarfBuzz", hb_version_string());
    sk_checkup_add(checkup, group, "Fontconfig", fontconfig_version(checkup->arena));
    sk_checkup_add(checkup, group, "qpdf", qpdf_get_qpdf_version());
    sk_checkup_add(checkup, group, "Little CMS", lcms_version(checkup->arena));
    sk_checkup_add(checkup, group, "libpng", png_get_libpng_ver(NULL));
    sk_checkup_add(checkup, group, "libxml2", LIBXML_DOTTED_VERSION);
    sk_checkup_add(checkup, group, "SQLite", sqlite3_libversion());
    sk_checkup_add(checkup, group, "cJSON", cJSON_Version());
    sk_checkup_add(checkup, group, "libdeflate", LIBDEFLATE_VERSION_STRING);
}
