/* What lies under a text, and the halo that it gets. */
#include "compose/drawing/ground_colour.h"

#include <math.h>

#include "check_main.h"
#include "compose/workshop.h"
#include "page/page_shapes.h"

static workshop w;
static sk_composition *c;

/* Ground from `west_km` to `east_km`, as high as the frame, which shows 10 km. */
static sk_shape strip(double west_km, double east_km) {
    double west = west_km * 1000, east = east_km * 1000, north = 10000;
    const sk_ground_point ring[] = {{west, 0}, {east, 0}, {east, north}, {west, north}, {west, 0}};
    sk_shape_part *part = SK_NEW(w.arena, sk_shape_part);
    part->points = SK_NEW_ARRAY(w.arena, sk_ground_point, 5);
    part->count = 5;
    for (size_t i = 0; i < 5; i++) part->points[i] = ring[i];
    return (sk_shape){.kind = SK_SHAPE_POLYGONS, .parts = part, .part_count = 1};
}

static sk_region *add_region(sk_region_level level, double west_km, double east_km) {
    sk_region *region = SK_NEW(w.arena, sk_region);
    *region = (sk_region){.level = level, .shape = strip(west_km, east_km)};
    const sk_region **list = SK_NEW_ARRAY(w.arena, const sk_region *, 4);
    for (size_t i = 0; i < w.map.region_count[level]; i++) list[i] = w.map.regions[level][i];
    list[w.map.region_count[level]++] = region;
    w.map.regions[level] = list;
    return region;
}

/* From west to east, a kilometre each: sea, neighbour, another province, and the home province,
 * whose kilometres 4 to 8 chose the sector, with a zone from 6 to 7, and one of whole RESOCs from 7
 * to 8. */
static void set_up(void) {
    workshop_open(&w);
    c = &w.composition;
    add_region(SK_REGION_SEA, 0, 1);
    add_region(SK_REGION_NEIGHBOUR, 1, 2);
    add_region(w.map.settings->home, 2, 3);
    w.map.homes = SK_NEW(w.arena, const sk_region *);
    w.map.homes[0] = add_region(w.map.settings->home, 3, 9);
    w.map.home_count = 1;
    w.map.chosen = SK_NEW(w.arena, sk_chosen_region);
    w.map.chosen->region = add_region(w.map.settings->home - 1, 4, 8);
    w.map.chosen_count = 1;
    w.map.zones = SK_NEW_ARRAY(w.arena, sk_map_zone, 2);
    w.map.zones[0] = (sk_map_zone){.shape = strip(6, 7), .ground = SK_ZONE_OF_ITS_OWN};
    w.map.zones[1] = (sk_map_zone){.shape = strip(7, 8), .ground = SK_ZONE_OF_PARTS};
    w.map.zone_count = 2;
}

static void tear_down(void) {
    workshop_close(&w);
}

static void expect_colour(sk_colour colour, sk_colour expected) {
    ck_assert_double_eq(colour.red, expected.red);
    ck_assert_double_eq(colour.green, expected.green);
    ck_assert_double_eq(colour.blue, expected.blue);
    ck_assert_double_eq(colour.alpha, expected.alpha);
}

START_TEST(the_ground_is_what_is_painted_last_there) {
    const sk_style_sheet *s = &w.style;
    const sk_colour expected[] = {s->sea,       s->neighbour,        s->elsewhere,
                                  s->home,      s->chosen.part_fill, s->chosen.part_fill,
                                  s->zone.fill, s->chosen.part_fill, /* hatched */
                                  s->home,      s->page.paper};
    expect_colour(sk_ground_colour_at(c, (sk_page_point){10.0 * _i + 5, 50}), expected[_i]);
}
END_TEST

START_TEST(without_a_home_all_are_shown_alike) {
    w.map.home_count = 0;
    expect_colour(sk_ground_colour_at(c, (sk_page_point){25, 50}), w.style.home);
}
END_TEST

START_TEST(a_translucent_zone_is_seen_on_what_it_covers) {
    w.style.zone.fill = (sk_colour){.red = 0, .green = 0, .blue = 0, .alpha = 0.5};
    sk_colour tint = w.style.chosen.part_fill;
    expect_colour(
        sk_ground_colour_at(c, (sk_page_point){65, 50}),
        (sk_colour){
            .red = tint.red / 2, .green = tint.green / 2, .blue = tint.blue / 2, .alpha = 1});
}
END_TEST

static sk_text_style on_ground(sk_text_style style, double left_mm, double right_mm) {
    sk_placer_shape cover = sk_box_shape((sk_page_box){left_mm, 40, right_mm - left_mm, 4});
    return sk_style_on_ground(c, &style, &cover, 1);
}

static const sk_text_style dark_letters = {
    .size_mm = 3, .weight = 400, .colour = {0, 0, 0, 1}, .halo_of_ground = true, .halo_mm = 0.3};

START_TEST(a_halo_has_the_colour_of_the_ground) {
    expect_colour(on_ground(dark_letters, 61, 69).halo, w.style.zone.fill);
    expect_colour(on_ground(dark_letters, 41, 59).halo, w.style.chosen.part_fill);
    ck_assert(!on_ground(dark_letters, 41, 59).halo_of_ground);
}
END_TEST

START_TEST(across_an_edge_it_is_that_of_the_better_side) {
    w.style.zone.fill = (sk_colour){.red = 0.3, .green = 0.3, .blue = 0.3, .alpha = 1};
    w.style.chosen.part_fill = (sk_colour){.red = 0.8, .green = 0.8, .blue = 0.8, .alpha = 1};
    expect_colour(on_ground(dark_letters, 56, 69).halo, w.style.chosen.part_fill);
    expect_colour(on_ground(dark_letters, 59.5, 69).halo, w.style.zone.fill); /* a corner of it */
    sk_text_style light_letters = dark_letters;
    light_letters.colour = (sk_colour){.red = 1, .green = 1, .blue = 1, .alpha = 1};
    expect_colour(on_ground(light_letters, 51, 64).halo, w.style.zone.fill);
}
END_TEST

/* White around half a name that lies on a tint would look like a label stuck on it. */
START_TEST(across_two_light_grounds_it_is_that_of_most_of_the_letters) {
    w.style.zone.fill = (sk_colour){.red = 1, .green = 1, .blue = 1, .alpha = 1};
    w.style.chosen.part_fill = (sk_colour){.red = 0.8, .green = 0.8, .blue = 0.8, .alpha = 1};
    expect_colour(on_ground(dark_letters, 51, 64).halo, w.style.chosen.part_fill);
    expect_colour(on_ground(dark_letters, 56, 69).halo, w.style.zone.fill);
}
END_TEST

START_TEST(a_halo_of_a_colour_stays_as_it_is) {
    sk_text_style white = dark_letters;
    white.halo = (sk_colour){.red = 1, .green = 1, .blue = 1, .alpha = 0.9};
    white.halo_of_ground = false;
    expect_colour(on_ground(white, 61, 69).halo, white.halo);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("ground_colour");
    TCase *tests = tcase_create("ground_colour");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, the_ground_is_what_is_painted_last_there, 0, 10);
    tcase_add_test(tests, without_a_home_all_are_shown_alike);
    tcase_add_test(tests, a_translucent_zone_is_seen_on_what_it_covers);
    tcase_add_test(tests, a_halo_has_the_colour_of_the_ground);
    tcase_add_test(tests, across_an_edge_it_is_that_of_the_better_side);
    tcase_add_test(tests, across_two_light_grounds_it_is_that_of_most_of_the_letters);
    tcase_add_test(tests, a_halo_of_a_colour_stays_as_it_is);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
