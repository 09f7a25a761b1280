/* The names of what the map lies in. */
#include <string.h>

#include "check_main.h"
#include "compose/workshop.h"

static workshop w;

static void set_up(void) {
    workshop_open(&w);
    w.style.context.shown = true;
}

static void tear_down(void) {
    workshop_close(&w);
}

static const sk_layout *layout_of(int figure) {
    const sk_composer composer = {w.project, &w.style, &w.words, w.typesetter};
    sk_composed_figure out;
    ck_assert_int_eq(sk_compose_figure(&composer, workshop_figure(&w, figure),
                                       &(sk_page_request){0}, w.arena, w.diag, &out),
                     SK_OK);
    return out.layout;
}

static const sk_layout_item *said(const sk_layout *layout, const char *text) {
    const sk_layout_item *found = NULL;
    for (size_t i = 0; i < layout->item_count; i++) {
        const sk_layout_item *item = &layout->items[i];
        if (item->role != SK_LAYOUT_TOWN || item->text == NULL || strcmp(item->text, text) != 0)
            continue;
        ck_assert_msg(found == NULL, "%s twice", text);
        found = item;
    }
    return found;
}

START_TEST(a_country_is_named_in_capitals_once) {
    const sk_layout *layout = layout_of(13);
    ck_assert_ptr_nonnull(said(layout, "NEDERLAND"));
    ck_assert_ptr_null(said(layout, "ANTWERPEN")); /* the map's own province */
    ck_assert_uint_eq(layout->overlap_count, 0);
}
END_TEST

START_TEST(a_motorway_has_its_shield_and_a_water_its_name) {
    const sk_layout *layout = layout_of(13);
    ck_assert_ptr_nonnull(said(layout, "E313"));
    size_t waters = 0;
    const char *names[] = {"Albertkanaal", "Schelde", "Kanaal Bocholt-Herentals", "Dijle", "Demer"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        waters += said(layout, names[i]) != NULL;
    ck_assert_uint_ge(waters, 1);
}
END_TEST

START_TEST(none_is_named_where_the_style_shows_none) {
    w.style.context.shown = false;
    const sk_layout *layout = layout_of(13);
    ck_assert_ptr_null(said(layout, "NEDERLAND"));
    ck_assert_ptr_null(said(layout, "E313"));
}
END_TEST

/* They give way: what is left out of them is no loss that anyone is told of. */
START_TEST(they_cost_the_map_no_name_of_its_own) {
    sk_layout without;
    w.style.context.shown = false;
    without = *layout_of(24);
    w.style.context.shown = true;
    const sk_layout *with = layout_of(24);
    size_t labels[2] = {0};
    for (size_t i = 0; i < without.item_count; i++)
        labels[0] += without.items[i].role == SK_LAYOUT_LABEL;
    for (size_t i = 0; i < with->item_count; i++)
        labels[1] += with->items[i].role == SK_LAYOUT_LABEL;
    ck_assert_uint_eq(labels[0], labels[1]);
    ck_assert_uint_le(with->omission_count, without.omission_count + 1); /* a town, perhaps */
}
END_TEST

int main(void) {
    Suite *suite = suite_create("context_names");
    TCase *tests = tcase_create("context_names");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_country_is_named_in_capitals_once);
    tcase_add_test(tests, a_motorway_has_its_shield_and_a_water_its_name);
    tcase_add_test(tests, none_is_named_where_the_style_shows_none);
    tcase_add_test(tests, they_cost_the_map_no_name_of_its_own);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
