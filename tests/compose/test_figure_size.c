/* Pages of other sizes than the style's, and titles, asked of the scene. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "check_main.h"
#include "compose/drawing/map_view.h"
#include "streekkaart/compose.h"

typedef struct {
    sk_diag *diag;
    sk_arena *arena;
    sk_project *project;
    sk_style_sheet style;
    sk_wording words;
    sk_typesetter *typesetter;
    const sk_scene *scene;
    sk_status status;
} drawing;

static void open_project(drawing *d, const char *style, const char *language) {
    *d = (drawing){.diag = sk_diag_create(), .arena = sk_arena_create()};
    ck_assert_int_eq(sk_project_open(SK_TEST_PROJECT, d->diag, &d->project), SK_OK);
    ck_assert_int_eq(sk_style_sheet_open(SK_TEST_PROJECT, NULL, style, d->diag, &d->style), SK_OK);
    ck_assert_int_eq(sk_wording_open(SK_TEST_PROJECT, &d->project->settings, language, d->arena,
                                     d->diag, &d->words),
                     SK_OK);
    sk_project_translate(d->project, &d->words);
    ck_assert_int_eq(sk_typesetter_create(d->style.font_family, d->style.font_package,
                                          d->words.language, d->diag, &d->typesetter),
                     SK_OK);
}

static void compose(drawing *d, int figure, sk_page_size page) {
    const sk_composer composer = {d->project, &d->style, &d->words, d->typesetter};
    const sk_page_request request = {.size = page};
    sk_composed_figure composed = {0};
    for (size_t i = 0; i < d->project->figure_count; i++)
        if (d->project->figures[i].number == figure)
            d->status = sk_compose_figure(&composer, &d->project->figures[i], &request, d->arena,
                                          d->diag, &composed);
    d->scene = composed.scene;
}

static void close_project(drawing *d) {
    sk_typesetter_free(d->typesetter);
    sk_project_free(d->project);
    sk_arena_free(d->arena);
    sk_diag_free(d->diag);
}

static void expect_on_page(const sk_scene *scene, const sk_group *group, sk_page_box box) {
    const double hair_mm = 1e-6;
    ck_assert_msg(box.x_mm >= -hair_mm && box.y_mm >= -hair_mm &&
                      box.x_mm + box.width_mm <= scene->width_mm + hair_mm &&
                      box.y_mm + box.height_mm <= scene->height_mm + hair_mm,
                  "%s at %g,%g, %g by %g", group->id, box.x_mm, box.y_mm, box.width_mm,
                  box.height_mm);
}

/* The box of what is not clipped: text, circles and paths as they are. */
static sk_page_box box_of(sk_typesetter *typesetter, const sk_item *item) {
    double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;
    if (item->kind == SK_ITEM_CIRCLE) {
        double r = item->as.circle.radius_mm;
        sk_page_point c = item->as.circle.centre;
        return (sk_page_box){c.x_mm - r, c.y_mm - r, 2 * r, 2 * r};
    }
    if (item->kind == SK_ITEM_TEXT) {
        const sk_text *text = &item->as.text;
        const double shares[] = {
            [SK_ANCHOR_START] = 0, [SK_ANCHOR_MIDDLE] = 0.5, [SK_ANCHOR_END] = 1};
        for (size_t i = 0; i < text->line_count; i++) {
            const sk_text_line *line = &text->lines[i];
            sk_page_box ink = sk_typesetter_measure(typesetter, line->utf8, &text->style).ink;
            double x = line->baseline.x_mm - shares[text->anchor] * line->width_mm + ink.x_mm;
            double y = line->baseline.y_mm + ink.y_mm;
            left = fmin(left, x), right = fmax(right, x + ink.width_mm);
            top = fmin(top, y), bottom = fmax(bottom, y + ink.height_mm);
        }
        return (sk_page_box){left, top, right - left, bottom - top};
    }
    const sk_path *path = &item->as.path.path;
    for (size_t i = 0; i < path->count; i++) {
        if (path->segments[i].kind == SK_SEGMENT_CLOSE) continue;
        sk_page_point p = path->segments[i].points[0];
        left = fmin(left, p.x_mm), right = fmax(right, p.x_mm);
        top = fmin(top, p.y_mm), bottom = fmax(bottom, p.y_mm);
    }
    double half = item->as.path.paint.line.width_mm / 2;
    return (sk_page_box){left - half, top - half, right - left + 2 * half, bottom - top + 2 * half};
}

/* Straight texts and what is drawn without a clip; texts along a line have a test of their own. */
static void expect_all_on_page(const drawing *d) {
    size_t looked_at = 0;
    for (size_t i = 0; i < d->scene->count; i++) {
        const sk_layer *layer = d->scene->layers[i];
        for (size_t k = 0; k < layer->count && layer->clip == NULL; k++) {
            const sk_group *group = layer->groups[k];
            for (size_t n = 0; n < group->count && group->clip == NULL; n++) {
                const sk_item *item = &group->items[n];
                if (item->kind == SK_ITEM_TEXT &&
                    (item->as.text.along != NULL || item->as.text.rotation_deg != 0))
                    continue;
                expect_on_page(d->scene, group, box_of(d->typesetter, item));
                looked_at++;
            }
        }
    }
    ck_assert_uint_gt(looked_at, 20);
}

