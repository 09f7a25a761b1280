#include "load/files/crs_data.h"

#include <ogr_srs_api.h>

#include "load/files/gdal_listener.h"

sk_status sk_crs_data_check(sk_diag *diag) {
    enum { LAMBERT_72 = 31370 };
    sk_gdal_listener silent = {0};
    OGRSpatialReferenceH crs = OSRNewSpatialReference(NULL);
    sk_gdal_listen(&silent);
    OGRErr failure = OSRImportFromEPSG(crs, LAMBERT_72);
    sk_gdal_listen_end();
    OSRRelease(crs);
    if (failure == OGRERR_NONE) return SK_OK;
    sk_diag_error(diag, (sk_place){.file = "proj.db"},
                  "install Debian's proj-data, and let PROJ_DATA name its folder or nothing",
                  "PROJ's list of coordinate systems can't be read");
    return SK_ERR_ENVIRONMENT;
}
