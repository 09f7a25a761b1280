/* Roads and waters of the base map, asked of the scene: on an empty map whose frame is 100 mm
 * square, and on a figure of the project. */
#include <math.h>
#include <string.h>

#include "check_main.h"
#include "compose/curves.h"
#include "compose/map/base_lines.h"
#include "compose/workshop.h"

enum { VERTICES_MAX = 16, LINES_MAX = 2 };
static const double most_off_mm = 0.2, kink_deg = 8, corner_deg = 60;

static workshop w;
static sk_ground_point vertices[LINES_MAX][VERTICES_MAX];
static sk_shape_part parts[LINES_MAX];
static sk_context_item items[LINES_MAX];
static curve_points curve;

static void set_up(void) {
    workshop_open(&w);
}

static void tear_down(void) {
    workshop_close(&w);
}

static sk_ground_point ground(double x_mm, double y_mm) {
    return sk_map_view_ground(&w.composition.view, (sk_page_point){x_mm, y_mm});
}

/* A line of the base map, by where it lies on the page. */
static void add_line(const char *id, sk_context_kind kind, size_t count, const double (*at)[2]) {
    size_t i = w.map.context_count++;
    for (size_t k = 0; k < count; k++) vertices[i][k] = ground(at[k][0], at[k][1]);
    parts[i] = (sk_shape_part){.points = vertices[i], .count = count};
    items[i] = (sk_context_item){
        .id = id, .kind = kind, .name = id, .shape = {SK_SHAPE_LINES, &parts[i], 1}};
    w.map.context = items;
}

/* The path of a line, or NULL when nothing of it is drawn. */
static const sk_path *drawn(const char *id) {
    const sk_layer *layer = sk_scene_find_layer(w.drawing.scene, "layer-base-lines");
    ck_assert_ptr_nonnull(layer);
    for (size_t i = 0; i < layer->count; i++)
        if (strcmp(layer->groups[i]->item, id) == 0)
            return &layer->groups[i]->items[layer->groups[i]->count - 1].as.path.path;
    return NULL;
}

static const sk_path *compose_line(const char *id) {
    sk_base_lines_compose(&w.composition);
    const sk_path *path = drawn(id);
    ck_assert_ptr_nonnull(path);
    curve_flatten(path, &curve);
    return path;
}

static double off_curve(sk_page_point p) {
    const sk_polyline line = {curve.points, curve.count};
    return sk_polyline_distance(&line, p);
}

static double sharpest(const sk_path *path) {
    double most = 0;
    for (size_t i = 0; i < path->count; i++) most = fmax(most, curve_kink_deg(path, i));
    return most;
}

/* Turns of up to 60 degrees, legs from 0.4 to 40 mm. */
static const double bends[][2] = {{5, 50},  {45, 50},   {52, 54},   {54, 57},   {54.3, 57.3},
                                  {58, 57}, {60, 58.5}, {60, 59.5}, {60.8, 62}, {75, 90}};
enum { BENDS = sizeof bends / sizeof bends[0] };

START_TEST(a_line_keeps_to_its_vertices_and_has_no_kink) {
    add_line("weg", SK_CONTEXT_MOTORWAY, BENDS, bends);
    const sk_path *path = compose_line("weg");
    ck_assert_double_lt(sharpest(path), kink_deg);
    sk_polyline straight = {SK_NEW_ARRAY(w.arena, sk_page_point, BENDS), BENDS};
    for (size_t i = 0; i < BENDS; i++) {
        straight.points[i] = (sk_page_point){bends[i][0], bends[i][1]};
        ck_assert_double_le(off_curve(straight.points[i]), most_off_mm);
    }
    for (size_t i = 0; i < curve.count; i++)
        ck_assert_double_le(sk_polyline_distance(&straight, curve.points[i]), most_off_mm);
}
END_TEST

START_TEST(a_corner_stays_a_corner) {
    const double corner[][2] = {{20, 20}, {50, 20}, {50, 60}};
    add_line("vaart", SK_CONTEXT_CANAL, 3, corner);
    ck_assert_double_eq_tol(sharpest(compose_line("vaart")), 90, 0.1);
    ck_assert_double_lt(off_curve((sk_page_point){50, 20}), 1e-6);
}
END_TEST

START_TEST(a_tight_meander_is_round) {
    const double meander[][2] = {{20, 50},     {40, 50},     {40.3, 49.6}, {40.8, 49.7},
                                 {40.7, 50.2}, {41.2, 50.4}, {60, 50}};
    add_line("beek", SK_CONTEXT_RIVER, 7, meander);
    ck_assert_double_lt(sharpest(compose_line("beek")), kink_deg);
}
END_TEST

