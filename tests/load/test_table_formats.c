/* The catalogue may come in any format that OGR reads: it is the same catalogue. */
#include <gdal_utils.h>

#include "check_main.h"
#include "project_fixture.h"
#include "streekkaart/project.h"

enum { INFRASTRUCTURAL = 1, ORGANISATIONAL }; /* among the usual kinds of links */

static const char as_csv[] =
    "id,province,kind,name,number,place,area,link_type,from,to,lon,lat\n"
    "punt,antwerpen,point,Naam,1,Mol,,,,,4.44029,51.19995\n"
    "zone,antwerpen,zone,Naam,,,municipality:Geel,,,,,\n"
    "link,antwerpen,link,Naam,,,,infrastructural,zone,punt;place:eindhoven,,\n";

static const char with_semicolons[] =
    "\xEF\xBB\xBFid;province;kind;name;number;place;area;link_type;from;to;wkt\r\n"
    "punt;antwerpen;point;Naam;1;Mol;;;;;POINT (4.44029 51.19995)\r\n"
    "\r\n"
    "zone;antwerpen;zone;Naam;;;municipality:Geel;;;;\r\n"
    "link;antwerpen;link;Naam;;;;infrastructural;zone;\"punt; place:eindhoven\";\r\n";

/* Rewrites layers/FROM as layers/TO, and takes the first away. */
static void convert(const char *directory, const char *from, const char *to, const char *driver,
                    const char *crs) {
    char source_path[1024], target_path[1024];
    snprintf(source_path, sizeof source_path, "%s/layers/%s", directory, from);
    snprintf(target_path, sizeof target_path, "%s/layers/%s", directory, to);
    const char *open_options[] = {"ARRAY_AS_STRING=YES", NULL};
    bool json = strstr(from, ".geojson") != NULL;
    GDALDatasetH source =
        GDALOpenEx(source_path, GDAL_OF_VECTOR, NULL, json ? open_options : NULL, NULL);
    ck_assert_ptr_nonnull(source);
    char *arguments[] = {"-f", (char *)driver, crs == NULL ? NULL : "-t_srs", (char *)crs, NULL};
    GDALVectorTranslateOptions *options = GDALVectorTranslateOptionsNew(arguments, NULL);
    int failed = 0;
    GDALDatasetH target = GDALVectorTranslate(target_path, NULL, 1, &source, options, &failed);
    ck_assert_ptr_nonnull(target);
    GDALClose(target);
    GDALClose(source);
    GDALVectorTranslateOptionsFree(options);
    remove(source_path);
}

static void expect_the_catalogue(const char *directory, const char *file, long line) {
    sk_diag *diag = sk_diag_create();
    sk_project *project = NULL;
    sk_status status = sk_project_open(directory, diag, &project);
    fixture_expect(diag, "");
    ck_assert_int_eq(status, SK_OK);
    ck_assert_uint_eq(project->feature_count, 3);
    const sk_feature *point = &project->features[0], *link = &project->features[2];
    ck_assert_str_eq(point->id, "punt");
    ck_assert_int_eq(point->number, 1);
    ck_assert_str_eq(point->place, "Mol");
    ck_assert_double_eq_tol(point->geometry.parts[0].points[0].east_m, 155000, 5);
    ck_assert_str_eq(project->features[1].area.items[0], "municipality:Geel");
    ck_assert_int_eq(link->link_type, INFRASTRUCTURAL);
    ck_assert_uint_eq(link->to.count, 2);
    ck_assert_str_eq(link->to.items[1], "place:eindhoven");
    ck_assert_str_eq(link->origin.file, file);
    ck_assert_int_eq(link->origin.line, line);
    sk_project_free(project);
    sk_diag_free(diag);
}

static const struct {
    const char *file, *driver, *crs;
} geographic[] = {
    {"logistiek.gpkg", "GPKG", NULL},
    {"logistiek.gpkg", "GPKG", "EPSG:31370"},
    {"logistiek.gpkg", "GPKG", "EPSG:3857"},
    {"logistiek.json", "GeoJSON", NULL},
};

START_TEST(the_catalogue_may_be_in_any_geographic_format_and_projection) {
    const char *directory = fixture_make("geographic");
    convert(directory, "logistiek.geojson", geographic[_i].file, geographic[_i].driver,
            geographic[_i].crs);
    char file[64];
    snprintf(file, sizeof file, "layers/%s", geographic[_i].file);
    bool json = strcmp(geographic[_i].driver, "GeoJSON") == 0;
    expect_the_catalogue(directory, file, json ? 8 : 0);
}
END_TEST

START_TEST(the_catalogue_may_be_a_csv_with_lon_and_lat) {
    const char *directory = fixture_make("csv");
    fixture_remove(directory, "layers/logistiek.geojson");
    fixture_write(directory, "layers/logistiek.csv", as_csv);
    expect_the_catalogue(directory, "layers/logistiek.csv", 4);
}
END_TEST

START_TEST(the_catalogue_may_be_a_csv_as_excel_writes_it_with_well_known_text) {
    const char *directory = fixture_make("semicolons");
    fixture_remove(directory, "layers/logistiek.geojson");
    fixture_write(directory, "layers/logistiek.csv", with_semicolons);
    expect_the_catalogue(directory, "layers/logistiek.csv", 5);
}
END_TEST

