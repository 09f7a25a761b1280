#include "check_main.h"
#include "project_fixture.h"
#include "streekkaart/project_check.h"

#define AT "layers/logistiek.geojson"
#define NUMBERED(id, number) \
    FEATURE(id, "point", ", \"place\": \"Mol\", \"number\": " number, IN_MOL)
#define PLACED(place, coordinates) \
    COLLECTION(FEATURE("a", "point", ", \"place\": \"" place "\"", POINT(coordinates)))
#define ZONE(ring) \
    COLLECTION(FEATURE("a", "zone", "", "{ \"type\": \"Polygon\", \"coordinates\": [[" ring "]] }"))

/* A catalogue, and what the check has to say about it. Geel ends at east 170000. */
static const struct {
    const char *text, *findings;
} catalogues[] = {
    {COLLECTION(SOUND_POINT ",\n" SOUND_ZONE ",\n" SOUND_LINK), ""},
    {COLLECTION(NUMBERED("a", "2") ",\n" NUMBERED("b", "1") ",\n" NUMBERED("c", "null")), ""},
    {COLLECTION(NUMBERED("a", "1") ",\n" NUMBERED("b", "2") ",\n" NUMBERED("c", "1")), AT
     ":4: c: number 1 is used twice on the map, also by a: give one of the two another number\n"},
    {COLLECTION(NUMBERED("a", "1") ",\n" NUMBERED("b", "3")),
     AT ":3: b: number 3 comes after 1 on the map: number the points of a map 1, 2, 3 and so on\n"},
    {COLLECTION(NUMBERED("a", "2")),
     AT ":2: a: number 2 comes after 0 on the map: number the points of a map 1, 2, 3 and so on\n"},
    {PLACED("Geel", "[4.65547, 51.19962]"), ""}, /* 40 m outside */
    {PLACED("Geel", "[4.656324, 51.199621]"),
     AT ":2: a: the point lies 100 m outside Geel: mend the coordinates or the place\n"},
    {PLACED("Mol", "[4.58336, 51.19978]"),
     AT ":2: a: the point lies 5000 m outside Mol: mend the coordinates or the place\n"},
    {ZONE("[4.7121, 51.2], [4.73, 51.2], [4.73, 51.21], [4.7121, 51.2]"), ""}, /* 4 km */
    {ZONE("[4.74073, 51.2], [4.76, 51.2], [4.76, 51.21], [4.74073, 51.2]"),
     AT ":2: a: the zone lies 6.0 km outside the province antwerpen: mend its coordinates or its "
        "region\n"},
    {COLLECTION(
         FEATURE("a", "zone", ", \"area\": \"municipality:Genk; municipality:Geel\"", "null")),
     ""},
};

static void check_project(const char *directory, const char *expected, sk_status status) {
    sk_diag *diag = sk_diag_create();
    sk_project *project = NULL;
    sk_status opened = sk_project_open(directory, diag, &project);
    fixture_expect(diag, "");
    ck_assert_int_eq(opened, SK_OK);
    sk_status checked = sk_project_check(project, diag);
    fixture_expect(diag, expected);
    ck_assert_int_eq(checked, status);
    sk_project_free(project);
    sk_diag_free(diag);
}

START_TEST(the_check_finds_wrong_numbers_and_wrong_places) {
    const char *directory = fixture_make("catalogue");
    fixture_write(directory, "layers/logistiek.geojson", catalogues[_i].text);
    bool sound = catalogues[_i].findings[0] == '\0';
    check_project(directory, catalogues[_i].findings, sound ? SK_OK : SK_ERR_DATA);
}
END_TEST

START_TEST(a_municipality_of_a_region_that_is_not_there_is_reported) {
    const char *directory = fixture_make("membership");
    char path[1024];
    snprintf(path, sizeof path, "%s/boundaries/regions.gpkg", directory);
    GDALDatasetH dataset = GDALOpenEx(path, GDAL_OF_VECTOR | GDAL_OF_UPDATE, NULL, NULL, NULL);
    GDALDatasetExecuteSQL(dataset, "UPDATE municipality SET resoc = 'x' WHERE name = 'Geel'", NULL,
                          NULL);
    GDALClose(dataset);
    check_project(
        directory,
        "boundaries/regions.gpkg: 13008: Geel lies in the resoc x, which is not there: run "
        "`streekkaart boundaries build` anew\n",
        SK_ERR_DATA);
}
END_TEST

START_TEST(what_stands_on_no_figure_is_reported) {
    const char *directory = fixture_make("no-figure");
    fixture_write(directory, "layers/zorg.geojson",
                  COLLECTION(FEATURE("a", "zone", ", \"area\": \"resoc:kempen\"", "null")));
    fixture_write(directory, "layers/presence.csv",
                  "sector,province,actor\nlogistiek,limburg,resoc:limburg\n");
    check_project(
        directory,
        "layers/zorg.geojson:2: a: no figure is the map of zorg in antwerpen: add the map "
        "to layers/figures.csv, or mend region and sector\n"
        "layers/presence.csv:2: resoc:limburg: no figure is the map of logistiek in "
        "limburg: add the map to layers/figures.csv, or mend region and sector\n",
        SK_ERR_DATA);
}
END_TEST

START_TEST(a_map_with_nothing_on_it_is_a_warning) {
    const char *directory = fixture_make("empty-map");
    fixture_write(directory, "layers/figures.csv",
                  "figure,kind,province,sector,title\n13,map,antwerpen,logistiek,L\n"
                  "20,map,limburg,zorg,Z\n");
    check_project(
        directory,
        "layers/figures.csv:3: figure 20: warning: nothing to draw yet on the map of zorg "
        "in limburg: add features to the sector's file, or actors to "
        "layers/presence.csv\n",
        SK_OK);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("check");
    TCase *tests = tcase_create("check");
    tcase_add_loop_test(tests, the_check_finds_wrong_numbers_and_wrong_places, 0,
                        (int)(sizeof catalogues / sizeof catalogues[0]));
    tcase_add_test(tests, a_municipality_of_a_region_that_is_not_there_is_reported);
    tcase_add_test(tests, what_stands_on_no_figure_is_reported);
    tcase_add_test(tests, a_map_with_nothing_on_it_is_a_warning);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
