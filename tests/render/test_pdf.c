/* What somebody finds in a PDF: words to search for, layers, tags, and pages that share. */
#include <string.h>
#include <sys/stat.h>

#include "check_main.h"
#include "rich_scene.h"
#include "streekkaart/render.h"
#include "tools.h"

static sk_diag *diag;
static sk_arena *arena;

static void set_up(void) {
    diag = sk_diag_create();
    arena = sk_arena_create();
}

static void tear_down(void) {
    sk_arena_free(arena);
    sk_diag_free(diag);
}

/* Draws the document, which qpdf then finds no fault with; returns the file's path. */
static const char *write_document(const sk_document *document, const char *name) {
    const char *path = sk_arena_printf(arena, "%s/%s.pdf", SK_TEST_OUT, name);
    sk_status status = sk_render_file(sk_renderer_find("pdf"), document,
                                      sk_output_begin(path, diag), &(sk_render_options){0}, diag);
    ck_assert_msg(status == SK_OK, "%s", sk_diag_count(diag) ? sk_diag_get(diag, 0)->what : "");
    output_of(arena, 0, "qpdf --check %s 2>&1", path);
    return path;
}

static const char *write_page(const sk_scene *scene, const char *name) {
    return write_document(&(sk_document){.pages = &scene, .page_count = 1}, name);
}

/* An empty page with one layer and one group in it. */
static sk_scene *page_with_group(sk_group **group) {
    sk_scene *scene = sk_scene_create(arena, 100, 60);
    scene->title = "Proef";
    scene->language = "nl";
    scene->font_family = "Lato";
    sk_layer *layer = sk_scene_layer(scene, "table", "Tabel", NULL);
    *group = sk_scene_group(scene, layer, "row", SK_ROLE_FURNITURE);
    return scene;
}

static const sk_text_style plain = {.size_mm = 4, .weight = 400, .colour = {0, 0, 0, 1}};

static size_t count_of(const char *text, const char *part) {
    size_t count = 0;
    for (const char *at = strstr(text, part); at != NULL; at = strstr(at + 1, part)) count++;
    return count;
}

START_TEST(each_name_is_found_once_whatever_its_halo_and_its_turn) {
    static const char *const names[] = {"Haven van Antwerpen", "RESOC KEMPEN",
                                        "efficiënt",           "Albertkanaal AVATAR",
                                        "Wézembeek",           "Economisch Netwerk"};
    const char *pdf = write_page(rich_scene(arena, true), "names");
    const char *texts[] = {output_of(arena, 0, "pdftotext -raw %s -", pdf),
                           output_of(arena, 0, "mutool draw -q -F text %s 2>/dev/null", pdf)};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        for (size_t k = 0; k < 2; k++)
            ck_assert_msg(count_of(texts[k], names[i]) == 1, "%s in %s", names[i], texts[k]);
    ck_assert_uint_eq(count_of(texts[0], "IJzeren Rijn Antwerpen \xE2\x80\x93 Ruhrgebied"), 1);
}
END_TEST

static void add_lines(sk_scene *scene, sk_group *group, const char *first, const char *second,
                      const sk_line_end *ends) {
    sk_text_line lines[] = {measured_line(scene, first, 10, 20, &plain),
                            measured_line(scene, second, 10, 25, &plain)};
    sk_scene_text(scene, group,
                  &(sk_text){.lines = lines, .line_count = 2, .style = plain, .ends = ends});
}

