#include <math.h>
#include <ogr_api.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/text_index.h"
#include "base/number.h"
#include "load/files/cell_text.h"
#include "load/files/gdal_listener.h"
#include "load/files/geojson_check.h"
#include "load/files/json_text.h"
#include "load/tables/ground.h"
#include "load/tables/table_formats.h"

enum { COLUMNS_MAX = 1000 };

/** A file that is being read. */
typedef struct {
    const sk_load *load;
    sk_table *table;
    sk_text_index *columns; /* of each name its column, from 1 */
    sk_ground *ground;
} geojson_reader;

static const cJSON *member(const cJSON *object, const char *name) {
    return cJSON_GetObjectItemCaseSensitive(object, name);
}

/* The names of systems, not files or addresses, which OGR would open. */
static bool is_crs_name(const char *name) {
    static const char *const beginnings[] = {"EPSG:", "urn:ogc:def:crs:", "OGC:CRS84", "CRS84"};
    static const char letters[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:.-_";
    if (name[strspn(name, letters)] != '\0') return false;
    for (size_t i = 0; i < sizeof beginnings / sizeof beginnings[0]; i++)
        if (strncmp(name, beginnings[i], strlen(beginnings[i])) == 0) return true;
    return false;
}

/* NULL, reported, when the file's coordinate system is not known. */
static sk_ground *ground_of(const sk_load *load, const cJSON *root, const char *file) {
    const cJSON *crs = member(root, "crs");
    sk_place place = {.file = file};
    if (crs == NULL || cJSON_IsNull(crs)) return sk_ground_create(load, place, NULL);
    place.line = sk_json_line(crs);
    place.feature = "crs";
    const char *name = cJSON_GetStringValue(member(member(crs, "properties"), "name"));
    sk_gdal_listener silent = {NULL, {0}};
    sk_gdal_listen(&silent);
    OGRSpatialReferenceH reference = OSRNewSpatialReference(NULL);
    if (name == NULL || !is_crs_name(name) || OSRSetFromUserInput(reference, name) != OGRERR_NONE) {
        OSRRelease(reference);
        reference = OSRNewSpatialReference(NULL); /* known to nobody, which is reported */
    }
    sk_ground *ground = sk_ground_create(load, place, reference);
    OSRRelease(reference);
    sk_gdal_listen_end();
    return ground;
}

static void set_point(OGRGeometryH run, int i, const cJSON *position) {
    OGR_G_SetPoint_2D(run, i, position->child->valuedouble, position->child->next->valuedouble);
}

static bool same_position(const cJSON *a, const cJSON *b) {
    return a->child->valuedouble == b->child->valuedouble &&
           a->child->next->valuedouble == b->child->next->valuedouble;
}

/* A ring that the file leaves open is closed. Room is made once: OGR's own way to add a point moves
 * all that are there. */
static void set_points(OGRGeometryH run, const cJSON *positions, bool ring) {
    const cJSON *first = positions->child, *last = NULL;
    int count = 0;
    for (const cJSON *p = first; p != NULL; last = p, p = p->next) count++;
    bool open = ring && last != NULL && !same_position(first, last);
    OGR_G_SetPointCount(run, count + open);
    int i = 0;
    for (const cJSON *p = first; p != NULL; p = p->next) set_point(run, i++, p);
    if (open) set_point(run, i, first);
}

/* The geometry of positions that have been found sound. Recursion ends three calls down. */
static OGRGeometryH make_geometry(OGRwkbGeometryType type, const cJSON *coordinates) {
    static const struct {
        OGRwkbGeometryType whole, part;
    } parts[] = {{wkbMultiPoint, wkbPoint},
                 {wkbMultiLineString, wkbLineString},
                 {wkbMultiPolygon, wkbPolygon},
                 {wkbPolygon, wkbLinearRing}};
    OGRGeometryH geometry = OGR_G_CreateGeometry(type);
    if (type == wkbPoint) {
        set_point(geometry, 0, coordinates);
        return geometry;
    }
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        if (parts[i].whole != type) continue;
        for (const cJSON *part = coordinates->child; part != NULL; part = part->next)
            OGR_G_AddGeometryDirectly(geometry, make_geometry(parts[i].part, part));
        return geometry;
    }
    set_points(geometry, coordinates, type == wkbLinearRing);
    return geometry;
}

static OGRwkbGeometryType type_of(const char *name) {
    static const struct {
        const char *name;
        OGRwkbGeometryType type;
    } types[] = {{"Point", wkbPoint},           {"MultiPoint", wkbMultiPoint},
                 {"LineString", wkbLineString}, {"MultiLineString", wkbMultiLineString},
                 {"Polygon", wkbPolygon},       {"MultiPolygon", wkbMultiPolygon}};
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        if (strcmp(types[i].name, name) == 0) return types[i].type;
    return wkbUnknown;
}

static bool read_shape(const geojson_reader *r, const cJSON *item, sk_table_row *row) {
    if (item == NULL || cJSON_IsNull(item)) return true;
    OGRwkbGeometryType type = type_of(cJSON_GetStringValue(member(item, "type")));
    OGRGeometryH geometry = make_geometry(type, member(item, "coordinates"));
    if (r->load->keeps_wkt) row->wkt = sk_ground_wkt(r->load, r->ground, geometry);
    bool sound = sk_ground_shape(r->load, r->ground, row->origin, geometry, &row->shape);
    OGR_G_DestroyGeometry(geometry);
    return sound;
}

