#include <locale.h>
#include <math.h>
#include <png.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "check_main.h"
#include "rich_scene.h"
#include "streekkaart/render.h"
#include "tools.h"

static const double print_dpi = 300;
static sk_diag *diag;
static sk_arena *arena;

static void set_up(void) {
    diag = sk_diag_create();
    arena = sk_arena_create();
    unsetenv("SOURCE_DATE_EPOCH");
}

static void tear_down(void) {
    sk_arena_free(arena);
    sk_diag_free(diag);
}

static sk_status draw_with(const sk_renderer *renderer, const sk_scene *scene, const char *path,
                           double dpi, sk_diag *faults) {
    const sk_document document = {.pages = &scene, .page_count = 1};
    return sk_render_file(renderer, &document, sk_output_begin(path, faults),
                          &(sk_render_options){.dpi = dpi}, faults);
}

static sk_status draw(const sk_renderer *renderer, const sk_scene *scene, const char *path) {
    return draw_with(renderer, scene, path, print_dpi, diag);
}

/* Draws the scene in the format called `format`; returns the file's path. */
static const char *render(const sk_scene *scene, const char *format, const char *name) {
    const char *path = sk_arena_printf(arena, "%s/%s.%s", SK_TEST_OUT, name, format);
    sk_status status = draw(sk_renderer_find(format), scene, path);
    ck_assert_msg(status == SK_OK, "%s", sk_diag_count(diag) ? sk_diag_get(diag, 0)->what : "");
    return path;
}

static bool exists(const char *path) {
    struct stat status;
    return stat(path, &status) == 0;
}

START_TEST(the_formats_are_found_by_name) {
    size_t count = 0;
    for (const sk_renderer *r = sk_renderers(); r->name != NULL; r++) {
        ck_assert_ptr_eq(sk_renderer_find(r->name), r);
        count++;
    }
    ck_assert_uint_eq(count, 3);
    ck_assert_ptr_null(sk_renderer_find("gif"));
}
END_TEST

/* The limits lie above what the rasterisers' own ways of smoothing make, and below what one missing
 * label makes. */
START_TEST(pdf_png_and_svg_are_the_same_picture) {
    const sk_scene *scene = rich_scene(arena, false);
    const char *png = render(scene, "png", "same");
    output_of(arena, 0, "pdftocairo -r 300 -png -singlefile %s %s/same-pdf",
              render(scene, "pdf", "same"), SK_TEST_OUT);
    output_of(arena, 0, "rsvg-convert -d 300 -p 300 -o %s/same-svg.png %s", SK_TEST_OUT,
              render(scene, "svg", "same"));
    output_of(arena, 0, "%s %s %s/same-pdf.png 0.25", SK_PNG_COMPARE, png, SK_TEST_OUT);
    output_of(arena, 0, "%s %s %s/same-svg.png 0.05", SK_PNG_COMPARE, png, SK_TEST_OUT);
}
END_TEST

START_TEST(pdf_as_poppler_draws_it_is_the_png) {
    const sk_scene *scene = rich_scene(arena, true);
    const char *png = render(scene, "png", "poppler");
    output_of(arena, 0, "pdftoppm -r 300 -png -singlefile %s %s/poppler-pdf",
              render(scene, "pdf", "poppler"), SK_TEST_OUT);
    output_of(arena, 0, "%s %s %s/poppler-pdf.png 1", SK_PNG_COMPARE, png, SK_TEST_OUT);
}
END_TEST

START_TEST(the_comparison_sees_a_label_that_is_missing) {
    const char *with = render(rich_scene(arena, true), "png", "with");
    const char *without = render(rich_scene(arena, false), "png", "without");
    output_of(arena, 1, "%s %s %s 0.25", SK_PNG_COMPARE, with, without);
}
END_TEST

