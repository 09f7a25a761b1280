#include "streekkaart/style_sheet.h"

#include "check_main.h"
#include "load/style/kind_signs.h"
#include "load/style/style_keys.h"
#include "project_fixture.h"

static sk_diag *diag;
static sk_style_sheet style;

static void set_up(void) {
    diag = sk_diag_create();
    memset(&style, 0, sizeof style);
}

static void tear_down(void) {
    sk_diag_free(diag);
}

static sk_status parse(const char *text) {
    return sk_style_sheet_parse(text, strlen(text), "styles/s.json", diag, &style);
}

START_TEST(the_style_of_the_study_is_read_whole) {
    ck_assert_int_eq(sk_style_sheet_open(SK_TEST_PROJECT, NULL, "study", diag, &style), SK_OK);
    fixture_expect(diag, "");
    ck_assert_str_eq(style.crs, "EPSG:31370");
    ck_assert_double_eq(style.page.width_mm, 160);
    ck_assert_double_eq_tol(style.chosen.name.size_mm, 7 * 25.4 / 72, 1e-9);
    ck_assert_uint_eq(style.border.country.dash_count, 4);
    ck_assert_uint_eq(style.border.coast.dash_count, 0);
    ck_assert(style.zone.name.italic && !style.town.name.italic);
    ck_assert(style.legend.shown && !style.title.shown);
    ck_assert_int_gt(style.town.max_rank, 0);
    ck_assert_double_gt(style.border.small_parcel_mm, 0);
    ck_assert_double_eq(style.zone.fill.alpha, 1);
    ck_assert_double_gt(style.zone.hatch_gap_mm, style.zone.hatch.width_mm);
}
END_TEST

/* A value that each kind of key takes. */
static const char *const sound_values[] = {
    [SK_STYLE_LENGTH] = "\"3 mm\"",
    [SK_STYLE_SIZE] = "\"3 mm\"",
    [SK_STYLE_PAGE_SIZE] = "\"300 mm\"",
    [SK_STYLE_NUMBER] = "0.5",
    [SK_STYLE_COUNT] = "2",
    [SK_STYLE_FLAG] = "true",
    [SK_STYLE_STRING] = "\"Tekst\"",
    [SK_STYLE_LINE_WIDTH] = "\"0.3 mm\"",
    [SK_STYLE_CRS] = "\"EPSG:3812\"",
    [SK_STYLE_COLOUR] = "\"#ff0000\"",
    [SK_STYLE_PALETTE] = "[\"#ff0000\", \"#00ff00\"]",
    [SK_STYLE_PLACE] = "\"top-right\"",
    [SK_STYLE_STROKE] = "{ \"colour\": \"#ff0000\", \"width\": \"0.3 mm\" }",
    [SK_STYLE_TEXT] = "{ \"size\": \"8 pt\", \"weight\": 700, \"colour\": \"#ff0000\" }",
};

/* A style that gives just this key. */
static void parse_one(const sk_style_key *key) {
    char text[256];
    const char *dot = strchr(key->path, '.'), *value = sound_values[key->kind];
    if (dot == NULL)
        snprintf(text, sizeof text, "{ \"%s\": %s }", key->path, value);
    else
        snprintf(text, sizeof text, "{ \"%.*s\": { \"%s\": %s } }", (int)(dot - key->path),
                 key->path, dot + 1, value);
    memset(&style, 0, sizeof style);
    sk_status status = parse(text);
    fixture_expect(diag, "");
    ck_assert_int_eq(status, SK_OK);
}

START_TEST(each_key_fills_its_own_field_and_no_other) {
    static const sk_style_sheet empty;
    sk_arena *arena = sk_arena_create();
    sk_style_key_list keys = sk_style_keys(&empty, arena);
    for (size_t k = 0; k < keys.count; k++) {
        const sk_style_key *key = &keys.items[k];
        parse_one(key);
        const char *bytes = (const char *)&style;
        size_t inside = 0;
        for (size_t i = 0; i < sizeof style; i++) {
            bool within = i >= key->offset && i < key->offset + key->size;
            if (within && bytes[i] != 0) inside++;
            if (!within) ck_assert_msg(bytes[i] == 0, "%s fills another field too", key->path);
        }
        ck_assert_msg(inside > 0, "%s fills nothing", key->path);
    }
    sk_arena_free(arena);
}
END_TEST

