#include <math.h>
#include <string.h>

#include "check_main.h"
#include "streekkaart/typesetter.h"
#include "text/shaping.h"

static sk_diag *diag;
static sk_arena *arena;
static sk_typesetter *typesetter;
static const sk_text_style regular = {.size_mm = 2.5, .weight = 400};

static void set_up(void) {
    diag = sk_diag_create();
    arena = sk_arena_create();
    ck_assert_int_eq(sk_typesetter_create("Lato", "fonts-lato", "nl", diag, &typesetter), SK_OK);
}

static void tear_down(void) {
    sk_typesetter_free(typesetter);
    sk_arena_free(arena);
    sk_diag_free(diag);
}

START_TEST(a_missing_family_is_reported_with_its_package) {
    sk_typesetter *none = typesetter;
    ck_assert_int_eq(sk_typesetter_create("Nonesuch Sans", "fonts-nonesuch", "nl", diag, &none),
                     SK_ERR_ENVIRONMENT);
    ck_assert_ptr_null(none);
    ck_assert_uint_eq(sk_diag_error_count(diag), 1);
    ck_assert_ptr_nonnull(strstr(sk_diag_get(diag, 0)->what, "Nonesuch Sans"));
    ck_assert_str_eq(sk_diag_get(diag, 0)->remedy, "apt-get install fonts-nonesuch");
}
END_TEST

static PangoGlyph first_glyph(sk_typesetter *with, const char *utf8) {
    const PangoLayoutLine *line = sk_typesetter_shape(with, utf8, &regular);
    const PangoGlyphItem *run = line->runs->data;
    return run->glyphs->glyphs[0].glyph;
}

/* Lato has a Romanian s with a comma for what others write with a cedilla. */
START_TEST(letters_are_those_of_the_language) {
    static const char s_cedilla[] = "\xC5\x9F", s_comma[] = "\xC8\x99";
    sk_typesetter *romanian = NULL, *none = NULL;
    ck_assert_int_eq(sk_typesetter_create("Lato", "fonts-lato", "ro", diag, &romanian), SK_OK);
    ck_assert_int_eq(sk_typesetter_create("Lato", "fonts-lato", NULL, diag, &none), SK_OK);
    ck_assert_uint_eq(first_glyph(romanian, s_cedilla), first_glyph(romanian, s_comma));
    ck_assert_uint_ne(first_glyph(typesetter, s_cedilla), first_glyph(typesetter, s_comma));
    ck_assert_uint_ne(first_glyph(none, s_cedilla), first_glyph(none, s_comma));
    sk_typesetter_free(romanian);
    sk_typesetter_free(none);
}
END_TEST

START_TEST(a_line_measures_the_same_whatever_was_measured_before) {
    sk_text_style styles[] = {regular, regular, regular, regular, regular};
    styles[1].size_mm = 5;
    styles[2].weight = 700;
    styles[3].italic = true;
    styles[4].tracking_mm = 0.5;
    enum { COUNT = sizeof styles / sizeof *styles };
    double widths[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        widths[i] = sk_typesetter_measure(typesetter, "Haven van Gent", &styles[i]).width_mm;
        for (size_t k = 0; k < i; k++) ck_assert_double_ne(widths[i], widths[k]);
    }
    for (size_t i = COUNT; i-- > 0;) {
        sk_text_extent other = sk_typesetter_measure(typesetter, "Haven van Genk", &styles[i]);
        sk_text_extent again = sk_typesetter_measure(typesetter, "Haven van Gent", &styles[i]);
        ck_assert_double_eq(again.width_mm, widths[i]);
        ck_assert_double_ne(other.width_mm, widths[i]);
    }
}
END_TEST

START_TEST(text_grows_with_its_size_and_nothing_else) {
    sk_text_extent small = sk_typesetter_measure(typesetter, "Haven van Antwerpen", &regular);
    sk_text_style large = regular;
    large.size_mm = 25;
    sk_text_extent big = sk_typesetter_measure(typesetter, "Haven van Antwerpen", &large);
    ck_assert_double_eq_tol(big.width_mm, 10 * small.width_mm, 0.02);
    ck_assert_double_eq_tol(big.cap_height_mm, 10 * small.cap_height_mm, 1e-9);
    ck_assert_double_eq_tol(big.ink.height_mm, 10 * small.ink.height_mm, 0.02);
}
END_TEST