START_TEST(a_pdf_has_its_size_its_fonts_its_words_and_no_bitmap) {
    const char *pdf = render(rich_scene(arena, true), "pdf", "print");
    const char *info = output_of(arena, 0, "pdfinfo %s", pdf);
    ck_assert_ptr_nonnull(strstr(info, "453.543 x 382.677 pts"));
    ck_assert_ptr_nonnull(strstr(info, "Speerpuntsector logistiek in de provincie Antwerpen"));
    ck_assert_ptr_nonnull(strstr(info, "streekkaart " SK_VERSION));
    ck_assert_ptr_null(strstr(info, "Date:"));
    ck_assert_str_eq(output_of(arena, 0, "pdfimages -list %s | tail -n +3", pdf), "");
    ck_assert_str_eq(output_of(arena, 0, "pdffonts %s | awk 'NR > 2 && !/yes yes yes/'", pdf), "");
    ck_assert_ptr_nonnull(strstr(output_of(arena, 0, "pdffonts %s", pdf), "yes yes yes"));
    const char *words = output_of(arena, 0, "pdftotext -raw %s - | tr '\\n' ' '", pdf);
    ck_assert_ptr_nonnull(strstr(words, "Haven van Antwerpen"));
    ck_assert_ptr_nonnull(strstr(words, "Vlaams-Brabant \xE2\x80\x93 effici\xC3\xABnt"));
    ck_assert_ptr_nonnull(strstr(words, "Economisch Netwerk Albertkanaal"));
}
END_TEST

START_TEST(a_pdf_is_dated_only_by_the_source_date) {
    setenv("SOURCE_DATE_EPOCH", "1356998400", 1);
    const char *info =
        output_of(arena, 0, "TZ=UTC pdfinfo %s", render(rich_scene(arena, true), "pdf", "dated"));
    ck_assert_ptr_nonnull(strstr(info, "Tue Jan  1 00:00:00 2013"));
    setenv("SOURCE_DATE_EPOCH", "tomorrow", 1);
    info = output_of(arena, 0, "pdfinfo %s", render(rich_scene(arena, true), "pdf", "dated"));
    ck_assert_ptr_null(strstr(info, "CreationDate"));
}
END_TEST

START_TEST(a_png_has_the_pixels_and_the_resolution_of_its_page) {
    const char *path = render(rich_scene(arena, true), "png", "pixels");
    FILE *stream = fopen(path, "rb");
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    ck_assert_int_eq(setjmp(png_jmpbuf(png)), 0);
    png_init_io(png, stream);
    png_read_info(png, info);
    ck_assert_uint_eq(png_get_image_width(png, info), 1890);
    ck_assert_uint_eq(png_get_image_height(png, info), 1594);
    ck_assert_uint_eq(png_get_x_pixels_per_meter(png, info), 11811);
    ck_assert_uint_eq(png_get_y_pixels_per_meter(png, info), 11811);
    ck_assert_int_eq(png_get_color_type(png, info), PNG_COLOR_TYPE_RGB);
    ck_assert_int_eq(png_get_bit_depth(png, info), 8);
    png_destroy_read_struct(&png, &info, NULL);
    fclose(stream);
}
END_TEST

START_TEST(each_run_gives_the_same_bytes_in_any_locale) {
    const char *format = sk_renderers()[_i].name;
    const char *first = render(rich_scene(arena, true), format, "first");
    static const char *const locales[] = {"C", "nl_BE.UTF-8", "de_DE.UTF-8"};
    ck_assert_int_eq(setenv("LOCPATH", SK_LOCALES, 1), 0);
    for (size_t i = 0; i < sizeof locales / sizeof *locales; i++) {
        ck_assert_msg(setlocale(LC_ALL, locales[i]) != NULL, "%s is not installed", locales[i]);
        const char *second = render(rich_scene(arena, true), format, "second");
        output_of(arena, 0, "cmp %s %s", first, second);
    }
}
END_TEST

START_TEST(a_figure_in_memory_has_the_bytes_of_its_file) {
    const sk_renderer *renderer = &sk_renderers()[_i];
    const sk_scene *scene = rich_scene(arena, true);
    const sk_document document = {.pages = &scene, .page_count = 1};
    char *bytes = NULL;
    size_t length = 0;
    FILE *memory = sk_heap_stream(&bytes, &length);
    sk_stream stream = sk_stream_to(memory, "memory");
    ck_assert_int_eq(
        renderer->render(&document, &stream, &(sk_render_options){.dpi = print_dpi}, diag), SK_OK);
    sk_heap_stream_close(memory);
    FILE *copy = fopen(SK_TEST_OUT "/memory", "wb");
    ck_assert_uint_eq(fwrite(bytes, 1, length, copy), length);
    ck_assert_int_eq(fclose(copy), 0);
    free(bytes);
    output_of(arena, 0, "cmp %s %s/memory", render(scene, renderer->name, "whole"), SK_TEST_OUT);
}
END_TEST

