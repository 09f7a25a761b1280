/** The texts in a GeoPackage, which GDAL hands on as they are in C: up to a NUL. */
#ifndef STREEKKAART_LOAD_FILES_GPKG_TEXT_H
#define STREEKKAART_LOAD_FILES_GPKG_TEXT_H

#include <sqlite3.h>
#include <stdbool.h>

#include "streekkaart/diag.h"

/** False, reported for each column, where a text holds a NUL: the rest of it would be lost. `base`
 *  has been found to hold nothing but plain tables. */
bool sk_gpkg_text_is_whole(sqlite3 *base, const char *shown, sk_diag *diag);

#endif