START_TEST(the_catalogue_may_be_a_spreadsheet) {
    static const char *const files[] = {"logistiek.xlsx", "logistiek.ods"};
    static const char *const drivers[] = {"XLSX", "ODS"};
    const char *directory = fixture_make("spreadsheet");
    fixture_remove(directory, "layers/logistiek.geojson");
    fixture_write(directory, "layers/table.csv", as_csv);
    convert(directory, "table.csv", files[_i], drivers[_i], NULL);
    char file[64];
    snprintf(file, sizeof file, "layers/%s", files[_i]);
    expect_the_catalogue(directory, file, 4);
}
END_TEST

/* These two hold no rows without a geometry, or of another kind. */
START_TEST(the_points_of_a_sector_may_be_a_shapefile_or_flatgeobuf) {
    static const char *const files[] = {"logistiek.shp", "logistiek.fgb"};
    static const char *const drivers[] = {"ESRI Shapefile", "FlatGeobuf"};
    const char *directory = fixture_make("one-kind");
    fixture_write(directory, "layers/logistiek.geojson", COLLECTION(SOUND_POINT));
    convert(directory, "logistiek.geojson", files[_i], drivers[_i], "EPSG:31370");
    sk_diag *diag = sk_diag_create();
    sk_project *project = NULL;
    sk_status status = sk_project_open(directory, diag, &project);
    fixture_expect(diag, "");
    ck_assert_int_eq(status, SK_OK);
    ck_assert_uint_eq(project->feature_count, 1);
    ck_assert_double_eq_tol(project->features[0].geometry.parts[0].points[0].east_m, 155000, 5);
    sk_project_free(project);
    sk_diag_free(diag);
}
END_TEST

static const struct {
    const char *lon, *lat, *finding;
} cells[] = {
    {"abc", "51.2",
     "layers/logistiek.csv:2: a: a coordinate is not a number: abc: write lon and lat in degrees, "
     "with a decimal point\n"},
    {"\"4,4\"", "51.2",
     "layers/logistiek.csv:2: a: a coordinate is not a number: 4,4: write lon and lat in degrees, "
     "with a decimal point\n"},
    {"4.4", "",
     "layers/logistiek.csv:2: a: one of lon and lat is empty: write lon and lat in degrees, with a "
     "decimal point\n"},
    {"51.2", "4.4",
     "layers/logistiek.csv:2: a: longitude 51.2, latitude 4.4 lies far outside the map: longitude "
     "and latitude are swapped: write the longitude first\n"},
};

START_TEST(a_faulty_coordinate_in_a_csv_is_named) {
    const char *directory = fixture_make("cells");
    char text[256];
    snprintf(text, sizeof text, "id,province,kind,name,lon,lat\na,antwerpen,point,Naam,%s,%s\n",
             cells[_i].lon, cells[_i].lat);
    fixture_remove(directory, "layers/logistiek.geojson");
    fixture_write(directory, "layers/logistiek.csv", text);
    sk_diag *diag = sk_diag_create();
    sk_project *project = NULL;
    ck_assert_int_eq(sk_project_open(directory, diag, &project), SK_ERR_DATA);
    fixture_expect(diag, cells[_i].finding);
    sk_project_free(project);
    sk_diag_free(diag);
}
END_TEST

START_TEST(a_sector_file_without_a_coordinate_system_is_refused) {
    const char *directory = fixture_make("no-crs");
    convert(directory, "logistiek.geojson", "logistiek.gpkg", "GPKG", NULL);
    char path[1024];
    snprintf(path, sizeof path, "%s/layers/logistiek.gpkg", directory);
    GDALDatasetH dataset =
        GDALCreate(GDALGetDriverByName("GPKG"), path, 0, 0, 0, GDT_Unknown, NULL);
    static const char *const fields[] = {"id", "province", "kind", "name", NULL};
    fixture_fields(fixture_layer(dataset, "logistiek", 0), fields);
    GDALClose(dataset);
    sk_diag *diag = sk_diag_create();
    sk_project *project = NULL;
    ck_assert_int_eq(sk_project_open(directory, diag, &project), SK_ERR_DATA);
    fixture_expect(diag,
                   "layers/logistiek.gpkg: the coordinate system of the file is not known: save "
                   "the file in WGS 84 (EPSG:4326) or in EPSG:31370\n");
    sk_project_free(project);
    sk_diag_free(diag);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("formats");
    TCase *tests = tcase_create("formats");
    tcase_add_loop_test(tests, the_catalogue_may_be_in_any_geographic_format_and_projection, 0, 4);
    tcase_add_test(tests, the_catalogue_may_be_a_csv_with_lon_and_lat);
    tcase_add_test(tests, the_catalogue_may_be_a_csv_as_excel_writes_it_with_well_known_text);
    tcase_add_loop_test(tests, the_catalogue_may_be_a_spreadsheet, 0, 2);
    tcase_add_loop_test(tests, the_points_of_a_sector_may_be_a_shapefile_or_flatgeobuf, 0, 2);
    tcase_add_loop_test(tests, a_faulty_coordinate_in_a_csv_is_named, 0, 4);
    tcase_add_test(tests, a_sector_file_without_a_coordinate_system_is_refused);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
