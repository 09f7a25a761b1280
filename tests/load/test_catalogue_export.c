/* Who edits the catalogue in a GIS or a spreadsheet gets all of it, and what comes back is the same
 * catalogue. */
#include "streekkaart/catalogue_export.h"

#include <cpl_conv.h>
#include <gdal_utils.h>

#include "check_main.h"
#include "load/project/catalogue_forms.h"
#include "project_fixture.h"

static const char *const names[] = {"catalogue.gpkg", "catalogue.xlsx", "catalogue.ods"};
enum { GPKG, XLSX, ODS, FORMAT_COUNT };

static sk_diag *diag;
static sk_project *original, *copy;

static void set_up(void) {
    diag = sk_diag_create();
    original = copy = NULL;
}

static void tear_down(void) {
    sk_project_free(original);
    sk_project_free(copy);
    sk_diag_free(diag);
}

/* What a format could lose: digits, holes, line ends, spaces, formulas, and columns of others. */
static const char awkward_features[] = COLLECTION(
    FEATURE("punt", "point",
            ", \"number\": 7, \"place\": \"Mol\", \"basis\": \"prose\", \"gezien\": \"door An\", "
            "\"source\": \"=1+1\", \"remark\": \"  \\\"één\\\" & <twee>;\\ndrie  \"",
            POINT("[4.4402912345678912, 51.199950000000003]")) ",\n"
    FEATURE("vlek", "zone", ", \"source\": \"007\"",
            "{ \"type\": \"MultiPolygon\", \"coordinates\": [[[[4.44, 51.2], [4.46, 51.2], "
            "[4.46, 51.22], [4.44, 51.2]], [[4.45, 51.202], [4.455, 51.202], [4.455, 51.205], "
            "[4.45, 51.202]]], [[[4.5, 51.2], [4.52, 51.2], [4.5200000000000014, 51.22], "
            "[4.5, 51.2]]]] }") ",\n"
    FEATURE("zone", "zone", ", \"area\": [\"municipality:Geel\", \"resoc:limburg\"]", "null") ",\n"
    FEATURE("weg", "link", ", \"link_type\": \"infrastructural\"",
            "{ \"type\": \"LineString\", \"coordinates\": [[4.44, 51.2], [4.8, 51.2]] }") ",\n"
    SOUND_LINK);

static const char *make_awkward(const char *name) {
    const char *directory = fixture_make(name);
    fixture_write(directory, "layers/logistiek.geojson", awkward_features);
    fixture_write(
        directory, "layers/zorg.csv",
        "id,province,kind,name,number,lon,lat\nkliniek,antwerpen,point,2013,1,4.5,51.2\n");
    fixture_write(directory, "layers/sectors.csv",
                  "slug,name,symbol\nlogistiek,Logistiek,truck\nzorg,Zorg,cross\n");
    fixture_write(directory, "layers/figures.csv",
                  "figure,kind,province,sector,level,title,caption\n"
                  "52,sector-overview,,logistiek,,Overzicht,Overzicht logistiek\n"
                  "13,map,antwerpen,logistiek,,Logistiek,\"Logistiek, in Antwerpen\"\n"
                  "11,region-overview,,,province,Provincies,\n");
    return directory;
}

/* Exports to a file beside the project, and gives its path. */
static const char *export_to(const char *directory, const char *catalogue, const char *name) {
    static char path[1024];
    sk_catalogue_file file;
    sk_status status = sk_catalogue_export(directory, catalogue, name, diag, &file);
    fixture_expect(diag, "");
    ck_assert_int_eq(status, SK_OK);
    fixture_write_bytes(directory, name, file.bytes, file.length);
    sk_catalogue_file_free(&file);
    snprintf(path, sizeof path, "%s/%s", directory, name);
    return path;
}

static void expect_same_text(const char *a, const char *b) {
    ck_assert_msg((a == NULL) == (b == NULL), "%s is not %s", a, b);
    if (a != NULL) ck_assert_str_eq(a, b);
}

static void expect_same_list(const sk_string_list *a, const sk_string_list *b) {
    ck_assert_uint_eq(a->count, b->count);
    for (size_t i = 0; i < a->count; i++) ck_assert_str_eq(a->items[i], b->items[i]);
}

