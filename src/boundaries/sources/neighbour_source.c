#include "boundaries/sources/neighbour_source.h"

#include <cpl_error.h>
#include <string.h>
#include <strings.h>

#include "boundaries/mesh/open_strips.h"
#include "boundaries/sources/coast_burrs.h"
#include "boundaries/sources/meeting_points.h"
#include "boundaries/sources/ogr_source.h"
#include "boundaries/sources/slug.h"

void sk_around_begin(sk_around_list *list, const sk_project_settings *settings, sk_arena *arena) {
    size_t count = settings->surrounding_count;
    bool has_sea = false;
    *list = (sk_around_list){SK_NEW_ARRAY(arena, sk_around, count + 1), count, count + 1};
    for (size_t i = 0; i < count; i++) {
        const sk_surrounding *from = &settings->surroundings[i];
        list->items[i] = (sk_around){from->slug, from->name, from->is_sea, from->codes, {0}};
        has_sea = has_sea || from->is_sea;
    }
    if (!has_sea)
        list->items[list->count++] = (sk_around){.slug = "sea", .name = "Sea", .is_sea = true};
}

uint32_t sk_around_find(const sk_around_list *list, const char *slug) {
    uint32_t index = 0;
    while (index < list->count && strcmp(list->items[index].slug, slug) != 0) index++;
    return index;
}

uint32_t sk_around_add(sk_around_list *list, const char *slug, const char *name, sk_arena *arena) {
    uint32_t index = sk_around_find(list, slug);
    if (index < list->count) return index;
    if (list->count == list->capacity) {
        sk_around *wider = SK_NEW_ARRAY(arena, sk_around, 2 * list->capacity);
        for (size_t i = 0; i < list->count; i++) wider[i] = list->items[i];
        list->items = wider;
        list->capacity *= 2;
    }
    list->items[list->count++] = (sk_around){.slug = slug, .name = name};
    return index;
}

/* Natural Earth, geo-maps (OpenStreetMap), Eurostat's GISCO, and Natural Earth as TopoJSON. */
static const char *const known_columns[] = {"ADM0_A3", "ISO_A3", "A3",   "CNTR_ID", "CNTR_CODE",
                                            "ISO_A2",  "id",     "NAME", NULL};

static const char *const known_names[] = {"NAME",      "ADMIN",  "CNTR_NAME", "NAME_ENGL",
                                          "ADM0_A3",   "ISO_A3", "A3",        "CNTR_ID",
                                          "CNTR_CODE", "ISO_A2", "id",        NULL};

/* What is large and wide enough to be the rest of the country that the polygons lie in. */
static const double REST_AREA_MIN_M2 = 2e7, STRIP_WIDTH_MAX_M = 2000;

/* Water below this size is no sea but a fault where two sources meet. */
static const double SEA_AREA_MIN_M2 = 5e6;

/* What is narrower than this along a coast, in tolerances, would print as a burr: four tenths of a
 * millimetre. */
static const double BURR_WIDTH_TOLERANCES = 4;

typedef struct {
    const sk_ogr_source *source;
    sk_arena *arena;
    sk_around_list *around;
    OGRGeometryH window_there; /* the window in the CRS of the source, with room around */
    OGRGeometryH inside;       /* all polygons together, on the map */
    size_t countries;          /* how many of its features have land around them */
    OGRGeometryH free;         /* what nobody has taken yet, on the map */
    OGRGeometryH open;   /* a multipolygon: what its file gives to the polygons' own country */
    OGRGeometryH *taken; /* for each of the list a multipolygon */
    uint32_t own;        /* that country, in the list */
    bool has_own;
} cutter;

/* Makes room for the land of one more. */
static void keep_up(cutter *c, size_t before) {
    if (c->taken != NULL && c->around->count == before) return;
    OGRGeometryH *wider = SK_NEW_ARRAY(c->arena, OGRGeometryH, c->around->count);
    for (size_t i = 0; i < before; i++) wider[i] = c->taken[i];
    for (size_t i = before; i < c->around->count; i++)
        wider[i] = OGR_G_CreateGeometry(wkbMultiPolygon);
    c->taken = wider;
}

