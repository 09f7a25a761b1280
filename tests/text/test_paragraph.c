/* Paragraphs: every word comes back, no line is wider than asked, hyphens stand where Dutch has
 * them. */
#include "text/paragraph.h"

#include <string.h>

#include "check_main.h"

static const sk_text_style style = {.size_mm = 2.6, .weight = 400};
static sk_diag *diag;
static sk_arena *arena;
static sk_typesetter *typesetter;
static sk_hyphenator *hyphenator;

static void set_up(void) {
    diag = sk_diag_create();
    arena = sk_arena_create();
    ck_assert_int_eq(sk_typesetter_create("Lato", "fonts-lato", "nl", diag, &typesetter), SK_OK);
    ck_assert_int_eq(sk_hyphenator_create(diag, &hyphenator), SK_OK);
}

static void tear_down(void) {
    sk_hyphenator_free(hyphenator);
    sk_typesetter_free(typesetter);
    sk_arena_free(arena);
    sk_diag_free(diag);
}

static size_t set(const char *text, double width_mm, const char ***lines) {
    const sk_paragraph *paragraph =
        sk_paragraph_create(typesetter, hyphenator, text, &style, arena);
    return sk_paragraph_set(paragraph, width_mm, arena, lines);
}

/* "logistiek" with a bar wherever a hyphen may stand. */
static const char *with_points(const char *word) {
    size_t length = strlen(word);
    bool *points = SK_NEW_ARRAY(arena, bool, length);
    sk_hyphenator_points(hyphenator, word, length, points);
    char *text = sk_arena_array(arena, 2 * length + 1, 1), *to = text;
    for (size_t i = 0; i < length; i++) {
        if (points[i]) *to++ = '|';
        *to++ = word[i];
    }
    return text;
}

static const struct {
    const char *word, *points;
} words[] = {
    {"bedrijventerrein", "bedrij|ven|ter|rein"},
    {"Trainingscentrum", "Trai|nings|cen|trum"},
    {"(watergebonden),", "(water|ge|bon|den),"},
    {"coördinatiecentrum", "coör|di|na|tie|cen|trum"},
    {"haven", "haven"},                 /* short */
    {"POM-LIMBURGSE", "POM-LIMBURGSE"}, /* a name in capitals */
    {"E313-corridorwerking", "E313-corridorwerking"},
    {"", ""},
};

START_TEST(dutch_words_are_hyphenated_where_dutch_has_it) {
    ck_assert_str_eq(with_points(words[_i].word), words[_i].points);
}
END_TEST

static const char remark[] =
    "Vernieuwend agrarisch cleantech-bedrijventerrein van ongeveer 35 ha, met onder meer "
    "algenkweek, vissen, biomassaverwerking, nieuwe groenten en gewassen en nieuwe "
    "productietechnologie.";

/* The text without spaces, and without the hyphens that a line end may have added. */
static const char *bare(const char *const *lines, size_t count) {
    size_t length = 0;
    for (size_t i = 0; i < count; i++) length += strlen(lines[i]);
    char *text = sk_arena_array(arena, length + 1, 1), *to = text;
    for (size_t i = 0; i < count; i++)
        for (const char *c = lines[i]; *c != '\0'; c++)
            if (*c != ' ' && *c != '-') *to++ = *c;
    return text;
}

static const double widths_mm[] = {15, 22, 30, 45, 70, 170};

START_TEST(no_word_is_lost_and_no_line_too_wide_at_any_width) {
    const char **lines;
    const char *whole = remark;
    size_t count = set(remark, widths_mm[_i], &lines);
    ck_assert_str_eq(bare(lines, count), bare(&whole, 1));
    for (size_t i = 0; i < count; i++)
        ck_assert_double_le(sk_typesetter_measure(typesetter, lines[i], &style).width_mm,
                            widths_mm[_i] + 0.1);
}
END_TEST

START_TEST(a_hyphen_is_only_set_where_it_saves_a_line) {
    const char **lines;
    ck_assert_uint_eq(set("Logistiek Innovatie- en Trainingscentrum (LITC)", 44, &lines), 2);
    ck_assert_str_eq(lines[0], "Logistiek Innovatie- en");
    ck_assert_str_eq(lines[1], "Trainingscentrum (LITC)");
}
END_TEST

START_TEST(a_text_without_a_hyphenator_breaks_only_where_it_is_written_so) {
    sk_paragraph *paragraph = sk_paragraph_create(
        typesetter, NULL, "Strategisch Onderzoekscentrum voor de maakindustrie", &style, arena);
    const char **lines;
    for (double width_mm = sk_paragraph_word_width(paragraph) + 0.01; width_mm < 60; width_mm++) {
        size_t count = sk_paragraph_set(paragraph, width_mm, arena, &lines);
        for (size_t i = 0; i < count; i++) ck_assert_ptr_null(strchr(lines[i], '-'));
    }
}
END_TEST

START_TEST(no_line_begins_with_a_dash) {
    const char **lines;
    for (double width_mm = 18; width_mm < 60; width_mm++) {
        size_t count =
            set("Zaventem - regio Leuven \xE2\x80\x93 Tienen / Landen", width_mm, &lines);
        for (size_t i = 0; i < count; i++) {
            ck_assert_msg(strchr("-/\xE2", lines[i][0]) == NULL, "%s at %g mm", lines[i], width_mm);
            ck_assert_double_le(sk_typesetter_measure(typesetter, lines[i], &style).width_mm,
                                width_mm + 0.1);
        }
    }
}
END_TEST

START_TEST(a_word_without_any_place_to_break_is_cut_rather_than_cut_off) {
    char word[201];
    memset(word, 'x', 200);
    word[200] = '\0';
    const char **lines;
    size_t count = set(word, 30, &lines), letters = 0;
    ck_assert_uint_gt(count, 1);
    for (size_t i = 0; i < count; i++) {
        letters += strlen(lines[i]);
        ck_assert_double_le(sk_typesetter_measure(typesetter, lines[i], &style).width_mm, 30.1);
    }
    ck_assert_uint_eq(letters, 200);
}
END_TEST

START_TEST(nothing_makes_no_lines) {
    const char **lines;
    ck_assert_uint_eq(set(NULL, 30, &lines), 0);
    ck_assert_uint_eq(set("", 30, &lines), 0);
    ck_assert_uint_eq(set("   ", 30, &lines), 0);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("paragraph");
    TCase *tests = tcase_create("paragraph");
    suite_add_tcase(suite, tests);
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, dutch_words_are_hyphenated_where_dutch_has_it, 0,
                        sizeof words / sizeof words[0]);
    tcase_add_loop_test(tests, no_word_is_lost_and_no_line_too_wide_at_any_width, 0,
                        sizeof widths_mm / sizeof widths_mm[0]);
    tcase_add_test(tests, a_hyphen_is_only_set_where_it_saves_a_line);
    tcase_add_test(tests, a_text_without_a_hyphenator_breaks_only_where_it_is_written_so);
    tcase_add_test(tests, no_line_begins_with_a_dash);
    tcase_add_test(tests, a_word_without_any_place_to_break_is_cut_rather_than_cut_off);
    tcase_add_test(tests, nothing_makes_no_lines);
    return run_suite(suite);
}