/* To the last bit. */
static void expect_same_shape(const sk_shape *a, const sk_shape *b) {
    ck_assert_int_eq(a->kind, b->kind);
    ck_assert_uint_eq(a->part_count, b->part_count);
    for (size_t i = 0; i < a->part_count; i++) {
        const sk_shape_part *p = &a->parts[i], *q = &b->parts[i];
        ck_assert_uint_eq(p->count, q->count);
        ck_assert_int_eq(p->hole, q->hole);
        ck_assert_mem_eq(p->points, q->points, p->count * sizeof *p->points);
    }
}

static void expect_same_feature(const sk_feature *a, const sk_feature *b) {
    const char *const texts[][2] = {
        {a->id, b->id},         {a->home, b->home},     {a->sector, b->sector}, {a->name, b->name},
        {a->source, b->source}, {a->remark, b->remark}, {a->place, b->place}};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        expect_same_text(texts[i][0], texts[i][1]);
    ck_assert_int_eq(a->kind, b->kind);
    ck_assert_int_eq(a->link_type, b->link_type);
    ck_assert_int_eq(a->number, b->number);
    ck_assert_int_eq(a->basis, b->basis);
    expect_same_list(&a->area, &b->area);
    expect_same_list(&a->from, &b->from);
    expect_same_list(&a->to, &b->to);
    expect_same_shape(&a->geometry, &b->geometry);
}

static void expect_same_lists(const sk_project *a, const sk_project *b) {
    ck_assert_uint_eq(a->figure_count, b->figure_count);
    for (size_t i = 0; i < a->figure_count; i++) {
        ck_assert_int_eq(a->figures[i].number, b->figures[i].number);
        ck_assert_int_eq(a->figures[i].kind, b->figures[i].kind);
        expect_same_list(&a->figures[i].homes, &b->figures[i].homes);
        expect_same_list(&a->figures[i].sectors, &b->figures[i].sectors);
        expect_same_text(a->figures[i].title, b->figures[i].title);
        expect_same_text(a->figures[i].caption, b->figures[i].caption);
        ck_assert_int_eq(a->figures[i].level, b->figures[i].level);
    }
    ck_assert_uint_eq(a->presence_count, b->presence_count);
    for (size_t i = 0; i < a->presence_count; i++) {
        expect_same_text(a->presence[i].sector, b->presence[i].sector);
        expect_same_text(a->presence[i].home, b->presence[i].home);
        expect_same_text(a->presence[i].actor, b->presence[i].actor);
        expect_same_text(a->presence[i].note, b->presence[i].note);
        ck_assert_int_eq(a->presence[i].recent, b->presence[i].recent);
    }
    ck_assert_uint_eq(a->sector_count, b->sector_count);
    for (size_t i = 0; i < a->sector_count; i++) {
        expect_same_text(a->sectors[i].slug, b->sectors[i].slug);
        expect_same_text(a->sectors[i].name, b->sectors[i].name);
        ck_assert_int_eq(a->sectors[i].symbol, b->sectors[i].symbol);
    }
}

static void expect_same_base_map(const sk_project *a, const sk_project *b) {
    ck_assert_uint_eq(a->place_count, b->place_count);
    for (size_t i = 0; i < a->place_count; i++) {
        expect_same_text(a->places[i].id, b->places[i].id);
        expect_same_text(a->places[i].name, b->places[i].name);
        ck_assert_mem_eq(&a->places[i].point, &b->places[i].point, sizeof a->places[i].point);
    }
    ck_assert_uint_eq(a->context_count, b->context_count);
    for (size_t i = 0; i < a->context_count; i++) {
        expect_same_text(a->context[i].id, b->context[i].id);
        expect_same_text(a->context[i].name, b->context[i].name);
        ck_assert_int_eq(a->context[i].kind, b->context[i].kind);
        ck_assert_int_eq(a->context[i].rank, b->context[i].rank);
        expect_same_shape(&a->context[i].shape, &b->context[i].shape);
    }
}