static bool is_called(const sk_around *what, const char *text) {
    for (size_t i = 0; i < what->codes.count; i++)
        if (strcasecmp(text, what->codes.items[i]) == 0) return true;
    return false;
}

/* Which of the list the feature is; new ones are named as in the file. */
static uint32_t country_of(cutter *c, OGRFeatureH feature) {
    const char *code = OGR_F_GetFieldAsString(feature, c->source->id_column);
    const char *name = OGR_F_GetFieldAsString(feature, c->source->name_column);
    for (uint32_t i = 0; i < c->around->count; i++)
        if (is_called(&c->around->items[i], code) || is_called(&c->around->items[i], name))
            return i;
    size_t before = c->around->count;
    uint32_t index = sk_around_add(c->around, sk_slug_of(name, c->arena),
                                   sk_arena_string(c->arena, name), c->arena);
    keep_up(c, before);
    return index;
}

static OGRGeometryH rectangle(double west, double south, double east, double north) {
    double x[] = {west, east, east, west, west}, y[] = {south, south, north, north, south};
    OGRGeometryH ring = OGR_G_CreateGeometry(wkbLinearRing);
    OGR_G_SetPoints(ring, 5, x, sizeof *x, y, sizeof *y, NULL, 0);
    OGRGeometryH polygon = OGR_G_CreateGeometry(wkbPolygon);
    OGR_G_AddGeometryDirectly(polygon, ring);
    return polygon;
}

static OGRGeometryH window_in_source(const sk_ogr_source *source, sk_cm_box window) {
    double west = window.low.x_cm / 100.0, south = window.low.y_cm / 100.0;
    double east = window.high.x_cm / 100.0, north = window.high.y_cm / 100.0;
    if (source->to_map != NULL) {
        OGRCoordinateTransformationH back = OCTGetInverse(source->to_map);
        bool good = back && OCTTransformBounds(back, west, south, east, north, &west, &south, &east,
                                               &north, 21);
        OCTDestroyCoordinateTransformation(back);
        if (!good) return NULL;
    }
    double room = (east - west) / 10;
    return rectangle(west - room, south - room, east + room, north + room);
}

/* Is it the country that most of the polygons lie in? */
static bool holds_polygons(const cutter *c, OGRGeometryH near) {
    OGRGeometryH common = OGR_G_Intersection(near, c->inside);
    bool holds = common != NULL && OGR_G_Area(common) > OGR_G_Area(c->inside) / 2;
    OGR_G_DestroyGeometry(common);
    return holds;
}

/* Takes what is free of `near`; false when OGR cannot. */
static bool take_land(cutter *c, OGRGeometryH near, OGRGeometryH into) {
    OGRGeometryH land = OGR_G_Intersection(c->free, near);
    OGRGeometryH rest = OGR_G_Difference(c->free, near);
    bool good = land != NULL && rest != NULL;
    if (good) {
        sk_ogr_add_polygons(into, land);
        OGRGeometryH old = c->free;
        c->free = rest;
        rest = old;
    }
    OGR_G_DestroyGeometry(land);
    OGR_G_DestroyGeometry(rest);
    return good;
}

/* Gives a country what is free of its polygon; false when OGR cannot. */
static bool cut_country(cutter *c, OGRFeatureH feature, OGRGeometryH original) {
    OGRGeometryH valid = OGR_G_MakeValid(original);
    OGRGeometryH near = valid ? OGR_G_Intersection(valid, c->window_there) : NULL;
    bool good = near != NULL && (c->source->to_map == NULL ||
                                 OGR_G_Transform(near, c->source->to_map) == OGRERR_NONE);
    if (good && !OGR_G_IsEmpty(near)) {
        bool is_own = holds_polygons(c, near);
        uint32_t what = country_of(c, feature);
        if (is_own) c->own = what;
        c->has_own = c->has_own || is_own;
        good = take_land(c, near, is_own ? c->open : c->taken[what]);
        if (!is_own && !OGR_G_IsEmpty(c->taken[what])) c->countries++;
    }
    OGR_G_DestroyGeometry(valid);
    OGR_G_DestroyGeometry(near);
    return good;
}

