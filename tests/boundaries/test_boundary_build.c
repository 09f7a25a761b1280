/* What `boundaries build` makes of small sources: two municipalities side by side, 10 km each. */
#include "streekkaart/boundary_builder.h"

#include <gdal_utils.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "boundary_file.h"
#include "check_main.h"

#define OUT SK_TEST_OUT "/set.gpkg"
#define SOURCE SK_TEST_OUT "/source.geojson"
#define LEVELS SK_TEST_OUT "/levels.csv"
#define NAMES SK_TEST_OUT "/level-names.csv"
#define COUNTRIES SK_TEST_OUT "/countries.geojson"

#define LAMBERT \
    "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::31370\"}},"
#define COLLECTION(crs, features) \
    "{\"type\":\"FeatureCollection\"," crs "\"features\":[" features "]}"
#define FEATURE(nis, name, ring)                                                     \
    "{\"type\":\"Feature\",\"properties\":{\"NISCODE\":\"" nis "\",\"NAAM\":\"" name \
    "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[" ring "]]}}"
#define COUNTRY(code, ring)                                    \
    "{\"type\":\"Feature\",\"properties\":{\"ISO_A3\":\"" code \
    "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[" ring "]]}}"

/* Their border has bends of 5 and 300 m. */
#define BORDER_UP "[150000,200000],[150125,202000],[150300,205000],[150000,210000]"
#define BORDER_DOWN "[150000,210000],[150300,205000],[150125,202000],[150000,200000]"
#define WEST_WITH(border) "[140000,200000]," border ",[140000,210000],[140000,200000]"
#define EAST_WITH(border) "[160000,210000]," border ",[160000,200000],[160000,210000]"
#define KAPELLEN FEATURE("11023", "Kapellen (Antwerpen)", WEST_WITH(BORDER_UP))
#define MECHELEN FEATURE("12025", "Mechelen", EAST_WITH(BORDER_DOWN))
#define TWO COLLECTION(LAMBERT, KAPELLEN "," MECHELEN)

#define LEVELS_HEAD "code,municipality,resoc,province\n"
#define LEVELS_ONE LEVELS_HEAD "11023,Kapellen,antwerpen,antwerpen\n"
#define LEVELS_TWO LEVELS_ONE "12025,Mechelen,mechelen,antwerpen\n"
#define NAMES_TWO                                                                       \
    "level,slug,name\nresoc,antwerpen,RESOC Antwerpen\nresoc,mechelen,RESOC Mechelen\n" \
    "province,antwerpen,Antwerpen\n"

static const char *const codes[] = {"NLD", "FRA"};
static const sk_surrounding around[] = {
    {"nederland", "Nederland", false, {&codes[0], 1}},
    {"frankrijk", "Frankrijk", false, {&codes[1], 1}},
    {"noordzee", "Noordzee", true, {NULL, 0}},
};
static const sk_project_settings settings = {
    .crs = "EPSG:31370",
    .levels = {{.slug = "municipality"},
               {.slug = "resoc"},
               {.slug = "province"},
               [SK_REGION_NEIGHBOUR] = {.slug = "neighbour"},
               [SK_REGION_SEA] = {.slug = "sea"}},
    .level_count = 3,
    .home = 2,
    .surroundings = around,
    .surrounding_count = sizeof around / sizeof *around,
};

static sk_diag *diag;
static sk_boundary_report report;

static void write_text(const char *path, const char *text) {
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    ck_assert_int_ge(fputs(text, file), 0);
    ck_assert_int_eq(fclose(file), 0);
}

static void setup(void) {
    diag = sk_diag_create();
    unlink(OUT);
    write_text(SOURCE, TWO);
    write_text(LEVELS, LEVELS_TWO);
    write_text(NAMES, NAMES_TWO);
}

static void teardown(void) {
    sk_diag_free(diag);
}

static sk_boundary_build build_of(const char *source) {
    sk_boundary_build build = {.settings = &settings, .source = source, .out = OUT};
    build.levels[1].table = build.levels[2].table = LEVELS;
    return build;
}

static sk_status build_with(const char *neighbours) {
    sk_boundary_build build = build_of(SOURCE);
    build.neighbours = neighbours;
    return sk_boundary_build_run(&build, diag, &report);
}

static sk_status build(void) {
    return build_with(NULL);
}

static void assert_found(sk_severity severity, const char *part) {
    bool found = false;
    for (size_t i = 0; i < sk_diag_count(diag); i++) {
        char *text = sk_finding_text(sk_diag_get(diag, i));
        if (sk_diag_get(diag, i)->severity == severity && strstr(text, part)) found = true;
        free(text);
    }
    ck_assert_msg(found, "no finding says: %s", part);
}

static char *read_bytes(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    ck_assert_ptr_nonnull(file);
    char *bytes = sk_heap_array(1 << 20, 1);
    *size = fread(bytes, 1, 1 << 20, file);
    fclose(file);
    return bytes;
}

START_TEST(a_polygon_gets_its_plain_name_and_all_that_its_table_tells) {
    ck_assert_int_eq(build(), SK_OK);
    ck_assert_uint_eq(report.regions[0], 2);
    GDALDatasetH set = open_set(OUT);
    OGRFeatureH feature = OGR_L_GetNextFeature(layer_of(set, "municipality"));
    ck_assert_str_eq(text_of(feature, "slug"), "11023");
    ck_assert_str_eq(text_of(feature, "name"), "Kapellen");
    ck_assert_str_eq(text_of(feature, "resoc"), "antwerpen");
    ck_assert_str_eq(text_of(feature, "province"), "antwerpen");
    OGR_F_Destroy(feature);
    GDALClose(set);
}
END_TEST

