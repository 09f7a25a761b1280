#include <string.h>

#include "check_main.h"
#include "streekkaart/scene.h"

static sk_arena *arena;
static sk_scene *scene;
static sk_layer *layer;

static void set_up(void) {
    arena = sk_arena_create();
    scene = sk_scene_create(arena, 160, 100);
    layer = sk_scene_layer(scene, "points", "Points", NULL);
}

static void tear_down(void) {
    sk_arena_free(arena);
}

static const struct {
    const char *wish, *id;
} ids[] = {
    {"gent-haven", "gent-haven"},
    {"Zone_1.a", "Zone_1.a"},
    {"13-logistiek", "_13-logistiek"},
    {"-a", "_-a"},
    {"", "_"},
    {NULL, "_"},
    {"a b&\"<>'", "a_b_____"},
    {"caf\xC3\xA9", "caf__"},
    {"a\nb", "a_b"},
    {"sk-clip-layer", "_sk-clip-layer"},
};

START_TEST(an_id_is_made_a_valid_xml_id) {
    ck_assert_str_eq(sk_scene_group(scene, layer, ids[_i].wish, SK_ROLE_MARKER)->id, ids[_i].id);
}
END_TEST

START_TEST(an_id_that_is_taken_gets_the_next_number) {
    static const char *const wishes[] = {"a", "a", "a-2", "a", "layer-points", "a-3"};
    static const char *const given[] = {"a", "a-2", "a-2-2", "a-3", "layer-points-2", "a-3-2"};
    for (size_t i = 0; i < sizeof wishes / sizeof *wishes; i++)
        ck_assert_str_eq(sk_scene_group(scene, layer, wishes[i], SK_ROLE_MARKER)->id, given[i]);
}
END_TEST

START_TEST(ids_stay_unique_on_a_crowded_page) {
    enum { COUNT = 3000 };
    for (int i = 0; i < COUNT; i++)
        sk_scene_group(scene, layer, i % 2 == 0 ? "zone" : sk_arena_printf(arena, "zone-%d", i),
                       SK_ROLE_ZONE);
    ck_assert_uint_eq(layer->count, COUNT);
    int repeated = 0;
    for (int i = 0; i < COUNT; i++)
        for (int j = 0; j < i; j++)
            if (strcmp(layer->groups[i]->id, layer->groups[j]->id) == 0) repeated++;
    ck_assert_int_eq(repeated, 0);
}
END_TEST

START_TEST(what_is_added_is_a_copy) {
    sk_group *group = sk_scene_group(scene, layer, "a", SK_ROLE_LABEL);
    sk_path path = {0};
    sk_path_box(arena, &path, (sk_page_box){1, 2, 3, 4});
    sk_scene_path(scene, group, &path, (sk_paint){.fill = {0, 0, 0, 1}});
    char word[] = "Gent";
    sk_text_line line = {word, {5, 6}, 7};
    sk_scene_text(scene, group, &(sk_text){.lines = &line, .line_count = 1, .along = &path});
    path.segments[0].points[0].x_mm = 99;
    path.count = 0;
    word[0] = 'X';
    line.width_mm = 0;

    const sk_path *kept = &group->items[0].as.path.path;
    ck_assert_uint_eq(kept->count, 5);
    ck_assert_double_eq(kept->segments[0].points[0].x_mm, 1);
    const sk_text *text = &group->items[1].as.text;
    ck_assert_str_eq(text->lines[0].utf8, "Gent");
    ck_assert_double_eq(text->lines[0].width_mm, 7);
    ck_assert_uint_eq(text->along->count, 5);
}
END_TEST

START_TEST(layers_groups_and_items_keep_their_order) {
    sk_layer *above = sk_scene_layer(scene, "text", "Text", &(sk_page_box){0, 0, 9, 9});
    for (int i = 0; i < 50; i++) {
        sk_group *group =
            sk_scene_group(scene, above, sk_arena_printf(arena, "g%d", i), SK_ROLE_TOWN);
        for (int j = 0; j < 50; j++)
            sk_scene_circle(scene, group, (sk_page_point){i, j}, 1, (sk_paint){0});
    }
    ck_assert_ptr_eq(scene->layers[1], above);
    ck_assert_double_eq(above->clip->width_mm, 9);
    ck_assert_str_eq(above->groups[49]->id, "g49");
    ck_assert_double_eq(above->groups[31]->items[49].as.circle.centre.y_mm, 49);
    ck_assert_ptr_eq(sk_scene_find_layer(scene, "layer-text"), above);
    ck_assert_ptr_null(sk_scene_find_layer(scene, "layer-none"));
}
END_TEST

START_TEST(a_scene_on_another_keeps_what_its_items_are) {
    sk_group *group = sk_scene_group(scene, layer, "link", SK_ROLE_LINK);
    sk_scene_circle(scene, group, (sk_page_point){1, 2}, 1, (sk_paint){0});
    sk_scene_circle(scene, group, (sk_page_point){1, 2}, 1, (sk_paint){0})->use = SK_USE_START_DOT;
    sk_scene *sheet = sk_scene_create(arena, 200, 200);
    sk_scene_append(sheet, scene, (sk_page_point){10, 20});
    const sk_group *copy = sheet->layers[0]->groups[0];
    ck_assert_str_eq(sheet->layers[0]->id, "layer-points");
    ck_assert_int_eq(copy->items[0].use, SK_USE_PLAIN);
    ck_assert_int_eq(copy->items[1].use, SK_USE_START_DOT);
    ck_assert_double_eq(copy->items[1].as.circle.centre.y_mm, 22);
}
END_TEST

START_TEST(a_role_is_found_by_the_name_that_files_call_it) {
    int named = 0;
    for (sk_role role = SK_ROLE_NONE; role < SK_ROLE_COUNT; role++) {
        ck_assert_int_eq(sk_role_find(sk_role_name(role)), role);
        named += sk_role_name(role) != NULL;
    }
    ck_assert_int_eq(named, SK_ROLE_COUNT - 1);
    ck_assert_int_eq(sk_role_find("nonsense"), SK_ROLE_NONE);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("scene");
    TCase *tests = tcase_create("scene");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, an_id_is_made_a_valid_xml_id, 0, sizeof ids / sizeof *ids);
    tcase_add_test(tests, an_id_that_is_taken_gets_the_next_number);
    tcase_add_test(tests, ids_stay_unique_on_a_crowded_page);
    tcase_add_test(tests, what_is_added_is_a_copy);
    tcase_add_test(tests, layers_groups_and_items_keep_their_order);
    tcase_add_test(tests, a_scene_on_another_keeps_what_its_items_are);
    tcase_add_test(tests, a_role_is_found_by_the_name_that_files_call_it);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