typedef struct {
    const sk_scene *scene;
    const sk_renderer *renderer;
    char path[256];
    sk_status status;
} job;

static void *run_job(void *data) {
    job *work = data;
    sk_diag *own = sk_diag_create();
    work->status = draw_with(work->renderer, work->scene, work->path, print_dpi, own);
    sk_diag_free(own);
    return NULL;
}

START_TEST(figures_drawn_at_once_are_the_same_to_the_byte) {
    enum { JOBS = 6 };
    const sk_scene *scene = rich_scene(arena, true);
    job jobs[JOBS];
    pthread_t threads[JOBS];
    for (int i = 0; i < JOBS; i++) {
        jobs[i] = (job){.scene = scene, .renderer = &sk_renderers()[i % 3]};
        snprintf(jobs[i].path, sizeof jobs[i].path, "%s/job-%d", SK_TEST_OUT, i);
        ck_assert_int_eq(pthread_create(&threads[i], NULL, run_job, &jobs[i]), 0);
    }
    for (int i = 0; i < JOBS; i++) pthread_join(threads[i], NULL);
    for (int i = 0; i < JOBS; i++) {
        ck_assert_int_eq(jobs[i].status, SK_OK);
        const char *alone = render(scene, jobs[i].renderer->name, "alone");
        output_of(arena, 0, "cmp %s %s", alone, jobs[i].path);
    }
}
END_TEST

START_TEST(hostile_text_is_drawn_in_every_format) {
    static const char *const texts[] = {
        "</text><script>",
        "\x01\x1B[0m\xFF\xC0",
        "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D abc 123",
        "\xF0\x9F\x9A\xA2 e\xCC\x81\xCC\x82 \xE2\x80\xAE",
        "(\\)\\\\ endstream",
        "",
    };
    char *endless = sk_arena_array(arena, 10001, 1);
    memset(endless, 'a', 10000);
    const size_t count = sizeof texts / sizeof *texts;
    for (size_t i = 0; i <= count; i++) {
        sk_scene *scene = rich_scene(arena, false);
        const char *text = i < count ? texts[i] : endless;
        scene->title = scene->author = scene->subject = scene->language = text;
        sk_group *group = sk_scene_group(scene, scene->layers[0], text, SK_ROLE_LABEL);
        const sk_text_style style = {.size_mm = 3,
                                     .weight = 400,
                                     .tracking_mm = 0.1,
                                     .colour = ink,
                                     .halo = white,
                                     .halo_mm = 0.3};
        add_text(scene, group, text, 80, 60, SK_ANCHOR_MIDDLE, style, 30);
        sk_path path = {0};
        sk_path_move(arena, &path, (sk_page_point){10, 10});
        sk_path_line(arena, &path, (sk_page_point){150, 20});
        sk_text_line line = {text, {0, 0}, 30};
        sk_scene_text(scene, group,
                      &(sk_text){.lines = &line, .line_count = 1, .style = style, .along = &path});
        render(scene, "png", "hostile");
        output_of(arena, 0, "pdftotext %s - 2>&1", render(scene, "pdf", "hostile"));
        output_of(arena, 0, "xmllint --noout %s 2>&1", render(scene, "svg", "hostile"));
    }
}
END_TEST

