#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json_writer.h"
#include "check_main.h"

static char *bytes;
static size_t length;
static sk_json_writer json;

static void set_up(void) {
    json = (sk_json_writer){.stream = open_memstream(&bytes, &length)};
    ck_assert_ptr_nonnull(json.stream);
}

static void tear_down(void) {
    free(bytes);
}

static void expect(const char *text) {
    fclose(json.stream);
    ck_assert_str_eq(bytes, text);
}

START_TEST(values_nest_with_commas_between_them_only) {
    sk_json_begin_object(&json, NULL);
    sk_json_begin_array(&json, "figures");
    sk_json_integer(&json, NULL, 13);
    sk_json_begin_object(&json, NULL);
    sk_json_text(&json, "title", "Zorg");
    sk_json_text(&json, "province", NULL);
    sk_json_end_object(&json);
    sk_json_end_array(&json);
    sk_json_begin_array(&json, "none");
    sk_json_end_array(&json);
    sk_json_end_object(&json);
    expect(
        "{\n"
        "  \"figures\": [\n"
        "    13,\n"
        "    {\n"
        "      \"title\": \"Zorg\",\n"
        "      \"province\": null\n"
        "    }\n"
        "  ],\n"
        "  \"none\": []\n"
        "}\n");
}
END_TEST

START_TEST(text_is_escaped_where_json_wants_it_and_left_alone_elsewhere) {
    sk_json_begin_array(&json, NULL);
    sk_json_text(&json, NULL, "\"a\\b\"\n\x01 België /");
    sk_json_end_array(&json);
    expect("[\n  \"\\\"a\\\\b\\\"\\u000a\\u0001 België /\"\n]\n");
}
END_TEST

START_TEST(a_row_stands_on_one_line_with_what_is_in_it) {
    sk_json_begin_array(&json, NULL);
    sk_json_begin_row(&json, NULL);
    sk_json_number(&json, "x", 1.25);
    sk_json_begin_row(&json, "box");
    sk_json_number(&json, "y", -0.0004);
    sk_json_number(&json, "z", INFINITY);
    sk_json_end_row(&json);
    sk_json_boolean(&json, "pinned", true);
    sk_json_end_row(&json);
    sk_json_integer(&json, NULL, 7);
    sk_json_end_array(&json);
    expect(
        "[\n"
        "  {\"x\": 1.25, \"box\": {\"y\": 0, \"z\": null}, \"pinned\": true},\n"
        "  7\n"
        "]\n");
}
END_TEST

int main(void) {
    Suite *suite = suite_create("json writer");
    TCase *tests = tcase_create("json writer");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, values_nest_with_commas_between_them_only);
    tcase_add_test(tests, a_row_stands_on_one_line_with_what_is_in_it);
    tcase_add_test(tests, text_is_escaped_where_json_wants_it_and_left_alone_elsewhere);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