START_TEST(what_is_read_from_an_export_is_what_was_exported) {
    const char *directory = make_awkward("same");
    const char *path = export_to(directory, NULL, names[_i]);
    ck_assert_int_eq(sk_project_open(directory, diag, &original), SK_OK);
    ck_assert_int_eq(sk_project_open_catalogue(directory, path, diag, &copy), SK_OK);
    fixture_expect(diag, "");
    ck_assert_uint_eq(copy->feature_count, 6);
    for (size_t i = 0; i < copy->feature_count; i++)
        expect_same_feature(&original->features[i], &copy->features[i]);
    expect_same_lists(original, copy);
    expect_same_base_map(original, copy);
}
END_TEST

/* A column that its reader knows and the export does not is text to it, whatever it holds. */
START_TEST(each_column_that_is_read_stands_in_an_export_though_the_files_lack_it) {
    const char *directory = fixture_make("columns");
    const char *path = export_to(directory, NULL, names[GPKG]);
    GDALDatasetH dataset = GDALOpenEx(path, GDAL_OF_VECTOR, NULL, NULL, NULL);
    const sk_project_settings settings = {.levels = {{.slug = "province"}}, .level_count = 1};
    const sk_load load = {.arena = sk_arena_create(), .settings = &settings};
    for (int list = 0; list < SK_CATALOGUE_TABLE_COUNT; list++) {
        const sk_table_form form = sk_catalogue_form(&load, (sk_catalogue_list)list);
        OGRLayerH layer =
            GDALDatasetGetLayerByName(dataset, sk_catalogue_name((sk_catalogue_list)list));
        ck_assert_uint_ge(form.count, 2);
        for (size_t i = 0; i < form.count; i++) {
            OGRFieldDefnH field = OGR_FD_GetFieldDefn(OGR_L_GetLayerDefn(layer), (int)i);
            ck_assert_str_eq(OGR_Fld_GetNameRef(field), form.columns[i].name);
        }
    }
    sk_arena_free(load.arena);
    GDALClose(dataset);
}
END_TEST

START_TEST(an_export_of_an_export_has_the_same_bytes_and_the_columns_of_others) {
    const char *directory = make_awkward("again");
    sk_catalogue_file once, twice;
    ck_assert_int_eq(sk_catalogue_export(directory, NULL, names[GPKG], diag, &once), SK_OK);
    const char *path = export_to(directory, NULL, names[_i]);
    ck_assert_int_eq(sk_catalogue_export(directory, path, names[GPKG], diag, &twice), SK_OK);
    ck_assert_uint_eq(once.length, twice.length);
    ck_assert_mem_eq(once.bytes, twice.bytes, once.length);
    ck_assert_uint_eq(twice.features, 6);
    ck_assert_uint_eq(twice.figures, 3);
    fixture_write_bytes(directory, "twice.gpkg", twice.bytes, twice.length);
    sk_catalogue_file_free(&once);
    sk_catalogue_file_free(&twice);

    char twice_path[1024];
    snprintf(twice_path, sizeof twice_path, "%s/twice.gpkg", directory);
    GDALDatasetH dataset = GDALOpenEx(twice_path, GDAL_OF_VECTOR, NULL, NULL, NULL);
    OGRFeatureH first = OGR_L_GetNextFeature(GDALDatasetGetLayerByName(dataset, "features"));
    ck_assert_str_eq(OGR_F_GetFieldAsString(first, OGR_F_GetFieldIndex(first, "gezien")),
                     "door An");
    OGR_F_Destroy(first);
    GDALClose(dataset);
}
END_TEST

START_TEST(coordinates_in_lambert_are_exported_in_degrees) {
    const char *directory = fixture_make("lambert");
    char source[1024], target[1024];
    snprintf(source, sizeof source, "%s/layers/logistiek.geojson", directory);
    snprintf(target, sizeof target, "%s/layers/logistiek.gpkg", directory);
    const char *open_options[] = {"ARRAY_AS_STRING=YES", NULL};
    GDALDatasetH from = GDALOpenEx(source, GDAL_OF_VECTOR, NULL, open_options, NULL);
    char *arguments[] = {"-f", "GPKG", "-t_srs", "EPSG:31370", NULL};
    GDALVectorTranslateOptions *options = GDALVectorTranslateOptionsNew(arguments, NULL);
    GDALClose(GDALVectorTranslate(target, NULL, 1, &from, options, NULL));
    GDALVectorTranslateOptionsFree(options);
    GDALClose(from);
    remove(source);

    const char *path = export_to(directory, NULL, names[XLSX]);
    ck_assert_int_eq(sk_project_open(directory, diag, &original), SK_OK);
    ck_assert_int_eq(sk_project_open_catalogue(directory, path, diag, &copy), SK_OK);
    sk_ground_point a = original->features[0].geometry.parts[0].points[0];
    sk_ground_point b = copy->features[0].geometry.parts[0].points[0];
    ck_assert_double_eq_tol(a.east_m, b.east_m, 1e-3);
    ck_assert_double_eq_tol(a.north_m, b.north_m, 1e-3);
}
END_TEST