START_TEST(an_extent_holds_the_ink_and_the_heights_of_the_font) {
    sk_text_extent flat = sk_typesetter_measure(typesetter, "HEL", &regular);
    ck_assert_double_eq_tol(flat.ink.y_mm, -flat.cap_height_mm, 0.01);
    ck_assert_double_eq_tol(flat.ink.height_mm, flat.cap_height_mm, 0.01);
    ck_assert(flat.cap_height_mm > 1.7 && flat.cap_height_mm < 1.9);
    sk_text_extent deep = sk_typesetter_measure(typesetter, "jpg", &regular);
    ck_assert(deep.ink.y_mm + deep.ink.height_mm > 0.3);
    ck_assert(deep.ascent_mm > deep.cap_height_mm && deep.descent_mm > 0.3);
    ck_assert_double_eq(sk_typesetter_measure(typesetter, "", &regular).width_mm, 0);
}
END_TEST

START_TEST(tracking_stands_between_letters_and_not_behind_the_last) {
    sk_text_style tracked = regular;
    tracked.tracking_mm = 0.3;
    static const char *const words[] = {"H", "HH", "Limburg"};
    for (size_t i = 0; i < 3; i++) {
        double plain = sk_typesetter_measure(typesetter, words[i], &regular).width_mm;
        double wide = sk_typesetter_measure(typesetter, words[i], &tracked).width_mm;
        ck_assert_double_eq_tol(wide - plain, 0.3 * (double)(strlen(words[i]) - 1), 1e-3);
    }
}
END_TEST

START_TEST(bold_and_italic_have_widths_of_their_own) {
    sk_text_style bold = regular, italic = regular;
    bold.weight = 700;
    italic.italic = true;
    double width = sk_typesetter_measure(typesetter, "Antwerpen", &regular).width_mm;
    ck_assert(sk_typesetter_measure(typesetter, "Antwerpen", &bold).width_mm > width);
    ck_assert(sk_typesetter_measure(typesetter, "Antwerpen", &italic).width_mm < width);
}
END_TEST

static const struct {
    const char *text;
    double max_width_mm;
    size_t max_lines;
    const char *wrapped; /* lines joined by | */
} rows[] = {
    {"Haven van Antwerpen", 40, 3, "Haven van Antwerpen"},
    {"Haven van Antwerpen", 20, 3, "Haven|van Antwerpen"},
    {"Economisch Netwerk Albertkanaal", 30, 3, "Economisch Netwerk|Albertkanaal"},
    {"een twee drie vier vijf zes", 20, 3, "een twee drie|vier vijf zes"},
    {"Research & Development", 20, 2, "Research|& Development"},
    {"Universiteit van de stad", 21, 3, "Universiteit|van de stad"},
    {"Maasland \xE2\x80\x93 Kempen", 14, 3, "Maasland \xE2\x80\x93|Kempen"},
    {"Zaventem - regio Leuven", 13, 3, "Zaventem -|regio|Leuven"},
    {"Zaventem - regio Leuven", 5, 3, "Zaventem -|regio|Leuven"},
    {"Zuid-Oost-Vlaanderen", 20, 3, "Zuid-Oost-|Vlaanderen"},
    {"E-19", 2, 3, "E-19"},
    {"Brussel/Zaventem", 14, 3, "Brussel/|Zaventem"},
    {"Zaventem(luchthaven)", 18, 3, "Zaventem|(luchthaven)"},
    {"Kapellen (Antwerpen)", 16, 3, "Kapellen|(Antwerpen)"},
    {"Haven\xC2\xA0van Gent", 6, 5, "Haven\xC2\xA0van|Gent"},
    {"Verkeerscentrum", 5, 3, "Verkeerscentrum"},
    {"een twee drie vier vijf zes", 5, 2, "een twee drie|vier vijf zes"},
    {"een twee drie", 5, 0, "een twee drie"},
    {"  aan   zee  ", 40, 2, "aan   zee"},
    {"", 40, 2, ""},
    {"   ", 40, 2, ""},
};

