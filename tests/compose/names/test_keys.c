/* Letters in place of the names of zones and links. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "check_main.h"
#include "compose/workshop.h"

static workshop w;

static void set_up(void) {
    workshop_open(&w);
    w.style.key.used = true;
    w.style.name.least_leader_mm = 2.5;
}

static void tear_down(void) {
    workshop_close(&w);
}

static sk_composed_figure composed(int figure, const sk_map_room *on_sheet) {
    const sk_composer composer = {w.project, &w.style, &w.words, w.typesetter};
    const sk_page_request page = {.on_sheet = on_sheet};
    sk_composed_figure out;
    ck_assert_int_eq(
        sk_compose_figure(&composer, workshop_figure(&w, figure), &page, w.arena, w.diag, &out),
        SK_OK);
    return out;
}

static size_t count_keys(const sk_layout *layout, const char *feature_id) {
    size_t count = 0;
    for (size_t i = 0; i < layout->item_count; i++) {
        const sk_layout_item *item = &layout->items[i];
        bool of_feature = feature_id == NULL ||
                          (item->feature_id != NULL && strcmp(item->feature_id, feature_id) == 0);
        if (item->name != NULL && item->name->is_key && of_feature) count++;
    }
    return count;
}

static size_t legend_rows_of(const sk_scene *scene, const char *feature_id) {
    const sk_layer *layer = sk_scene_find_layer(scene, "layer-legend");
    const sk_part *last = NULL;
    size_t count = 0;
    for (size_t i = 0; i < layer->count; i++)
        for (size_t k = 0; k < layer->groups[i]->count; k++) {
            const sk_part *part = layer->groups[i]->items[k].part;
            if (part == last || part == NULL) continue;
            last = part;
            if (part->feature_id != NULL && strcmp(part->feature_id, feature_id) == 0) count++;
        }
    return count;
}

START_TEST(a_crowded_map_has_letters_and_its_legend_lists_them) {
    sk_composed_figure figure = composed(13, NULL);
    const char *zone = "antwerpen-logistiek-hoogstraten-zone";
    ck_assert_uint_ge(count_keys(figure.layout, NULL), 14); /* 8 zones and 6 links */
    ck_assert_uint_ge(count_keys(figure.layout, zone), 1);
    ck_assert_uint_eq(legend_rows_of(figure.scene, zone), 1);
    ck_assert_uint_eq(figure.layout->overlap_count, 0);
}
END_TEST

START_TEST(each_piece_of_a_zone_has_its_letter) {
    sk_composed_figure figure = composed(13, NULL);
    /* the port, which the border of the province cuts */
    ck_assert_uint_ge(count_keys(figure.layout, "antwerpen-logistiek-haven-van-antwerpen-zone"), 2);
    ck_assert_uint_gt(figure.layout->zone_piece_count, 8); /* there are 8 zones */
    ck_assert_uint_eq(figure.layout->zone_pieces_told, figure.layout->zone_piece_count);
}
END_TEST

START_TEST(names_stay_where_the_style_has_no_letters) {
    w.style.key.used = false;
    ck_assert_uint_eq(count_keys(composed(13, NULL).layout, NULL), 0);
}
END_TEST

START_TEST(an_uncrowded_map_has_its_names) {
    sk_composed_figure figure = composed(16, NULL);
    ck_assert_uint_eq(count_keys(figure.layout, NULL), 0);
    for (size_t i = 0; i < figure.layout->item_count; i++)
        if (figure.layout->items[i].name != NULL)
            ck_assert_ptr_null(figure.layout->items[i].name->fault);
}
END_TEST

START_TEST(overviews_and_sheets_always_have_letters) {
    const sk_map_room room = {170, 150};
    ck_assert_uint_gt(count_keys(composed(52, NULL).layout, NULL), 0);
    sk_composed_figure sheet = composed(16, &room);
    ck_assert_uint_gt(count_keys(sheet.layout, NULL), 0);
    ck_assert_uint_eq(legend_rows_of(sheet.scene, "antwerpen-zorg-resoc-kempen"), 0);
}
END_TEST

