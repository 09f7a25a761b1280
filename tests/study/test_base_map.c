/* What the base map that is shipped, layers/context.geojson, promises. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "check_main.h"
#include "resolve/shape_ops.h"
#include "streekkaart/project.h"

static sk_diag *diag;
static sk_project *project;

static void set_up(void) {
    diag = sk_diag_create();
    ck_assert_int_eq(sk_project_open(SK_STUDY, diag, &project), SK_OK);
}

static void tear_down(void) {
    sk_project_free(project);
    sk_diag_free(diag);
}

static double distance(sk_ground_point a, sk_ground_point b) {
    return hypot(a.east_m - b.east_m, a.north_m - b.north_m);
}

static double distance_to_step(sk_ground_point p, sk_ground_point a, sk_ground_point b) {
    double dx = b.east_m - a.east_m, dy = b.north_m - a.north_m, squared = dx * dx + dy * dy;
    double t = ((p.east_m - a.east_m) * dx + (p.north_m - a.north_m) * dy) / fmax(squared, 1e-9);
    t = fmin(1, fmax(0, t));
    return distance(p, (sk_ground_point){a.east_m + t * dx, a.north_m + t * dy});
}

static double distance_to_line(sk_ground_point p, const sk_shape *line) {
    double least = INFINITY;
    for (size_t i = 0; i < line->part_count; i++)
        for (size_t k = 1; k < line->parts[i].count; k++)
            least = fmin(
                least, distance_to_step(p, line->parts[i].points[k - 1], line->parts[i].points[k]));
    return least;
}

static double distance_to_vertex(sk_ground_point p, const sk_shape *line) {
    double least = INFINITY;
    for (size_t i = 0; i < line->part_count; i++)
        for (size_t k = 0; k < line->parts[i].count; k++)
            least = fmin(least, distance(p, line->parts[i].points[k]));
    return least;
}

static bool of_one_sort(const sk_context_item *a, const sk_context_item *b) {
    if (a->kind == SK_CONTEXT_TOWN || b->kind == SK_CONTEXT_TOWN) return false;
    return (a->kind == SK_CONTEXT_MOTORWAY) == (b->kind == SK_CONTEXT_MOTORWAY);
}

static bool lies_in_the_sea(sk_ground_point p) {
    const sk_region_list *seas = &project->regions[SK_REGION_SEA];
    for (size_t i = 0; i < seas->count; i++)
        if (sk_shape_contains(&seas->items[i].shape, p)) return true;
    return false;
}

/* The nearest other line of that sort, and whether the end is a vertex of one. */
static void look_around(const sk_context_item *item, sk_ground_point end, double *nearest_m,
                        const char **nearest, bool *meets) {
    *nearest_m = INFINITY;
    *nearest = NULL;
    *meets = false;
    for (size_t i = 0; i < project->context_count; i++) {
        const sk_context_item *other = &project->context[i];
        if (other == item || !of_one_sort(item, other)) continue;
        double off_m = distance_to_line(end, &other->shape);
        if (distance_to_vertex(end, &other->shape) < 1) *meets = true;
        if (off_m >= *nearest_m) continue;
        *nearest_m = off_m;
        *nearest = other->id;
    }
}

/* 1.5 km is 2 to 3 mm on a map of a province: it looks like a line that was forgotten. */
START_TEST(an_end_near_another_line_of_its_sort_is_a_vertex_of_it) {
    const double near_m = 1500;
    size_t lines = 0;
    for (size_t i = 0; i < project->context_count; i++) {
        const sk_context_item *item = &project->context[i];
        if (item->kind == SK_CONTEXT_TOWN) continue;
        lines++;
        const sk_shape_part *part = &item->shape.parts[0];
        const sk_ground_point ends[] = {part->points[0], part->points[part->count - 1]};
        if (distance(ends[0], ends[1]) < 1) continue;
        for (size_t k = 0; k < 2; k++) {
            double nearest_m;
            const char *nearest;
            bool meets;
            look_around(item, ends[k], &nearest_m, &nearest, &meets);
            ck_assert_msg(meets || nearest_m > near_m || lies_in_the_sea(ends[k]),
                          "the %s of %s lies %.0f m from %s", k == 0 ? "start" : "end", item->id,
                          nearest_m, nearest);
        }
    }
    ck_assert_uint_gt(lines, 80);
}
END_TEST

static const sk_context_item *item_of(const char *id) {
    for (size_t i = 0; i < project->context_count; i++)
        if (strcmp(project->context[i].id, id) == 0) return &project->context[i];
    ck_abort_msg("no %s", id);
    return NULL;
}

/* Towns that a line passes: a line this far from one is in the wrong place. */
static const struct {
    const char *line, *town;
    double most_m;
} passed[] = {
    {"canal-plassendale-nieuwpoort", "town-nieuwpoort", 1500},
    {"canal-nieuwpoort-duinkerke", "town-veurne", 1000},
    {"canal-lokanaal", "town-veurne", 1000},
    {"canal-ieper-ijzer", "town-ieper", 1000},
    {"canal-beverlo", "town-leopoldsburg", 1500},
    {"canal-netekanaal", "town-lier", 2000},
    {"canal-damse-vaart", "town-brugge", 2000},
    {"canal-gent-oostende", "town-brugge", 1500},
    {"canal-albertkanaal", "town-herentals", 2500},
    {"canal-dessel-schoten", "town-turnhout", 2500},
    {"canal-leuven-dijle", "town-leuven", 1500},
    {"canal-zeekanaal", "town-willebroek", 1000},
    {"river-durme", "town-lokeren", 1000},
    {"river-gete", "town-tienen", 1500},
    {"river-zenne", "town-vilvoorde", 1500},
    {"river-schelde", "town-antwerpen", 1000},
    {"river-schelde", "town-dendermonde", 1000},
    {"river-schelde", "town-oudenaarde", 1500},
    {"river-leie", "town-kortrijk", 1000},
    {"river-leie", "town-gent", 1000},
    {"river-dijle", "town-mechelen", 1000},
    {"river-demer", "town-diest", 1500},
    {"river-ijzer", "town-diksmuide", 1500},
    {"river-dender", "town-aalst", 1000},
    {"motorway-e17", "town-lokeren", 4000},
};

START_TEST(a_line_passes_the_towns_that_lie_on_it) {
    const sk_context_item *line = item_of(passed[_i].line), *town = item_of(passed[_i].town);
    double off_m = distance_to_line(town->shape.parts[0].points[0], &line->shape);
    ck_assert_msg(off_m <= passed[_i].most_m, "%s passes %s at %.0f m", line->id, town->id, off_m);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("base_map");
    TCase *tests = tcase_create("base_map");
    tcase_add_unchecked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, an_end_near_another_line_of_its_sort_is_a_vertex_of_it);
    tcase_add_loop_test(tests, a_line_passes_the_towns_that_lie_on_it, 0,
                        sizeof passed / sizeof passed[0]);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