START_TEST(text_breaks_where_a_reader_would) {
    const char **lines = NULL;
    size_t count = sk_typesetter_wrap(typesetter, rows[_i].text, &regular,
                                      (sk_wrap_limits){rows[_i].max_width_mm, rows[_i].max_lines},
                                      arena, &lines);
    const char *joined = count == 0 ? "" : lines[0];
    for (size_t k = 1; k < count; k++) joined = sk_arena_printf(arena, "%s|%s", joined, lines[k]);
    ck_assert_str_eq(joined, rows[_i].wrapped);
}
END_TEST

START_TEST(no_line_is_wider_than_asked_where_that_is_possible) {
    static const char text[] =
        "Uitbouw van een grensoverschrijdend kennis- en innovatienetwerk met de universiteiten van "
        "Hasselt, Maastricht en Aken, en met de bedrijven op de wetenschapsparken (2010)";
    for (double width = 24; width < 160; width += 3.5) {
        const char **lines = NULL;
        size_t count = sk_typesetter_wrap(typesetter, text, &regular, (sk_wrap_limits){width, 20},
                                          arena, &lines);
        for (size_t i = 0; i < count; i++)
            ck_assert_double_le(sk_typesetter_measure(typesetter, lines[i], &regular).width_mm,
                                width + 0.05);
    }
}
END_TEST

START_TEST(ten_thousand_characters_are_wrapped) {
    char text[10001];
    for (size_t i = 0; i < sizeof text - 1; i++) text[i] = i % 6 == 5 ? ' ' : 'a';
    text[sizeof text - 1] = '\0';
    const char **lines = NULL;
    size_t count =
        sk_typesetter_wrap(typesetter, text, &regular, (sk_wrap_limits){60, 1000}, arena, &lines);
    ck_assert_uint_gt(count, 100);
    ck_assert_uint_lt(count, 1000);
}
END_TEST

/* In the least width that so many lines need the sums of widths meet the limit to the last digit.
 */
START_TEST(no_word_is_lost_whatever_the_width) {
    const char *names[] = {"RESOC Zuid-West-Vlaanderen", "RESOC Gent en Rondom Gent",
                           "RESOC Meetjesland, Leie en Schelde", "RESOC Halle-Vilvoorde"};
    for (size_t n = 0; n < sizeof names / sizeof names[0]; n++)
        for (size_t most = 1; most <= 4; most++)
            for (double width = 2; width < 50; width += 0.37) {
                const char **lines = NULL;
                size_t letters = 0,
                       count = sk_typesetter_wrap(typesetter, names[n], &regular,
                                                  (sk_wrap_limits){width, most}, arena, &lines);
                ck_assert_uint_ge(count, 1);
                ck_assert_uint_le(count, most);
                for (size_t i = 0; i < count; i++)
                    for (const char *c = lines[i]; *c != '\0'; c++) letters += *c != ' ';
                size_t wanted = 0;
                for (const char *c = names[n]; *c != '\0'; c++) wanted += *c != ' ';
                ck_assert_uint_eq(letters, wanted);
            }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("typesetter");
    TCase *tests = tcase_create("typesetter");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_missing_family_is_reported_with_its_package);
    tcase_add_test(tests, letters_are_those_of_the_language);
    tcase_add_test(tests, a_line_measures_the_same_whatever_was_measured_before);
    tcase_add_test(tests, text_grows_with_its_size_and_nothing_else);
    tcase_add_test(tests, an_extent_holds_the_ink_and_the_heights_of_the_font);
    tcase_add_test(tests, tracking_stands_between_letters_and_not_behind_the_last);
    tcase_add_test(tests, bold_and_italic_have_widths_of_their_own);
    tcase_add_loop_test(tests, text_breaks_where_a_reader_would, 0, sizeof rows / sizeof *rows);
    tcase_add_test(tests, no_line_is_wider_than_asked_where_that_is_possible);
    tcase_add_test(tests, ten_thousand_characters_are_wrapped);
    tcase_add_test(tests, no_word_is_lost_whatever_the_width);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
