/** What the description of a coordinate system may ask for. */
#ifndef STREEKKAART_LOAD_FILES_CRS_TEXT_H
#define STREEKKAART_LOAD_FILES_CRS_TEXT_H

#include <stdbool.h>

/** False where `text`, a CRS in any of PROJ's forms, names files: grids, models, initial values. */
bool sk_crs_text_is_plain(const char *text);

#endif