START_TEST(a_catalogue_with_a_fault_is_not_exported_without_what_is_faulty) {
    const char *directory = fixture_make("faulty");
    fixture_write(directory, "layers/logistiek.geojson",
                  COLLECTION(SOUND_POINT ",\n" FEATURE("x", "pont", "", IN_MOL)));
    sk_catalogue_file file;
    ck_assert_int_eq(sk_catalogue_export(directory, NULL, "out/c.xlsx", diag, &file), SK_ERR_DATA);
    ck_assert_ptr_null(file.bytes);
    fixture_expect(diag,
                   "layers/logistiek.geojson:3: x: unknown kind \"pont\": did you mean \"point\"?\n"
                   "out/c.xlsx: not written: what is faulty in the catalogue would be missing from "
                   "it: mend that first\n");
}
END_TEST

START_TEST(an_unknown_ending_is_refused) {
    sk_catalogue_file file;
    ck_assert_int_eq(
        sk_catalogue_export(fixture_make("ending"), NULL, "catalogue.doc", diag, &file),
        SK_ERR_USAGE);
    ck_assert_ptr_null(file.bytes);
    fixture_expect(diag,
                   "catalogue.doc: the file's name does not tell a format that can be written: let "
                   "it end in .gpkg, .xlsx or .ods\n");
}
END_TEST

START_TEST(an_outline_that_excel_would_cut_is_named_but_read_again_whole) {
    const char *directory = fixture_make("long");
    enum { POINTS = 3000, ROOM = POINTS * 32 + 1024 };
    char *text = sk_heap_array(ROOM, 1);
    int used = snprintf(text, ROOM, "%s",
                        "id,province,kind,name,link_type,wkt\nlang,antwerpen,"
                        "link,Naam,infrastructural,\"LINESTRING (4 51");
    for (int i = 0; i < POINTS; i++)
        used += snprintf(text + used, ROOM - used, ", 4.%05d 51.%d", 10000 + i, i % 9 + 1);
    snprintf(text + used, ROOM - used, ")\"\n");
    fixture_remove(directory, "layers/logistiek.geojson");
    fixture_write(directory, "layers/logistiek.csv", text);
    free(text);
    sk_catalogue_file file;
    ck_assert_int_eq(sk_catalogue_export(directory, NULL, names[_i], diag, &file), SK_OK);
    char *findings = fixture_findings(diag);
    bool warned = strstr(findings, "layers/logistiek.csv:2: lang: warning: a text of") != NULL;
    ck_assert_msg(warned == (_i == XLSX), "%s", findings);
    free(findings);
    fixture_write_bytes(directory, names[_i], file.bytes, file.length);
    sk_catalogue_file_free(&file);
    char path[1024];
    snprintf(path, sizeof path, "%s/%s", directory, names[_i]);
    ck_assert_int_eq(sk_project_open_catalogue(directory, path, diag, &copy), SK_OK);
    ck_assert_uint_eq(copy->features[0].geometry.parts[0].count, POINTS + 1);
}
END_TEST

/* As an editor that knows where the names of the columns stand. */
static GDALDatasetH open_to_edit(const char *path) {
    CPLSetConfigOption("OGR_XLSX_HEADERS", "FORCE");
    CPLSetConfigOption("OGR_ODS_HEADERS", "FORCE");
    GDALDatasetH dataset = GDALOpenEx(path, GDAL_OF_VECTOR | GDAL_OF_UPDATE, NULL, NULL, NULL);
    ck_assert_ptr_nonnull(dataset);
    return dataset;
}

