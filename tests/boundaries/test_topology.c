/* Generalising borders without spoiling the map they make. */
#include "boundaries/mesh/topology.h"

#include <stdlib.h>

#include "check_main.h"

enum { FACES_MAX = 4, POINTS_MAX = 16, TOLERANCE_CM = 4000 };

/* Rings in metres; each is a face of its own, except that clockwise ones are holes in the face
 * before. */
typedef struct {
    int count;
    double points[POINTS_MAX][2];
} ring;

static sk_arena *arena;
static sk_mesh mesh;

static void setup(void) {
    arena = sk_arena_create();
}

static void teardown(void) {
    sk_mesh_free(&mesh);
    sk_arena_free(arena);
}

static sk_cm_ring cm_ring(const ring *r) {
    sk_cm_ring result = {SK_NEW_ARRAY(arena, sk_cm_point, (size_t)r->count), (size_t)r->count};
    for (int i = 0; i < r->count; i++)
        result.points[i] =
            (sk_cm_point){(int32_t)(r->points[i][0] * 100), (int32_t)(r->points[i][1] * 100)};
    return result;
}

static void add_face(const ring *outer, const ring *hole) {
    sk_cm_ring rings[2] = {cm_ring(outer)};
    if (hole != NULL) rings[1] = cm_ring(hole);
    sk_mesh_add_face(&mesh, &(sk_cm_shape){rings, hole ? 2 : 1});
}

static sk_cm_shape *each_face(const sk_topology *topology) {
    uint32_t group_of[FACES_MAX] = {0, 1, 2, 3};
    return sk_topology_dissolve(topology, group_of, topology->face_count, arena);
}

static const ring big = {4, {{0, 0}, {10000, 0}, {10000, 10000}, {0, 10000}}};
static const ring big_hole = {4, {{5000, 5000}, {5000, 5100}, {5100, 5040}, {5100, 5000}}};
static const ring enclave = {4, {{5000, 5000}, {5100, 5000}, {5100, 5040}, {5000, 5100}}};

START_TEST(an_enclave_whose_corner_is_within_the_tolerance_keeps_it) {
    add_face(&big, &big_hole);
    add_face(&enclave, NULL);
    sk_topology *topology = sk_topology_build(&mesh, arena);
    sk_topology_simplify(topology, TOLERANCE_CM);
    sk_cm_shape *faces = each_face(topology);
    ck_assert_uint_eq(faces[1].count, 1);
    ck_assert_uint_eq(faces[1].rings[0].count, 4);
    ck_assert_double_eq_tol(sk_cm_shape_area(&faces[1]), 7000, 1);
    ck_assert_double_eq_tol(sk_cm_shape_area(&faces[0]), 1e8 - 7000, 1);
}
END_TEST

/* A border with a bay 30 m deep, in which a small square of a third face lies. */
START_TEST(a_border_does_not_jump_over_an_enclave_in_its_bend) {
    ring south = {
        7, {{0, 0}, {2000, 0}, {2000, 1000}, {1040, 1000}, {1000, 970}, {960, 1000}, {0, 1000}}};
    ring north = {
        7,
        {{0, 2000}, {0, 1000}, {960, 1000}, {1000, 970}, {1040, 1000}, {2000, 1000}, {2000, 2000}}};
    ring hole = {4, {{998, 985}, {998, 990}, {1002, 990}, {1002, 985}}};
    ring small = {4, {{998, 985}, {1002, 985}, {1002, 990}, {998, 990}}};
    add_face(&south, NULL);
    add_face(&north, &hole);
    add_face(&small, NULL);
    sk_topology *topology = sk_topology_build(&mesh, arena);
    sk_topology_simplify(topology, TOLERANCE_CM);
    sk_cm_shape *faces = each_face(topology);
    sk_cm_point inside = {100000, 98700};
    for (int face = 0; face < 2; face++) {
        int depth = 0;
        for (size_t r = 0; r < faces[face].count; r++)
            if (sk_cm_ring_contains(faces[face].rings[r].points, faces[face].rings[r].count,
                                    inside))
                depth++;
        ck_assert_int_eq(depth, face == 0 ? 0 : 2);
    }
    ck_assert_double_eq_tol(sk_cm_shape_area(&faces[2]), 20, 1e-6);
}
END_TEST

/* A strip a few metres wide whose lower border has a bend just below the tolerance, the upper one
 * just above: alone, the lower would be straight, and cut the upper one's bend. */
START_TEST(borders_close_together_do_not_cross) {
    ring south = {5, {{0, 0}, {2000, 0}, {2000, 1000}, {1000, 962}, {0, 1000}}};
    ring strip = {6, {{0, 1000}, {1000, 962}, {2000, 1000}, {2000, 1010}, {1000, 966}, {0, 1010}}};
    add_face(&south, NULL);
    add_face(&strip, NULL);
    sk_topology *topology = sk_topology_build(&mesh, arena);
    sk_topology_simplify(topology, TOLERANCE_CM);
    for (size_t a = 0; a < topology->count; a++)
        for (size_t b = a; b < topology->count; b++)
            for (size_t i = 1; i < topology->arcs[a].count; i++)
                for (size_t j = a == b ? i + 1 : 1; j < topology->arcs[b].count; j++) {
                    const sk_cm_point *p = topology->arcs[a].points + i;
                    const sk_cm_point *q = topology->arcs[b].points + j;
                    ck_assert(!sk_cm_segments_conflict(p[-1], p[0], q[-1], q[0]));
                }
}
END_TEST

