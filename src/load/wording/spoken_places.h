/** What towns are called in a language, whichever table says it: a town of the base map, a place
 * that links lead to and a region of the smallest level are one thing where they have one name. */
#ifndef STREEKKAART_LOAD_WORDING_SPOKEN_PLACES_H
#define STREEKKAART_LOAD_WORDING_SPOKEN_PLACES_H

#include "streekkaart/project.h"

typedef struct sk_spoken_places sk_spoken_places;

/** Of a project that has not been put into another language; in `arena`. */
sk_spoken_places *sk_spoken_places_gather(const sk_project *project, const char *language,
                                          sk_arena *arena);

/** What is called `name` in the catalogue: by its own translations, else as the town of that name.
 *  `name` itself where neither is in the language. */
const char *sk_spoken_places_say(const sk_spoken_places *towns, const sk_translation *own,
                                 const char *name);

#endif
