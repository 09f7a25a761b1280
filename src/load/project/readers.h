/** What makes a project of tables: each reader fills its part, reporting what is wrong with single
 *  rows and leaving those out. A reader may use the parts that those above it have filled. */
#ifndef STREEKKAART_LOAD_PROJECT_READERS_H
#define STREEKKAART_LOAD_PROJECT_READERS_H

#include "load/tables/folder.h"
#include "streekkaart/project.h"

#define SK_BOUNDARY_FILE "boundaries/regions.gpkg"

/** SK_BOUNDARY_FILE. False when the map can't do without what is missing. */
bool sk_boundary_set_read(const sk_load *load, sk_project *project);

/** layers/sectors, figures, presence, places, context; a missing one is reported, and leaves its
 * part NULL. */
void sk_sectors_read(const sk_load *load, const sk_folder *layers, sk_project *project);
void sk_figures_read(const sk_load *load, const sk_folder *layers, sk_project *project);
void sk_presence_read(const sk_load *load, const sk_folder *layers, sk_project *project);
void sk_places_read(const sk_load *load, const sk_folder *layers, sk_project *project);
void sk_context_read(const sk_load *load, const sk_folder *layers, sk_project *project);

/** All other tables in layers/: a sector each, or `features` of all of them. */
void sk_catalogue_read(const sk_load *load, const sk_folder *layers, sk_project *project);

/** Reports references that lead nowhere and takes them out; a feature or an actor that is nothing
 *  without them goes too. */
void sk_references_resolve(const sk_load *load, sk_project *project);

#endif