/* The share of the page that what `add` draws takes, is not nothing in any format. */
static void expect_seen(void (*add)(sk_scene *scene, sk_group *group), const char *name) {
    for (int with = 0; with < 2; with++) {
        sk_scene *scene = rich_scene(arena, false);
        sk_layer *layer = sk_scene_layer(scene, "more", "More", NULL);
        sk_scene_layer(scene, "empty", "Leeg (\xC3\xA9\xC3\xA9n)", NULL);
        if (with) add(scene, sk_scene_group(scene, layer, "more", SK_ROLE_LABEL));
        const char *drawn = sk_arena_printf(arena, "%s-%d", name, with);
        output_of(arena, 0, "mv %s %s/%s-cairo.png", render(scene, "png", drawn), SK_TEST_OUT,
                  drawn);
        output_of(arena, 0, "pdftocairo -r 300 -png -singlefile %s %s/%s-poppler 2>&1",
                  render(scene, "pdf", drawn), SK_TEST_OUT, drawn);
        output_of(arena, 0, "rsvg-convert --unlimited -d 300 -p 300 -o %s/%s-librsvg.png %s",
                  SK_TEST_OUT, drawn, render(scene, "svg", drawn));
    }
    static const char *const programs[] = {"cairo", "poppler", "librsvg"};
    for (size_t i = 0; i < sizeof programs / sizeof *programs; i++)
        output_of(arena, 1, "cd %s && %s %s-0-%s.png %s-1-%s.png 0.01 0", SK_TEST_OUT,
                  SK_PNG_COMPARE, name, programs[i], name, programs[i]);
}

static void add_million_points(sk_scene *scene, sk_group *group) {
    enum { POINTS = 1000000 };
    sk_path path = {0};
    sk_path_move(arena, &path, (sk_page_point){80, 60});
    for (int i = 1; i <= POINTS; i++) {
        double angle = i * 0.0001, r = 40.0 * i / POINTS;
        sk_path_line(arena, &path, (sk_page_point){80 + r * cos(angle), 60 + r * sin(angle)});
    }
    sk_scene_path(scene, group, &path, (sk_paint){.line = {.colour = red, .width_mm = 0.4}});
}

START_TEST(a_path_of_a_million_points_is_drawn_in_every_format) {
    expect_seen(add_million_points, "million");
}
END_TEST

static void add_letters_without_glyphs(sk_scene *scene, sk_group *group) {
    const sk_text_style style = {.size_mm = 6, .weight = 400, .colour = ink};
    add_text(scene, group, "\xE5\x8C\x97\xE4\xBA\xAC", 80, 60, SK_ANCHOR_START, style, 0);
}

START_TEST(letters_that_the_font_lacks_are_seen_in_every_format) {
    expect_seen(add_letters_without_glyphs, "glyphless");
}
END_TEST

START_TEST(a_number_that_is_none_is_reported_with_its_group_and_not_drawn) {
    const sk_renderer *renderer = &sk_renderers()[_i];
    sk_scene *scene = rich_scene(arena, true);
    sk_group *group = sk_scene_group(scene, scene->layers[0], "zone", SK_ROLE_ZONE);
    group->feature_id = "antwerpen-logistiek-kempen";
    sk_path path = {0};
    sk_path_box(arena, &path, (sk_page_box){10, 10, NAN, 10});
    sk_scene_path(scene, group, &path, (sk_paint){.fill = red});
    const char *file = sk_arena_printf(arena, "%s/nan.%s", SK_TEST_OUT, renderer->name);
    ck_assert_int_eq(draw(renderer, scene, file), SK_ERR_DATA);
    ck_assert_str_eq(sk_diag_get(diag, 0)->place.feature, "antwerpen-logistiek-kempen");
    ck_assert(!exists(file));
}
END_TEST

START_TEST(a_bitmap_that_is_too_large_is_refused_with_its_size) {
    static const double dpis[] = {1e9, 6000, 0, -300, NAN, INFINITY};
    const sk_scene *scene = rich_scene(arena, true);
    const char *file = SK_TEST_OUT "/large.png";
    ck_assert_int_eq(draw_with(sk_renderer_find("png"), scene, file, dpis[_i], diag), SK_ERR_USAGE);
    ck_assert_uint_eq(sk_diag_error_count(diag), 1);
    ck_assert_ptr_nonnull(strstr(sk_diag_get(diag, 0)->remedy, "--dpi"));
    ck_assert(!exists(file));
}
END_TEST

