/** What PROJ knows of coordinate systems stands in a database of its own, which may be missing. */
#ifndef STREEKKAART_LOAD_FILES_CRS_DATA_H
#define STREEKKAART_LOAD_FILES_CRS_DATA_H

#include "streekkaart/diag.h"
#include "streekkaart/status.h"

/** SK_ERR_ENVIRONMENT, reported, where the database can't be read: then no file can be, and none is
 *  at fault. */
SK_CHECKED sk_status sk_crs_data_check(sk_diag *diag);

#endif