START_TEST(a_level_may_stand_in_a_column_of_the_source) {
    sk_boundary_build options = build_of(SOURCE);
    options.levels[1] = (sk_boundary_level){.column = "naam"};
    ck_assert_int_eq(sk_boundary_build_run(&options, diag, &report), SK_OK);
    ck_assert_uint_eq(report.regions[1], 2);
    GDALDatasetH set = open_set(OUT);
    OGRFeatureH feature = OGR_L_GetNextFeature(layer_of(set, "resoc"));
    ck_assert_str_eq(text_of(feature, "slug"), "kapellen-antwerpen");
    ck_assert_str_eq(text_of(feature, "name"), "Kapellen (Antwerpen)");
    ck_assert_str_eq(text_of(feature, "province"), "antwerpen");
    OGR_F_Destroy(feature);
    GDALClose(set);
}
END_TEST

static const char *const languages[] = {"nl", "fr", "pt-BR"};

static sk_boundary_build build_in_languages(sk_project_settings *spoken) {
    *spoken = settings;
    spoken->languages = (sk_string_list){languages, 3};
    sk_boundary_build options = build_of(SOURCE);
    options.settings = spoken;
    return options;
}

#define SPOKEN(properties)                                                                        \
    COLLECTION(LAMBERT, "{\"type\":\"Feature\",\"properties\":{\"NISCODE\":\"11023\"," properties \
                        "},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[" WEST_WITH(      \
                            BORDER_UP) "]]}}")

/* `column` of the first feature of the layer, in the set that was built. */
static void assert_first(const char *layer, const char *column, const char *text) {
    GDALDatasetH set = open_set(OUT);
    OGRFeatureH feature = OGR_L_GetNextFeature(layer_of(set, layer));
    ck_assert_str_eq(text_of(feature, column), text);
    OGR_F_Destroy(feature);
    GDALClose(set);
}

START_TEST(names_in_the_languages_of_the_project_come_along) {
    sk_project_settings spoken;
    sk_boundary_build options = build_in_languages(&spoken);
    options.levels[1] = (sk_boundary_level){.column = "streek"};
    write_text(SOURCE,
               SPOKEN("\"NAAM\":\"Kapellen\",\"naam_FR\":\"Chapelles\",\"name_pt_br\":\"Capelas\","
                      "\"name_de\":\"Kapelle\",\"streek\":\"Noord\",\"streek_fr\":\"Nord\""));
    write_text(LEVELS, LEVELS_ONE);
    write_text(NAMES, "level,slug,name,name_fr\nprovince,antwerpen,Antwerpen,Anvers\n");
    ck_assert_int_eq(sk_boundary_build_run(&options, diag, &report), SK_OK);
    assert_first("municipality", "name", "Kapellen");
    assert_first("municipality", "name_fr", "Chapelles");
    assert_first("municipality", "name_pt_BR", "Capelas");
    assert_first("resoc", "name_fr", "Nord");
    assert_first("province", "name_fr", "Anvers");
    GDALDatasetH set = open_set(OUT);
    OGRFeatureDefnH columns = OGR_L_GetLayerDefn(layer_of(set, "municipality"));
    ck_assert_int_lt(OGR_FD_GetFieldIndex(columns, "name_de"), 0); /* no language of the project */
    ck_assert_int_lt(OGR_FD_GetFieldIndex(columns, "name_nl"), 0); /* nobody has one */
    GDALClose(set);
}
END_TEST

START_TEST(a_column_of_names_that_ends_in_a_language_has_others_beside_it) {
    sk_project_settings spoken;
    sk_boundary_build options = build_in_languages(&spoken);
    write_text(SOURCE, SPOKEN("\"TX_MUNTY_DESCR_NL\":\"Vorst (Brussel)\","
                              "\"TX_MUNTY_DESCR_FR\":\"Forest (Bruxelles)\""));
    write_text(LEVELS, LEVELS_ONE);
    ck_assert_int_eq(sk_boundary_build_run(&options, diag, &report), SK_OK);
    assert_first("municipality", "name", "Vorst");
    assert_first("municipality", "name_fr", "Forest");
}
END_TEST

START_TEST(brackets_and_slashes_stay_where_they_belong_to_the_name) {
    write_text(SOURCE, SPOKEN("\"NAME\":\"Biel/Bienne (Oder)\""));
    write_text(LEVELS, LEVELS_ONE);
    ck_assert_int_eq(build(), SK_OK);
    assert_first("municipality", "name", "Biel/Bienne (Oder)");
}
END_TEST

START_TEST(names_that_give_one_slug_are_told) {
    sk_boundary_build options = build_of(SOURCE);
    options.levels[1] = (sk_boundary_level){.column = "NAAM"};
    write_text(SOURCE, COLLECTION(LAMBERT, FEATURE("11023", "Ô", WEST_WITH(BORDER_UP)) "," FEATURE(
                                               "12025", "O", EAST_WITH(BORDER_DOWN))));
    ck_assert_int_eq(sk_boundary_build_run(&options, diag, &report), SK_ERR_DATA);
    assert_found(
        SK_ERROR,
        "1 of its polygons have a resoc whose name gives the slug of another one: Ô and O");
}
END_TEST