START_TEST(a_page_without_a_size_is_refused) {
    static const double sizes[] = {0, -1, NAN, INFINITY, 1e7};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        sk_scene *scene = sk_scene_create(arena, sizes[i], 100);
        scene->font_family = "Lato";
        ck_assert_int_eq(draw(&sk_renderers()[_i], scene, SK_TEST_OUT "/none"), SK_ERR_DATA);
    }
    ck_assert(!exists(SK_TEST_OUT "/none"));
}
END_TEST

START_TEST(a_full_disk_is_reported_and_leaves_no_file) {
    const sk_renderer *renderer = &sk_renderers()[_i];
    const sk_scene *scene = rich_scene(arena, true);
    const char *file = sk_arena_printf(arena, "%s/full.%s", SK_TEST_OUT, renderer->name);
    remove(file);
    signal(SIGXFSZ, SIG_IGN);
    struct rlimit before, small;
    getrlimit(RLIMIT_FSIZE, &before);
    small = before;
    small.rlim_cur = 6000;
    setrlimit(RLIMIT_FSIZE, &small);
    sk_status status = draw(renderer, scene, file);
    setrlimit(RLIMIT_FSIZE, &before);
    ck_assert_int_eq(status, SK_ERR_ENVIRONMENT);
    ck_assert_uint_eq(sk_diag_error_count(diag), 1);
    ck_assert(!exists(file));
}
END_TEST

START_TEST(a_folder_that_cannot_be_written_in_is_reported) {
    const sk_scene *scene = rich_scene(arena, true);
    ck_assert_int_eq(draw(&sk_renderers()[_i], scene, "/proc/none/fig"), SK_ERR_ENVIRONMENT);
    ck_assert_uint_eq(sk_diag_error_count(diag), 1);
}
END_TEST

START_TEST(a_font_that_is_missing_leaves_no_file) {
    sk_scene *scene = rich_scene(arena, true);
    scene->font_family = "Nonesuch Sans";
    const char *file = SK_TEST_OUT "/fontless";
    const sk_renderer *renderer = sk_renderer_find(_i == 0 ? "pdf" : "png");
    ck_assert_int_eq(draw(renderer, scene, file), SK_ERR_ENVIRONMENT);
    ck_assert(!exists(file));
}
END_TEST

int main(void) {
    Suite *suite = suite_create("formats");
    TCase *tests = tcase_create("formats");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, the_formats_are_found_by_name);
    tcase_add_test(tests, pdf_png_and_svg_are_the_same_picture);
    tcase_add_test(tests, pdf_as_poppler_draws_it_is_the_png);
    tcase_add_test(tests, the_comparison_sees_a_label_that_is_missing);
    tcase_add_test(tests, a_pdf_has_its_size_its_fonts_its_words_and_no_bitmap);
    tcase_add_test(tests, a_pdf_is_dated_only_by_the_source_date);
    tcase_add_test(tests, a_png_has_the_pixels_and_the_resolution_of_its_page);
    tcase_add_loop_test(tests, each_run_gives_the_same_bytes_in_any_locale, 0, 3);
    tcase_add_loop_test(tests, a_figure_in_memory_has_the_bytes_of_its_file, 0, 3);
    tcase_add_test(tests, figures_drawn_at_once_are_the_same_to_the_byte);
    tcase_add_test(tests, hostile_text_is_drawn_in_every_format);
    tcase_add_test(tests, a_path_of_a_million_points_is_drawn_in_every_format);
    tcase_add_test(tests, letters_that_the_font_lacks_are_seen_in_every_format);
    tcase_add_loop_test(tests, a_number_that_is_none_is_reported_with_its_group_and_not_drawn, 0,
                        3);
    tcase_add_loop_test(tests, a_bitmap_that_is_too_large_is_refused_with_its_size, 0, 6);
    tcase_add_loop_test(tests, a_page_without_a_size_is_refused, 0, 3);
    tcase_add_loop_test(tests, a_full_disk_is_reported_and_leaves_no_file, 0, 3);
    tcase_add_loop_test(tests, a_folder_that_cannot_be_written_in_is_reported, 0, 3);
    tcase_add_loop_test(tests, a_font_that_is_missing_leaves_no_file, 0, 2);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