static bool cut_countries(cutter *c) {
    bool good = true;
    OGRFeatureH feature;
    OGR_L_SetSpatialFilter(c->source->layer, c->window_there);
    while (good && (feature = OGR_L_GetNextFeature(c->source->layer)) != NULL) {
        OGRGeometryH geometry = OGR_F_GetGeometryRef(feature);
        if (geometry != NULL) good = cut_country(c, feature, geometry);
        OGR_F_Destroy(feature);
    }
    return good;
}

/* Gives what is wide of `part` to the country; the strips along the border that hang on to it stay
 * open. */
static bool cut_wide(cutter *c, OGRGeometryH part) {
    OGRGeometryH core = OGR_G_Buffer(part, -STRIP_WIDTH_MAX_M / 2, 8);
    OGRGeometryH wide = core ? OGR_G_Buffer(core, STRIP_WIDTH_MAX_M / 2, 8) : NULL;
    OGRGeometryH land = wide ? OGR_G_Intersection(part, wide) : NULL;
    OGRGeometryH strips = wide ? OGR_G_Difference(part, wide) : NULL;
    bool good = land != NULL && strips != NULL;
    if (good) {
        sk_ogr_add_polygons(c->taken[c->own], land);
        sk_ogr_add_polygons(c->open, strips);
    }
    OGR_G_DestroyGeometry(core);
    OGR_G_DestroyGeometry(wide);
    OGR_G_DestroyGeometry(land);
    OGR_G_DestroyGeometry(strips);
    return good;
}

/* Where the source has only a part of its country, the rest is a neighbour. */
static bool cut_rest_of_own(cutter *c) {
    bool good = true;
    OGRGeometryH rest = c->open;
    c->open = OGR_G_CreateGeometry(wkbMultiPolygon);
    for (int i = 0; i < OGR_G_GetGeometryCount(rest); i++) {
        OGRGeometryH part = OGR_G_GetGeometryRef(rest, i);
        if (!c->has_own || OGR_G_Area(part) < REST_AREA_MIN_M2)
            OGR_G_AddGeometry(c->open, part);
        else if (!cut_wide(c, part))
            good = false;
    }
    OGR_G_DestroyGeometry(rest);
    return good;
}

static bool reaches_edge(OGRGeometryH part, sk_cm_box window) {
    static const double NEAR_M = 0.5;
    OGREnvelope box;
    OGR_G_GetEnvelope(part, &box);
    return box.MinX < window.low.x_cm / 100.0 + NEAR_M ||
           box.MinY < window.low.y_cm / 100.0 + NEAR_M ||
           box.MaxX > window.high.x_cm / 100.0 - NEAR_M ||
           box.MaxY > window.high.y_cm / 100.0 - NEAR_M;
}

static size_t sea_of(const cutter *c) {
    size_t sea = 0;
    while (!c->around->items[sea].is_sea) sea++;
    return sea;
}

/* Of all this water, what goes on beyond the map is sea. Inland are lakes, and what the file's
 * makers left where their sheets met. */
static void take_sea(cutter *c, OGRGeometryH from, sk_cm_box window) {
    OGRGeometryH water = OGR_G_CreateGeometry(wkbMultiPolygon), sea = c->taken[sea_of(c)];
    sk_ogr_add_polygons(water, from);
    OGR_G_Empty(sea);
    for (int i = 0; i < OGR_G_GetGeometryCount(water); i++) {
        OGRGeometryH part = OGR_G_GetGeometryRef(water, i);
        bool is_sea = OGR_G_Area(part) >= SEA_AREA_MIN_M2 && reaches_edge(part, window);
        OGR_G_AddGeometry(is_sea ? sea : c->open, part);
    }
    OGR_G_DestroyGeometry(water);
}

/* What no country has is sea; where its coast was cleared, a basin may have lost its mouth. */
static bool cut_sea(cutter *c, const sk_around_request *request) {
    bool good = true;
    size_t sea = sea_of(c);
    take_sea(c, c->free, request->window);
    for (size_t i = 0; good && i < c->around->count; i++)
        if (i != sea)
            good = sk_coast_burrs_clear(&c->taken[i], &c->taken[sea],
                                        request->tolerance_m * BURR_WIDTH_TOLERANCES);
    take_sea(c, c->taken[sea], request->window);
    return good;
}