START_TEST(many_features_with_one_fault_are_one_message) {
    write_text(
        SOURCE,
        COLLECTION(LAMBERT, FEATURE("1", "", "") "," FEATURE("2", "", "") "," FEATURE(
                                "3", "", "") "," FEATURE("4", "", "") "," FEATURE("5", "", "")));
    ck_assert_int_eq(build(), SK_ERR_DATA);
    assert_found(SK_ERROR, "5 of its 5 features have no geometry: 1, 2, 3 and 2 more");
    ck_assert_uint_eq(sk_diag_count(diag), 2);
}
END_TEST

static void count_stage(void *context, const char *stage) {
    ck_assert(*stage != '\0');
    ++*(int *)context;
}

START_TEST(who_waits_is_told_each_stage) {
    int stages = 0;
    sk_boundary_build options = build_of(SOURCE);
    options.progress = count_stage;
    options.progress_context = &stages;
    ck_assert_int_eq(sk_boundary_build_run(&options, diag, &report), SK_OK);
    ck_assert_int_eq(stages, 4); /* read, joined, simplified, written */
    struct stat file;
    ck_assert_int_eq(stat(OUT, &file), 0);
    ck_assert_uint_eq(report.bytes, (size_t)file.st_size);
}
END_TEST

START_TEST(what_is_not_at_home_is_a_neighbour_by_its_largest_region) {
    static const char *const homes[] = {"resoc:antwerpen"};
    sk_boundary_build options = build_of(SOURCE);
    options.homes = (sk_string_list){homes, 1};
    ck_assert_int_eq(sk_boundary_build_run(&options, diag, &report), SK_OK);
    ck_assert_uint_eq(report.regions[0], 1);
    GDALDatasetH set = open_set(OUT);
    OGRFeatureH feature = OGR_L_GetNextFeature(layer_of(set, "neighbour"));
    ck_assert_str_eq(text_of(feature, "slug"), "antwerpen");
    OGR_F_Destroy(feature);
    GDALClose(set);
}
END_TEST

START_TEST(a_home_that_is_not_there_is_named_with_the_nearest) {
    static const char *const homes[] = {"resoc:antwerpn"};
    sk_boundary_build options = build_of(SOURCE);
    options.homes = (sk_string_list){homes, 1};
    ck_assert_int_eq(sk_boundary_build_run(&options, diag, &report), SK_ERR_DATA);
    assert_found(SK_ERROR,
                 "--home: resoc:antwerpn: the source has no such resoc: did you mean "
                 "\"antwerpen\"?");
}
END_TEST

#define MERGERS SK_TEST_OUT "/mergers.csv"

START_TEST(merged_codes_become_one_region_on_old_boundaries) {
    sk_boundary_build options = build_of(SOURCE);
    options.mergers = MERGERS;
    write_text(MERGERS, "old,new\n11023,19999\n12025,19999\n");
    write_text(LEVELS, LEVELS_HEAD "19999,Samen,antwerpen,antwerpen\n");
    ck_assert_int_eq(sk_boundary_build_run(&options, diag, &report), SK_OK);
    ck_assert_uint_eq(report.regions[0], 1);
}
END_TEST

START_TEST(a_table_of_old_codes_is_read_on_new_boundaries) {
    sk_boundary_build options = build_of(SOURCE);
    options.mergers = MERGERS;
    write_text(MERGERS, "old,new\n11098,11023\n11099,11023\n");
    write_text(LEVELS, LEVELS_HEAD
               "11098,A,antwerpen,antwerpen\n11099,B,antwerpen,antwerpen\n"
               "12025,Mechelen,mechelen,antwerpen\n");
    ck_assert_int_eq(sk_boundary_build_run(&options, diag, &report), SK_OK);
    ck_assert_uint_eq(report.regions[0], 2);
}
END_TEST

START_TEST(a_merger_of_an_unknown_code_is_named) {
    sk_boundary_build options = build_of(SOURCE);
    options.mergers = MERGERS;
    write_text(MERGERS, "old,new\n44001,44999\n");
    ck_assert_int_eq(sk_boundary_build_run(&options, diag, &report), SK_ERR_DATA);
    assert_found(SK_ERROR,
                 "mergers.csv:2: 1 of 1 mergers name codes that the source does not have, "
                 "such as 44001 and 44999");
}
END_TEST

START_TEST(a_border_keeps_bends_above_the_tolerance_and_loses_those_below) {
    ck_assert_int_eq(build(), SK_OK);
    border_edges edges = {0};
    GDALDatasetH set = open_set(OUT);
    add_layer_edges(&edges, layer_of(set, "municipality"));
    sort_edges(&edges);
    ck_assert_uint_eq(loose_edges(&edges), 0);
    ck_assert(has_edge(&edges, &(border_edge){15000000, 20000000, 15030000, 20500000}));
    free(edges.edges);
    GDALClose(set);
}
END_TEST