START_TEST(no_two_keys_share_a_path_or_a_field) {
    static const char *const words[] = {"one", "two", "three"};
    const sk_project_settings settings = {.link_kinds = {words, 3}, .zone_classes = {words, 2}};
    sk_arena *arena = sk_arena_create();
    sk_style_sheet sheet = {0};
    sk_kind_signs_begin(&sheet, &settings);
    sk_style_key_list keys = sk_style_keys(&sheet, arena);
    for (size_t i = 0; i < keys.count; i++)
        for (size_t j = 0; j < i; j++) {
            const sk_style_key *a = &keys.items[i], *b = &keys.items[j];
            ck_assert_str_ne(a->path, b->path);
            ck_assert_msg(a->offset >= b->offset + b->size || b->offset >= a->offset + a->size,
                          "%s and %s", a->path, b->path);
        }
    sk_arena_free(arena);
}
END_TEST

#define A64 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define AT "styles/s.json:1: "
#define COLOUR_REMEDY                                                                          \
    "write it as \"#c8102e\", or \"#c8102e80\" when translucent; the inks that it is printed " \
    "with "                                                                                    \
    "may follow, in percent: \"#c8102e cmyk(0 100 80 5)\""

static const struct {
    const char *text, *finding;
} mistakes[] = {
    {"{ \"marker\": { \"diamater\": \"4 mm\" } }",
     AT "marker.diamater: unknown key: did you mean \"marker.diameter\"?"},
    {"{ \"markers\": { \"diameter\": \"4 mm\" } }", AT
     "markers: unknown key: take it out, or look for its name in the style that this one extends"},
    {"{ \"zone\": { \"line\": { \"color\": \"#fff\" } } }",
     AT "zone.line.color: unknown key: did you mean \"zone.line.colour\"?"},
    {"{ \"marker\": { \"diameter\": 4 } }", AT
     "marker.diameter: not a length with its unit: write it as \"4.2 mm\", \"0.4 cm\", \"6 pt\" or "
     "\"1 in\""},
    {"{ \"marker\": { \"diameter\": \"4\" } }", AT
     "marker.diameter: not a length with its unit: write it as \"4.2 mm\", \"0.4 cm\", \"6 pt\" or "
     "\"1 in\""},
    {"{ \"marker\": { \"diameter\": \"0 mm\" } }", AT
     "marker.diameter: a size that must be more than nothing: write a length of 0.01 mm or more"},
    {"{ \"marker\": { \"gap\": \"-1 mm\" } }",
     AT "marker.gap: a negative length: write 0 mm or more"},
    {"{ \"page\": { \"width\": \"6 000 mm\" } }", AT
     "page.width: not a length with its unit: write it as \"4.2 mm\", \"0.4 cm\", \"6 pt\" or \"1 "
     "in\""},
    {"{ \"page\": { \"width\": \"6000 mm\" } }",
     AT "page.width: a page of more than 2000 mm: write a length from 10 mm to 2000 mm"},
    {"{ \"page\": { \"width\": \"9 mm\" } }",
     AT "page.width: a page of less than 10 mm: write a length from 10 mm to 2000 mm"},
    {"{ \"frame\": { \"gap\": \"500 mm\" } }",
     AT "frame.gap: a length of more than 200 mm: write 200 mm or less"},
    {"{ \"marker\": { \"diameter\": \"201 mm\" } }",
     AT "marker.diameter: a size of more than 200 mm: write 200 mm or less"},
    {"{ \"zone\": { \"name\": { \"size\": \"5000 pt\" } } }",
     AT "zone.name.size: text larger than 144 pt leaves no room for a map: write 144 pt or less"},
    {"{ \"zone\": { \"name\": { \"tracking\": \"11 mm\" } } }",
     AT "zone.name.tracking: a spacing of more than 10 mm: write 10 mm or less"},
    {"{ \"zone\": { \"name\": { \"tracking\": \"-11 mm\" } } }",
     AT "zone.name.tracking: a spacing of less than -10 mm: write -10 mm or more"},
    {"{ \"zone\": { \"line\": { \"width\": \"21 mm\" } } }",
     AT "zone.line.width: a line thicker than 20 mm: write 20 mm or less"},
    {"{ \"link\": { \"bend\": 11 } }", AT "link.bend: not a number from 0 to 10: write it as 0.08"},
    {"{ \"zone\": { \"name\": { \"size\": \"5.9 pt\" } } }",
     AT "zone.name.size: text smaller than 6 pt is hard to read on paper: write 6 pt or more"},
    {"{ \"zone\": { \"line\": { \"width\": \"0.05 mm\" } } }",
     AT "zone.line.width: a line thinner than 0.1 mm is lost in print: write 0.1 mm or more, or 0 "
        "mm for no line"},
    {"{ \"zone\": { \"line\": { \"dash\": [\"0 mm\", \"0 mm\"] } } }",
     AT "zone.line.dash: a dash is a list of up to four lengths, not all zero: write it as [\"2 "
        "mm\", \"1 mm\"]; [] is a solid line"},
    {"{ \"zone\": { \"line\": \"#fff\" } }", AT
     "zone.line: not an object: write it as { \"colour\": \"#4a4f55\", \"width\": \"0.25 mm\" }"},
    {"{ \"zone\": 3 }", AT "zone: not an object: write it as { ... }"},
    {"{ \"sea\": \"blue\" }", AT "sea: not a colour: " COLOUR_REMEDY},
    {"{ \"sea\": \"#c8102e cmyk(0 100 80)\" }", AT "sea: not a colour: " COLOUR_REMEDY},
    {"{ \"sea\": \"#c8102e cmyk(0 101 80 5)\" }", AT "sea: not a colour: " COLOUR_REMEDY},
    {"{ \"sea\": \"#c8102e cmyk(0 100 80 5 0)\" }", AT "sea: not a colour: " COLOUR_REMEDY},
    {"{ \"sea\": \"#c8102e cmyk(0 -1 80 5)\" }", AT "sea: not a colour: " COLOUR_REMEDY},
    {"{ \"sea\": \"#c8102e cmyk(0 1 nan 5)\" }", AT "sea: not a colour: " COLOUR_REMEDY},
    {"{ \"sea\": \"#c8102e cmyk(\" }", AT "sea: not a colour: " COLOUR_REMEDY},
    {"{ \"sea\": \"#c8102e \" }", AT "sea: not a colour: " COLOUR_REMEDY},
    {"{ \"sea\": \"cmyk(0 100 80 5)\" }", AT "sea: not a colour: " COLOUR_REMEDY},
    {"{ \"zone\": { \"name\": { \"halo\": \"grond\" } } }",
     AT "zone.name.halo: neither a colour nor the ground's: write it as \"#ffffff\", or as "
        "\"ground\" for the colour of what the text lies on"},
    {"{ \"overview\": { \"symbols\": [] } }",
     AT "overview.symbols: not a list of 1 to 64 colours: write it as [\"#1b4f8f\", "
        "\"#c8102e\"]"},
    {"{ \"overview\": { \"symbols\": [\"#c8102e\", 3] } }",
     AT "overview.symbols: not a colour: " COLOUR_REMEDY},
    {"{ \"legend\": { \"shown\": \"yes\" } }",
     AT "legend.shown: neither true nor false: write true or false"},
    {"{ \"town\": { \"max_rank\": 2.5 } }",
     AT "town.max_rank: not a whole number from 0 to 1000: write it as 3"},
    {"{ \"link\": { \"bend\": 1e999 } }",
     AT "link.bend: not a number from 0 to 10: write it as 0.08"},
    {"{ \"zone\": { \"name\": { \"weight\": 50 } } }",
     AT "zone.name.weight: not a weight from 100 to 900: write 400 for regular or 700 for bold"},
    {"{ \"font\": { \"family\": \"\" } }",
     AT "font.family: an empty text: write something between the quotes"},
    {"{ \"font\": { \"family\": \"" A64 A64 "\" } }",
     AT "font.family: a text that is too long: make it shorter"},
    {"{ \"font\": { \"family\": \"\xff\" } }",
     "styles/s.json:1: the text is not in UTF-8: save it in UTF-8"},
    {"{ \"crs\": \"EPSG:99999\" }",
     AT "crs: an unknown coordinate system: write \"project\", or the code of one that is "
        "projected in metres, such as \"EPSG:3035\""},
    {"{ \"crs\": \"/etc/passwd\" }",
     AT "crs: an unknown coordinate system: write \"project\", or the code of one that is "
        "projected in metres, such as \"EPSG:3035\""},
    {"{ \"crs\": \"EPSG:4326\" }", AT "crs: a coordinate system that is not projected in metres: "
                                      "write \"project\", or the code of one in "
                                      "metres, such as \"EPSG:3035\""},
    {"{ \"sea\": \"#fff\", \"sea\": \"#eee\" }",
     AT "sea: the key is given twice: take one of the two out"},
    {"{ \"extends\": 3 }", AT "extends: not the name of a style: write it as \"study\""},
    {"{ \"sea\": \"#fff\",\n\n \"neighbour\" \"#fff\" }",
     "styles/s.json:3: this is not JSON: look for a comma, quote or bracket too many or too few "
     "here"},
    {"{ \"sea\": \"#fff\"\n",
     "styles/s.json:1: the file ends in the middle of its JSON: close what "
     "is open, or take the file from a copy that is whole"},
    {"{ } x", AT "this is not JSON: look for a comma, quote or bracket too many or too few here"},
    {"[]", AT "a style is an object: write it as { ... }"},
};