START_TEST(a_spike_without_area_is_dropped) {
    ring spiked = {6, {{0, 0}, {1000, 0}, {1000, 1000}, {1000, 1500}, {1000, 1000}, {0, 1000}}};
    ring nothing = {4, {{0, 0}, {1000, 0}, {2000, 0}, {1000, 0}}};
    add_face(&spiked, NULL);
    add_face(&nothing, NULL);
    sk_cm_shape *faces = each_face(sk_topology_build(&mesh, arena));
    ck_assert_uint_eq(faces[0].count, 1);
    ck_assert_uint_eq(faces[0].rings[0].count, 4);
    ck_assert_uint_eq(faces[1].count, 0);
}
END_TEST

START_TEST(faces_that_meet_in_a_point_stay_two_polygons) {
    ring low = {4, {{0, 0}, {1000, 0}, {1000, 1000}, {0, 1000}}};
    ring high = {4, {{1000, 1000}, {2000, 1000}, {2000, 2000}, {1000, 2000}}};
    uint32_t together[] = {0, 0};
    add_face(&low, NULL);
    add_face(&high, NULL);
    sk_topology *topology = sk_topology_build(&mesh, arena);
    sk_cm_shape *shape = sk_topology_dissolve(topology, together, 1, arena);
    ck_assert_uint_eq(shape->count, 2);
    ck_assert_uint_eq(shape->rings[0].count, 4);
    ck_assert_uint_eq(shape->rings[1].count, 4);
}
END_TEST

/* The west side is shared, so that the walk around the outline does not start where the hole is. */
START_TEST(a_hole_that_touches_the_outline_is_a_ring_of_its_own) {
    ring outer = {5, {{0, 0}, {10000, 0}, {10000, 10000}, {5000, 10000}, {0, 10000}}};
    ring hole = {3, {{5000, 10000}, {6000, 8000}, {4000, 8000}}};
    ring inner = {3, {{5000, 10000}, {4000, 8000}, {6000, 8000}}};
    ring west = {4, {{-1000, 0}, {0, 0}, {0, 10000}, {-1000, 10000}}};
    add_face(&outer, &hole);
    add_face(&inner, NULL);
    add_face(&west, NULL);
    sk_cm_shape *faces = each_face(sk_topology_build(&mesh, arena));
    ck_assert_uint_eq(faces[0].count, 2);
    ck_assert_uint_eq(faces[0].rings[0].count + faces[0].rings[1].count, 8);
}
END_TEST

START_TEST(a_group_loses_the_borders_inside_it_and_keeps_its_enclave) {
    uint32_t whole[] = {0, 0}, ringed[] = {0, SK_NO_FACE};
    add_face(&big, &big_hole);
    add_face(&enclave, NULL);
    sk_topology *topology = sk_topology_build(&mesh, arena);
    ck_assert_uint_eq(sk_topology_dissolve(topology, whole, 1, arena)->count, 1);
    ck_assert_uint_eq(sk_topology_dissolve(topology, ringed, 1, arena)->count, 2);
}
END_TEST

START_TEST(a_point_beside_an_edge_becomes_part_of_it) {
    ring west = {4, {{0, 0}, {1000, 0}, {1000, 1000}, {0, 1000}}};
    ring south_east = {4, {{1000, 0}, {2000, 0}, {2000, 500}, {1000.3, 500}}};
    ring north_east = {4, {{1000.3, 500}, {2000, 500}, {2000, 1000}, {1000.1, 1000.1}}};
    add_face(&west, NULL);
    add_face(&south_east, NULL);
    add_face(&north_east, NULL);
    sk_mesh_weld(&mesh, 50);
    sk_topology *topology = sk_topology_build(&mesh, arena);
    uint32_t together[] = {0, 0, 0};
    ck_assert_uint_eq(sk_topology_dissolve(topology, together, 1, arena)->count, 1);
    size_t shared = 0;
    for (size_t i = 0; i < topology->count; i++)
        if (topology->arcs[i].left != SK_NO_FACE && topology->arcs[i].right != SK_NO_FACE) shared++;
    ck_assert_uint_eq(shared, 3);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("topology");
    TCase *tests = tcase_create("topology");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_test(tests, an_enclave_whose_corner_is_within_the_tolerance_keeps_it);
    tcase_add_test(tests, a_border_does_not_jump_over_an_enclave_in_its_bend);
    tcase_add_test(tests, borders_close_together_do_not_cross);
    tcase_add_test(tests, a_spike_without_area_is_dropped);
    tcase_add_test(tests, faces_that_meet_in_a_point_stay_two_polygons);
    tcase_add_test(tests, a_hole_that_touches_the_outline_is_a_ring_of_its_own);
    tcase_add_test(tests, a_group_loses_the_borders_inside_it_and_keeps_its_enclave);
    tcase_add_test(tests, a_point_beside_an_edge_becomes_part_of_it);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