/* A corner of the one beside an edge of the other, and points that miss each other by 20 cm. */
START_TEST(borders_that_miss_each_other_by_20_cm_are_closed) {
    write_text(
        SOURCE,
        COLLECTION(LAMBERT, FEATURE("11023", "Kapellen",
                                    WEST_WITH("[150000,200000],[150300,205000],[150000,"
                                              "210000]")) "," FEATURE("12025", "Mechelen",
                                                                      EAST_WITH("[150000.1,210000],"
                                                                                "[150150,207500.2],"
                                                                                "[150300.2,205000],"
                                                                                "[150000,200000."
                                                                                "1]"))));
    ck_assert_int_eq(build(), SK_OK);
    GDALDatasetH set = open_set(OUT);
    OGRGeometryH members = polygons_where(layer_of(set, "municipality"), NULL, NULL);
    OGRGeometryH whole = polygons_where(layer_of(set, "province"), NULL, NULL);
    OGRGeometryH together = OGR_G_UnionCascaded(members);
    ck_assert_double_eq_tol(OGR_G_Area(members), OGR_G_Area(together), 0.01);
    ck_assert_int_eq(OGR_G_GetGeometryCount(whole), 1);
    ck_assert_int_eq(OGR_G_GetGeometryCount(OGR_G_GetGeometryRef(whole, 0)), 1);
    OGR_G_DestroyGeometry(members);
    OGR_G_DestroyGeometry(whole);
    OGR_G_DestroyGeometry(together);
    GDALClose(set);
}
END_TEST

START_TEST(the_same_source_gives_the_same_bytes) {
    size_t size = 0, again = 0;
    ck_assert_int_eq(build(), SK_OK);
    char *first = read_bytes(OUT, &size);
    ck_assert_int_eq(build(), SK_OK);
    char *second = read_bytes(OUT, &again);
    ck_assert_uint_eq(size, again);
    ck_assert_mem_eq(first, second, size);
    free(first);
    free(second);
}
END_TEST

static const struct {
    const char *nis, *name, *code;
} known_columns[] = {
    {"CD_MUNTY_REFNIS", "TX_MUNTY_DESCR_NL", "11023"},
    {"cd_munty_refnis", "tx_munty_descr_nl", "11023"},
    {"CNIS5_2024", "T_MUN_NL", "11023"},
    {"NISCODE", "NAAM", "11023"},
    {"NISCODE", "NAME_DUT", "11023"},
    {"AdMuKey", "NameDUT", "11023"},
    {"GISCO_ID", "LAU_NAME", "BE_11023"},
};

START_TEST(the_columns_of_official_files_are_known) {
    char text[2000];
    snprintf(text, sizeof text,
             COLLECTION(LAMBERT,
                        "{\"type\":\"Feature\",\"properties\":{\"%s\":\"%s\",\"%s\":"
                        "\"Kapellen\"},\"geometry\":{\"type\":\"Polygon\","
                        "\"coordinates\":[[" WEST_WITH(BORDER_UP) "]]}}"),
             known_columns[_i].nis, known_columns[_i].code, known_columns[_i].name);
    write_text(SOURCE, text);
    write_text(LEVELS, LEVELS_ONE);
    ck_assert_int_eq(build(), SK_OK);
    ck_assert_uint_eq(report.regions[0], 1);
}
END_TEST

START_TEST(other_columns_are_named_by_option) {
    sk_boundary_build options = build_of(SOURCE);
    options.code_column = "naam";
    options.name_column = "niscode";
    write_text(SOURCE, COLLECTION(LAMBERT, FEATURE("Kapellen", "11023", WEST_WITH(BORDER_UP))));
    write_text(LEVELS, LEVELS_ONE);
    ck_assert_int_eq(sk_boundary_build_run(&options, diag, &report), SK_OK);
    ck_assert_uint_eq(report.regions[0], 1);
}
END_TEST

START_TEST(a_source_in_longitudes_and_latitudes_is_brought_to_lambert) {
    const char *arguments[] = {"-t_srs", "EPSG:4326", "-lco", "COORDINATE_PRECISION=9", NULL};
    GDALVectorTranslateOptions *options =
        GDALVectorTranslateOptionsNew((char **)(void *)arguments, NULL);
    GDALDatasetH from = open_set(SOURCE);
    GDALClose(GDALVectorTranslate(SK_TEST_OUT "/degrees.geojson", NULL, 1, &from, options, NULL));
    GDALVectorTranslateOptionsFree(options);
    GDALClose(from);
    ck_assert_int_eq(rename(SK_TEST_OUT "/degrees.geojson", SOURCE), 0);
    ck_assert_int_eq(build(), SK_OK);
    GDALDatasetH set = open_set(OUT);
    ck_assert_double_eq_tol(area_where(layer_of(set, "province"), NULL, NULL), 2e8, 1e4);
    GDALClose(set);
}
END_TEST

START_TEST(parts_with_the_same_code_become_one_municipality) {
    write_text(SOURCE, COLLECTION(LAMBERT, KAPELLEN
                                  "," FEATURE("11023", "Kapellen", EAST_WITH(BORDER_DOWN))));
    write_text(LEVELS, LEVELS_ONE);
    ck_assert_int_eq(build(), SK_OK);
    GDALDatasetH set = open_set(OUT);
    OGRGeometryH one = polygons_where(layer_of(set, "municipality"), NULL, NULL);
    ck_assert_int_eq(OGR_G_GetGeometryCount(one), 1);
    ck_assert_double_eq_tol(OGR_G_Area(one), 2e8, 1);
    OGR_G_DestroyGeometry(one);
    GDALClose(set);
}
END_TEST

