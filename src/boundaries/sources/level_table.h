/** Which polygon lies in which region of each larger level, and what the regions are called. */
#ifndef STREEKKAART_BOUNDARIES_SOURCES_LEVEL_TABLE_H
#define STREEKKAART_BOUNDARIES_SOURCES_LEVEL_TABLE_H

#include "boundaries/sources/polygon_source.h"

typedef struct {
    const char *slug, *name;
    const sk_translation *names;
    const char *parents[SK_REGION_LEVELS_MAX]; /* slugs, of the larger levels */
} sk_level_region;

/** The regions of a level. */
typedef struct {
    sk_level_region *regions;
    size_t count;
    uint32_t *of; /* for each polygon an index, or SK_NO_FACE where it lies in none */
} sk_level_table;

/** A merger of which neither code is in the source, nor in a table, is a mistake. */
SK_CHECKED sk_status sk_mergers_check(const sk_boundary_build *build, const sk_merger_list *mergers,
                                      const sk_polygon_list *polygons, sk_diag *diag);

/** Fills tables[] for each level above the smallest and for SK_REGION_NEIGHBOUR. A region lies in
 *  one of each larger level. All is the arena's. */
SK_CHECKED sk_status sk_level_tables_read(const sk_boundary_build *build,
                                          const sk_merger_list *mergers,
                                          const sk_polygon_list *polygons, sk_arena *arena,
                                          sk_diag *diag,
                                          sk_level_table tables[SK_REGION_LEVEL_COUNT]);

/** The column that has names in the language: "name_pt_br" for "pt-BR"; the arena's. */
const char *sk_name_column(const char *language, sk_arena *arena);

#endif
