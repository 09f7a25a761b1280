/* What must be told apart on the maps of the house style can be, by readers who see few hues, too;
 * and its letters can be read on whatever lies under them. */
#include <math.h>

#include "check_main.h"
#include "streekkaart/style_sheet.h"

static sk_diag *diag;
static sk_style_sheet style;

static void set_up(void) {
    diag = sk_diag_create();
    ck_assert_int_eq(sk_style_sheet_open(SK_STUDY, "study", diag, &style), SK_OK);
}

static void tear_down(void) {
    sk_diag_free(diag);
}

typedef struct {
    double l, a, b;
} lab;

static double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

static double luminance(sk_colour c) {
    return 0.2126 * linear(c.red) + 0.7152 * linear(c.green) + 0.0722 * linear(c.blue);
}

static double lab_part(double t) {
    return t > 0.008856 ? cbrt(t) : 7.787 * t + 16.0 / 116;
}

/* How a colour is seen: all hues, Machado, Oliveira and Fernandes (2009) at full severity for three
 * kinds of sight, and a copy in grey. */
static const struct {
    const char *name;
    double matrix[3][3];
} sights[] = {
    {"all hues", {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
    {"protanopia",
     {{0.152286, 1.052583, -0.204868},
      {0.114503, 0.786281, 0.099216},
      {-0.003882, -0.048116, 1.051998}}},
    {"deuteranopia",
     {{0.367322, 0.860646, -0.227968},
      {0.280085, 0.672501, 0.047413},
      {-0.011820, 0.042940, 0.968881}}},
    {"tritanopia",
     {{1.255528, -0.076749, -0.178779},
      {-0.078411, 0.930809, 0.147602},
      {0.004733, 0.691367, 0.303900}}},
    {"grey", {{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}}},
};
enum { SIGHTS = sizeof sights / sizeof sights[0], GREY = SIGHTS - 1 };

static lab seen(sk_colour c, size_t sight) {
    double rgb[3] = {linear(c.red), linear(c.green), linear(c.blue)}, out[3] = {0};
    for (int i = 0; i < 3; i++) {
        for (int k = 0; k < 3; k++) out[i] += sights[sight].matrix[i][k] * rgb[k];
        out[i] = fmin(fmax(out[i], 0), 1);
    }
    double x = lab_part((0.4124 * out[0] + 0.3576 * out[1] + 0.1805 * out[2]) / 0.95047);
    double y = lab_part(0.2126 * out[0] + 0.7152 * out[1] + 0.0722 * out[2]);
    double z = lab_part((0.0193 * out[0] + 0.1192 * out[1] + 0.9505 * out[2]) / 1.08883);
    return (lab){116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

static double degrees(double radians) {
    return radians * 180 / acos(-1);
}

static double cos_of(double angle_deg) {
    return cos(angle_deg * acos(-1) / 180);
}

static double hue_of(double a, double b) {
    double hue = a == 0 && b == 0 ? 0 : degrees(atan2(b, a));
    return hue < 0 ? hue + 360 : hue;
}

/* CIEDE2000, after Sharma, Wu and Dalal (2005). */
static double ciede2000(lab p, lab q) {
    double mean_chroma = (hypot(p.a, p.b) + hypot(q.a, q.b)) / 2, c7 = pow(mean_chroma, 7);
    double g = 0.5 * (1 - sqrt(c7 / (c7 + pow(25, 7))));
    double a1 = p.a * (1 + g), a2 = q.a * (1 + g);
    double c1 = hypot(a1, p.b), c2 = hypot(a2, q.b);
    double h1 = hue_of(a1, p.b), h2 = hue_of(a2, q.b), turn = c1 * c2 == 0 ? 0 : h2 - h1;
    if (turn > 180) turn -= 360;
    if (turn < -180) turn += 360;
    double lightness = q.l - p.l, chroma = c2 - c1;
    double hue = 2 * sqrt(c1 * c2) * sin(turn / 2 * acos(-1) / 180);
    double mean_l = (p.l + q.l) / 2, mean_c = (c1 + c2) / 2, mean_h = h1 + h2;
    if (c1 * c2 != 0) {
        if (fabs(h1 - h2) > 180) mean_h += h1 + h2 < 360 ? 360 : -360;
        mean_h /= 2;
    }
    double t = 1 - 0.17 * cos_of(mean_h - 30) + 0.24 * cos_of(2 * mean_h) +
               0.32 * cos_of(3 * mean_h + 6) - 0.20 * cos_of(4 * mean_h - 63);
    double turning = 30 * exp(-pow((mean_h - 275) / 25, 2)), m7 = pow(mean_c, 7);
    double l50 = pow(mean_l - 50, 2), sl = 1 + 0.015 * l50 / sqrt(20 + l50);
    double sc = 1 + 0.045 * mean_c, sh = 1 + 0.015 * mean_c * t;
    double rt = -sin(2 * turning * acos(-1) / 180) * 2 * sqrt(m7 / (m7 + pow(25, 7)));
    return sqrt(pow(lightness / sl, 2) + pow(chroma / sc, 2) + pow(hue / sh, 2) +
                rt * (chroma / sc) * (hue / sh));
}

static sk_colour over(sk_colour top, sk_colour ground) {
    double a = top.alpha;
    return (sk_colour){a * top.red + (1 - a) * ground.red, a * top.green + (1 - a) * ground.green,
                       a * top.blue + (1 - a) * ground.blue, 1};
}

static void expect_apart(const char *what, sk_colour a, sk_colour b, size_t sight_count) {
    const double least = 15;
    for (size_t i = 0; i < sight_count; i++) {
        double difference = ciede2000(seen(a, i), seen(b, i));
        ck_assert_msg(difference >= least, "%s, %s: %.1f", what, sights[i].name, difference);
    }
}

START_TEST(the_measure_is_that_of_its_authors) {
    const lab a = {50, 2.6772, -79.7751}, b = {50, 0, -82.7485}; /* their first pair */
    ck_assert_double_eq_tol(ciede2000(a, b), 2.0425, 1e-4);
    const lab c = {2.0776, 0.0795, -1.1350}, d = {0.9033, -0.0636, -0.5514}; /* their last */
    ck_assert_double_eq_tol(ciede2000(c, d), 0.9082, 1e-4);
}
END_TEST

START_TEST(the_kinds_of_links_are_told_apart_by_colour_and_by_dash) {
    expect_apart("links", style.link.infrastructural.colour, style.link.organisational.colour,
                 GREY);
    ck_assert_uint_eq(style.link.infrastructural.dash_count, 0);
    ck_assert_uint_gt(style.link.organisational.dash_count, 0);
}
END_TEST

START_TEST(a_chosen_region_is_told_from_others_and_from_the_band_of_its_province) {
    sk_colour home = style.home_province, tint = over(style.chosen.resoc_fill, home);
    expect_apart("chosen and not", tint, home, GREY); /* in grey its name tells it */
    expect_apart("chosen and band", tint, over(style.chosen.province_band, home), SIGHTS);
}
END_TEST

START_TEST(the_symbols_of_the_sectors_have_eighteen_colours) {
    for (size_t i = 0; i < style.overview.symbols.count; i++)
        for (size_t k = 0; k < i; k++)
            expect_apart("symbols", style.overview.symbols.colours[i],
                         style.overview.symbols.colours[k], 1); /* their shapes differ, too */
    ck_assert_uint_ge(style.overview.symbols.count, 18);
}
END_TEST

static void expect_legible(const char *what, const sk_text_style *text, sk_colour ground) {
    const double least = 4.5;
    sk_colour under = text->halo_mm > 0 ? over(text->halo, ground) : ground;
    double light = fmax(luminance(text->colour), luminance(under));
    double dark = fmin(luminance(text->colour), luminance(under));
    double contrast = (light + 0.05) / (dark + 0.05);
    ck_assert_msg(contrast >= least, "%s: %.2f", what, contrast);
}

/* The darkest ground there is: two zones on a chosen region. */
START_TEST(letters_are_legible_on_the_darkest_ground) {
    sk_colour ground = over(style.chosen.resoc_fill, style.home_province);
    for (int i = 0; i < 2; i++) ground = over(style.zone.fill, ground);
    expect_legible("town", &style.town.name, ground);
    expect_legible("small town", &style.town.minor, ground);
    expect_legible("RESOC", &style.chosen.name, ground);
    expect_legible("zone", &style.zone.name, ground);
    expect_legible("link", &style.link.name, ground);
    expect_legible("point", &style.marker.name, ground);
    expect_legible("number", &style.marker.number, style.marker.fill);
    expect_legible("legend", &style.legend.entry, over(style.legend.fill, ground));
    expect_legible("scale", &style.scale_bar.text, ground);
    expect_legible("source", &style.source.text, style.page.paper);
    expect_legible("table", &style.table.caption, style.page.paper);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("study_colours");
    TCase *tests = tcase_create("study_colours");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, the_measure_is_that_of_its_authors);
    tcase_add_test(tests, the_kinds_of_links_are_told_apart_by_colour_and_by_dash);
    tcase_add_test(tests, a_chosen_region_is_told_from_others_and_from_the_band_of_its_province);
    tcase_add_test(tests, the_symbols_of_the_sectors_have_eighteen_colours);
    tcase_add_test(tests, letters_are_legible_on_the_darkest_ground);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