START_TEST(an_invalid_polygon_is_mended_with_a_warning) {
    write_text(SOURCE,
               COLLECTION(LAMBERT, FEATURE("11023", "Kapellen",
                                           "[140000,200000],[150000,210000],[150000,200000],"
                                           "[140000,210000],[140000,200000]") "," MECHELEN));
    ck_assert_int_eq(build(), SK_OK);
    assert_found(
        SK_WARNING,
        "warning: 1 of its 2 features are invalid polygons and were mended: 11023 (the first: ");
}
END_TEST

/* Sea in the north, the Netherlands in the east, France elsewhere; a strip a kilometre wide along
 * the border that the countries' file takes for Belgian, and an overlap of as much. */
#define AROUND                                                                                  \
    COLLECTION(                                                                                 \
        LAMBERT,                                                                                \
        COUNTRY(                                                                                \
            "BEL",                                                                              \
            "[139000,199000],[159000,199000],[159000,211000],[139000,211000],"                  \
            "[139000,199000]") "," COUNTRY("NLD",                                               \
                                           "[159000,100000],[400000,100000],[400000,211000],["  \
                                           "159000,211000],"                                    \
                                           "[159000,100000]") "," COUNTRY("FRA",                \
                                                                          "[0,100000],[159000," \
                                                                          "100000],[159000,"    \
                                                                          "199000],[139000,"    \
                                                                          "199000],"            \
                                                                          "[139000,211000],[0," \
                                                                          "211000],[0,100000]"))

/* The same with what such files have besides: in France holes of 30 m, 200 m and 6 km, and along
 * its coast, which here runs at 211000, a pier and a slit of 100 m, an islet of 100 m and one of 2
 * km. */
#define WORN                                                                                                                                                   \
    COLLECTION(                                                                                                                                                \
        LAMBERT,                                                                                                                                               \
        COUNTRY(                                                                                                                                               \
            "NLD",                                                                                                                                             \
            "[159000,100000],[400000,100000],[400000,211000],[159000,211000],"                                                                                 \
            "[159000,100000]") "," COUNTRY("FRA",                                                                                                              \
                                           "[0,100000],[159000,100000],[159000,"                                                                               \
                                           "199000],[139000,199000],[139000,"                                                                                  \
                                           "211000],[110100,211000],[110100,"                                                                                  \
                                           "209000],[110000,209000],[110000,"                                                                                  \
                                           "211000],[100100,211000],[100100,"                                                                                  \
                                           "213000],[100000,213000],[100000,"                                                                                  \
                                           "211000],[0,211000],[0,100000]],"                                                                                   \
                                           "[[120000,150000],[120030,150000],[120030,"                                                                         \
                                           "150030],[120000,150030],[120000,"                                                                                  \
                                           "150000]],[[125000,150000],[125200,"                                                                                \
                                           "150000],[125200,150200],[125000,"                                                                                  \
                                           "150200],[125000,150000]],[[100000,"                                                                                \
                                           "150000],[106000,150000],[106000,"                                                                                  \
                                           "156000],[100000,156000],[100000,"                                                                                  \
                                           "150000]") "," COUNTRY("FRA",                                                                                       \
                                                                  "[80000,230000],"                                                                            \
                                                                  "[80100,230000],"                                                                            \
                                                                  "[80100,230100],"                                                                            \
                                                                  "[80000,230100],"                                                                            \
                                                                  "[80000,230000]") "," COUNTRY("FRA",                                                         \
                                                                                                "[70000,250000],[72000,250000],[72000,252000],[70000,252000]," \
                                                                                                "[70000,250000]"))

static const char *const surroundings[] = {AROUND, WORN};

START_TEST(the_sea_and_the_countries_meet_belgium_without_gap_or_overlap) {
    static const char *const layers[] = {"municipality", "neighbour", "sea"};
    border_edges edges = {0};
    OGRGeometryH all = OGR_G_CreateGeometry(wkbMultiPolygon);
    write_text(COUNTRIES, surroundings[_i]);
    ck_assert_int_eq(build_with(COUNTRIES), SK_OK);
    GDALDatasetH set = open_set(OUT);
    double total = 0;
    for (size_t i = 0; i < 3; i++) {
        OGRLayerH layer = layer_of(set, layers[i]);
        add_layer_edges(&edges, layer);
        total += area_where(layer, NULL, NULL);
        OGRGeometryH one = polygons_where(layer, NULL, NULL);
        for (int p = 0; p < OGR_G_GetGeometryCount(one); p++)
            OGR_G_AddGeometry(all, OGR_G_GetGeometryRef(one, p));
        OGR_G_DestroyGeometry(one);
    }
    sort_edges(&edges);
    ck_assert_uint_eq(loose_edges(&edges), 0);
    OGRGeometryH together = OGR_G_UnionCascaded(all);
    OGREnvelope frame;
    OGR_G_GetEnvelope(together, &frame);
    ck_assert_double_eq_tol(OGR_G_Area(together), total, 1);
    ck_assert_double_eq_tol((frame.MaxX - frame.MinX) * (frame.MaxY - frame.MinY), total, 1);
    OGR_G_DestroyGeometry(together);
    OGR_G_DestroyGeometry(all);
    free(edges.edges);
    GDALClose(set);
}
END_TEST

typedef struct {
    const char *layer, *slug;
    double east_m, north_m;
} place_on_map;

