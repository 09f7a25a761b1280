/* What the committed set, boundaries/regions.gpkg, promises. */
#include <stdio.h>

#include "boundaries/boundary_file.h"
#include "check_main.h"

static const struct {
    const char *slug, *name, *province;
} resocs[] = {
    {"antwerpen", "RESOC Antwerpen", "antwerpen"},
    {"brugge", "RESOC Brugge", "west-vlaanderen"},
    {"gent", "RESOC Gent en Rondom Gent", "oost-vlaanderen"},
    {"halle-vilvoorde", "RESOC Halle-Vilvoorde", "vlaams-brabant"},
    {"kempen", "RESOC Kempen", "antwerpen"},
    {"leuven", "RESOC Leuven", "vlaams-brabant"},
    {"limburg", "RESOC Limburg", "limburg"},
    {"mechelen", "RESOC Mechelen", "antwerpen"},
    {"meetjesland", "RESOC Meetjesland, Leie en Schelde", "oost-vlaanderen"},
    {"midden-west-vlaanderen", "RESOC Midden-West-Vlaanderen", "west-vlaanderen"},
    {"oostende", "RESOC Oostende", "west-vlaanderen"},
    {"waas-dender", "RESOC Waas & Dender", "oost-vlaanderen"},
    {"westhoek", "RESOC Westhoek", "west-vlaanderen"},
    {"zuid-oost-vlaanderen", "RESOC Zuid-Oost-Vlaanderen", "oost-vlaanderen"},
    {"zuid-west-vlaanderen", "RESOC Zuid-West-Vlaanderen", "west-vlaanderen"},
};
static const char *const provinces[] = {"antwerpen", "limburg", "oost-vlaanderen", "vlaams-brabant",
                                        "west-vlaanderen"};
enum { RESOCS = sizeof resocs / sizeof resocs[0], PROVINCES = 5, MUNICIPALITIES = 308 };

static GDALDatasetH set;

static void setup(void) {
    set = open_set(SK_STUDY "/boundaries/regions.gpkg");
}
static void teardown(void) {
    GDALClose(set);
}

START_TEST(it_has_308_municipalities_15_resocs_and_5_provinces) {
    ck_assert_int_eq(OGR_L_GetFeatureCount(layer_of(set, "municipality"), TRUE), MUNICIPALITIES);
    ck_assert_int_eq(OGR_L_GetFeatureCount(layer_of(set, "resoc"), TRUE), RESOCS);
    ck_assert_int_eq(OGR_L_GetFeatureCount(layer_of(set, "province"), TRUE), PROVINCES);
}
END_TEST

START_TEST(each_resoc_has_its_name_and_province) {
    OGRLayerH layer = layer_of(set, "resoc");
    for (size_t i = 0; i < RESOCS; i++) {
        OGRFeatureH feature = OGR_L_GetNextFeature(layer);
        ck_assert_str_eq(text_of(feature, "slug"), resocs[i].slug);
        ck_assert_str_eq(text_of(feature, "name"), resocs[i].name);
        ck_assert_str_eq(text_of(feature, "province"), resocs[i].province);
        OGR_F_Destroy(feature);
    }
}
END_TEST

START_TEST(the_area_of_each_resoc_is_within_a_thousandth_of_the_source) {
    OGRLayerH layer = layer_of(set, "resoc");
    OGRFeatureH feature;
    size_t compared = 0;
    while ((feature = OGR_L_GetNextFeature(layer)) != NULL) {
        double area = OGR_G_Area(OGR_F_GetGeometryRef(feature));
        double source = number_of(feature, "source_area_m2");
        ck_assert_msg(fabs(area / source - 1) < 0.001, "%s: %.0f m², in the source %.0f m²",
                      text_of(feature, "slug"), area, source);
        OGR_F_Destroy(feature);
        compared++;
    }
    ck_assert_uint_eq(compared, RESOCS);
}
END_TEST

