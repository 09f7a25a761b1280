#include "boundaries/sources/neighbour_source.h"

#include <cpl_error.h>
#include <strings.h>

#include "boundaries/mesh/open_strips.h"
#include "boundaries/sources/coast_burrs.h"
#include "boundaries/sources/meeting_points.h"
#include "boundaries/sources/ogr_source.h"

const char *const sk_around_slugs[SK_AROUND_COUNT] = {
    "brussel",   "wallonie",  "nederland",           "frankrijk",
    "duitsland", "luxemburg", "verenigd-koninkrijk", "noordzee",
};
const char *const sk_around_names[SK_AROUND_COUNT] = {
    "Brussel",   "Wallonië",  "Nederland",           "Frankrijk",
    "Duitsland", "Luxemburg", "Verenigd Koninkrijk", "Noordzee",
};

/* Belgium's own polygon is only as good as its neighbours', so what lies in it but outside the
 * municipalities is open. */
enum { OPEN = SK_AROUND_COUNT, UNKNOWN };

static const struct {
    int what;
    const char *codes[4]; /* ISO 3166: two letters, three letters, number; English name */
} countries[] = {
    {SK_AROUND_NETHERLANDS, {"NL", "NLD", "528", "Netherlands"}},
    {SK_AROUND_FRANCE, {"FR", "FRA", "250", "France"}},
    {SK_AROUND_GERMANY, {"DE", "DEU", "276", "Germany"}},
    {SK_AROUND_LUXEMBOURG, {"LU", "LUX", "442", "Luxembourg"}},
    {SK_AROUND_BRITAIN, {"GB", "GBR", "826", "United Kingdom"}},
    {OPEN, {"BE", "BEL", "056", "Belgium"}},
};

/* Natural Earth, geo-maps (OpenStreetMap), Eurostat's GISCO, and Natural Earth as TopoJSON. */
static const char *const known_columns[] = {"ADM0_A3", "ISO_A3", "A3",   "CNTR_ID", "CNTR_CODE",
                                            "ISO_A2",  "id",     "NAME", NULL};

/* Where Brussels is, in metres, and what is large enough to be Wallonia or its exclave Comines. */
static const double BRUSSELS_EAST_M = 149600, BRUSSELS_NORTH_M = 170400;
static const double WALLONIA_AREA_MIN_M2 = 2e7, STRIP_WIDTH_MAX_M = 2000;

/* Water below this size is no sea but a fault where two sources meet. */
static const double SEA_AREA_MIN_M2 = 5e6;

/* What is narrower than this along a coast, in tolerances, would print as a burr: four tenths of a
 * millimetre. */
static const double BURR_WIDTH_TOLERANCES = 4;

typedef struct {
    const sk_ogr_source *source;
    OGRGeometryH window_there; /* the window in the CRS of the source, with room around */
    size_t countries;          /* how many of its features have land around Belgium */
    OGRGeometryH free;         /* what nobody has taken yet, on the map */
    OGRGeometryH taken[SK_AROUND_COUNT + 1]; /* multipolygons; the last is OPEN */
} cutter;