static void assert_places(const place_on_map *places, size_t count) {
    GDALDatasetH set = open_set(OUT);
    for (size_t i = 0; i < count; i++) {
        OGRGeometryH land = polygons_where(layer_of(set, places[i].layer), "slug", places[i].slug);
        OGRGeometryH point = OGR_G_CreateGeometry(wkbPoint);
        OGR_G_SetPoint_2D(point, 0, places[i].east_m, places[i].north_m);
        bool inside = OGR_G_Intersects(land, point);
        ck_assert_msg(inside, "%s is not at %.0f %.0f", places[i].slug, places[i].east_m,
                      places[i].north_m);
        OGR_G_DestroyGeometry(point);
        OGR_G_DestroyGeometry(land);
    }
    GDALClose(set);
}

START_TEST(strips_along_the_border_go_to_the_nearest_neighbour) {
    static const place_on_map places[] = {
        {"neighbour", "frankrijk", 139500, 205000}, /* Belgian to the countries' file */
        {"neighbour", "nederland", 160500, 205000}, /* never was */
        {"sea", "noordzee", 150000, 210500},        /* Belgian to it as well */
        {"neighbour", "frankrijk", 150000, 199500},
    };
    write_text(COUNTRIES, AROUND);
    ck_assert_int_eq(build_with(COUNTRIES), SK_OK);
    assert_places(places, sizeof places / sizeof places[0]);
}
END_TEST

/* Its border with Belgium runs across the true one, half of it this side and half the other. */
#define CROSSING                                                                         \
    COLLECTION(LAMBERT, COUNTRY("FRA",                                                   \
                                "[0,100000],[400000,100000],[400000,300000],[0,300000]," \
                                "[0,100000]],[[139000,199000],[141000,211000],[161000,"  \
                                "211000],[161000,199000],[139000,199000]"))

START_TEST(a_strip_that_changes_hands_leaves_no_corner_in_the_border) {
    border_edges edges = {0};
    write_text(COUNTRIES, CROSSING);
    ck_assert_int_eq(build_with(COUNTRIES), SK_OK);
    GDALDatasetH set = open_set(OUT);
    add_layer_edges(&edges, layer_of(set, "neighbour"));
    sort_edges(&edges);
    ck_assert(has_edge(&edges, &(border_edge){14000000, 20000000, 14000000, 21000000}));
    free(edges.edges);
    GDALClose(set);
}
END_TEST

/* How many rings the one feature of that slug has: its outlines, and its holes. */
static int rings_of(GDALDatasetH set, const char *layer, const char *slug) {
    OGRGeometryH area = polygons_where(layer_of(set, layer), "slug", slug);
    int rings = 0;
    for (int i = 0; i < OGR_G_GetGeometryCount(area); i++)
        rings += OGR_G_GetGeometryCount(OGR_G_GetGeometryRef(area, i));
    OGR_G_DestroyGeometry(area);
    return rings;
}

START_TEST(holes_inland_become_land_and_leave_no_line) {
    static const place_on_map places[] = {
        {"neighbour", "frankrijk", 120015, 150015},
        {"neighbour", "frankrijk", 125100, 150100},
        {"neighbour", "frankrijk", 103000, 153000},
    };
    write_text(COUNTRIES, WORN);
    ck_assert_int_eq(build_with(COUNTRIES), SK_OK);
    assert_places(places, sizeof places / sizeof places[0]);
    GDALDatasetH set = open_set(OUT);
    ck_assert_int_eq(rings_of(set, "neighbour", "frankrijk"), 2); /* with the larger islet */
    GDALClose(set);
}
END_TEST

START_TEST(what_is_too_narrow_to_print_goes_from_a_coast) {
    static const place_on_map places[] = {
        {"sea", "noordzee", 100050, 212000},        /* the pier */
        {"sea", "noordzee", 80050, 230050},         /* the islet */
        {"neighbour", "frankrijk", 110050, 210000}, /* the slit */
        {"neighbour", "frankrijk", 71000, 251000},  /* an island */
    };
    write_text(COUNTRIES, WORN);
    ck_assert_int_eq(build_with(COUNTRIES), SK_OK);
    assert_places(places, sizeof places / sizeof places[0]);
    GDALDatasetH set = open_set(OUT);
    ck_assert_int_eq(rings_of(set, "sea", "noordzee"), 2);
    GDALClose(set);
}
END_TEST

/* As the packages of geo-maps have it, and others that are known. */
static const char *const code_columns[] = {"A3", "ADM0_A3", "CNTR_ID", "iso_a2", "id", "NAME"};

START_TEST(the_columns_of_files_of_countries_are_known) {
    char text[2000];
    snprintf(text, sizeof text,
             COLLECTION(LAMBERT,
                        "{\"type\":\"Feature\",\"properties\":{\"%s\":\"NLD\"},"
                        "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[160000,100000],"
                        "[400000,100000],[400000,211000],[160000,211000],[160000,100000]]]}}"),
             code_columns[_i]);
    write_text(COUNTRIES, text);
    ck_assert_int_eq(build_with(COUNTRIES), SK_OK);
    ck_assert_uint_eq(report.regions[SK_REGION_NEIGHBOUR], 1);
}
END_TEST