/* No gap and no overlap over 1 m²: the members together are the whole, and none covers another. */
static void assert_tiled(const char *layer, const char *slug) {
    OGRGeometryH whole = polygons_where(layer_of(set, layer), "slug", slug);
    OGRGeometryH members = polygons_where(layer_of(set, "municipality"), layer, slug);
    OGRGeometryH together = OGR_G_UnionCascaded(members);
    OGRGeometryH difference = OGR_G_SymDifference(together, whole);
    ck_assert_msg(OGR_G_Area(difference) < 1, "%s %s differs by %g m²", layer, slug,
                  OGR_G_Area(difference));
    ck_assert_msg(OGR_G_Area(members) - OGR_G_Area(together) < 1, "%s %s: %g m² twice", layer, slug,
                  OGR_G_Area(members) - OGR_G_Area(together));
    OGR_G_DestroyGeometry(whole);
    OGR_G_DestroyGeometry(members);
    OGR_G_DestroyGeometry(together);
    OGR_G_DestroyGeometry(difference);
}

START_TEST(municipalities_tile_each_resoc) {
    assert_tiled("resoc", resocs[_i].slug);
}
END_TEST

START_TEST(municipalities_tile_each_province) {
    assert_tiled("province", provinces[_i]);
}
END_TEST

START_TEST(no_vertex_differs_between_the_two_sides_of_a_border) {
    border_edges all = {0};
    add_layer_edges(&all, layer_of(set, "municipality"));
    add_layer_edges(&all, layer_of(set, "neighbour"));
    add_layer_edges(&all, layer_of(set, "sea"));
    sort_edges(&all);
    ck_assert_uint_gt(all.count, 10000);
    ck_assert_uint_eq(loose_edges(&all), 0);
    free(all.edges);
}
END_TEST

static const char *const upper_layers[] = {"resoc", "province"};

START_TEST(borders_of_resocs_and_provinces_run_along_municipal_ones) {
    border_edges municipal = {0}, upper = {0};
    add_layer_edges(&municipal, layer_of(set, "municipality"));
    add_layer_edges(&upper, layer_of(set, upper_layers[_i]));
    sort_edges(&municipal);
    ck_assert_uint_gt(upper.count, 500);
    for (size_t i = 0; i < upper.count; i++) ck_assert(has_edge(&municipal, &upper.edges[i]));
    free(municipal.edges);
    free(upper.edges);
}
END_TEST

START_TEST(every_polygon_is_valid) {
    int polygons = 0;
    for (int i = 0; i < GDALDatasetGetLayerCount(set); i++) {
        OGRLayerH layer = GDALDatasetGetLayer(set, i);
        OGRFeatureH feature;
        OGR_L_ResetReading(layer);
        while ((feature = OGR_L_GetNextFeature(layer)) != NULL) {
            ck_assert_msg(OGR_G_IsValid(OGR_F_GetGeometryRef(feature)), "%s %s",
                          OGR_L_GetName(layer), text_of(feature, "name"));
            OGR_F_Destroy(feature);
            polygons++;
        }
    }
    ck_assert_int_ge(polygons, MUNICIPALITIES + RESOCS + PROVINCES + 8);
}
END_TEST

START_TEST(names_have_no_brackets) {
    OGRLayerH layer = layer_of(set, "municipality");
    OGRFeatureH feature;
    size_t kapellen = 0, names = 0;
    while ((feature = OGR_L_GetNextFeature(layer)) != NULL) {
        ck_assert_ptr_null(strchr(text_of(feature, "name"), '('));
        if (strcmp(text_of(feature, "name"), "Kapellen") == 0) kapellen++;
        names++;
        OGR_F_Destroy(feature);
    }
    ck_assert_uint_eq(kapellen, 1);
    ck_assert_uint_eq(names, MUNICIPALITIES);
}
END_TEST