START_TEST(a_mistake_in_a_style_is_named_with_line_key_and_remedy) {
    char expected[512];
    style.marker.diameter_mm = 7;
    ck_assert_int_eq(parse(mistakes[_i].text), SK_ERR_DATA);
    snprintf(expected, sizeof expected, "%s\n", mistakes[_i].finding);
    fixture_expect(diag, expected);
    ck_assert_double_eq(style.marker.diameter_mm, 7);
}
END_TEST

START_TEST(a_halo_is_a_colour_or_that_of_the_ground) {
    style.town.name.halo = (sk_colour){.red = 1, .green = 0, .blue = 0, .alpha = 1};
    ck_assert_int_eq(parse("{ \"town\": { \"name\": { \"halo\": \"ground\" } } }"), SK_OK);
    ck_assert(style.town.name.halo_of_ground);
    ck_assert_double_eq(style.town.name.halo.alpha, 0); /* none where there is no ground */
    ck_assert_int_eq(parse("{ \"town\": { \"name\": { \"halo\": \"#00ff00\" } } }"), SK_OK);
    ck_assert(!style.town.name.halo_of_ground);
    ck_assert_double_eq(style.town.name.halo.green, 1);
}
END_TEST

START_TEST(a_colour_may_name_its_inks) {
    ck_assert_int_eq(parse("{ \"sea\": \"#ff000080 cmyk(0 100 82.5 5)\" }"), SK_OK);
    ck_assert(style.sea.has_ink);
    ck_assert_double_eq(style.sea.red, 1);
    ck_assert_double_eq(style.sea.alpha, 128 / 255.0);
    ck_assert_double_eq(style.sea.ink.cyan, 0);
    ck_assert_double_eq(style.sea.ink.magenta, 1);
    ck_assert_double_eq(style.sea.ink.yellow, 0.825);
    ck_assert_double_eq(style.sea.ink.black, 0.05);
    ck_assert_int_eq(parse("{ \"sea\": \"#ff0000\" }"), SK_OK);
    ck_assert(!style.sea.has_ink);
}
END_TEST

