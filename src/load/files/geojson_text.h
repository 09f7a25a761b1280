/** The text of a GeoJSON file, looked over before OGR reads it: OGR takes a coordinate that is no
 *  number for none and drops the geometry in silence, and it knows no lines. */
#ifndef STREEKKAART_LOAD_FILES_GEOJSON_TEXT_H
#define STREEKKAART_LOAD_FILES_GEOJSON_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "streekkaart/diag.h"
#include "streekkaart/memory.h"

/** One feature of the file. */
typedef struct {
    const char *id; /* NULL when it has none */
    long line;
    bool faulty; /* what is wrong was reported: leave it out */
} sk_geojson_entry;

typedef struct {
    sk_geojson_entry *entries; /* the arena's, in the file's order */
    size_t count, faulty_count;
} sk_geojson_text;

/** Looks over all features, reporting each fault at its line. False when it is no FeatureCollection
 *  at all, which is reported too. */
bool sk_geojson_text_read(const char *bytes, size_t length, const char *file, sk_diag *diag,
                          sk_arena *arena, sk_geojson_text *out);

#endif
