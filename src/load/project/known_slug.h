/** Slugs that must be known: a region that maps are about, a sector. An unknown one is reported
 * with the nearest. */
#ifndef STREEKKAART_LOAD_PROJECT_KNOWN_SLUG_H
#define STREEKKAART_LOAD_PROJECT_KNOWN_SLUG_H

#include "load/tables/field.h"
#include "streekkaart/project.h"

/** The slug in the column that is named after the level of homes; NULL where the cell is empty.
 *  Anything is known as long as the project has no list to hold it against. */
bool sk_known_home_or_none(const sk_record *record, const sk_project *project, const char **out);
/** The same, where an empty cell is a fault. */
bool sk_known_home(const sk_record *record, const sk_project *project, const char **out);
/** Likewise a sector in `column`. */
bool sk_known_sector(const sk_record *record, const sk_project *project, const char *column,
                     const char **out);

/** All slugs in the cell that is named after the level of homes, a list; none where it is empty.
 * One that stands there twice is a fault. */
bool sk_known_homes(const sk_record *record, const sk_project *project, sk_string_list *out);
/** Likewise the sectors in the cell `sector`. */
bool sk_known_sectors(const sk_record *record, const sk_project *project, sk_string_list *out);

/** The same for a sector that is the file's name. */
bool sk_known_sector_file(const sk_load *load, const sk_project *project, const char *file,
                          const char *slug);

#endif