/* Takes layers out of an exported file, and adds one that nothing reads. */
static void rearrange(const char *path, const char *without, const char *with) {
    GDALDatasetH dataset = open_to_edit(path);
    for (int i = GDALDatasetGetLayerCount(dataset) - 1; i >= 0; i--)
        if (strcmp(OGR_L_GetName(GDALDatasetGetLayer(dataset, i)), without) == 0)
            ck_assert_int_eq(GDALDatasetDeleteLayer(dataset, i), OGRERR_NONE);
    static const char *const fields[] = {"a", "b", NULL};
    OGRLayerH layer = GDALDatasetCreateLayer(dataset, with, NULL, wkbNone, NULL);
    fixture_fields(layer, fields);
    OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
    fixture_set(feature, "a", "iets");
    ck_assert_int_eq(OGR_L_CreateFeature(layer, feature), OGRERR_NONE);
    OGR_F_Destroy(feature);
    GDALClose(dataset);
}

START_TEST(a_layer_or_sheet_that_is_missing_or_misspelt_is_named) {
    const char *directory = fixture_make("rearranged");
    const char *path = export_to(directory, NULL, names[_i]);
    rearrange(path, "features", "fetures");
    ck_assert_int_eq(sk_project_open_catalogue(directory, path, diag, &copy), SK_ERR_DATA);
    char expected[4096];
    snprintf(expected, sizeof expected,
             "%s/fetures: warning: nothing reads the layer or sheet \"fetures\": did you mean "
             "\"features\"?\n"
             "%s: there is no layer or sheet \"features\": add it, or export the catalogue anew: "
             "streekkaart catalogue export\n",
             path, path);
    fixture_expect(diag, expected);
    ck_assert_uint_eq(copy->figure_count, 3);
}
END_TEST

START_TEST(a_fault_in_a_spreadsheet_is_named_with_its_sheet_and_row) {
    const char *directory = fixture_make("row");
    const char *path = export_to(directory, NULL, names[_i]);
    GDALDatasetH dataset = open_to_edit(path);
    OGRLayerH layer = GDALDatasetGetLayerByName(dataset, "figures");
    OGRFeatureH feature = OGR_L_GetNextFeature(layer);
    OGR_F_Destroy(feature);
    feature = OGR_L_GetNextFeature(layer);
    fixture_set(feature, "sector", "logistik");
    ck_assert_int_eq(OGR_L_SetFeature(layer, feature), OGRERR_NONE);
    OGR_F_Destroy(feature);
    GDALClose(dataset);
    ck_assert_int_eq(sk_project_open_catalogue(directory, path, diag, &copy), SK_ERR_DATA);
    char expected[2048];
    snprintf(expected, sizeof expected,
             "%s/figures:3: figure 13: unknown sector \"logistik\": did you mean \"logistiek\"?\n",
             path);
    fixture_expect(diag, expected);
}
END_TEST

START_TEST(rows_that_were_emptied_in_a_spreadsheet_are_no_features) {
    const char *directory = fixture_make("blank");
    const char *path = export_to(directory, NULL, names[_i]);
    GDALDatasetH dataset = open_to_edit(path);
    OGRLayerH layer = GDALDatasetGetLayerByName(dataset, "presence");
    OGRFeatureH feature = OGR_L_GetNextFeature(layer);
    for (int i = 0; i < OGR_F_GetFieldCount(feature); i++) OGR_F_UnsetField(feature, i);
    ck_assert_int_eq(OGR_L_SetFeature(layer, feature), OGRERR_NONE);
    OGR_F_Destroy(feature);
    GDALClose(dataset);
    sk_status status = sk_project_open_catalogue(directory, path, diag, &copy);
    fixture_expect(diag, "");
    ck_assert_int_eq(status, SK_OK);
    ck_assert_uint_eq(copy->presence_count, 1);
}
END_TEST

