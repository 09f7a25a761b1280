/* Pins: each row is a mistake in layers/pins.json and the line that tells of it. */
#include "check_main.h"
#include "project_fixture.h"
#include "streekkaart/project.h"

#define PINS "layers/pins.json"
#define ON_13(pins) "{ \"figures\": { \"13\": {\n" pins "\n} } }\n"
#define FORM "write {\"figures\": {\"13\": {\"ID\": {\"dx\": 3.5, \"dy\": -2}}}}"
#define WRITE_MM "write it in millimetres, as in \"dx\": 3.5"

typedef struct {
    const char *text, *finding;
} fault;

static const fault faults[] = {
    {"[]", PINS ":1: this is not one object called \"figures\": " FORM},
    {"{ \"figures\": {}, \"figuren\": {} }",
     PINS ":1: this is not one object called \"figures\": " FORM},
    {"{ \"figures\": { \"99\": {} } }",
     PINS ":1: there is no figure \"99\": give the number of a figure of layers/figures.csv"},
    {"{ \"figures\": { \"dertien\": {} } }",
     PINS ":1: there is no figure \"dertien\": give the number of a figure of layers/figures.csv"},
    {"{ \"figures\": { \"13\": [] } }", PINS ":1: the pins of figure 13 are not an object: " FORM},
    {ON_13("\"punt\": [1, 2]"), PINS ":2: punt: a pin is not an object with dx and dy: " FORM},
    {ON_13("\"punt\": { \"dx\": 1 }"), PINS ":2: punt: dy is missing: " WRITE_MM},
    {ON_13("\"punt\": { \"dx\": \"1\", \"dy\": 1 }"),
     PINS ":2: punt: dx is not a number: " WRITE_MM},
    {ON_13("\"punt\": { \"dx\": NaN, \"dy\": 1 }"), PINS ":2: punt: dx is not a number: " WRITE_MM},
    {ON_13("\"punt\": { \"dx\": 1e999, \"dy\": 1 }"),
     PINS ":2: punt: dx is not a number: " WRITE_MM},
    {ON_13("\"punt\": { \"dx\": 1, \"dy\": -2001 }"),
     PINS ":2: punt: dy leads off every page: count in millimetres from the anchor"},
    {ON_13("\"punt\": { \"dx\": 1, \"dy\": 1, \"lines\": 1.5 }"),
     PINS ":2: punt: lines is not a number from 1 to 9: write how many lines the name has, as in "
          "\"lines\": 2"},
    {ON_13("\"punt\": { \"dx\": 1, \"dy\": 1, \"turn\": \"left\" }"),
     PINS ":2: punt: turn is not a number from -180 to 180: write it in degrees, clockwise, as in "
          "\"turn\": -30"},
    {ON_13("\"pumt\": { \"dx\": 1, \"dy\": 1 }"),
     PINS ":2: pumt: figure 13 has no marker or name with this id: did you mean \"punt\"?"},
    {ON_13("\"zone\": { \"dx\": 1, \"dy\": 1 }"),
     PINS ":2: zone: figure 13 has no marker or name with this id: take the pin out"},
    {ON_13("\"punt\": { \"dx\": 1, \"dy\": 1 },\n\"punt\": { \"dx\": 2, \"dy\": 2 }"),
     PINS ":3: punt: pinned twice on figure 13: keep one of the two"},
};

START_TEST(a_fault_in_a_pin_is_reported_with_its_place) {
    const char *directory = fixture_make("faults");
    fixture_write(directory, PINS, faults[_i].text);
    sk_diag *diag = sk_diag_create();
    sk_project *project = NULL;
    ck_assert_int_eq(sk_project_open(directory, diag, &project), SK_ERR_DATA);
    char expected[512];
    snprintf(expected, sizeof expected, "%s\n", faults[_i].finding);
    fixture_expect(diag, expected);
    sk_project_free(project);
    sk_diag_free(diag);
}
END_TEST

START_TEST(a_pin_reaches_as_far_as_the_largest_page) {
    const char *directory = fixture_make("far");
    fixture_write(directory, PINS, ON_13("\"punt\": { \"dx\": 500, \"dy\": -2000 }"));
    sk_diag *diag = sk_diag_create();
    sk_project *project = NULL;
    ck_assert_int_eq(sk_project_open(directory, diag, &project), SK_OK);
    ck_assert_uint_eq(project->pin_count, 1);
    ck_assert_double_eq(project->pins[0].dx_mm, 500);
    sk_project_free(project);
    sk_diag_free(diag);
}
END_TEST

START_TEST(sound_pins_are_read_by_figure) {
    const char *directory = fixture_make("sound");
    fixture_write(directory, PINS,
                  "{ \"figures\": { \"52\": { \"zone-label\": { \"dx\": -1.5, \"dy\": 0 } },\n"
                  "\"13\": { \"punt\": { \"dx\": 3, \"dy\": 2.25 }, \"link-label-2\": { \"dx\": 1,"
                  " \"dy\": 1 }, \"resoc-kempen-label\": { \"dx\": 1, \"dy\": 1 },\n"
                  "\"mol-name\": { \"dx\": 0, \"dy\": 4 } } } }");
    sk_diag *diag = sk_diag_create();
    sk_project *project = NULL;
    ck_assert_int_eq(sk_project_open(directory, diag, &project), SK_OK);
    ck_assert_uint_eq(project->pin_count, 5);
    const sk_pin *pins = project->pins;
    for (size_t i = 0; i < 4; i++) ck_assert_int_eq(pins[i].figure, 13);
    ck_assert_str_eq(pins[2].id, "punt");
    ck_assert_double_eq(pins[2].dy_mm, 2.25);
    ck_assert_int_eq(pins[4].figure, 52);
    ck_assert_str_eq(pins[4].id, "zone-label");
    ck_assert_double_eq(pins[4].dx_mm, -1.5);
    sk_project_free(project);
    sk_diag_free(diag);
}
END_TEST

START_TEST(a_project_can_do_without_pins) {
    sk_diag *diag = sk_diag_create();
    sk_project *project = NULL;
    ck_assert_int_eq(sk_project_open(fixture_make("without"), diag, &project), SK_OK);
    ck_assert_uint_eq(project->pin_count, 0);
    sk_project_free(project);
    sk_diag_free(diag);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("pins");
    TCase *tests = tcase_create("pins");
    tcase_add_loop_test(tests, a_fault_in_a_pin_is_reported_with_its_place, 0,
                        sizeof faults / sizeof faults[0]);
    tcase_add_test(tests, a_pin_reaches_as_far_as_the_largest_page);
    tcase_add_test(tests, sound_pins_are_read_by_figure);
    tcase_add_test(tests, a_project_can_do_without_pins);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
