/** The files of a small project to begin with: all but its boundaries, for any levels of regions.
 */
#ifndef STREEKKAART_STARTER_H
#define STREEKKAART_STARTER_H

#include "streekkaart/diag.h"
#include "streekkaart/memory.h"
#include "streekkaart/project_settings.h"
#include "streekkaart/status.h"

/** What a new project is about. */
typedef struct {
    const char *folder;      /* to write into */
    const char *templates;   /* the installed folder of words.csv, README.md and house.json */
    const char *study;       /* the installed project whose styles and languages are copied */
    const char *area_name;   /* "North Carolina" */
    const char *crs;         /* of the maps: "EPSG:32119" */
    const char *language;    /* a column of words.csv */
    const char *source_line; /* under each figure; NULL: one that says "replace me" */
    const char *context;     /* a base map to copy; NULL: none, the file is empty */
    const char *build;       /* the command that makes the boundaries, for its README */
    sk_string_list levels;   /* slugs, from small to large */
    sk_region_level home;    /* whose regions have maps */
} sk_starter;

/** Writes project.json. SK_ERR_DATA: `diag` says what is wrong with the templates. */
SK_CHECKED sk_status sk_starter_write_settings(const sk_starter *starter, sk_diag *diag);

/** Writes styles, languages, README.md and layers/: two sectors with points, zones and links that
 *  lie in the regions of boundaries/regions.gpkg, which must be there. */
SK_CHECKED sk_status sk_starter_write_rest(const sk_starter *starter, sk_diag *diag);

#endif
