#include "load/files/geojson_check.h"

#include <math.h>
#include <string.h>

#include "load/files/json_text.h"

static const char coordinate_remedy[] =
    "write a position as [longitude, latitude], two numbers in degrees";

/** How many arrays deep the positions of a geometry lie, and how many of them make a run. */
typedef struct {
    const char *type;
    int depth;
    int least_positions;
} geometry_form;

static const geometry_form forms[] = {
    {"Point", 0, 1},           {"MultiPoint", 1, 1}, {"LineString", 1, 2},
    {"MultiLineString", 2, 2}, {"Polygon", 2, 4},    {"MultiPolygon", 3, 4},
};

/** What a fault in one feature is reported with. */
typedef struct {
    const char *file, *id;
    sk_diag *diag;
} feature_context;

static sk_place place_at(const feature_context *context, const cJSON *item) {
    return (sk_place){context->file, sk_json_line(item), context->id};
}

static const cJSON *member(const cJSON *object, const char *name) {
    return cJSON_GetObjectItemCaseSensitive(object, name);
}

static bool position_is_sound(const feature_context *context, const cJSON *position) {
    const char *what = NULL;
    if (!cJSON_IsArray(position)) {
        what = "a position is not an array of numbers";
    } else if (cJSON_GetArraySize(position) < 2) {
        what = "a position has fewer than two numbers";
    } else {
        for (const cJSON *number = position->child; number != NULL; number = number->next)
            if (!cJSON_IsNumber(number) || !isfinite(number->valuedouble))
                what = "a coordinate is not a number";
    }
    if (what == NULL) return true;
    sk_diag_error(context->diag, place_at(context, position), coordinate_remedy, "%s", what);
    return false;
}

/* Recursion ends at the depth of the geometry's form, three at most. */
static bool positions_are_sound(const feature_context *context, const cJSON *array, int depth,
                                int least) {
    if (depth == 0) return position_is_sound(context, array);
    if (!cJSON_IsArray(array)) {
        sk_diag_error(context->diag, place_at(context, array), coordinate_remedy,
                      "the coordinates lie less deep than the geometry's type wants");
        return false;
    }
    for (const cJSON *child = array->child; child != NULL; child = child->next)
        if (!positions_are_sound(context, child, depth - 1, least)) return false;
    int size = cJSON_GetArraySize(array);
    if (depth > 1 || size == 0 || size >= least) return true;
    sk_diag_error(context->diag, place_at(context, array),
                  "a line needs two positions, a ring four, of which the last repeats the first",
                  "a line or ring has too few positions: %d", size);
    return false;
}

static bool geometry_is_sound(const feature_context *context, const cJSON *geometry) {
    if (geometry == NULL || cJSON_IsNull(geometry)) return true;
    const cJSON *type = member(geometry, "type");
    const cJSON *coordinates = member(geometry, "coordinates");
    const char *name = cJSON_GetStringValue(type);
    for (size_t i = 0; name != NULL && i < sizeof forms / sizeof forms[0]; i++) {
        if (strcmp(name, forms[i].type) != 0) continue;
        if (coordinates != NULL)
            return positions_are_sound(context, coordinates, forms[i].depth,
                                       forms[i].least_positions);
        sk_diag_error(context->diag, place_at(context, geometry), coordinate_remedy,
                      "the geometry has no coordinates");
        return false;
    }
    sk_diag_error(context->diag, place_at(context, geometry),
                  "use Point, LineString, Polygon or their Multi forms", "a geometry of type %s",
                  name == NULL ? "null" : name);
    return false;
}

int sk_geojson_depth(const char *type) {
    for (size_t i = 0; type != NULL && i < sizeof forms / sizeof forms[0]; i++)
        if (strcmp(type, forms[i].type) == 0) return forms[i].depth;
    return -1;
}

/* Two properties of one name: a program would take either. */
static bool properties_are_sound(const feature_context *context, const cJSON *properties) {
    enum { PROPERTIES_MAX = 1000 };
    int count = 0;
    for (const cJSON *item = properties->child; item != NULL; item = item->next) {
        const char *what = NULL;
        if (++count > PROPERTIES_MAX) what = "a feature has more than a thousand properties";
        for (const cJSON *other = properties->child; what == NULL && other != item;
             other = other->next)
            if (strcmp(other->string, item->string) == 0) what = "the property is given twice";
        if (what == NULL) continue;
        sk_diag_error(context->diag, place_at(context, item), "take one of the two out",
                      "%s: %.100s", what, item->string);
        return false;
    }
    return true;
}

bool sk_geojson_feature_is_sound(const cJSON *feature, const char *file, const char *id,
                                 sk_diag *diag) {
    const feature_context context = {file, id, diag};
    const char *type = cJSON_GetStringValue(member(feature, "type"));
    const cJSON *properties = member(feature, "properties");
    if (type != NULL && strcmp(type, "Feature") == 0 && cJSON_IsObject(properties))
        return properties_are_sound(&context, properties) &&
               geometry_is_sound(&context, member(feature, "geometry"));
    sk_diag_error(diag, place_at(&context, feature),
                  "write {\"type\": \"Feature\", \"properties\": {...}, \"geometry\": ...}",
                  "this is not a GeoJSON feature");
    return false;
}

const cJSON *sk_geojson_features(const cJSON *root, const char *file, sk_diag *diag) {
    const char *type = cJSON_GetStringValue(member(root, "type"));
    const cJSON *features = member(root, "features");
    if (type != NULL && strcmp(type, "FeatureCollection") == 0 && cJSON_IsArray(features))
        return features;
    sk_diag_error(diag, (sk_place){.file = file, .line = sk_json_line(root)},
                  "write {\"type\": \"FeatureCollection\", \"features\": [...]}",
                  "this is not a GeoJSON FeatureCollection");
    return NULL;
}
