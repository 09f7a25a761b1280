/** Slugs of regions, and of other things that have a name. */
#ifndef STREEKKAART_BOUNDARIES_SOURCES_SLUG_H
#define STREEKKAART_BOUNDARIES_SOURCES_SLUG_H

#include "streekkaart/memory.h"

/** The name in small letters of ASCII, digits and hyphens: "Liège" as "liege". What GLib has no
 *  such letters for stands there by its number: U+5317 as "u5317". The arena's; "" where the name
 *  holds no letter and no digit. */
const char *sk_slug_of(const char *name, sk_arena *arena);

#endif