START_TEST(a_style_with_a_mistake_changes_nothing) {
    style.sea.red = 0.5;
    ck_assert_int_eq(parse("{ \"sea\": \"#fff\", \"neighbour\": \"grey\" }"), SK_ERR_DATA);
    ck_assert_double_eq(style.sea.red, 0.5);
}
END_TEST

START_TEST(each_mistake_has_the_line_it_stands_on) {
    ck_assert_int_eq(
        parse("{\n  \"sea\": \"#ffg\",\n  \"zone\": {\n    \"fill\":\n      1\n  }\n}"),
        SK_ERR_DATA);
    ck_assert_uint_eq(sk_diag_count(diag), 2);
    ck_assert_int_eq(sk_diag_get(diag, 0)->place.line, 2);
    ck_assert_int_eq(sk_diag_get(diag, 1)->place.line, 5);
}
END_TEST

START_TEST(more_bytes_than_a_style_has_are_refused) {
    size_t length = SK_STYLE_BYTES_MAX + 1;
    char *bytes = sk_heap_array(length, 1);
    memset(bytes, ' ', length);
    ck_assert_int_eq(sk_style_sheet_parse(bytes, length, "s", diag, &style), SK_ERR_DATA);
    ck_assert_int_eq(sk_style_sheet_parse(bytes, 0, "s", diag, &style), SK_ERR_DATA);
    memset(bytes, '[', length);
    ck_assert_int_eq(sk_style_sheet_parse(bytes, length - 1, "s", diag, &style), SK_ERR_DATA);
    free(bytes);
}
END_TEST