START_TEST(a_word_that_a_line_cuts_in_two_is_found_whole) {
    static const struct {
        const char *first, *second, *name, *found;
        sk_line_end end;
        bool told;
    } rows[] = {
        {"de verduur-", "zaming van", NULL, "verduurzaming van", SK_LINE_ENDS_HYPHENATED, true},
        {"in West-", "Vlaanderen is", NULL, "West-Vlaanderen is", SK_LINE_ENDS_IN_WORD, true},
        {"Innovatie-", "en Training", NULL, "Innovatie- en", SK_LINE_ENDS_WORD, true},
        {"in West-", "Vlaanderen is", "in West-Vlaanderen is", "West-Vlaanderen is", 0, false},
        {"Innovatie-", "en Training", "Innovatie- en Training", "Innovatie- en", 0, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        sk_group *group = NULL;
        sk_scene *scene = page_with_group(&group);
        group->title = rows[i].name;
        const sk_line_end ends[] = {rows[i].end, SK_LINE_ENDS_WORD};
        add_lines(scene, group, rows[i].first, rows[i].second, rows[i].told ? ends : NULL);
        const char *text =
            output_of(arena, 0, "pdftotext %s - | tr -s ' \\n' ' '", write_page(scene, "cut"));
        ck_assert_msg(strstr(text, rows[i].found) != NULL, "\"%s\" is not in \"%s\"", rows[i].found,
                      text);
    }
}
END_TEST

START_TEST(a_hyphen_that_only_the_line_has_is_a_soft_one) {
    sk_group *group = NULL;
    sk_scene *scene = page_with_group(&group);
    const sk_line_end ends[] = {SK_LINE_ENDS_HYPHENATED, SK_LINE_ENDS_WORD};
    add_lines(scene, group, "de verduur-", "zaming van", ends);
    const char *text =
        output_of(arena, 0, "mutool draw -q -F text %s 2>/dev/null", write_page(scene, "soft"));
    ck_assert_ptr_nonnull(strstr(text, "verduur\xC2\xAD"));
}
END_TEST

START_TEST(a_letter_that_the_font_lacks_is_found_as_itself_and_seen_as_a_box) {
    sk_group *group = NULL;
    sk_scene *scene = page_with_group(&group);
    const char *blank = write_page(scene, "blank");
    add_text(scene, group, "\xE5\x8C\x97\xE4\xBA\xAC", 10, 20, SK_ANCHOR_START, plain, 0);
    const char *pdf = write_page(scene, "lacking");
    const char *text = output_of(arena, 0, "pdftotext %s - | tr -d ' '", pdf);
    ck_assert_ptr_nonnull(strstr(text, "\xE5\x8C\x97\xE4\xBA\xAC"));
    output_of(arena, 0, "pdftocairo -r 100 -png -singlefile %s %s/blank", blank, SK_TEST_OUT);
    output_of(arena, 0, "pdftocairo -r 100 -png -singlefile %s %s/lacking", pdf, SK_TEST_OUT);
    output_of(arena, 1, "%s %s/blank.png %s/lacking.png 0.05 0", SK_PNG_COMPARE, SK_TEST_OUT,
              SK_TEST_OUT);
}
END_TEST

START_TEST(the_layers_are_the_scenes_also_one_without_anything) {
    sk_scene *scene = rich_scene(arena, false);
    sk_scene_layer(scene, "empty", "Leeg (één)", NULL);
    const char *json =
        output_of(arena, 0, "qpdf --json --json-key=qpdf %s", write_page(scene, "layers"));
    for (size_t i = 0; i < scene->count; i++) {
        const char *name = sk_arena_printf(arena, "\"/Name\": \"u:%s\"", scene->layers[i]->label);
        ck_assert_msg(count_of(json, name) == 1, "%s", name);
    }
    ck_assert_uint_eq(count_of(json, "\"/Type\": \"/OCG\""), scene->count);
}
END_TEST

static long size_of(const char *path) {
    struct stat status;
    ck_assert_int_eq(stat(path, &status), 0);
    return (long)status.st_size;
}

START_TEST(what_pages_show_alike_is_there_once) {
    enum { PAGES = 8 };
    const sk_scene *pages[PAGES];
    for (size_t i = 0; i < PAGES; i++) pages[i] = rich_scene(arena, false);
    const char *one = write_page(pages[0], "one");
    const char *all = write_document(&(sk_document){.pages = pages, .page_count = PAGES}, "eight");
    ck_assert_int_lt(size_of(all), 2 * size_of(one));
    output_of(arena, 0, "pdftocairo -r 100 -png -singlefile %s %s/one", one, SK_TEST_OUT);
    output_of(arena, 0, "pdftocairo -r 100 -png -f 8 -singlefile %s %s/eight", all, SK_TEST_OUT);
    output_of(arena, 0, "%s %s/one.png %s/eight.png 0", SK_PNG_COMPARE, SK_TEST_OUT, SK_TEST_OUT);
}
END_TEST

/* A row whose cells are `first` and `second`. */
static void add_row(sk_scene *scene, sk_layer *layer, sk_tag tag, const char *first,
                    const char *second) {
    sk_group *group = sk_scene_group(scene, layer, first, SK_ROLE_FURNITURE);
    group->tag = tag;
    group->cell = 1;
    add_text(scene, group, first, 10, 30, SK_ANCHOR_START, plain, 0);
    group->cell = 2;
    add_text(scene, group, second, 60, 30, SK_ANCHOR_START, plain, 0);
}

START_TEST(who_is_read_to_gets_a_heading_a_picture_and_a_table) {
    sk_group *group = NULL;
    sk_scene *scene = page_with_group(&group);
    scene->description = "Kaart met één punt";
    sk_scene_circle(scene, group, (sk_page_point){50, 50}, 2, (sk_paint){.fill = red});
    sk_group *title = sk_scene_group(scene, scene->layers[0], "title", SK_ROLE_FURNITURE);
    title->tag = SK_TAG_HEADING;
    add_text(scene, title, "Logistiek", 10, 10, SK_ANCHOR_START, plain, 0);
    add_row(scene, scene->layers[0], SK_TAG_HEAD_ROW, "Actoren", "Bron");
    add_row(scene, scene->layers[0], SK_TAG_ROW, "Haven", "Streekpact");
    sk_group *folio = sk_scene_group(scene, scene->layers[0], "folio", SK_ROLE_FURNITURE);
    folio->tag = SK_TAG_ARTIFACT;
    add_text(scene, folio, "99", 50, 58, SK_ANCHOR_START, plain, 0);
    const char *pdf = write_page(scene, "tags");
    const char *tree = output_of(arena, 0, "pdfinfo -struct-text %s | tr -s ' \\n' ' '", pdf);
    ck_assert_ptr_nonnull(strstr(tree,
                                 "H1 (block) \"Logistiek\" Table (block) TR "
                                 "TH: /Scope /Column \"Actoren\" "
                                 "TH: /Scope /Column \"Bron\" TR TD \"Haven\" TD \"Streekpact\""));
    ck_assert_ptr_nonnull(strstr(tree, "Figure"));
    ck_assert_ptr_null(strstr(tree, "99"));
    const char *json = output_of(arena, 0, "qpdf --json --json-key=qpdf %s", pdf);
    ck_assert_ptr_nonnull(strstr(json, "\"/Alt\": \"u:Kaart met één punt\""));
    ck_assert_ptr_nonnull(strstr(json, "\"/Lang\": \"u:nl\""));
    ck_assert_ptr_nonnull(strstr(json, "\"/DisplayDocTitle\": true"));
}
END_TEST

START_TEST(the_file_says_the_same_of_itself_twice) {
    sk_group *group = NULL;
    sk_scene *scene = page_with_group(&group);
    scene->title = "Kempen & <Zonen> (é)";
    scene->author = "Somebody \\ Else";
    const char *pdf = write_page(scene, "itself");
    const char *info = output_of(arena, 0, "pdfinfo %s", pdf);
    ck_assert_ptr_nonnull(strstr(info, "Kempen & <Zonen> (é)"));
    ck_assert_ptr_nonnull(strstr(info, "Somebody \\ Else"));
    const char *xmp =
        output_of(arena, 0, "pdfinfo -meta %s | xmllint --noout - && pdfinfo -meta %s", pdf, pdf);
    ck_assert_ptr_nonnull(strstr(xmp, "Kempen &amp; &lt;Zonen&gt; (é)"));
    ck_assert_ptr_nonnull(strstr(xmp, "<rdf:li>Somebody \\ Else</rdf:li>"));
}
END_TEST

START_TEST(a_path_of_a_million_points_is_drawn) {
    enum { POINTS = 1000000 };
    sk_group *group = NULL;
    sk_scene *scene = page_with_group(&group);
    sk_path path = {0};
    sk_path_move(arena, &path, (sk_page_point){50, 30});
    for (int i = 1; i <= POINTS; i++) {
        double angle = i * 0.001, r = 25.0 * i / POINTS;
        sk_path_line(arena, &path, (sk_page_point){50 + r * cos(angle), 30 + r * sin(angle)});
    }
    sk_scene_path(scene, group, &path, (sk_paint){.line = {.colour = red, .width_mm = 1}});
    const char *pdf = write_page(scene, "million");
    output_of(arena, 0, "pdftocairo -r 50 -png -singlefile %s %s/million", pdf, SK_TEST_OUT);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("pdf");
    TCase *tests = tcase_create("pdf");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, each_name_is_found_once_whatever_its_halo_and_its_turn);
    tcase_add_test(tests, a_word_that_a_line_cuts_in_two_is_found_whole);
    tcase_add_test(tests, a_hyphen_that_only_the_line_has_is_a_soft_one);
    tcase_add_test(tests, a_letter_that_the_font_lacks_is_found_as_itself_and_seen_as_a_box);
    tcase_add_test(tests, the_layers_are_the_scenes_also_one_without_anything);
    tcase_add_test(tests, what_pages_show_alike_is_there_once);
    tcase_add_test(tests, who_is_read_to_gets_a_heading_a_picture_and_a_table);
    tcase_add_test(tests, the_file_says_the_same_of_itself_twice);
    tcase_add_test(tests, a_path_of_a_million_points_is_drawn);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
