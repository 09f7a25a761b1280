/* The outline of text as it is painted: what overlaps are looked for with. */
#include <math.h>

#include "check_main.h"
#include "page/text_block.h"
#include "page/text_outline.h"

static sk_diag *diag;
static sk_arena *arena;
static sk_typesetter *typesetter;
static const sk_text_style style = {.size_mm = 10, .weight = 400, .halo_mm = 1};

static void set_up(void) {
    diag = sk_diag_create();
    arena = sk_arena_create();
    ck_assert_int_eq(sk_typesetter_create("Lato", "fonts-lato", "nl", diag, &typesetter), SK_OK);
}

static void tear_down(void) {
    sk_typesetter_free(typesetter);
    sk_arena_free(arena);
    sk_diag_free(diag);
}

static sk_text text_of(const char *utf8) {
    sk_text_block block = sk_text_block_set(typesetter, arena, utf8, &style, INFINITY, 1);
    return sk_text_block_at(&block, arena, (sk_page_point){50, 50}, SK_ANCHOR_START);
}

static sk_page_box outline_box(const sk_text *text, size_t *count) {
    sk_shape_list outline = {0};
    sk_text_outline(typesetter, arena, text, &outline);
    *count = outline.count;
    return sk_shapes_box(outline.items, outline.count);
}

START_TEST(a_descender_is_part_of_the_outline_and_the_halo_is_not) {
    size_t count = 0;
    sk_text high = text_of("Hasselt"), low = text_of("Haspegouw");
    sk_text_extent capitals = sk_typesetter_measure(typesetter, "Hasselt", &style);
    sk_page_box flat = outline_box(&high, &count), deep = outline_box(&low, &count);
    ck_assert_uint_eq(count, 1);
    double baseline = 50 + capitals.cap_height_mm;
    ck_assert_double_eq_tol(flat.y_mm + flat.height_mm, baseline, 0.2);
    ck_assert_double_gt(deep.y_mm + deep.height_mm, baseline + 1.5);
    ck_assert_double_gt(flat.x_mm, 50);
    ck_assert_double_lt(flat.width_mm, capitals.width_mm);
}
END_TEST

START_TEST(turned_text_has_a_turned_outline) {
    size_t count = 0;
    sk_text text = text_of("Hasselt");
    sk_page_box level = outline_box(&text, &count);
    text.rotation_deg = 90;
    sk_page_box upright = outline_box(&text, &count);
    ck_assert_double_eq_tol(upright.width_mm, level.height_mm, 1e-9);
    ck_assert_double_eq_tol(upright.height_mm, level.width_mm, 1e-9);
    ck_assert_double_gt(upright.y_mm, text.lines[0].baseline.y_mm); /* it runs downwards */
}
END_TEST

START_TEST(text_along_a_straight_line_covers_what_the_same_text_covers_without_one) {
    size_t count = 0;
    sk_text text = text_of("Antwerpen");
    sk_page_box plain = outline_box(&text, &count);
    sk_page_point ends[] = {{0, text.lines[0].baseline.y_mm}, {300, text.lines[0].baseline.y_mm}};
    sk_polyline line = {ends, 2};
    sk_text_block block = sk_text_block_set(typesetter, arena, "Antwerpen", &style, INFINITY, 1);
    sk_text along = sk_text_along(&block, arena, &line, 50 + block.width_mm / 2);
    sk_page_box box = outline_box(&along, &count);
    ck_assert_uint_eq(count, 9); /* a piece for each letter */
    ck_assert_double_eq_tol(box.x_mm, plain.x_mm, 0.02);
    ck_assert_double_eq_tol(box.width_mm, plain.width_mm, 0.04);
    ck_assert_double_eq_tol(box.height_mm, plain.height_mm, 0.02);
}
END_TEST

START_TEST(the_hollow_side_of_curved_text_is_free) {
    sk_polyline arc = sk_polyline_arc(arena, (sk_page_point){0, 60}, (sk_page_point){100, 60}, 30);
    sk_text_block block = sk_text_block_set(typesetter, arena, "Albertkanaal", &style, INFINITY, 1);
    sk_text text = sk_text_along(&block, arena, &arc, sk_polyline_length(&arc) / 2);
    sk_shape_list outline = {0};
    sk_text_outline(typesetter, arena, &text, &outline);
    sk_page_box box = sk_shapes_box(outline.items, outline.count);
    sk_placer_shape under = sk_disc_shape(
        (sk_page_point){box.x_mm + box.width_mm / 2, box.y_mm + box.height_mm - 1}, 0.5);
    for (size_t i = 0; i < outline.count; i++)
        ck_assert(!sk_placer_shapes_overlap(&outline.items[i], &under));
    sk_placer_shape on = sk_disc_shape((sk_page_point){50, 28}, 0.5);
    bool hit = false;
    for (size_t i = 0; i < outline.count; i++)
        hit = hit || sk_placer_shapes_overlap(&outline.items[i], &on);
    ck_assert(hit);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("text_outline");
    TCase *tests = tcase_create("text_outline");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_descender_is_part_of_the_outline_and_the_halo_is_not);
    tcase_add_test(tests, turned_text_has_a_turned_outline);
    tcase_add_test(tests, text_along_a_straight_line_covers_what_the_same_text_covers_without_one);
    tcase_add_test(tests, the_hollow_side_of_curved_text_is_free);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
