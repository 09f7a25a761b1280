#include "load/settings/crs_code.h"

#include <math.h>
#include <ogr_srs_api.h>
#include <string.h>

#include "load/files/gdal_listener.h"

/* OSRSetFromUserInput() would open files and addresses too. */
static bool is_authority_code(const char *text) {
    size_t authority = strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    if (authority == 0 || text[authority] != ':') return false;
    const char *code = text + authority + 1;
    return *code != '\0' && code[strspn(code, "0123456789")] == '\0';
}

static sk_crs_fault fault_of(OGRSpatialReferenceH reference, const char *code) {
    if (OSRSetFromUserInput(reference, code) != OGRERR_NONE) return SK_CRS_UNKNOWN;
    bool in_metres =
        OSRIsProjected(reference) && fabs(OSRGetLinearUnits(reference, NULL) - 1) <= 1e-9;
    return in_metres ? SK_CRS_GOOD : SK_CRS_NOT_IN_METRES;
}

sk_crs_fault sk_crs_code_check(const char *code) {
    if (!is_authority_code(code)) return SK_CRS_UNKNOWN;
    sk_gdal_listener silent = {NULL, {0}};
    sk_gdal_listen(&silent);
    OGRSpatialReferenceH reference = OSRNewSpatialReference(NULL);
    sk_crs_fault fault = fault_of(reference, code);
    OSRDestroySpatialReference(reference);
    sk_gdal_listen_end();
    return fault;
}

const char *sk_crs_fault_text(sk_crs_fault fault) {
    return fault == SK_CRS_UNKNOWN ? "an unknown coordinate system"
                                   : "a coordinate system that is not projected in metres";
}

const char *sk_crs_fault_remedy(void) {
    return "write the code of a projected one in metres, such as \"EPSG:3035\" or \"EPSG:32631\"";
}
