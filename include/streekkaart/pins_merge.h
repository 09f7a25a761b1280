/** Adds pins to layers/pins.json, and takes them out. */
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

/** Pins to take out. */
typedef struct {
    const char *drawing; /* "13", or "13-sheet" */
    const char *const *ids;
    size_t count; /* 0: all that the drawing has */
} sk_pin_choice;

/** The text with those pins taken out; *removed is how many. SK_ERR_DATA: there is no such pin, or
 * the file can't be used, which `diag` explains; *bytes is NULL. */
SK_CHECKED sk_status sk_pins_remove(const char *directory, const sk_pin_choice *choice,
                                    sk_diag *diag, char **bytes, size_t *length, size_t *removed);

#endif