/* Copies the study's style into the project, where others extend it. */
static const char *styles_folder(const char *name) {
    const char *directory = fixture_make(name);
    char command[4096];
    snprintf(command, sizeof command, "cp '%s/styles/study.json' '%s/styles/'", SK_TEST_PROJECT,
             directory);
    ck_assert_int_eq(system(command), 0);
    return directory;
}

START_TEST(a_style_that_extends_another_changes_just_what_it_says) {
    const char *directory = styles_folder("extends");
    fixture_write(directory, "styles/mid.json",
                  "{ \"extends\": \"study\", \"zone\": { \"line\": { \"width\": \"0.9 mm\" } }, "
                  "\"border\": { \"country\": { \"dash\": [] } } }");
    fixture_write(directory, "styles/top.json",
                  "{ \"extends\": \"mid\", \"sea\": \"#000\", \"town\": { \"max_rank\": 0 } }");
    sk_style_sheet study;
    ck_assert_int_eq(sk_style_sheet_open(directory, NULL, "study", diag, &study), SK_OK);
    ck_assert_int_eq(sk_style_sheet_open(directory, NULL, "top", diag, &style), SK_OK);
    fixture_expect(diag, "");
    ck_assert_double_eq_tol(style.zone.line.width_mm, 0.9, 1e-12);
    ck_assert_double_eq(style.zone.line.colour.red, study.zone.line.colour.red);
    ck_assert_double_eq(style.sea.red, 0);
    ck_assert_uint_eq(style.border.country.dash_count, 0);
    ck_assert_int_eq(style.town.max_rank, 0);
    ck_assert_double_eq(style.marker.diameter_mm, study.marker.diameter_mm);
}
END_TEST

START_TEST(a_style_may_be_given_as_a_path) {
    const char *directory = styles_folder("path");
    char path[1024];
    snprintf(path, sizeof path, "%s/elsewhere.json", directory);
    fixture_write(directory, "elsewhere.json", "{ \"extends\": \"study\", \"sea\": \"#000\" }");
    ck_assert_int_eq(sk_style_sheet_open(directory, NULL, path, diag, &style), SK_OK);
    ck_assert_double_gt(style.marker.diameter_mm, 0);
}
END_TEST

START_TEST(a_style_that_extends_nothing_must_give_every_key) {
    const char *directory = styles_folder("bare");
    fixture_write(directory, "styles/bare.json",
                  "{ \"zone\": { \"line\": { \"width\": \"1 mm\" } } }");
    ck_assert_int_eq(sk_style_sheet_open(directory, NULL, "bare", diag, &style), SK_ERR_DATA);
    sk_arena *arena = sk_arena_create();
    sk_kind_signs_begin(&style, sk_settings_usual());
    ck_assert_uint_eq(sk_diag_count(diag), sk_style_keys(&style, arena).count);
    sk_arena_free(arena);
    char *findings = fixture_findings(diag);
    ck_assert_ptr_nonnull(strstr(findings,
                                 "styles/bare.json: marker.diameter: the key is missing: add it "
                                 "(disc of a point), or extend a style\n"));
    ck_assert_ptr_nonnull(strstr(findings,
                                 "styles/bare.json: zone.line.colour: the key is missing: add it "
                                 "(outline of a zone: colour of the line), or extend a style\n"));
    free(findings);
}
END_TEST