/* Each row spoils one file (or takes it away, when `text` is NULL), and says what must be found. */
static const struct {
    const char *file, *text, *says;
} faults[] = {
    {SOURCE, NULL, "source.geojson: there is no such file"},
    {SOURCE, "{\"type\":\"Feature", "source.geojson: cannot be read"},
    {SOURCE, COLLECTION(LAMBERT, ""), "source.geojson"},
    {SOURCE,
     COLLECTION(LAMBERT,
                "{\"type\":\"Feature\",\"properties\":{\"nummer\":\"11023\",\"stad\":\"x\"},"
                "\"geometry\":null}"),
     "no layer has a known column of codes and a known column of names; the columns are nummer, "
     "stad: "
     "name them with --code and --name"},
    {SOURCE, COLLECTION(LAMBERT, FEATURE("59350", "x", WEST_WITH(BORDER_UP))),
     "2 of its 2 codes, such as 11023, are not among the 1 of the source, such as 59350"},
    {SOURCE, COLLECTION(LAMBERT, FEATURE("", "x", WEST_WITH(BORDER_UP))),
     "none of its 1 features has a code"},
    {SOURCE,
     COLLECTION(LAMBERT, KAPELLEN ",{\"type\":\"Feature\",\"properties\":{\"NISCODE\":"
                                  "\"12025\",\"NAAM\":\"Mechelen\"},\"geometry\":null}"),
     "1 of its 2 features have no geometry: 12025: give them polygons"},
    {SOURCE,
     COLLECTION(LAMBERT, KAPELLEN "," FEATURE("12025", "Mechelen",
                                              EAST_WITH("[150000,210000],[150100,205000],[150125,"
                                                        "202000],[150000,200000]"))),
     "1 of its borders overlap a neighbour: "},
    {SOURCE,
     COLLECTION(LAMBERT, KAPELLEN "," FEATURE("12025", "Mechelen",
                                              EAST_WITH("[150000,210000],[150303,205000],[150125,"
                                                        "202000],[150000,200000]"))),
     "1 of its borders leave a gap: "},
    {SOURCE,
     COLLECTION(LAMBERT, KAPELLEN "," FEATURE("12025", "Mechelen",
                                              EAST_WITH("[149000,210000],[152000,206000],[149000,"
                                                        "200000]"))),
     "of its borders cross another one: "},
    {SOURCE,
     COLLECTION(LAMBERT, KAPELLEN
                "," FEATURE("12025", "Mechelen", "[1e9,1e9],[2e9,1e9],[2e9,2e9],[1e9,1e9]")),
     "1 of its 2 features have no polygon where the map can be: 12025: look at the CRS"},
    {LEVELS, NULL, "levels.csv: there is no such file"},
    {LEVELS, "code,province\n11023,antwerpen\n", "levels.csv:1: there is no column resoc"},
    {LEVELS, LEVELS_ONE "12025,Mechelen,,antwerpen\n",
     "1 of its 2 polygons lie in a region of some levels and in no resoc, such as 12025, Mechelen"},
    {LEVELS, LEVELS_TWO "13040,Turnhout,antwerpen,antwerpen\n",
     "levels.csv:4: 1 of its 3 codes, such as 13040, are not among the 2 of the source"},
    {LEVELS, LEVELS_TWO "12025,Mechelen,antwerpen,antwerpen\n",
     "levels.csv:4: what stands here or below stood before: 12025: leave one line for each"},
    {LEVELS, LEVELS_ONE "12025,Mechelen,kempen,antwerpen\n",
     "level-names.csv: 1 resoc regions of "},
    {LEVELS, LEVELS_ONE "12025,Mechelen,antwerpen,limburg\n",
     "1 of the polygons lie in another province than the rest of their resoc: Mechelen (in "
     "limburg, "
     "antwerpen in antwerpen)"},
    {NAMES, NULL, "level-names.csv: there is no such file"},
    {COUNTRIES, NULL, "countries.geojson: there is no such file"},
    {COUNTRIES, COLLECTION(LAMBERT, COUNTRY("CHN", WEST_WITH(BORDER_UP))),
     "none of the regions' neighbours is in it"},
    {COUNTRIES, "{\"type\":\"FeatureCollection\",\"features\":[{",
     "countries.geojson: cannot be read"},
    {COUNTRIES,
     "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Polygon\",\"coordinates\":"
     "[[[2,51],[4,51],[4,52],[2,51]]]}]}",
     "countries.geojson: no layer has a known column of codes and a known column of names; the "
     "columns are none: give a file with a column ADM0_A3"},
    {COUNTRIES,
     COLLECTION(LAMBERT,
                "{\"type\":\"Feature\",\"properties\":{\"A3\":\"NLD\"},\"geometry\":null},"
                "{\"type\":\"Feature\",\"properties\":{\"A3\":\"FRA\"},\"geometry\":"
                "{\"type\":\"Point\",\"coordinates\":[150000,190000]}}"),
     "countries.geojson: none of the regions' neighbours is in it: give polygons of countries"},
    {COUNTRIES,
     COLLECTION(LAMBERT, COUNTRY("NLD",
                                 "[1e300,1e300],[2e300,1e300],[2e300,2e300],"
                                 "[1e300,1e300]")),
     "none of the regions' neighbours is in it"},
};
enum { FAULTS = sizeof faults / sizeof faults[0] };

START_TEST(what_is_wrong_is_said_and_nothing_written) {
    write_text(COUNTRIES, AROUND);
    if (faults[_i].text != NULL)
        write_text(faults[_i].file, faults[_i].text);
    else
        unlink(faults[_i].file);
    ck_assert_int_eq(build_with(COUNTRIES), SK_ERR_DATA);
    assert_found(SK_ERROR, faults[_i].says);
    ck_assert_int_ne(access(OUT, F_OK), 0);
}
END_TEST

