/** Adds pins to layers/pins.json. */
#ifndef STREEKKAART_PINS_MERGE_H
#define STREEKKAART_PINS_MERGE_H

#include "streekkaart/diag.h"
#include "streekkaart/project.h"
#include "streekkaart/status.h"

/** The text of the project's layers/pins.json with `pins` put into it, each in the place of one of
 *  the same id on the same drawing; whatever else the file holds stays. Nothing is written.
 *  SK_OK: *bytes is heap memory, the caller's to free(). SK_ERR_DATA: the file that is there cannot
 *  be added to, which `diag` explains; *bytes is NULL. */
SK_CHECKED sk_status sk_pins_merge(const char *directory, const sk_pin *pins, size_t count,
                                   sk_diag *diag, char **bytes, size_t *length);

#endif
