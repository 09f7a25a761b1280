/** layers/pins.json, which a project may do without: places of markers and names that a hand fixed.
 */
#ifndef STREEKKAART_LOAD_PROJECT_PINS_H
#define STREEKKAART_LOAD_PROJECT_PINS_H

#include "load/tables/load.h"
#include "streekkaart/project.h"

#define SK_PINS_FILE "layers/pins.json"
/* Behind a figure's number: the pins are those of its annex sheet. */
#define SK_PINS_OF_SHEET "-sheet"
enum { SK_PINS_BYTES_MAX = 4 << 20 };

/** Fills project->pins; needs the figures, the features, the regions and the towns. A pin with a
 *  fault is reported and left out. */
void sk_pins_read(const sk_load *load, sk_project *project);

/** Reads the pins from `length` bytes, which need no NUL and may hold one. */
void sk_pins_parse(const sk_load *load, const char *bytes, size_t length, sk_project *project);

#endif