static int country_of(const char *code) {
    for (size_t i = 0; i < sizeof countries / sizeof countries[0]; i++)
        for (size_t c = 0; c < 4; c++)
            if (strcasecmp(code, countries[i].codes[c]) == 0) return countries[i].what;
    return UNKNOWN;
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

/* Gives a country what is free of its polygon; false when OGR cannot. */
static bool cut_country(cutter *c, int what, OGRGeometryH original) {
    OGRGeometryH valid = OGR_G_MakeValid(original);
    OGRGeometryH near = valid ? OGR_G_Intersection(valid, c->window_there) : NULL;
    OGRGeometryH land = NULL, rest = NULL;
    bool good = near != NULL && (c->source->to_map == NULL ||
                                 OGR_G_Transform(near, c->source->to_map) == OGRERR_NONE);
    if (good) {
        land = OGR_G_Intersection(c->free, near);
        rest = OGR_G_Difference(c->free, near);
        good = land != NULL && rest != NULL;
    }
    if (good) {
        sk_ogr_add_polygons(c->taken[what], land);
        OGRGeometryH old = c->free;
        c->free = rest;
        rest = old;
    }
    OGR_G_DestroyGeometry(valid);
    OGR_G_DestroyGeometry(near);
    OGR_G_DestroyGeometry(land);
    OGR_G_DestroyGeometry(rest);
    return good;
}

static bool cut_countries(cutter *c) {
    bool good = true;
    OGRFeatureH feature;
    OGR_L_SetSpatialFilter(c->source->layer, c->window_there);
    while (good && (feature = OGR_L_GetNextFeature(c->source->layer)) != NULL) {
        int what = country_of(OGR_F_GetFieldAsString(feature, c->source->id_column));
        OGRGeometryH geometry = OGR_F_GetGeometryRef(feature);
        if (what != UNKNOWN && geometry != NULL) {
            good = cut_country(c, what, geometry);
            if (what != OPEN && !OGR_G_IsEmpty(c->taken[what])) c->countries++;
        }
        OGR_F_Destroy(feature);
    }
    return good;
}

/* Gives what is wide of `part` to Wallonia; the strips along the border that hang on to it stay
 * open. */
static bool cut_wallonia(cutter *c, OGRGeometryH part) {
    OGRGeometryH core = OGR_G_Buffer(part, -STRIP_WIDTH_MAX_M / 2, 8);
    OGRGeometryH wide = core ? OGR_G_Buffer(core, STRIP_WIDTH_MAX_M / 2, 8) : NULL;
    OGRGeometryH land = wide ? OGR_G_Intersection(part, wide) : NULL;
    OGRGeometryH strips = wide ? OGR_G_Difference(part, wide) : NULL;
    bool good = land != NULL && strips != NULL;
    if (good) {
        sk_ogr_add_polygons(c->taken[SK_AROUND_WALLONIA], land);
        sk_ogr_add_polygons(c->taken[OPEN], strips);
    }
    OGR_G_DestroyGeometry(core);
    OGR_G_DestroyGeometry(wide);
    OGR_G_DestroyGeometry(land);
    OGR_G_DestroyGeometry(strips);
    return good;
}

/* Without their municipalities, Brussels and Wallonia are what is open and large enough. */
static bool cut_rest_of_belgium(cutter *c) {
    bool good = true;
    OGRGeometryH brussels = OGR_G_CreateGeometry(wkbPoint), rest = c->taken[OPEN];
    OGR_G_SetPoint_2D(brussels, 0, BRUSSELS_EAST_M, BRUSSELS_NORTH_M);
    c->taken[OPEN] = OGR_G_CreateGeometry(wkbMultiPolygon);
    for (int i = 0; i < OGR_G_GetGeometryCount(rest); i++) {
        OGRGeometryH part = OGR_G_GetGeometryRef(rest, i);
        if (OGR_G_Contains(part, brussels))
            OGR_G_AddGeometry(c->taken[SK_AROUND_BRUSSELS], part);
        else if (OGR_G_Area(part) < WALLONIA_AREA_MIN_M2)
            OGR_G_AddGeometry(c->taken[OPEN], part);
        else if (!cut_wallonia(c, part))
            good = false;
    }
    OGR_G_DestroyGeometry(brussels);
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

/* Of all this water, what goes on beyond the map is sea. Inland are lakes, and what the file's
 * makers left where their sheets met. */
static void take_sea(cutter *c, OGRGeometryH from, sk_cm_box window) {
    OGRGeometryH water = OGR_G_CreateGeometry(wkbMultiPolygon);
    sk_ogr_add_polygons(water, from);
    OGR_G_Empty(c->taken[SK_AROUND_SEA]);
    for (int i = 0; i < OGR_G_GetGeometryCount(water); i++) {
        OGRGeometryH part = OGR_G_GetGeometryRef(water, i);
        bool sea = OGR_G_Area(part) >= SEA_AREA_MIN_M2 && reaches_edge(part, window);
        OGR_G_AddGeometry(c->taken[sea ? SK_AROUND_SEA : OPEN], part);
    }
    OGR_G_DestroyGeometry(water);
}

/* What no country has is sea; where its coast was cleared, a basin may have lost its mouth. */
static bool cut_sea(cutter *c, const sk_around_request *request) {
    bool good = true;
    take_sea(c, c->free, request->window);
    for (int i = 0; good && i < SK_AROUND_SEA; i++)
        good = sk_coast_burrs_clear(&c->taken[i], &c->taken[SK_AROUND_SEA],
                                    request->tolerance_m * BURR_WIDTH_TOLERANCES);
    take_sea(c, c->taken[SK_AROUND_SEA], request->window);
    return good;
}

/* Gives the open strips to the nearest neighbour, after those around meeting points. */
static bool share_open_strips(cutter *c, const sk_cm_shape *belgium) {
    OGRGeometryH gains[SK_AROUND_COUNT] = {0};
    bool good = sk_meeting_points_fit(c->taken, &c->taken[OPEN], belgium) &&
                sk_open_strips_share(c->taken[OPEN], c->taken, SK_AROUND_COUNT, gains);
    for (size_t i = 0; i < SK_AROUND_COUNT; i++) {
        if (gains[i] != NULL) sk_ogr_add_polygons(c->taken[i], gains[i]);
        OGR_G_DestroyGeometry(gains[i]);
    }
    return good;
}

static bool cut_window(cutter *c, const sk_around_request *request) {
    sk_cm_box window = request->window;
    OGRGeometryH frame = rectangle(window.low.x_cm / 100.0, window.low.y_cm / 100.0,
                                   window.high.x_cm / 100.0, window.high.y_cm / 100.0);
    OGRGeometryH inside = sk_ogr_shape_to(&request->outline);
    c->window_there = window_in_source(c->source, window);
    c->free = OGR_G_Difference(frame, inside);
    OGR_G_DestroyGeometry(frame);
    OGR_G_DestroyGeometry(inside);
    if (c->window_there == NULL || c->free == NULL || !cut_countries(c)) return false;
    if (!request->whole && !cut_rest_of_belgium(c)) return false;
    return cut_sea(c, request) && share_open_strips(c, &request->outline);
}

static sk_status cut_shapes(const sk_ogr_source *source, const sk_around_request *request,
                            sk_arena *arena, sk_diag *diag, sk_cm_shape *shapes) {
    sk_status status = SK_ERR_DATA;
    sk_place place = {.file = source->path};
    cutter c = {.source = source};
    for (int i = 0; i <= OPEN; i++) c.taken[i] = OGR_G_CreateGeometry(wkbMultiPolygon);
    if (!cut_window(&c, request))
        sk_diag_error(diag, place, "give another file of countries",
                      "it cannot be fitted to Belgium: %s", CPLGetLastErrorMsg());
    else if (c.countries == 0)
        sk_diag_error(diag, place,
                      "give polygons of countries with their ISO codes or English names",
                      "none of Belgium's neighbours is in it");
    else
        status = SK_OK;
    for (int i = 0; i <= OPEN; i++) {
        if (status == SK_OK && i < OPEN) shapes[i] = sk_ogr_shape_from(c.taken[i], arena);
        OGR_G_DestroyGeometry(c.taken[i]);
    }
    OGR_G_DestroyGeometry(c.free);
    OGR_G_DestroyGeometry(c.window_there);
    return status;
}

sk_status sk_neighbour_source_read(const sk_boundary_build *build, const sk_around_request *request,
                                   sk_arena *arena, sk_diag *diag, sk_cm_shape *shapes) {
    sk_ogr_source source;
    sk_status status = sk_ogr_source_open(
        &(sk_ogr_request){
            .path = build->neighbours,
            .layer = build->neighbour_layer,
            .known_ids = known_columns,
            .known_names = known_columns,
            .remedy = "give a file with a column ADM0_A3, ISO_A3, A3, CNTR_ID, ISO_A2, id or NAME",
        },
        diag, &source);
    if (status == SK_OK) {
        CPLErrorReset();
        CPLPushErrorHandler(CPLQuietErrorHandler);
        status = cut_shapes(&source, request, arena, diag, shapes);
        CPLPopErrorHandler();
    }
    sk_ogr_source_close(&source);
    return status;
}