START_TEST(a_source_that_names_no_crs_is_refused) {
    GDALDatasetH from = open_set(SOURCE);
    GDALClose(GDALVectorTranslate(SK_TEST_OUT "/nameless.shp", NULL, 1, &from, NULL, NULL));
    GDALClose(from);
    unlink(SK_TEST_OUT "/nameless.prj");
    sk_boundary_build of = build_of(SK_TEST_OUT "/nameless.shp");
    ck_assert_int_eq(sk_boundary_build_run(&of, diag, &report), SK_ERR_DATA);
    assert_found(SK_ERROR, "does not say in which CRS it is");
}
END_TEST

START_TEST(a_build_that_fails_leaves_the_old_set) {
    size_t size = 0;
    write_text(OUT, "old");
    unlink(LEVELS);
    ck_assert_int_eq(build(), SK_ERR_DATA);
    char *bytes = read_bytes(OUT, &size);
    ck_assert_str_eq(bytes, "old");
    free(bytes);
}
END_TEST

START_TEST(a_folder_that_cannot_be_made_is_an_error_of_the_environment) {
    sk_boundary_build options = build_of(SOURCE);
    options.out = LEVELS "/none/set.gpkg";
    ck_assert_int_eq(sk_boundary_build_run(&options, diag, &report), SK_ERR_ENVIRONMENT);
    assert_found(SK_ERROR, "none: cannot write in this folder");
}
END_TEST

START_TEST(a_layer_that_is_not_there_is_named_with_those_that_are) {
    sk_boundary_build options = build_of(SOURCE);
    options.layer = "x";
    ck_assert_int_eq(sk_boundary_build_run(&options, diag, &report), SK_ERR_DATA);
    assert_found(SK_ERROR, "there is no layer x; the layers are source");
}
END_TEST

static TCase *good_sources(void) {
    TCase *tests = tcase_create("good sources");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_test(tests, a_polygon_gets_its_plain_name_and_all_that_its_table_tells);
    tcase_add_test(tests, a_level_may_stand_in_a_column_of_the_source);
    tcase_add_test(tests, names_in_the_languages_of_the_project_come_along);
    tcase_add_test(tests, a_column_of_names_that_ends_in_a_language_has_others_beside_it);
    tcase_add_test(tests, brackets_and_slashes_stay_where_they_belong_to_the_name);
    tcase_add_test(tests, who_waits_is_told_each_stage);
    tcase_add_test(tests, what_is_not_at_home_is_a_neighbour_by_its_largest_region);
    tcase_add_test(tests, a_home_that_is_not_there_is_named_with_the_nearest);
    tcase_add_test(tests, merged_codes_become_one_region_on_old_boundaries);
    tcase_add_test(tests, a_table_of_old_codes_is_read_on_new_boundaries);
    tcase_add_test(tests, a_merger_of_an_unknown_code_is_named);
    tcase_add_test(tests, a_border_keeps_bends_above_the_tolerance_and_loses_those_below);
    tcase_add_test(tests, borders_that_miss_each_other_by_20_cm_are_closed);
    tcase_add_test(tests, the_same_source_gives_the_same_bytes);
    tcase_add_loop_test(tests, the_columns_of_official_files_are_known, 0,
                        sizeof known_columns / sizeof known_columns[0]);
    tcase_add_test(tests, other_columns_are_named_by_option);
    tcase_add_test(tests, a_source_in_longitudes_and_latitudes_is_brought_to_lambert);
    tcase_add_test(tests, parts_with_the_same_code_become_one_municipality);
    tcase_add_test(tests, an_invalid_polygon_is_mended_with_a_warning);
    tcase_add_loop_test(tests, the_sea_and_the_countries_meet_belgium_without_gap_or_overlap, 0,
                        sizeof surroundings / sizeof surroundings[0]);
    tcase_add_test(tests, strips_along_the_border_go_to_the_nearest_neighbour);
    tcase_add_test(tests, a_strip_that_changes_hands_leaves_no_corner_in_the_border);
    tcase_add_test(tests, holes_inland_become_land_and_leave_no_line);
    tcase_add_test(tests, what_is_too_narrow_to_print_goes_from_a_coast);
    tcase_add_loop_test(tests, the_columns_of_files_of_countries_are_known, 0,
                        sizeof code_columns / sizeof code_columns[0]);
    return tests;
}

static TCase *faulty_sources(void) {
    TCase *tests = tcase_create("faulty sources");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_loop_test(tests, what_is_wrong_is_said_and_nothing_written, 0, FAULTS);
    tcase_add_test(tests, names_that_give_one_slug_are_told);
    tcase_add_test(tests, many_features_with_one_fault_are_one_message);
    tcase_add_test(tests, a_source_that_names_no_crs_is_refused);
    tcase_add_test(tests, a_build_that_fails_leaves_the_old_set);
    tcase_add_test(tests, a_folder_that_cannot_be_made_is_an_error_of_the_environment);
    tcase_add_test(tests, a_layer_that_is_not_there_is_named_with_those_that_are);
    return tests;
}

int main(void) {
    Suite *suite = suite_create("boundary_build");
    suite_add_tcase(suite, good_sources());
    suite_add_tcase(suite, faulty_sources());
    return run_suite(suite);
}