START_TEST(a_zone_says_its_letter_on_each_part_and_a_link_on_each_line) {
    sk_composed_figure figure = composed(13, NULL);
    ck_assert_uint_gt(
        count_keys(figure.layout, "antwerpen-logistiek-resoc-waas-dender-via-waaslandhaven"), 2);
    ck_assert_uint_ge(count_keys(figure.layout, "antwerpen-logistiek-haven-van-antwerpen-zone"), 2);
}
END_TEST

START_TEST(a_letter_stands_in_its_zone_or_is_led_to_it_and_on_its_link) {
    sk_composed_figure figure = composed(13, NULL);
    for (size_t i = 0; i < figure.layout->item_count; i++) {
        const sk_name_measures *name = figure.layout->items[i].name;
        if (name == NULL || !name->is_key) continue;
        const char *id = figure.layout->items[i].id;
        ck_assert_msg(name->fault == NULL, "%s %s", id, name->fault);
        if (name->leader_mm > 0) {
            ck_assert_msg(name->leader_mm >= 2.5, "%s", id);
            continue;
        }
        if (name->kind == SK_NAMED_AREA) ck_assert_msg(name->inside >= 0.9, "%s", id);
        if (name->kind == SK_NAMED_LINK) ck_assert_msg(name->own_mm < 0.1, "%s", id);
    }
}
END_TEST

START_TEST(an_arrow_that_leaves_the_map_says_where_to_and_how_far_a_town_is) {
    sk_composed_figure figure = composed(47, NULL); /* to Eindhoven, and twice to other places */
    const char *beginning = "Eindhoven, ";
    size_t said = 0;
    for (size_t i = 0; i < figure.layout->item_count; i++) {
        const sk_layout_item *item = &figure.layout->items[i];
        if (item->text == NULL || strncmp(item->text, beginning, strlen(beginning)) != 0) continue;
        int km = 0;
        ck_assert_int_eq(sscanf(item->text + strlen(beginning), "%d km", &km), 1);
        ck_assert_int_ge(km, 10); /* 15 by the map of the Netherlands */
        ck_assert_int_le(km, 20);
        said++;
    }
    ck_assert_uint_eq(said, 1); /* two links lead there */
}
END_TEST

START_TEST(a_destination_is_nearest_to_its_own_arrow) {
    sk_composed_figure figure = composed(47, NULL);
    size_t leaving = 0, beside = 0;
    for (size_t i = 0; i < figure.layout->link_count; i++) {
        const sk_layout_link *link = &figure.layout->links[i];
        if (link->said == SK_LINK_ON_MAP) continue;
        ck_assert_msg(link->said == SK_LINK_SAID_AT_ARROW, "%s", link->feature_id);
        leaving++;
    }
    ck_assert_uint_ge(leaving, 3);
    for (size_t i = 0; i < figure.layout->item_count; i++) {
        const sk_name_measures *name = figure.layout->items[i].name;
        if (name == NULL || name->kind != SK_NAMED_EXIT) continue;
        ck_assert(name->leader_mm > 0 || name->own_mm < name->other_mm);
        beside++;
    }
    ck_assert_uint_ge(beside, 3);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("keys");
    TCase *tests = tcase_create("keys");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_crowded_map_has_letters_and_its_legend_lists_them);
    tcase_add_test(tests, each_piece_of_a_zone_has_its_letter);
    tcase_add_test(tests, names_stay_where_the_style_has_no_letters);
    tcase_add_test(tests, an_uncrowded_map_has_its_names);
    tcase_add_test(tests, overviews_and_sheets_always_have_letters);
    tcase_add_test(tests, a_zone_says_its_letter_on_each_part_and_a_link_on_each_line);
    tcase_add_test(tests, a_letter_stands_in_its_zone_or_is_led_to_it_and_on_its_link);
    tcase_add_test(tests, an_arrow_that_leaves_the_map_says_where_to_and_how_far_a_town_is);
    tcase_add_test(tests, a_destination_is_nearest_to_its_own_arrow);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
