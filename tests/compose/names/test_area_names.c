/* The name of a region, in regions of one height and several widths. */
#include <math.h>
#include <string.h>

#include "check_main.h"
#include "compose/map/border_sides.h"
#include "compose/names/names.h"
#include "compose/workshop.h"
#include "page/page_shapes.h"

static workshop w;
static sk_region region;
static sk_chosen_region chosen;
static double name_mm; /* of the name in one line */

static void set_up(void) {
    workshop_open(&w);
    region =
        (sk_region){.level = w.map.settings->home - 1, .slug = "midden", .name = "Midden West"};
    chosen = (sk_chosen_region){.region = &region};
    w.map.chosen = &chosen;
    w.map.chosen_count = 1;
    name_mm =
        sk_text_block_set(w.typesetter, w.arena, region.name, &w.style.chosen.name, INFINITY, 1)
            .width_mm;
}

static void tear_down(void) {
    workshop_close(&w);
}

/* In how many lines the name stands in a region in the middle of the map. */
static size_t lines_in(double width_mm, double height_mm) {
    double west = 50 - width_mm / 2, north = 50 - height_mm / 2;
    const sk_page_point outline[] = {{west, north},
                                     {west + width_mm, north},
                                     {west + width_mm, north + height_mm},
                                     {west, north + height_mm},
                                     {west, north}};
    sk_ground_point ring[5];
    for (size_t i = 0; i < 5; i++) ring[i] = sk_map_view_ground(&w.composition.view, outline[i]);
    sk_shape_part part = {.points = ring, .count = 5};
    region.shape = (sk_shape){SK_SHAPE_POLYGONS, &part, 1};
    w.composition.sides = sk_border_sides_create(&w.composition);
    sk_label_set *set = sk_label_set_create(&w.composition);
    sk_region_names_gather(&w.composition, set);
    sk_label_set_place(set);
    w.drawing.scene = sk_scene_create(w.arena, 100, 100);
    sk_layer *layer = sk_scene_layer(w.drawing.scene, "names", "Namen", NULL);
    sk_label_set_compose(set, layer, SK_ROLE_LABEL);
    ck_assert_uint_eq(layer->count, 1);
    return layer->groups[0]->items[0].as.text.line_count;
}

START_TEST(a_name_stands_in_one_line_where_it_has_air) {
    ck_assert_uint_eq(lines_in(name_mm + 12, 25), 1);
}
END_TEST

START_TEST(a_name_that_would_reach_from_edge_to_edge_is_broken) {
    ck_assert_uint_eq(lines_in(name_mm + 2, 25), 2);
}
END_TEST

START_TEST(a_name_that_has_air_in_no_form_stands_in_one_line) {
    ck_assert_uint_eq(lines_in(name_mm + 2, 5), 1);
}
END_TEST

/* The region of a map does not change between its tries, so that what is kept of it is what a try
 * goes by: here another shape shows whether it does. */
START_TEST(a_later_try_takes_the_places_that_an_earlier_one_has_gathered) {
    w.drawing.kept = sk_kept_work_create(w.arena);
    ck_assert_uint_eq(lines_in(name_mm + 12, 25), 1);
    ck_assert_uint_eq(lines_in(name_mm + 2, 25), 1);
    w.composition.view =
        (sk_map_view){.ground = {0, 0, 20000, 20000}, .frame = {0, 0, 100, 100}, 200};
    ck_assert_uint_eq(lines_in(name_mm + 2, 25), 2); /* another view: all is gathered anew */
}
END_TEST

int main(void) {
    Suite *suite = suite_create("area_names");
    TCase *tests = tcase_create("area_names");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_name_stands_in_one_line_where_it_has_air);
    tcase_add_test(tests, a_name_that_would_reach_from_edge_to_edge_is_broken);
    tcase_add_test(tests, a_name_that_has_air_in_no_form_stands_in_one_line);
    tcase_add_test(tests, a_later_try_takes_the_places_that_an_earlier_one_has_gathered);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