static const sk_group *group_called(const sk_scene *scene, const char *id) {
    for (size_t i = 0; i < scene->count; i++)
        for (size_t k = 0; k < scene->layers[i]->count; k++)
            if (strcmp(scene->layers[i]->groups[k]->id, id) == 0)
                return scene->layers[i]->groups[k];
    return NULL;
}

static sk_page_box furniture(const drawing *d, const char *id) {
    const sk_group *group = group_called(d->scene, id);
    ck_assert_msg(group != NULL, "no %s", id);
    return box_of(d->typesetter, &group->items[0]);
}

static const struct {
    int figure;
    const char *language;
    sk_page_size page;
    double width_mm, height_mm; /* that come out */
} pages[] = {
    {13, "nl", {297, 420, true}, 420, 297},  {24, "fr", {297, 420, true}, 297, 420},
    {40, "nl", {297, 420, false}, 297, 420}, {13, "fr", {180, 120, false}, 180, 120},
    {44, "en", {180, 120, false}, 180, 120}, {54, "fr", {210, 297, true}, 297, 210},
    {11, "en", {180, 120, false}, 180, 120}, {30, "nl", {180, 120, false}, 180, 120},
};

START_TEST(a_page_of_given_size_is_filled_and_nothing_falls_off_it) {
    drawing d;
    open_project(&d, "study", pages[_i].language);
    compose(&d, pages[_i].figure, pages[_i].page);
    ck_assert_int_eq(d.status, SK_OK);
    ck_assert_uint_eq(sk_diag_count(d.diag), 0);
    ck_assert_double_eq(d.scene->width_mm, pages[_i].width_mm);
    ck_assert_double_eq(d.scene->height_mm, pages[_i].height_mm);
    expect_all_on_page(&d);
    sk_page_box frame = furniture(&d, "frame"), source = furniture(&d, "source");
    ck_assert_double_ge(frame.width_mm, d.scene->width_mm - 2 * d.style.page.margin_mm);
    ck_assert_double_ge(source.y_mm, frame.y_mm + frame.height_mm);
    ck_assert_double_le(d.scene->height_mm - (source.y_mm + source.height_mm), 2);
    ck_assert_str_eq(d.scene->language, pages[_i].language);
    close_project(&d);
}
END_TEST

START_TEST(furniture_keeps_its_size_and_its_distance_on_any_page) {
    static const char *const ids[] = {"legend", "inset", "scale-bar"};
    static const sk_page_size sizes[] = {{420, 297, false}, {180, 120, false}, {110, 110, false}};
    drawing d;
    open_project(&d, "study", "nl");
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        compose(&d, 13, sizes[i]);
        ck_assert_int_eq(d.status, SK_OK);
        ck_assert_double_eq_tol(furniture(&d, "inset").width_mm,
                                d.style.inset.width_mm + d.style.inset.line.width_mm, 1e-6);
        for (int a = 0; a < 3; a++)
            for (int b = 0; b < a; b++) {
                sk_page_box one = furniture(&d, ids[a]), other = furniture(&d, ids[b]);
                ck_assert(one.x_mm >= other.x_mm + other.width_mm ||
                          other.x_mm >= one.x_mm + one.width_mm ||
                          one.y_mm >= other.y_mm + other.height_mm ||
                          other.y_mm >= one.y_mm + one.height_mm);
            }
    }
    close_project(&d);
}
END_TEST

START_TEST(a_width_alone_leaves_the_height_to_the_map) {
    drawing d;
    open_project(&d, "study", "nl");
    compose(&d, 19, (sk_page_size){0});
    double usual = d.scene->height_mm / d.scene->width_mm;
    compose(&d, 19, (sk_page_size){.width_mm = 297});
    ck_assert_double_eq(d.scene->width_mm, 297);
    ck_assert_double_eq_tol(d.scene->height_mm / d.scene->width_mm, usual, 0.1);
    expect_all_on_page(&d);
    close_project(&d);
}
END_TEST

static const struct {
    int figure;
    sk_page_size page;
} tight[] = {{13, {40, 40, false}}, {54, {50, 0, false}}, {46, {30, 42, true}}};

/* Sizes in a remedy: "give --size 107x107mm or more". */
static sk_page_size size_in(const char *remedy) {
    sk_page_size page = {0};
    const char *size = strstr(remedy, "--size ");
    ck_assert_msg(size != NULL, "%s", remedy);
    int fields = sscanf(size, "--size %lfx%lfmm", &page.width_mm, &page.height_mm);
    ck_assert_int_ge(fields, 1);
    return page;
}

