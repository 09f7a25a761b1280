/* What the committed set's sea and countries promise: each town of the map stands where it does in
 * truth, and nothing that the sources left over is drawn. */
#include <ogr_srs_api.h>

#include "boundaries/boundary_file.h"
#include "check_main.h"

/* Towns abroad, or in the rest of Belgium; all others are of Flanders. */
static const struct {
    const char *id, *slug;
} abroad[] = {
    {"town-bergen-op-zoom", "nederland"},
    {"town-roosendaal", "nederland"},
    {"town-breda", "nederland"},
    {"town-tilburg", "nederland"},
    {"town-eindhoven", "nederland"},
    {"town-weert", "nederland"},
    {"town-terneuzen", "nederland"},
    {"town-vlissingen", "nederland"},
    {"town-middelburg", "nederland"},
    {"town-goes", "nederland"},
    {"town-hulst", "nederland"},
    {"town-oostburg", "nederland"},
    {"town-roermond", "nederland"},
    {"town-maastricht", "nederland"},
    {"town-sittard", "nederland"},
    {"town-heerlen", "nederland"},
    {"town-aken", "duitsland"},
    {"town-brussel", "brussel"},
    {"town-luik", "wallonie"},
    {"town-borgworm", "wallonie"},
    {"town-namen", "wallonie"},
    {"town-waver", "wallonie"},
    {"town-geldenaken", "wallonie"},
    {"town-nijvel", "wallonie"},
    {"town-edingen", "wallonie"},
    {"town-bergen", "wallonie"},
    {"town-aat", "wallonie"},
    {"town-doornik", "wallonie"},
    {"town-moeskroen", "wallonie"},
    {"town-rijsel", "frankrijk"},
    {"town-roubaix", "frankrijk"},
    {"town-tourcoing", "frankrijk"},
    {"town-duinkerke", "frankrijk"},
    {"town-hazebroek", "frankrijk"},
    {"town-sint-winoksbergen", "frankrijk"},
};
enum { ABROAD = sizeof abroad / sizeof abroad[0] };

static GDALDatasetH set, context;

static void setup(void) {
    set = open_set(SK_STUDY "/boundaries/regions.gpkg");
    context = open_set(SK_STUDY "/layers/context.geojson");
}
static void teardown(void) {
    GDALClose(set);
    GDALClose(context);
}

/* A way from the context's longitudes and latitudes to the set's coordinates. */
static OGRCoordinateTransformationH way_to_set(void) {
    OGRSpatialReferenceH degrees = OSRNewSpatialReference(NULL);
    ck_assert_int_eq(OSRImportFromEPSG(degrees, 4326), OGRERR_NONE);
    OSRSetAxisMappingStrategy(degrees, OAMS_TRADITIONAL_GIS_ORDER);
    OGRCoordinateTransformationH way =
        OCTNewCoordinateTransformation(degrees, OGR_L_GetSpatialRef(layer_of(set, "municipality")));
    ck_assert_ptr_nonnull(way);
    OSRDestroySpatialReference(degrees);
    return way;
}

/* What of the layer the point lies in: the first column of the feature, or nothing. */
static void find_holder(const char *layer_name, OGRGeometryH point, char *holder, size_t size) {
    OGRLayerH layer = layer_of(set, layer_name);
    OGRFeatureH feature;
    while ((feature = OGR_L_GetNextFeature(layer)) != NULL) {
        if (OGR_G_Intersects(OGR_F_GetGeometryRef(feature), point))
            snprintf(holder, size, "%s", OGR_F_GetFieldAsString(feature, 0));
        OGR_F_Destroy(feature);
    }
}

static const char *expected_slug(const char *id) {
    for (size_t i = 0; i < ABROAD; i++)
        if (strcmp(abroad[i].id, id) == 0) return abroad[i].slug;
    return "";
}

START_TEST(every_town_lies_on_land_in_its_own_country) {
    OGRCoordinateTransformationH way = way_to_set();
    OGRLayerH layer = GDALDatasetGetLayer(context, 0);
    OGRFeatureH feature;
    size_t towns = 0, foreign = 0;
    OGR_L_SetAttributeFilter(layer, "kind = 'town'");
    while ((feature = OGR_L_GetNextFeature(layer)) != NULL) {
        const char *id = text_of(feature, "id"), *wanted = expected_slug(id);
        char sea[40] = "", neighbour[40] = "", municipality[40] = "";
        OGRGeometryH point = OGR_F_GetGeometryRef(feature);
        ck_assert_int_eq(OGR_G_Transform(point, way), OGRERR_NONE);
        find_holder("sea", point, sea, sizeof sea);
        find_holder("neighbour", point, neighbour, sizeof neighbour);
        find_holder("municipality", point, municipality, sizeof municipality);
        ck_assert_msg(sea[0] == '\0', "%s lies in the sea", id);
        ck_assert_msg(strcmp(neighbour, wanted) == 0, "%s lies in \"%s\"", id, neighbour);
        ck_assert_msg((municipality[0] == '\0') == (wanted[0] != '\0'), "%s: %s", id, municipality);
        towns++;
        if (wanted[0] != '\0') foreign++;
        OGR_F_Destroy(feature);
    }
    ck_assert_uint_ge(towns, 125);
    ck_assert_uint_eq(foreign, ABROAD);
    OCTDestroyCoordinateTransformation(way);
}
END_TEST

