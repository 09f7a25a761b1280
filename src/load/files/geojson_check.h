/** The form of GeoJSON: what a FeatureCollection, a Feature and a geometry must be, with the line
 *  of what is not. */
#ifndef STREEKKAART_LOAD_FILES_GEOJSON_CHECK_H
#define STREEKKAART_LOAD_FILES_GEOJSON_CHECK_H

#include <cjson/cJSON.h>
#include <stdbool.h>

#include "streekkaart/diag.h"

/** The array of features; NULL when `root` is no FeatureCollection, which is reported. */
const cJSON *sk_geojson_features(const cJSON *root, const char *file, sk_diag *diag);

/** False when it is no feature, or its geometry is faulty, which is reported: `id` is the
 * feature's, or NULL. */
bool sk_geojson_feature_is_sound(const cJSON *feature, const char *file, const char *id,
                                 sk_diag *diag);

/** How many arrays deep the positions of a geometry of that type lie; -1: it is none. */
int sk_geojson_depth(const char *type);

#endif
