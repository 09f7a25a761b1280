/* The shipped boundaries held against the file of Statistics Belgium that they were built from,
 * where that is at hand: see SK_OFFICIAL_BOUNDARIES. Without it this program is skipped, not
 * passed. */
#include <stdio.h>
#include <unistd.h>

#include "boundaries/boundary_file.h"
#include "check_main.h"
#include "streekkaart/boundary_builder.h"

enum { SKIPPED = 77, MUNICIPALITIES = 308 };

START_TEST(the_source_areas_are_those_of_the_source) {
    GDALDatasetH set = open_set(SK_STUDY "/boundaries/regions.gpkg");
    GDALDatasetH source = open_set(SK_OFFICIAL_BOUNDARIES);
    OGRLayerH from = layer_of(source, "municipalities");
    OGRFeatureH feature, mine;
    size_t compared = 0;
    while ((feature = OGR_L_GetNextFeature(from)) != NULL) {
        char wanted[32];
        snprintf(wanted, sizeof wanted, "slug = '%.5s'", text_of(feature, "CD_MUNTY_REFNIS"));
        OGRLayerH layer = layer_of(set, "municipality");
        OGR_L_SetAttributeFilter(layer, wanted);
        if ((mine = OGR_L_GetNextFeature(layer)) != NULL) {
            double area = OGR_G_Area(OGR_F_GetGeometryRef(feature));
            ck_assert_double_eq_tol(number_of(mine, "source_area_m2"), area, area * 1e-5);
            compared++;
        }
        OGR_F_Destroy(mine);
        OGR_F_Destroy(feature);
    }
    ck_assert_uint_eq(compared, MUNICIPALITIES);
    GDALClose(source);
    GDALClose(set);
}
END_TEST

START_TEST(it_gives_308_municipalities_with_their_areas) {
    sk_diag *diag = sk_diag_create();
    sk_arena *arena = sk_arena_create();
    sk_project_settings settings;
    ck_assert_int_eq(sk_project_settings_open(SK_STUDY, arena, diag, &settings), SK_OK);
    sk_boundary_build options = {
        .settings = &settings, .source = SK_OFFICIAL_BOUNDARIES, .out = SK_TEST_OUT "/set.gpkg"};
    for (int level = 1; level < SK_REGION_LEVEL_COUNT; level++)
        options.levels[level].table = SK_STUDY "/boundaries/levels.csv";
    sk_boundary_report report;
    ck_assert_int_eq(sk_boundary_build_run(&options, diag, &report), SK_OK);
    ck_assert_uint_eq(report.regions[0], MUNICIPALITIES);
    ck_assert_uint_eq(report.regions[1], 15);
    ck_assert_uint_eq(report.regions[2], 5);
    ck_assert(report.worst_change < 0.001);
    sk_arena_free(arena);
    sk_diag_free(diag);
}
END_TEST

int main(void) {
    if (access(SK_OFFICIAL_BOUNDARIES, R_OK) != 0) {
        printf("skipped: there is no " SK_OFFICIAL_BOUNDARIES "\n");
        return SKIPPED;
    }
    Suite *suite = suite_create("official_source");
    TCase *tests = tcase_create("official_source");
    tcase_add_test(tests, the_source_areas_are_those_of_the_source);
    tcase_add_test(tests, it_gives_308_municipalities_with_their_areas);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