START_TEST(a_ring_road_has_no_seam) {
    double ring[13][2];
    for (int i = 0; i <= 12; i++) {
        ring[i][0] = 50 + 20 * cos(sk_radians(30 * (i % 12)));
        ring[i][1] = 50 + 20 * sin(sk_radians(30 * (i % 12)));
    }
    add_line("ring", SK_CONTEXT_MOTORWAY, 13, ring);
    const sk_path *path = compose_line("ring");
    const sk_segment *first = &path->segments[1], *last = &path->segments[path->count - 1];
    sk_page_point seam = path->segments[0].points[0];
    ck_assert_double_lt(curve_turn_deg(last->points[1], seam, first->points[0]), kink_deg);
}
END_TEST

/* A sea with a second one beside it: upright boxes on the page. */
static void add_seas(const sk_page_box *boxes, size_t count) {
    sk_region *seas = SK_NEW_ARRAY(w.arena, sk_region, count);
    const sk_region **list = SK_NEW_ARRAY(w.arena, const sk_region *, count);
    for (size_t i = 0; i < count; i++) {
        double x = boxes[i].x_mm, y = boxes[i].y_mm;
        double right = x + boxes[i].width_mm, bottom = y + boxes[i].height_mm;
        sk_shape_part *ring = SK_NEW_ARRAY(w.arena, sk_shape_part, 1);
        *ring = (sk_shape_part){.points = SK_NEW_ARRAY(w.arena, sk_ground_point, 5), .count = 5};
        ring->points[0] = ring->points[4] = ground(x, y);
        ring->points[1] = ground(right, y);
        ring->points[2] = ground(right, bottom);
        ring->points[3] = ground(x, bottom);
        seas[i] = (sk_region){.level = SK_REGION_SEA, .slug = "zee", .name = "Zee"};
        seas[i].shape = (sk_shape){.kind = SK_SHAPE_POLYGONS, .parts = ring, .part_count = 1};
        list[i] = &seas[i];
    }
    w.map.regions[SK_REGION_SEA] = list;
    w.map.region_count[SK_REGION_SEA] = count;
}

static const sk_context_kind waters[] = {SK_CONTEXT_RIVER, SK_CONTEXT_CANAL};

START_TEST(a_water_line_ends_where_it_meets_the_sea) {
    const double course[][2] = {{90, 50}, {70, 52}, {50, 49}, {30, 51}, {10, 50}};
    add_seas(&(sk_page_box){0, 0, 40, 100}, 1);
    add_line("water", waters[_i], 5, course);
    compose_line("water");
    for (size_t i = 0; i < curve.count; i++) ck_assert_double_ge(curve.points[i].x_mm, 39.99);
    ck_assert_double_eq_tol(curve.points[0].x_mm, 90, 0.01);
    ck_assert_double_eq_tol(curve.points[curve.count - 1].x_mm, 40, 0.01);
}
END_TEST

START_TEST(a_motorway_goes_on_under_or_over_the_sea) {
    const double course[][2] = {{90, 50}, {70, 52}, {10, 50}};
    add_seas(&(sk_page_box){0, 0, 40, 100}, 1);
    add_line("weg", SK_CONTEXT_MOTORWAY, 3, course);
    compose_line("weg");
    ck_assert_double_eq_tol(curve.points[curve.count - 1].x_mm, 10, 0.01);
}
END_TEST

START_TEST(a_water_line_that_touches_a_bank_leaves_no_crumb) {
    const double course[][2] = {{90, 50}, {10, 50}};
    const sk_page_box seas[] = {{0, 0, 20, 100}, {20.8, 0, 30, 100}};
    add_seas(seas, 2);
    add_line("water", SK_CONTEXT_RIVER, 2, course);
    compose_line("water");
    for (size_t i = 0; i < curve.count; i++) ck_assert_double_ge(curve.points[i].x_mm, 50.79);
}
END_TEST

START_TEST(a_water_line_in_the_sea_is_not_drawn) {
    const double course[][2] = {{35, 50}, {10, 50}};
    add_seas(&(sk_page_box){0, 0, 40, 100}, 1);
    add_line("water", SK_CONTEXT_RIVER, 2, course);
    sk_base_lines_compose(&w.composition);
    ck_assert_ptr_null(drawn("water"));
}
END_TEST

