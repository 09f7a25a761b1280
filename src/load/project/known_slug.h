/** Slugs that must be known: a province, a sector. An unknown one is reported with the nearest. */
#ifndef STREEKKAART_LOAD_PROJECT_KNOWN_SLUG_H
#define STREEKKAART_LOAD_PROJECT_KNOWN_SLUG_H

#include "load/tables/field.h"
#include "streekkaart/project.h"

/** The column's province or sector in *out, NULL where the cell is empty. Anything is known as long
 *  as the project has no list to hold it against. */
bool sk_known_province(const sk_record *record, const sk_project *project, const char *column,
                       const char **out);
bool sk_known_sector(const sk_record *record, const sk_project *project, const char *column,
                     const char **out);

/** The same for a sector that is the file's name. */
bool sk_known_sector_file(const sk_load *load, const sk_project *project, const char *file,
                          const char *slug);

#endif
