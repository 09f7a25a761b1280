/** What a GeoPackage holds besides rows. */
#ifndef STREEKKAART_LOAD_FILES_GPKG_SCHEMA_H
#define STREEKKAART_LOAD_FILES_GPKG_SCHEMA_H

#include <stdbool.h>

#include "streekkaart/diag.h"

/** False for a GeoPackage without layers, with a NUL in its texts, without a number in a cell for
 * one, with views or with virtual tables other than spatial indexes: queries, which may never end,
 * and other files' contents; and for one that can't be looked at; `diag` says so. True for any file
 * that is no GeoPackage. */
bool sk_gpkg_schema_is_plain(const char *path, const char *shown, sk_diag *diag);

#endif
