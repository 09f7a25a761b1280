/** The example features of one map: three points, three zones, three links. */
#ifndef STREEKKAART_STARTER_STARTER_MAP_H
#define STREEKKAART_STARTER_STARTER_MAP_H

#include "starter/starter_file.h"
#include "starter/starter_words.h"
#include "streekkaart/project.h"

/** What the maps are made of. */
typedef struct {
    const sk_starter *starter;
    const sk_starter_words *words;
    const sk_project *project; /* its regions only */
    sk_diag *diag;
} sk_starter_work;

/** A word of a sector, as in "2.name"; never NULL. */
const char *sk_starter_sector_word(const sk_starter_work *work, int sector, const char *which);
/** The slug of a sector, which names its file; the arena's. */
const char *sk_starter_sector_slug(const sk_starter_work *work, int sector);

/** Writes layers/SECTOR.csv for the map of `home`; a link leads to `other`, unless that is NULL. */
SK_CHECKED sk_status sk_starter_map_write(const sk_starter_work *work, int sector,
                                          const sk_region *home, const sk_region *other);

#endif
