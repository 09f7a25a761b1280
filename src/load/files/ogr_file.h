/** OGR's way in: local files of a few formats, whatever the files themselves say.
 *
 *  Of GDAL's drivers only those stay that read or write what projects hold and boundaries come in:
 *  none for databases, services, or files that name other files. No request goes to the network. */
#ifndef STREEKKAART_LOAD_FILES_OGR_FILE_H
#define STREEKKAART_LOAD_FILES_OGR_FILE_H

#include <gdal.h>
#include <ogr_srs_api.h>
#include <stdbool.h>

#include "streekkaart/diag.h"

/** Makes GDAL ready, with the drivers that are let in. To be called before OGR or its coordinate
 *  systems are used, by the first thread; a second call changes nothing. */
void sk_ogr_prepare(void);

/** SK_ERR_ENVIRONMENT, reported, where PROJ's database of coordinate systems can't be read: then no
 *  file can be, and none is at fault. */
SK_CHECKED sk_status sk_ogr_check_crs_data(sk_diag *diag);

/** A file to read. */
typedef struct {
    const char *path;           /* of a file, of a folder, or of a .zip that holds one of them */
    const char *shown;          /* what messages call it */
    const char *const *drivers; /* that may read it, ending with NULL */
    const char *const *options; /* for the driver, ending with NULL; NULL: none */
} sk_ogr_file;

/** The dataset, the caller's to close with GDALClose(). NULL: `diag` has the reason where the path
 *  leads to no local file or the file holds what is not let in; where the format is not one of the
 *  drivers' or the file not whole, GDAL told its error handler. */
GDALDatasetH sk_ogr_open(const sk_ogr_file *file, sk_diag *diag);

/** False for a CRS that wants files of its own (grids, initial values): only what PROJ's database
 *  holds is used. */
bool sk_ogr_crs_is_plain(OGRSpatialReferenceH crs);

#endif