START_TEST(a_damaged_export_is_named_and_nothing_is_read) {
    const char *directory = fixture_make("damaged");
    sk_catalogue_file file;
    ck_assert_int_eq(sk_catalogue_export(directory, NULL, names[_i], diag, &file), SK_OK);
    fixture_write_bytes(directory, names[_i], file.bytes, file.length / 3);
    sk_catalogue_file_free(&file);
    char path[1024];
    snprintf(path, sizeof path, "%s/%s", directory, names[_i]);
    ck_assert_int_eq(sk_project_open_catalogue(directory, path, diag, &copy), SK_ERR_DATA);
    ck_assert_ptr_null(copy);
    char *findings = fixture_findings(diag);
    ck_assert_msg(strstr(findings, path) == findings && strstr(findings, "whole copy") != NULL,
                  "%s", findings);
    free(findings);
}
END_TEST

START_TEST(the_features_of_all_sectors_may_stand_in_one_file) {
    const char *directory = fixture_make("features");
    fixture_remove(directory, "layers/logistiek.geojson");
    fixture_write(directory, "layers/features.csv",
                  "sector,id,province,kind,name,number,lon,lat\n"
                  "zorg,b,antwerpen,point,Naam,1,4.5,51.2\n"
                  "logistiek,a,antwerpen,point,Naam,1,4.5,51.2\n"
                  "bouw,c,antwerpen,point,Naam,2,4.5,51.2\n");
    ck_assert_int_eq(sk_project_open(directory, diag, &original), SK_ERR_DATA);
    fixture_expect(diag,
                   "layers/features.csv:4: c: unknown sector \"bouw\": add it to "
                   "layers/sectors.csv, or use a slug that stands there\n");
    ck_assert_uint_eq(original->feature_count, 2);
    ck_assert_str_eq(original->features[0].sector, "zorg");
    ck_assert_str_eq(original->features[1].sector, "logistiek");
}
END_TEST

static const struct {
    const char *text;
    bool truth;
} truths[] = {{"true", true}, {"TRUE", true},    {"1", true},  {"WAAR", true},  {"false", false},
              {"", false},    {"ONWAAR", false}, {"0", false}, {"False", false}};

START_TEST(a_truth_may_be_written_as_spreadsheets_do) {
    const char *directory = fixture_make("truths");
    char text[256];
    snprintf(text, sizeof text,
             "sector,province,actor,recent,note\nlogistiek,antwerpen,resoc:kempen,%s,\n",
             truths[_i].text);
    fixture_write(directory, "layers/presence.csv", text);
    ck_assert_int_eq(sk_project_open(directory, diag, &original), SK_OK);
    ck_assert_int_eq(original->presence[0].recent, truths[_i].truth);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("export");
    TCase *tests = tcase_create("export");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, what_is_read_from_an_export_is_what_was_exported, 0, FORMAT_COUNT);
    tcase_add_test(tests, each_column_that_is_read_stands_in_an_export_though_the_files_lack_it);
    tcase_add_loop_test(tests, an_export_of_an_export_has_the_same_bytes_and_the_columns_of_others,
                        0, FORMAT_COUNT);
    tcase_add_test(tests, coordinates_in_lambert_are_exported_in_degrees);
    tcase_add_test(tests, a_catalogue_with_a_fault_is_not_exported_without_what_is_faulty);
    tcase_add_test(tests, an_unknown_ending_is_refused);
    tcase_add_loop_test(tests, an_outline_that_excel_would_cut_is_named_but_read_again_whole, 0,
                        FORMAT_COUNT);
    tcase_add_loop_test(tests, a_layer_or_sheet_that_is_missing_or_misspelt_is_named, 0,
                        FORMAT_COUNT);
    tcase_add_loop_test(tests, a_fault_in_a_spreadsheet_is_named_with_its_sheet_and_row, XLSX,
                        FORMAT_COUNT);
    tcase_add_loop_test(tests, rows_that_were_emptied_in_a_spreadsheet_are_no_features, XLSX,
                        FORMAT_COUNT);
    tcase_add_loop_test(tests, a_damaged_export_is_named_and_nothing_is_read, 0, FORMAT_COUNT);
    tcase_add_test(tests, the_features_of_all_sectors_may_stand_in_one_file);
    tcase_add_loop_test(tests, a_truth_may_be_written_as_spreadsheets_do, 0,
                        (int)(sizeof truths / sizeof truths[0]));
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