START_TEST(brussels_wallonia_the_countries_around_and_the_sea_are_there) {
    static const char *const wanted[] = {"brussel", "wallonie", "nederland", "frankrijk",
                                         "duitsland"};
    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++)
        ck_assert_msg(area_where(layer_of(set, "neighbour"), "slug", wanted[i]) > 1e8, "%s",
                      wanted[i]);
    ck_assert(area_where(layer_of(set, "sea"), "slug", "noordzee") > 1e9);
}
END_TEST

/* The enclaves are fields and streets; some are smaller than the tolerance squared. */
START_TEST(the_enclaves_of_baarle_hertog_are_all_there_with_their_shape) {
    OGRGeometryH baarle = polygons_where(layer_of(set, "municipality"), "name", "Baarle-Hertog");
    ck_assert_int_ge(OGR_G_GetGeometryCount(baarle), 20);
    for (int i = 0; i < OGR_G_GetGeometryCount(baarle); i++) {
        OGRGeometryH outer = OGR_G_GetGeometryRef(OGR_G_GetGeometryRef(baarle, i), 0);
        ck_assert_int_ge(OGR_G_GetPointCount(outer), 5);
    }
    OGR_G_DestroyGeometry(baarle);
}
END_TEST

/* A coarse file of countries alone, as Natural Earth's, has the Netherlands before the beach of
 * Knokke, sea behind De Panne, and Germany west of the three countries' point. */
static const struct {
    const char *what, *layer, *slug;
    double east_m, north_m;
} places[] = {
    {"off Oostende", "sea", "noordzee", 48000, 217000},
    {"off Knokke", "sea", "noordzee", 79500, 229600},
    {"beach of Bray-Dunes", "neighbour", "frankrijk", 22300, 198900},
    {"inland of De Panne, across the border", "neighbour", "frankrijk", 23000, 195000},
    {"Sas van Gent", "neighbour", "nederland", 111500, 213500},
    {"west of the Vaalserberg", "neighbour", "nederland", 265500, 162000},
    {"east of the Vaalserberg", "neighbour", "duitsland", 267500, 161500},
    {"Aachen", "neighbour", "duitsland", 270500, 164000},
    {"Brussels", "neighbour", "brussel", 149600, 170400},
    {"Comines", "neighbour", "wallonie", 52500, 163500},
};

START_TEST(each_place_around_flanders_lies_where_it_should) {
    OGRGeometryH area = polygons_where(layer_of(set, places[_i].layer), "slug", places[_i].slug);
    OGRGeometryH point = OGR_G_CreateGeometry(wkbPoint);
    OGR_G_SetPoint_2D(point, 0, places[_i].east_m, places[_i].north_m);
    bool inside = OGR_G_Intersects(area, point);
    ck_assert_msg(inside, "%s is not in %s", places[_i].what, places[_i].slug);
    OGR_G_DestroyGeometry(area);
    OGR_G_DestroyGeometry(point);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("boundary_set");
    TCase *tests = tcase_create("boundary_set");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_test(tests, it_has_308_municipalities_15_resocs_and_5_provinces);
    tcase_add_test(tests, each_resoc_has_its_name_and_province);
    tcase_add_test(tests, the_area_of_each_resoc_is_within_a_thousandth_of_the_source);
    tcase_add_loop_test(tests, municipalities_tile_each_resoc, 0, RESOCS);
    tcase_add_loop_test(tests, municipalities_tile_each_province, 0, PROVINCES);
    tcase_add_test(tests, no_vertex_differs_between_the_two_sides_of_a_border);
    tcase_add_loop_test(tests, borders_of_resocs_and_provinces_run_along_municipal_ones, 0, 2);
    tcase_add_test(tests, every_polygon_is_valid);
    tcase_add_test(tests, names_have_no_brackets);
    tcase_add_test(tests, brussels_wallonia_the_countries_around_and_the_sea_are_there);
    tcase_add_test(tests, the_enclaves_of_baarle_hertog_are_all_there_with_their_shape);
    tcase_add_loop_test(tests, each_place_around_flanders_lies_where_it_should, 0,
                        sizeof places / sizeof places[0]);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
