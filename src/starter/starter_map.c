#include "starter/starter_map.h"

#include <math.h>
#include <ogr_srs_api.h>
#include <string.h>

#include "boundaries/sources/ogr_source.h"
#include "boundaries/sources/slug.h"
#include "starter/spots.h"

enum { EACH = 3, ZONE_CORNERS = 20 };

/* Cells of a row, in the order of `header`. */
enum { ID, HOME, KIND, LINK_TYPE, NUMBER, NAME, SOURCE, REMARK, PLACE, AREA, FROM, TO, WKT, CELLS };

typedef struct {
    const sk_starter_work *work;
    int sector;
    const sk_region *home, *other;
    sk_spots spots;
    const sk_region *places[SK_SPOT_COUNT]; /* of the smallest level; NULL: in none */
    OGRCoordinateTransformationH to_degrees;
    sk_starter_file file;
    sk_arena *arena;
} map;

const char *sk_starter_sector_word(const sk_starter_work *work, int sector, const char *which) {
    const char *key = sk_arena_printf(work->words->arena, "%d.%s", sector, which);
    const char *word = sk_starter_word(work->words, key);
    return word == NULL ? key : word;
}

const char *sk_starter_sector_slug(const sk_starter_work *work, int sector) {
    return sk_slug_of(sk_starter_sector_word(work, sector, "name"), work->words->arena);
}

static const sk_region *place_of(const sk_project *project, sk_ground_point at) {
    const sk_region_list *all = &project->regions[SK_REGION_SMALLEST];
    for (size_t i = 0; i < all->count; i++)
        if (sk_shape_contains(&all->items[i].shape, at)) return &all->items[i];
    return NULL;
}

/* By its name, where no other region is called so. */
static const char *shown_place(const map *m, const sk_region *place) {
    const sk_region *found = sk_project_region(m->work->project, SK_REGION_SMALLEST, place->name);
    const sk_region_list *all = &m->work->project->regions[SK_REGION_SMALLEST];
    size_t same = 0;
    for (size_t i = 0; i < all->count; i++) same += strcmp(all->items[i].name, place->name) == 0;
    return found == place && same == 1 ? place->name : place->slug;
}

static const char *degrees_of(const map *m, sk_ground_point at) {
    double x = at.east_m, y = at.north_m;
    OCTTransform(m->to_degrees, 1, &x, &y, NULL);
    return sk_arena_printf(m->arena, "%.4f %.4f", x, y);
}

/* A rounded shape that reaches not quite as far as there is room. */
static const char *zone_wkt(const map *m, size_t spot, double flat) {
    const char *points = "";
    for (int i = 0; i <= ZONE_CORNERS; i++) {
        double turn = 2 * M_PI * (i % ZONE_CORNERS) / ZONE_CORNERS;
        double reach = m->spots.room_m * (0.8 + 0.1 * sin(3 * turn + flat));
        sk_ground_point at = m->spots.at[spot];
        at.east_m += reach * cos(turn);
        at.north_m += flat * reach * sin(turn);
        points = sk_arena_printf(m->arena, "%s%s%s", points, i == 0 ? "" : ", ", degrees_of(m, at));
    }
    return sk_arena_printf(m->arena, "POLYGON ((%s))", points);
}

/* The cells that all kinds have. */
static void begin_row(const map *m, const char *kind, int number, const char **cells) {
    for (size_t i = 0; i < CELLS; i++) cells[i] = NULL;
    const char *which = sk_arena_printf(m->arena, "%s_%d", kind, number);
    cells[ID] = sk_arena_printf(m->arena, "%s-%s-%d", sk_starter_sector_slug(m->work, m->sector),
                                kind, number);
    cells[HOME] = m->home->slug;
    cells[KIND] = kind;
    cells[NAME] = sk_starter_sector_word(m->work, m->sector, which);
    cells[SOURCE] = sk_starter_word(m->work->words, "example_source");
    cells[REMARK] = sk_starter_word(m->work->words, "example");
}

static const char *id_of(const map *m, const char *kind, int number) {
    const char *cells[CELLS];
    begin_row(m, kind, number, cells);
    return cells[ID];
}