START_TEST(a_page_too_small_is_refused_with_the_least_that_will_do) {
    drawing d;
    open_project(&d, "study", "nl");
    compose(&d, tight[_i].figure, tight[_i].page);
    ck_assert_int_eq(d.status, SK_ERR_USAGE);
    ck_assert_ptr_null(d.scene);
    ck_assert_uint_eq(sk_diag_error_count(d.diag), 1);
    sk_page_size enough = size_in(sk_diag_get(d.diag, 0)->remedy);
    enough.either_way = tight[_i].page.either_way;
    compose(&d, tight[_i].figure, enough);
    ck_assert_int_eq(d.status, SK_OK);
    expect_all_on_page(&d);
    sk_page_size less = {enough.width_mm - 10, fmax(0, enough.height_mm - 10), enough.either_way};
    compose(&d, tight[_i].figure, less);
    ck_assert_int_eq(d.status, SK_ERR_USAGE);
    close_project(&d);
}
END_TEST

START_TEST(a_style_that_only_shows_the_title_extends_the_study) {
    char path[512];
    snprintf(path, sizeof path, "%s/titled.json", SK_TEST_OUT);
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    fputs("{ \"extends\": \"study\", \"title\": { \"shown\": true } }", file);
    fclose(file);
    drawing d;
    open_project(&d, path, "nl");
    compose(&d, 13, (sk_page_size){180, 120, false});
    const sk_group *title = group_called(d.scene, "title");
    ck_assert_ptr_nonnull(title);
    ck_assert_str_eq(title->items[0].as.text.lines[0].utf8,
                     "Figuur 13: Logistiek in Provincie Antwerpen");
    sk_page_box above = box_of(d.typesetter, &title->items[0]);
    ck_assert_double_le(above.y_mm + above.height_mm, furniture(&d, "frame").y_mm);
    expect_all_on_page(&d);
    close_project(&d);
}
END_TEST

START_TEST(a_title_wider_than_the_map_breaks_into_lines) {
    drawing d;
    open_project(&d, "study", "nl");
    d.style.title.shown = true;
    compose(&d, 12, (sk_page_size){.width_mm = 150});
    ck_assert_int_eq(d.status, SK_OK);
    const sk_group *title = group_called(d.scene, "title");
    ck_assert_uint_ge(title->items[0].as.text.line_count, 2);
    sk_page_box above = box_of(d.typesetter, &title->items[0]);
    ck_assert_double_le(above.y_mm + above.height_mm, furniture(&d, "frame").y_mm);
    expect_all_on_page(&d);
    close_project(&d);
}
END_TEST

START_TEST(a_legend_without_room_leaves_out_the_points_and_says_so) {
    drawing d;
    open_project(&d, "study", "nl");
    d.style.page.width_mm = 88;
    d.style.page.max_height_mm = 96;
    compose(&d, 14, (sk_page_size){0});
    ck_assert_int_eq(d.status, SK_OK);
    ck_assert_ptr_nonnull(d.scene);
    ck_assert_uint_ge(sk_diag_count(d.diag), 1);
    ck_assert_ptr_nonnull(strstr(sk_diag_get(d.diag, 0)->what, "names of 8 points"));
    close_project(&d);
}
END_TEST

START_TEST(so_it_does_on_a_page_of_given_size_and_names_one_that_has_room) {
    drawing d;
    open_project(&d, "study", "nl");
    compose(&d, 52, (sk_page_size){160, 110, false});
    ck_assert_int_eq(d.status, SK_OK);
    expect_all_on_page(&d);
    ck_assert_ptr_nonnull(strstr(sk_diag_get(d.diag, 0)->what, "names of 14 points"));
    sk_page_size enough = size_in(sk_diag_get(d.diag, 0)->remedy);
    size_t before = sk_diag_count(d.diag);
    compose(&d, 52, enough);
    ck_assert_int_eq(d.status, SK_OK);
    for (size_t i = before; i < sk_diag_count(d.diag); i++)
        ck_assert_ptr_null(strstr(sk_diag_get(d.diag, i)->what, "names of"));
    close_project(&d);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("figure size");
    TCase *tests = tcase_create("figure size");
    tcase_add_loop_test(tests, a_page_of_given_size_is_filled_and_nothing_falls_off_it, 0,
                        sizeof pages / sizeof pages[0]);
    tcase_add_test(tests, furniture_keeps_its_size_and_its_distance_on_any_page);
    tcase_add_test(tests, a_width_alone_leaves_the_height_to_the_map);
    tcase_add_loop_test(tests, a_page_too_small_is_refused_with_the_least_that_will_do, 0,
                        sizeof tight / sizeof tight[0]);
    tcase_add_test(tests, a_style_that_only_shows_the_title_extends_the_study);
    tcase_add_test(tests, a_title_wider_than_the_map_breaks_into_lines);
    tcase_add_test(tests, a_legend_without_room_leaves_out_the_points_and_says_so);
    tcase_add_test(tests, so_it_does_on_a_page_of_given_size_and_names_one_that_has_room);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
