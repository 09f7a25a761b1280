/** Coordinate systems as project.json and styles name them: "EPSG:3035". */
#ifndef STREEKKAART_LOAD_SETTINGS_CRS_CODE_H
#define STREEKKAART_LOAD_SETTINGS_CRS_CODE_H

#include <stdbool.h>

/** Why a map can't be drawn in it. */
typedef enum { SK_CRS_GOOD, SK_CRS_UNKNOWN, SK_CRS_NOT_IN_METRES } sk_crs_fault;

/** SK_CRS_UNKNOWN also for what is no code of an authority: a file, an address, a definition. */
sk_crs_fault sk_crs_code_check(const char *code);

/** What is wrong, and what to do. */
const char *sk_crs_fault_text(sk_crs_fault fault);
const char *sk_crs_fault_remedy(void);

#endif