/* Water and land that old maps have wrong, in metres. */
static const struct {
    const char *what, *layer, *slug;
    double east_m, north_m;
} places[] = {
    {"Western Scheldt off Terneuzen", "sea", "noordzee", 111000, 229500},
    {"Western Scheldt off Hansweert", "sea", "noordzee", 124500, 237000},
    {"Eastern Scheldt", "sea", "noordzee", 130000, 241500},
    {"Zuid-Beveland", "neighbour", "nederland", 125000, 242500},
    {"the Zwin, behind the beach", "neighbour", "nederland", 81200, 228500},
    {"Saeftinghe", "neighbour", "nederland", 134000, 226500},
    {"the Maas valley at Stein", "neighbour", "nederland", 250500, 185500},
    {"Plombières", "neighbour", "wallonie", 263000, 159500},
    {"Vaals, up to its border with Germany", "neighbour", "nederland", 266700, 163900},
    {"Rodange", "neighbour", "luxemburg", 254700, 26500},
};

START_TEST(waters_and_lands_of_the_delta_are_where_they_are_in_truth) {
    OGRGeometryH point = OGR_G_CreateGeometry(wkbPoint);
    char holder[40] = "";
    OGR_G_SetPoint_2D(point, 0, places[_i].east_m, places[_i].north_m);
    find_holder(places[_i].layer, point, holder, sizeof holder);
    ck_assert_msg(strcmp(holder, places[_i].slug) == 0, "%s is not in %s", places[_i].what,
                  places[_i].slug);
    OGR_G_DestroyGeometry(point);
}
END_TEST

/* A square of 160 m prints as 0.4 mm at 1:400 000. */
static const double SEEN_M2 = 160 * 160;

START_TEST(the_sea_is_one_piece_whose_islands_are_large_enough_to_be_seen) {
    OGRGeometryH sea = polygons_where(layer_of(set, "sea"), NULL, NULL);
    ck_assert_int_eq(OGR_G_GetGeometryCount(sea), 1);
    OGRGeometryH piece = OGR_G_GetGeometryRef(sea, 0);
    for (int i = 1; i < OGR_G_GetGeometryCount(piece); i++) {
        double area = OGR_G_Area(OGR_G_GetGeometryRef(piece, i));
        ck_assert_msg(area > SEEN_M2, "an islet of %.0f m²", area);
    }
    OGR_G_DestroyGeometry(sea);
}
END_TEST

/* All around Belgium in one: holes in it are gaps that a source left inland. */
START_TEST(nothing_inland_is_left_open) {
    OGRGeometryH all = polygons_where(layer_of(set, "neighbour"), NULL, NULL);
    static const char *const others[] = {"municipality", "sea"};
    for (size_t i = 0; i < 2; i++) {
        OGRGeometryH more = polygons_where(layer_of(set, others[i]), NULL, NULL);
        for (int p = 0; p < OGR_G_GetGeometryCount(more); p++)
            OGR_G_AddGeometry(all, OGR_G_GetGeometryRef(more, p));
        OGR_G_DestroyGeometry(more);
    }
    OGREnvelope frame;
    OGR_G_GetEnvelope(all, &frame);
    double rectangle = (frame.MaxX - frame.MinX) * (frame.MaxY - frame.MinY);
    OGRGeometryH together = OGR_G_UnionCascaded(all);
    ck_assert_double_eq_tol(OGR_G_Area(together), rectangle, 1);
    ck_assert_double_eq_tol(OGR_G_Area(all), rectangle, 1);
    OGR_G_DestroyGeometry(together);
    OGR_G_DestroyGeometry(all);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("ground");
    TCase *tests = tcase_create("ground");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_test(tests, every_town_lies_on_land_in_its_own_country);
    tcase_add_loop_test(tests, waters_and_lands_of_the_delta_are_where_they_are_in_truth, 0,
                        sizeof places / sizeof places[0]);
    tcase_add_test(tests, the_sea_is_one_piece_whose_islands_are_large_enough_to_be_seen);
    tcase_add_test(tests, nothing_inland_is_left_open);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