START_TEST(margins_that_fill_the_page_are_refused) {
    const char *directory = styles_folder("margins");
    fixture_write(directory, "styles/m.json",
                  "{ \"extends\": \"study\", \"page\": { \"margin\": \"80 mm\" } }");
    ck_assert_int_eq(sk_style_sheet_open(directory, NULL, "m", diag, &style), SK_ERR_DATA);
    fixture_expect(diag,
                   "styles/m.json: page.margin: the margins leave no room on the page: make them "
                   "smaller, or the page larger\n");
}
END_TEST

START_TEST(styles_that_extend_each_other_are_reported) {
    const char *directory = styles_folder("circle");
    fixture_write(directory, "styles/a.json", "{ \"extends\": \"b\" }");
    fixture_write(directory, "styles/b.json", "{ \"extends\": \"a\" }");
    ck_assert_int_eq(sk_style_sheet_open(directory, NULL, "a", diag, &style), SK_ERR_DATA);
    fixture_expect(diag,
                   "styles/b.json: extends: styles extend each other in a circle: styles/a.json: "
                   "take one of the `extends` out\n");
}
END_TEST

START_TEST(a_chain_of_styles_has_an_end) {
    const char *directory = styles_folder("chain");
    for (int i = 0; i <= SK_STYLE_DEPTH_MAX; i++) {
        char file[32], text[64];
        snprintf(file, sizeof file, "styles/s%d.json", i);
        snprintf(text, sizeof text, "{ \"extends\": \"s%d\" }", i + 1);
        fixture_write(directory, file, text);
    }
    ck_assert_int_eq(sk_style_sheet_open(directory, NULL, "s0", diag, &style), SK_ERR_DATA);
    fixture_expect(diag,
                   "styles/s16.json: extends: more than 16 styles extend each other: let it extend "
                   "a style that extends less\n");
}
END_TEST

START_TEST(a_style_that_is_not_there_is_named_with_the_nearest) {
    const char *directory = styles_folder("missing");
    ck_assert_int_eq(sk_style_sheet_open(directory, NULL, "studie", diag, &style), SK_ERR_DATA);
    fixture_expect(diag,
                   "styles/studie.json: there is no such style: did you mean "
                   "\"styles/study.json\"?\n");
}
END_TEST

int main(void) {
    Suite *suite = suite_create("style");
    TCase *tests = tcase_create("style");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, the_style_of_the_study_is_read_whole);
    tcase_add_test(tests, each_key_fills_its_own_field_and_no_other);
    tcase_add_test(tests, no_two_keys_share_a_path_or_a_field);
    tcase_add_loop_test(tests, a_mistake_in_a_style_is_named_with_line_key_and_remedy, 0,
                        (int)(sizeof mistakes / sizeof mistakes[0]));
    tcase_add_test(tests, a_halo_is_a_colour_or_that_of_the_ground);
    tcase_add_test(tests, a_colour_may_name_its_inks);
    tcase_add_test(tests, a_style_with_a_mistake_changes_nothing);
    tcase_add_test(tests, each_mistake_has_the_line_it_stands_on);
    tcase_add_test(tests, more_bytes_than_a_style_has_are_refused);
    tcase_add_test(tests, a_style_that_extends_another_changes_just_what_it_says);
    tcase_add_test(tests, a_style_may_be_given_as_a_path);
    tcase_add_test(tests, a_style_that_extends_nothing_must_give_every_key);
    tcase_add_test(tests, margins_that_fill_the_page_are_refused);
    tcase_add_test(tests, styles_that_extend_each_other_are_reported);
    tcase_add_test(tests, a_chain_of_styles_has_an_end);
    tcase_add_test(tests, a_style_that_is_not_there_is_named_with_the_nearest);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