static double turn_of_line(const sk_shape_part *part, size_t i) {
    if (i == 0 || i + 1 >= part->count) return 0;
    return curve_turn_deg(sk_map_view_page(&w.composition.view, part->points[i - 1]),
                          sk_map_view_page(&w.composition.view, part->points[i]),
                          sk_map_view_page(&w.composition.view, part->points[i + 1]));
}

static double sharpest_turn(const sk_context_item *item) {
    double most = 0;
    for (size_t i = 0; i < item->shape.parts[0].count; i++)
        most = fmax(most, turn_of_line(&item->shape.parts[0], i));
    return most;
}

/* A map of all of Flanders, in the scale of a province. */
static void show_flanders(void) {
    workshop_resolve(&w, 13);
    w.composition.view = (sk_map_view){
        .ground = {0, 50000, 300000, 350000}, .frame = {0, 0, 500, 500}, .metres_per_mm = 600};
}

START_TEST(on_a_figure_no_line_has_a_kink_or_leaves_its_vertices) {
    show_flanders();
    w.map.region_count[SK_REGION_SEA] = 0;
    sk_base_lines_compose(&w.composition);
    size_t looked_at = 0;
    for (size_t i = 0; i < w.map.context_count; i++) {
        const sk_context_item *item = &w.map.context[i];
        const sk_path *path = item->kind == SK_CONTEXT_TOWN ? NULL : drawn(item->id);
        if (path == NULL) continue;
        curve_flatten(path, &curve);
        ck_assert_uint_lt(curve.count, CURVE_POINTS_MAX);
        if (sharpest_turn(item) < corner_deg)
            ck_assert_msg(sharpest(path) < kink_deg, "%s has a kink", item->id);
        for (size_t k = 0; k < item->shape.parts[0].count; k++) {
            sk_page_point p = sk_map_view_page(&w.composition.view, item->shape.parts[0].points[k]);
            if (!sk_page_box_contains(w.composition.view.frame, p)) continue;
            ck_assert_msg(off_curve(p) <= most_off_mm, "%s leaves a vertex", item->id);
            looked_at++;
        }
    }
    ck_assert_uint_gt(looked_at, 500);
}
END_TEST

/* True where it and all around it is sea. */
static bool lies_off_shore(sk_page_point p) {
    const double shore_mm = 0.25;
    const sk_page_point around[] = {
        p, sk_page_point_moved(p, shore_mm, 0), sk_page_point_moved(p, -shore_mm, 0),
        sk_page_point_moved(p, 0, shore_mm), sk_page_point_moved(p, 0, -shore_mm)};
    for (size_t i = 0; i < sizeof around / sizeof around[0]; i++)
        if (!sk_shape_contains(&w.map.regions[SK_REGION_SEA][0]->shape,
                               sk_map_view_ground(&w.composition.view, around[i])))
            return false;
    return true;
}

START_TEST(on_a_figure_no_water_line_lies_in_the_sea) {
    show_flanders();
    ck_assert_uint_eq(w.map.region_count[SK_REGION_SEA], 1);
    sk_base_lines_compose(&w.composition);
    ck_assert_ptr_nonnull(drawn("river-schelde"));
    for (size_t i = 0; i < w.map.context_count; i++) {
        const sk_context_item *item = &w.map.context[i];
        if (item->kind != SK_CONTEXT_RIVER && item->kind != SK_CONTEXT_CANAL) continue;
        const sk_path *path = drawn(item->id);
        if (path == NULL) continue;
        curve_flatten(path, &curve);
        for (size_t k = 0; k < curve.count; k++)
            ck_assert_msg(!lies_off_shore(curve.points[k]), "%s lies in the sea", item->id);
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("base_lines");
    TCase *tests = tcase_create("base_lines");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_line_keeps_to_its_vertices_and_has_no_kink);
    tcase_add_test(tests, a_corner_stays_a_corner);
    tcase_add_test(tests, a_tight_meander_is_round);
    tcase_add_test(tests, a_ring_road_has_no_seam);
    tcase_add_loop_test(tests, a_water_line_ends_where_it_meets_the_sea, 0,
                        sizeof waters / sizeof waters[0]);
    tcase_add_test(tests, a_motorway_goes_on_under_or_over_the_sea);
    tcase_add_test(tests, a_water_line_that_touches_a_bank_leaves_no_crumb);
    tcase_add_test(tests, a_water_line_in_the_sea_is_not_drawn);
    tcase_add_test(tests, on_a_figure_no_line_has_a_kink_or_leaves_its_vertices);
    tcase_add_test(tests, on_a_figure_no_water_line_lies_in_the_sea);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