/* A number as its text, as it would stand in a table. */
static const char *number_text(sk_arena *arena, const cJSON *item, sk_cell_kind *kind) {
    const double vast = 9007199254740992; /* 2^53: beyond it, JSON's readers disagree */
    char text[SK_NUMBER_ROOM];
    if (fabs(item->valuedouble) >= vast) *kind = SK_CELL_VAST;
    if (sk_number_print_plain(item->valuedouble, text)) return sk_arena_string(arena, text);
    return sk_arena_printf(arena, "%.15g", item->valuedouble);
}

/* JSON's types are not turned into each other: what is no text says so. */
static const char *cell_of(sk_arena *arena, const cJSON *item, sk_cell_kind *kind) {
    *kind = SK_CELL_TEXT;
    if (cJSON_IsNull(item)) return NULL;
    if (cJSON_IsString(item))
        return sk_cell_text(arena, item->valuestring, strlen(item->valuestring));
    if (cJSON_IsNumber(item)) return number_text(arena, item, kind);
    *kind = cJSON_IsBool(item)    ? SK_CELL_TRUTH
            : cJSON_IsArray(item) ? SK_CELL_LIST
                                  : SK_CELL_OBJECT;
    char *printed = cJSON_PrintUnformatted(item);
    const char *text = sk_arena_string(arena, printed == NULL ? "" : printed);
    cJSON_free(printed);
    return text;
}

static const char *id_of(sk_arena *arena, const cJSON *feature) {
    sk_cell_kind kind;
    const cJSON *id = member(member(feature, "properties"), "id");
    if (id == NULL || cJSON_IsNull(id)) id = member(feature, "id");
    return cJSON_IsString(id) || cJSON_IsNumber(id) ? cell_of(arena, id, &kind) : NULL;
}

static void add_column(geojson_reader *r, const char *name) {
    size_t count = sk_text_index_count(r->columns);
    if (count < COLUMNS_MAX && sk_text_index_find(r->columns, name) == NULL)
        *sk_text_index_number(r->columns, sk_arena_string(r->load->arena, name)) = count + 1;
    if (sk_text_index_count(r->columns) == count) return;
    r->table->columns[count] = sk_arena_string(r->load->arena, name);
    r->table->column_count = count + 1;
}

/* False when the features have more properties than can be a table. */
static bool find_columns(geojson_reader *r, const cJSON *features) {
    r->table->columns = SK_NEW_ARRAY(r->load->arena, const char *, COLUMNS_MAX);
    for (const cJSON *f = features->child; f != NULL; f = f->next) {
        const cJSON *properties = member(f, "properties");
        if (!cJSON_IsObject(properties)) continue;
        if (member(f, "id") != NULL) add_column(r, "id");
        for (const cJSON *p = properties->child; p != NULL; p = p->next) add_column(r, p->string);
    }
    if (r->table->column_count < COLUMNS_MAX) return true;
    sk_diag_error(r->load->diag, (sk_place){.file = r->table->file},
                  "give all features the same properties",
                  "the features have %d different properties or more", COLUMNS_MAX);
    return false;
}

static void read_cells(const geojson_reader *r, const cJSON *feature, sk_table_row *row) {
    sk_arena *arena = r->load->arena;
    row->cells = SK_NEW_ARRAY(arena, const char *, r->table->column_count);
    unsigned char *kinds = NULL;
    for (const cJSON *p = member(feature, "properties")->child; p != NULL; p = p->next) {
        size_t column = *sk_text_index_find(r->columns, p->string) - 1;
        sk_cell_kind kind;
        row->cells[column] = cell_of(arena, p, &kind);
        if (kind == SK_CELL_TEXT) continue;
        if (kinds == NULL) kinds = SK_NEW_ARRAY(arena, unsigned char, r->table->column_count);
        kinds[column] = (unsigned char)kind;
    }
    row->kinds = kinds;
    const size_t *id = sk_text_index_find(r->columns, "id");
    if (id != NULL && row->cells[*id - 1] == NULL) row->cells[*id - 1] = row->origin.feature;
}

static void read_features(geojson_reader *r, const cJSON *features) {
    sk_row_list rows = {0};
    for (const cJSON *f = features->child; f != NULL; f = f->next) {
        sk_table_row row = {0};
        row.origin = (sk_place){r->table->file, sk_json_line(f), id_of(r->load->arena, f)};
        if (!sk_geojson_feature_is_sound(f, r->table->file, row.origin.feature, r->load->diag))
            continue;
        read_cells(r, f, &row);
        if (read_shape(r, member(f, "geometry"), &row)) sk_row_list_add(&rows, row);
    }
    sk_row_list_finish(&rows, r->load->arena, r->table);
}

bool sk_table_geojson_parse(const sk_load *load, const char *bytes, size_t length, const char *file,
                            sk_table *out) {
    *out = (sk_table){.file = file, .name = sk_table_stem(load->arena, file)};
    cJSON *root = sk_json_parse(bytes, length, file, load->diag);
    if (root == NULL) return false;
    const cJSON *features = sk_geojson_features(root, file, load->diag);
    geojson_reader r = {.load = load, .table = out, .columns = sk_text_index_create(load->arena)};
    if (features != NULL) r.ground = ground_of(load, root, file);
    bool readable = r.ground != NULL && find_columns(&r, features);
    if (readable) read_features(&r, features);
    sk_ground_free(r.ground);
    cJSON_Delete(root);
    return readable;
}
