/* The letters that stand for zones and links. */
#include <string.h>

#include "check_main.h"
#include "compose/workshop.h"
#include "resolve/feature_keys.h"

enum { INFRASTRUCTURAL = 1, ORGANISATIONAL }; /* among the usual kinds of links */

static workshop w;
static sk_figure_row rows[800];
static sk_feature features[800];
static size_t sectors_from; /* the features from there on are of another sector */

static void set_up(void) {
    workshop_open(&w);
    memset(features, 0, sizeof features);
    sectors_from = SIZE_MAX;
}

static void tear_down(void) {
    workshop_close(&w);
}

static const sk_feature_keys *keys_of(size_t count) {
    for (size_t i = 0; i < count; i++) {
        features[i].sector = i < sectors_from ? "roads" : "water";
        rows[i] = (sk_figure_row){.feature = &features[i]};
    }
    return sk_feature_keys_create(w.project, &(sk_figure_row_list){rows, count}, w.arena);
}

static void links(size_t count) {
    for (size_t i = 0; i < count; i++)
        features[i] =
            (sk_feature){.kind = SK_FEATURE_LINK, .name = sk_arena_printf(w.arena, "link %zu", i)};
}

static const struct {
    size_t index;
    const char *key;
} letters[] = {{0, "a"}, {25, "z"}, {26, "aa"}, {51, "az"}, {52, "ba"}, {701, "zz"}, {702, "aaa"}};

START_TEST(after_the_last_letter_come_two) {
    links(letters[_i].index + 1);
    const sk_feature_keys *keys = keys_of(letters[_i].index + 1);
    ck_assert_str_eq(sk_feature_key(keys, &features[letters[_i].index]), letters[_i].key);
}
END_TEST

START_TEST(zones_have_capitals_links_small_letters_and_points_none) {
    features[0] = (sk_feature){.kind = SK_FEATURE_LINK, .name = "a road"};
    features[1] = (sk_feature){.kind = SK_FEATURE_POINT, .name = "an actor"};
    features[2] = (sk_feature){.kind = SK_FEATURE_ZONE, .name = "a park"};
    const sk_feature_keys *keys = keys_of(3);
    ck_assert_str_eq(sk_feature_key(keys, &features[0]), "a");
    ck_assert_ptr_null(sk_feature_key(keys, &features[1]));
    ck_assert_str_eq(sk_feature_key(keys, &features[2]), "A");
}
END_TEST

START_TEST(the_letters_of_a_sector_stand_together_and_run_on) {
    links(4);
    sectors_from = 2;
    features[0].link_type = features[3].link_type = ORGANISATIONAL;
    features[1].link_type = features[2].link_type = INFRASTRUCTURAL;
    features[2].name = features[1].name; /* another sector's line is not said by the first */
    const sk_feature_keys *keys = keys_of(4);
    static const char *const expected[] = {"b", "a", "c", "d"};
    for (size_t i = 0; i < 4; i++)
        ck_assert_str_eq(sk_feature_key(keys, &features[i]), expected[i]);
}
END_TEST

START_TEST(letters_are_in_the_order_of_the_legend) {
    links(3);
    features[0].link_type = ORGANISATIONAL;
    features[1].link_type = features[2].link_type = INFRASTRUCTURAL;
    const sk_feature_keys *keys = keys_of(3);
    ck_assert_str_eq(sk_feature_key(keys, &features[1]), "a");
    ck_assert_str_eq(sk_feature_key(keys, &features[2]), "b");
    ck_assert_str_eq(sk_feature_key(keys, &features[0]), "c");
}
END_TEST

START_TEST(links_of_one_name_and_type_share_a_letter_and_are_listed_once) {
    links(4);
    for (size_t i = 0; i < 4; i++) features[i].link_type = INFRASTRUCTURAL;
    features[2].name = features[0].name;
    features[3].name = features[0].name;
    features[3].link_type = ORGANISATIONAL;
    const sk_feature_keys *keys = keys_of(4);
    ck_assert_str_eq(sk_feature_key(keys, &features[2]), sk_feature_key(keys, &features[0]));
    ck_assert_str_ne(sk_feature_key(keys, &features[3]), sk_feature_key(keys, &features[0]));
    ck_assert(sk_feature_is_first_of_key(keys, &features[0]));
    ck_assert(!sk_feature_is_first_of_key(keys, &features[2]));
    ck_assert(sk_feature_is_first_of_key(keys, &features[3]));
}
END_TEST

int main(void) {
    Suite *suite = suite_create("feature_keys");
    TCase *tests = tcase_create("feature_keys");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, after_the_last_letter_come_two, 0,
                        sizeof letters / sizeof letters[0]);
    tcase_add_test(tests, zones_have_capitals_links_small_letters_and_points_none);
    tcase_add_test(tests, letters_are_in_the_order_of_the_legend);
    tcase_add_test(tests, links_of_one_name_and_type_share_a_letter_and_are_listed_once);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