/* At the second to the fourth spot. */
static void put_point(map *m, int number) {
    const char *cells[CELLS];
    begin_row(m, "point", number, cells);
    const sk_region *place = m->places[number];
    cells[NUMBER] = sk_arena_printf(m->arena, "%d", number);
    cells[NAME] = sk_starter_fill(cells[NAME], "{place}",
                                  place == NULL ? m->home->name : place->name, m->arena);
    cells[PLACE] = place == NULL ? NULL : shown_place(m, place);
    cells[WKT] = sk_arena_printf(m->arena, "POINT (%s)", degrees_of(m, m->spots.at[number]));
    sk_starter_file_row(&m->file, cells, CELLS);
}

/* The first is a whole region, where maps show more than one; the others are drawn. */
static void put_zone(map *m, int number) {
    static const size_t spot_of[EACH + 1] = {0, 4, 0, 5};
    const char *cells[CELLS];
    begin_row(m, "zone", number, cells);
    const sk_region *place = m->places[spot_of[number]];
    if (number == 1 && place != NULL && m->home->level > SK_REGION_SMALLEST)
        cells[AREA] = sk_arena_printf(m->arena, "%s:%s", place->level_slug, place->slug);
    else
        cells[WKT] = zone_wkt(m, spot_of[number], number == 2 ? 1 : 0.7);
    sk_starter_file_row(&m->file, cells, CELLS);
}

/* Between two points; out of the map, where there is somewhere else; from a point to a zone. */
static void put_link(map *m, int number) {
    const char *cells[CELLS];
    begin_row(m, "link", number, cells);
    cells[LINK_TYPE] = number == EACH ? "organisational" : "infrastructural";
    cells[FROM] = id_of(m, "point", number);
    cells[TO] = number == EACH ? id_of(m, "zone", 2) : id_of(m, "point", number + 1);
    if (number == 2 && m->other != NULL)
        cells[TO] = sk_arena_printf(m->arena, "%s:%s", m->other->level_slug, m->other->slug);
    sk_starter_file_row(&m->file, cells, CELLS);
}

static void put_rows(map *m) {
    const sk_project_settings *settings = &m->work->project->settings;
    const char *header[CELLS] = {"id",     settings->levels[settings->home].slug,
                                 "kind",   "link_type",
                                 "number", "name",
                                 "source", "remark",
                                 "place",  "area",
                                 "from",   "to",
                                 "wkt"};
    sk_starter_file_row(&m->file, header, CELLS);
    for (int i = 1; i <= EACH; i++) put_point(m, i);
    for (int i = 1; i <= EACH; i++) put_zone(m, i);
    for (int i = 1; i <= EACH; i++) put_link(m, i);
}

static OGRCoordinateTransformationH way_to_degrees(const char *code) {
    OGRSpatialReferenceH from = sk_crs_of_code(code), to = sk_crs_of_code("EPSG:4326");
    OGRCoordinateTransformationH way = NULL;
    if (from != NULL && to != NULL) {
        OSRSetAxisMappingStrategy(from, OAMS_TRADITIONAL_GIS_ORDER);
        OSRSetAxisMappingStrategy(to, OAMS_TRADITIONAL_GIS_ORDER);
        way = OCTNewCoordinateTransformation(from, to);
    }
    if (from != NULL) OSRDestroySpatialReference(from);
    if (to != NULL) OSRDestroySpatialReference(to);
    return way;
}

static void find_spots(map *m) {
    sk_shape_ops *ops = sk_shape_ops_create(m->arena);
    m->spots = sk_spots_in(ops, &m->home->shape);
    sk_shape_ops_free(ops);
    for (size_t i = 0; i < SK_SPOT_COUNT; i++)
        m->places[i] = place_of(m->work->project, m->spots.at[i]);
}

sk_status sk_starter_map_write(const sk_starter_work *work, int sector, const sk_region *home,
                               const sk_region *other) {
    map m = {.work = work, .sector = sector, .home = home, .other = other};
    m.to_degrees = way_to_degrees(work->project->settings.crs);
    if (m.to_degrees == NULL) {
        sk_diag_error(work->diag, (sk_place){.file = SK_SETTINGS_FILE, .feature = "crs"},
                      "take another coordinate system with --crs",
                      "there is no way from %s to degrees", work->project->settings.crs);
        return SK_ERR_DATA;
    }
    m.arena = sk_arena_create();
    find_spots(&m);
    const char *name =
        sk_arena_printf(m.arena, "layers/%s.csv", sk_starter_sector_slug(work, sector));
    sk_starter_file_begin(&m.file, work->starter, name);
    put_rows(&m);
    sk_status status = sk_starter_file_end(&m.file, work->diag);
    sk_arena_free(m.arena);
    OCTDestroyCoordinateTransformation(m.to_degrees);
    return status;
}