/* Gives the open strips to the nearest neighbour, after those around meeting points. */
static bool share_open_strips(cutter *c, const sk_project_settings *settings,
                              const sk_cm_shape *outline) {
    size_t count = c->around->count;
    OGRGeometryH *gains = SK_NEW_ARRAY(c->arena, OGRGeometryH, count);
    bool good = sk_meeting_points_fit(settings, c->around, c->taken, &c->open, outline) &&
                sk_open_strips_share(c->open, c->taken, count, gains);
    for (size_t i = 0; i < count; i++) {
        if (gains[i] != NULL) sk_ogr_add_polygons(c->taken[i], gains[i]);
        OGR_G_DestroyGeometry(gains[i]);
    }
    return good;
}

static bool cut_window(cutter *c, const sk_project_settings *settings,
                       const sk_around_request *request) {
    sk_cm_box window = request->window;
    OGRGeometryH frame = rectangle(window.low.x_cm / 100.0, window.low.y_cm / 100.0,
                                   window.high.x_cm / 100.0, window.high.y_cm / 100.0);
    c->inside = sk_ogr_shape_to(&request->outline);
    c->window_there = window_in_source(c->source, window);
    c->free = OGR_G_Difference(frame, c->inside);
    OGR_G_DestroyGeometry(frame);
    if (c->window_there == NULL || c->free == NULL || !cut_countries(c)) return false;
    return cut_rest_of_own(c) && cut_sea(c, request) &&
           share_open_strips(c, settings, &request->outline);
}

static void free_cutter(cutter *c) {
    for (size_t i = 0; i < c->around->count; i++) OGR_G_DestroyGeometry(c->taken[i]);
    OGRGeometryH used[] = {c->open, c->free, c->inside, c->window_there};
    for (size_t i = 0; i < sizeof used / sizeof *used; i++) OGR_G_DestroyGeometry(used[i]);
}

static sk_status cut_shapes(const sk_ogr_source *source, const sk_project_settings *settings,
                            const sk_around_request *request, sk_arena *arena, sk_diag *diag,
                            sk_around_list *around) {
    sk_status status = SK_ERR_DATA;
    sk_place place = {.file = source->path};
    cutter c = {.source = source, .arena = arena, .around = around};
    c.open = OGR_G_CreateGeometry(wkbMultiPolygon);
    keep_up(&c, 0);
    if (!cut_window(&c, settings, request))
        sk_diag_error(diag, place, "give another file of countries",
                      "it cannot be fitted to the regions: %s", CPLGetLastErrorMsg());
    else if (c.countries == 0)
        sk_diag_error(diag, place,
                      "give polygons of countries, of which some lie around the regions",
                      "none of the regions' neighbours is in it");
    else
        status = SK_OK;
    for (size_t i = 0; status == SK_OK && i < around->count; i++)
        around->items[i].shape = sk_ogr_shape_from(c.taken[i], arena);
    free_cutter(&c);
    return status;
}

sk_status sk_neighbour_source_read(const sk_boundary_build *build, const sk_around_request *request,
                                   sk_arena *arena, sk_diag *diag, sk_around_list *around) {
    sk_ogr_source source;
    sk_status status = sk_ogr_source_open(
        &(sk_ogr_request){
            .path = build->neighbours,
            .layer = build->neighbour_layer,
            .map_crs = build->settings->crs,
            .known_ids = known_columns,
            .known_names = known_names,
            .remedy = "give a file with a column ADM0_A3, ISO_A3, A3, CNTR_ID, ISO_A2, id or NAME",
        },
        diag, &source);
    if (status == SK_OK) {
        CPLErrorReset();
        CPLPushErrorHandler(CPLQuietErrorHandler);
        status = cut_shapes(&source, build->settings, request, arena, diag, around);
        CPLPopErrorHandler();
    }
    sk_ogr_source_close(&source);
    return status;
}
