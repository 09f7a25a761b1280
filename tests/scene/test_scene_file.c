#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "check_main.h"
#include "scene/scene_file.h"

enum { KEY = 42 };

static sk_arena *arena;
static char *bytes;
static size_t length;

static void add_link(sk_scene *page, sk_layer *layer) {
    const sk_paint paint = {.class_name = "link",
                            .fill = {0.1, 0.2, 0.3, 1},
                            .line = {.width_mm = 0.4, .dash_mm = {1, 2}, .dash_count = 2}};
    sk_path path = {0};
    sk_path_move(arena, &path, (sk_page_point){1, 2});
    sk_path_curve(arena, &path, (sk_page_point){3, 4}, (sk_page_point){5, 6},
                  (sk_page_point){7, 8});
    sk_path_close(arena, &path);
    sk_group *group = sk_scene_group(page, layer, "link", SK_ROLE_LINK);
    group->source = "a source";
    sk_scene_movable(group, 1.5, -2.5);
    sk_scene_part(page, group, "row")->title = "a row";
    sk_scene_path(page, group, &path, paint)->use = SK_USE_CASING;
    sk_scene_circle(page, group, (sk_page_point){9, 10}, 2, paint);
    sk_text_line line = {"Gent", {11, 12}, 6};
    const sk_line_end end = SK_LINE_ENDS_HYPHENATED;
    sk_scene_text(page, group,
                  &(sk_text){.lines = &line,
                             .line_count = 1,
                             .ends = &end,
                             .along = &path,
                             .style = {.size_mm = 3, .weight = 700}});
}

static void set_up(void) {
    arena = sk_arena_create();
    sk_scene *page = sk_scene_create(arena, 160, 100);
    page->title = "a title";
    page->georeference = SK_NEW(arena, sk_georeference);
    add_link(page, sk_scene_layer(page, "links", "Links", &(sk_page_box){1, 2, 3, 4}));
    bytes = sk_scene_file_pack(&page, 1, KEY, &length);
}

static void tear_down(void) {
    free(bytes);
    sk_arena_free(arena);
}

START_TEST(what_was_written_is_read) {
    sk_scene **pages = NULL;
    size_t count = 0, again_length = 0;
    ck_assert(sk_scene_file_unpack(bytes, length, KEY, arena, &pages, &count));
    ck_assert_uint_eq(count, 1);
    const sk_group *group = pages[0]->layers[0]->groups[0];
    ck_assert_str_eq(group->source, "a source");
    ck_assert_ptr_eq(group->items[0].part, group->items[2].part);
    ck_assert_str_eq(group->items[2].as.text.lines[0].utf8, "Gent");
    ck_assert_double_eq(group->items[2].as.text.along->segments[1].points[2].y_mm, 8);
    char *again = sk_scene_file_pack(pages, count, KEY, &again_length);
    ck_assert_uint_eq(again_length, length);
    ck_assert_mem_eq(again, bytes, length);
    free(again);
}
END_TEST

START_TEST(an_id_that_is_taken_stays_so) {
    sk_scene **pages = NULL;
    size_t count = 0;
    ck_assert(sk_scene_file_unpack(bytes, length, KEY, arena, &pages, &count));
    const sk_layer *layer = sk_scene_layer(pages[0], "links", "Links", NULL);
    ck_assert_str_eq(layer->id, "layer-links-2");
}
END_TEST

START_TEST(what_is_not_whole_or_of_something_else_is_not_read) {
    sk_scene **pages = NULL;
    size_t count = 0;
    ck_assert(!sk_scene_file_unpack(bytes, length, KEY + 1, arena, &pages, &count));
    for (size_t cut = 0; cut < length; cut++)
        ck_assert(!sk_scene_file_unpack(bytes, cut, KEY, arena, &pages, &count));
    bytes[length / 2] ^= 1;
    ck_assert(!sk_scene_file_unpack(bytes, length, KEY, arena, &pages, &count));
}
END_TEST

/* With a digest that fits: whoever made it so gets a page that is another, or none, and no crash.
 */
START_TEST(no_byte_leads_out_of_the_bytes) {
    size_t refused = 0, body = length - sizeof(uint64_t);
    for (size_t at = sizeof(uint64_t); at < body; at++) {
        sk_arena *own = sk_arena_create();
        sk_scene **pages = NULL;
        size_t count = 0;
        char before = bytes[at];
        bytes[at] = (char)~before;
        uint64_t sum = sk_digest_of(bytes, body);
        memcpy(bytes + body, &sum, sizeof sum);
        refused += !sk_scene_file_unpack(bytes, length, KEY, own, &pages, &count);
        bytes[at] = before;
        sk_arena_free(own);
    }
    ck_assert_uint_gt(refused, 50);
}
END_TEST

int main(void) {
    TCase *tests = tcase_create("pages");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, what_was_written_is_read);
    tcase_add_test(tests, an_id_that_is_taken_stays_so);
    tcase_add_test(tests, what_is_not_whole_or_of_something_else_is_not_read);
    tcase_add_test(tests, no_byte_leads_out_of_the_bytes);
    Suite *suite = suite_create("scene_file");
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
