#include <glib.h>
#include <hb.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "base/number_text.h"
#include "check_main.h"
#include "render/svg/svg_path_data.h"
#include "rich_scene.h"
#include "streekkaart/render.h"
#include "tools.h"

static const char path[] = SK_TEST_OUT "/scene.svg";
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

static void draw(const char *format, const sk_scene *scene, const char *file,
                 const sk_render_options *options) {
    const sk_document document = {.pages = &scene, .page_count = 1};
    ck_assert_int_eq(sk_render_file(sk_renderer_find(format), &document,
                                    sk_output_begin(file, diag), options, diag),
                     SK_OK);
}

static xmlXPathContextPtr rendered_for(const char *target, const sk_scene *scene) {
    const sk_render_options options = {.svg_target = sk_svg_target_find(target)};
    draw("svg", scene, path, &options);
    xmlDocPtr document = xmlReadFile(path, NULL, XML_PARSE_NONET);
    ck_assert_ptr_nonnull(document);
    xmlXPathContextPtr context = xmlXPathNewContext(document);
    xmlXPathRegisterNs(context, BAD_CAST "s", BAD_CAST "http://www.w3.org/2000/svg");
    xmlXPathRegisterNs(context, BAD_CAST "x", BAD_CAST "http://www.w3.org/1999/xlink");
    xmlXPathRegisterNs(context, BAD_CAST "i",
                       BAD_CAST "http://www.inkscape.org/namespaces/inkscape");
    return context;
}

static xmlXPathContextPtr rendered(const sk_scene *scene) {
    return rendered_for("inkscape", scene);
}

static void release(xmlXPathContextPtr context) {
    xmlDocPtr document = context->doc;
    xmlXPathFreeContext(context);
    xmlFreeDoc(document);
}

/* What an XPath expression gives, as text of the arena's. */
static const char *text_at(xmlXPathContextPtr context, const char *expression) {
    xmlXPathObjectPtr result = xmlXPathEvalExpression(BAD_CAST expression, context);
    ck_assert_ptr_nonnull(result);
    xmlChar *text = xmlXPathCastToString(result);
    const char *copy = sk_arena_string(arena, (const char *)text);
    xmlFree(text);
    xmlXPathFreeObject(result);
    return copy;
}

static int count_at(xmlXPathContextPtr context, const char *expression) {
    return atoi(text_at(context, sk_arena_printf(arena, "count(%s)", expression)));
}

START_TEST(the_page_has_its_size_in_millimetres_and_points) {
    xmlXPathContextPtr svg = rendered(rich_scene(arena, true));
    ck_assert_str_eq(text_at(svg, "/s:svg/@width"), "160mm");
    ck_assert_str_eq(text_at(svg, "/s:svg/@height"), "135mm");
    ck_assert_str_eq(text_at(svg, "/s:svg/@viewBox"), "0 0 453.543 382.677");
    ck_assert_str_eq(text_at(svg, "/s:svg/s:title"),
                     "Speerpuntsector logistiek in de provincie Antwerpen");
    release(svg);
}
END_TEST

START_TEST(a_designer_finds_layers_by_name_and_features_as_one_object_each) {
    xmlXPathContextPtr svg = rendered(rich_scene(arena, true));
    ck_assert_int_eq(count_at(svg, "/s:svg/s:g[@i:groupmode='layer']"), 5);
    ck_assert_str_eq(text_at(svg, "/s:svg/s:g[2]/@i:label"), "Links");
    ck_assert_str_eq(text_at(svg, "/s:svg/s:g[2]/@id"), "layer-links");
    static const char link[] = "//s:g[@id='link']";
    ck_assert_str_eq(text_at(svg, sk_arena_printf(arena, "%s/@data-role", link)), "link");
    ck_assert_str_eq(text_at(svg, sk_arena_printf(arena, "%s/@data-kind", link)),
                     "infrastructural");
    ck_assert_str_eq(text_at(svg, sk_arena_printf(arena, "%s/@data-feature", link)),
                     "antwerpen-logistiek-link");
    ck_assert_str_eq(text_at(svg, sk_arena_printf(arena, "%s/@data-source", link)),
                     "Streekpact \"Kempen\" & Zonen <2008>");
    ck_assert_int_eq(count_at(svg, "//s:g[@id='link']/s:path"), 2);
    ck_assert_str_eq(text_at(svg, "//s:g[@id='region-kempen-12']/s:title"), "RESOC Kempen");
    ck_assert_int_eq(count_at(svg, "//s:circle"), 15);
    ck_assert_int_eq(count_at(svg, "//@id[. = ../preceding::*/@id]"), 0);
    release(svg);
}
END_TEST

START_TEST(text_is_text_with_its_lines_and_its_halo_in_one_object) {
    xmlXPathContextPtr svg = rendered(rich_scene(arena, true));
    ck_assert_int_eq(count_at(svg, "//s:use | //s:symbol | //s:image"), 0);
    ck_assert_int_eq(count_at(svg, "//s:text[. = 'Haven van Antwerpen']"), 2);
    ck_assert_int_eq(count_at(svg, "//s:text[s:tspan = 'Economisch Netwerk']/s:tspan"), 4);
    static const char along[] =
        "//s:text[s:textPath = 'IJzeren Rijn Antwerpen \xE2\x80\x93 Ruhrgebied']";
    ck_assert_int_eq(count_at(svg, along), 2);
    ck_assert_int_eq(count_at(svg, "//s:defs/s:path[concat('#', @id) = //s:textPath/@x:href]"), 1);
    /* The halo is the lower one; paint-order would do with one, and LibreOffice doesn't know it. */
    const char *halo = text_at(svg, "//s:text[. = 'Haven van Antwerpen'][1]/@style");
    ck_assert_ptr_nonnull(strstr(halo, "stroke-width:2.551px"));
    ck_assert_ptr_nonnull(strstr(halo, "fill:none"));
    const char *letters = text_at(svg, "//s:text[. = 'Haven van Antwerpen'][2]/@style");
    ck_assert_ptr_null(strstr(letters, "stroke"));
    ck_assert_int_eq(count_at(svg, "//@style[contains(., 'paint-order')]"), 0);
    ck_assert_str_eq(text_at(svg, "/s:svg/@font-family"), "Lato, 'Open Sans', sans-serif");
    release(svg);
}
END_TEST

START_TEST(colours_and_opacity_are_apart) {
    xmlXPathContextPtr svg = rendered(rich_scene(arena, true));
    ck_assert_str_eq(text_at(svg, "//s:g[@id='region-kempen-2']/s:path/@style"),
                     "fill:#c4e6cc;fill-opacity:0.6;fill-rule:evenodd;stroke:#21262e;"
                     "stroke-width:0.425px");
    ck_assert_str_eq(text_at(svg, "//s:g[@id='link-2']/s:path[1]/@style"),
                     "fill:none;stroke:#1a3399;stroke-width:1.984px;"
                     "stroke-dasharray:5.669px 3.402px");
    release(svg);
}
END_TEST

/* A page with two zones of one class, a third that is painted otherwise, and their name. */
static sk_scene *zones(void) {
    sk_scene *scene = sk_scene_create(arena, 50, 50);
    scene->font_family = "Lato";
    sk_layer *layer = sk_scene_layer(scene, "zones", "Zones", NULL);
    for (int i = 0; i < 3; i++) {
        sk_path box = {0};
        sk_path_box(arena, &box, (sk_page_box){5, 5 + 15 * i, 20, 10});
        sk_paint paint = {.class_name = "zone", .fill = i < 2 ? red : ink};
        sk_scene_path(scene, sk_scene_group(scene, layer, "zone", SK_ROLE_ZONE), &box, paint);
    }
    sk_text_style style = {
        .size_mm = 3, .weight = 700, .colour = ink, .halo = white, .halo_mm = 0.4};
    sk_text_line line = measured_line(scene, "Kempen", 10, 12, &style);
    sk_text text = {.class_name = "zone-name", .lines = &line, .line_count = 1, .style = style};
    sk_scene_text(scene, sk_scene_group(scene, layer, "name", SK_ROLE_LABEL), &text);
    return scene;
}

START_TEST(one_edit_of_a_class_recolours_all_that_looks_alike) {
    xmlXPathContextPtr svg = rendered(zones());
    const char *css = text_at(svg, "//s:style");
    ck_assert_ptr_nonnull(strstr(css, " .zone{fill:#cc1a1f;fill-rule:evenodd}\n"));
    ck_assert_ptr_nonnull(strstr(css, " .zone-2{fill:#21262e;fill-rule:evenodd}\n"));
    ck_assert_int_eq(count_at(svg, "//s:path[@class='zone'][not(@style)]"), 2);
    ck_assert_int_eq(count_at(svg, "//s:path[@class='zone-2']"), 1);
    ck_assert_int_eq(count_at(svg, "//s:text[@class='zone-name']"), 1);
    release(svg);
}
END_TEST

/* An importer that passes over classes would paint it all black. */
START_TEST(each_element_says_itself_what_its_class_says) {
    xmlXPathContextPtr svg = rendered(zones());
    ck_assert_int_eq(
        count_at(svg, "//s:path[@class='zone'][@fill='#cc1a1f'][@fill-rule='evenodd']"), 2);
    static const char name[] = "//s:text[@class='zone-name']";
    ck_assert_str_eq(text_at(svg, sk_arena_printf(arena, "%s/@font-size", name)), "8.504");
    ck_assert_str_eq(text_at(svg, sk_arena_printf(arena, "%s/@font-weight", name)), "700");
    release(svg);
    svg = rendered_for("web", zones());
    ck_assert_int_eq(count_at(svg, "//s:path[@fill]"), 0);
    release(svg);
}
END_TEST

START_TEST(office_programs_get_shapes_that_need_neither_fonts_nor_classes) {
    xmlXPathContextPtr svg = rendered_for("office", zones());
    ck_assert_int_eq(count_at(svg, "//s:text | //s:style | //@class"), 0);
    ck_assert_int_eq(count_at(svg, "//s:g/s:path[@fill='#cc1a1f']"), 2);
    ck_assert_int_eq(count_at(svg, "//s:g[@id='name']/s:path[@aria-label='Kempen'][@d != '']"), 2);
    release(svg);
}
END_TEST

/* Half of a name that is left behind on the map is worse than none that can be moved. */
START_TEST(a_halo_and_its_letters_are_one_object_also_among_others) {
    sk_scene *scene = zones();
    sk_group *group = scene->layers[0]->groups[3];
    sk_text text = group->items[0].as.text;
    sk_scene_text(scene, group, &text);
    xmlXPathContextPtr svg = rendered(scene);
    ck_assert_int_eq(count_at(svg, "//s:g[@id='name']/s:g[count(s:text) = 2]"), 2);
    ck_assert_int_eq(count_at(svg, "//s:g[@id='name']/s:text"), 0);
    release(svg);
}
END_TEST

START_TEST(the_metadata_tells_where_the_map_lies) {
    sk_scene *scene = zones();
    const sk_georeference reference = {
        .frame = {5, 10, 40, 30}, .ground = {100000, 180000, 140000, 210000}, .crs = "EPSG:31370"};
    scene->georeference = &reference;
    xmlXPathContextPtr svg = rendered(scene);
    xmlXPathRegisterNs(svg, BAD_CAST "crs", BAD_CAST "http://www.ogc.org/crs");
    xmlXPathRegisterNs(svg, BAD_CAST "dc", BAD_CAST "http://purl.org/dc/elements/1.1/");
    ck_assert_str_eq(text_at(svg, "//s:metadata//dc:coverage"),
                     "EPSG:31370 100000 180000 140000 210000");
    static const char system[] = "//s:metadata//crs:CoordinateReferenceSystem";
    ck_assert_str_eq(text_at(svg, sk_arena_printf(arena, "%s/@*[local-name()='resource']", system)),
                     "http://www.opengis.net/def/crs/EPSG/0/31370");
    const char *matrix = text_at(svg, sk_arena_printf(arena, "%s/@s:transform", system));
    double x, y, left, top;
    ck_assert_int_eq(sscanf(matrix, "matrix(%lf 0 0 %lf %lf %lf)", &x, &y, &left, &top), 4);
    /* The frame's north-eastern corner, 45 mm from the left and 10 from the top. */
    ck_assert_double_eq_tol((140000 * x + left) / 72 * 25.4, 45, 0.01);
    ck_assert_double_eq_tol((210000 * y + top) / 72 * 25.4, 10, 0.01);
    release(svg);
}
END_TEST

START_TEST(illustrator_gets_the_halo_as_a_text_of_its_own_under_the_letters) {
    xmlXPathContextPtr svg = rendered_for("illustrator", zones());
    ck_assert_int_eq(count_at(svg, "//s:g[@id='name']/s:text"), 2);
    ck_assert_str_eq(text_at(svg, "//s:g[@id='name']/s:text[1]/@class"), "zone-name-halo");
    ck_assert_str_eq(text_at(svg, "//s:g[@id='name']/s:text[2]/@class"), "zone-name");
    ck_assert_ptr_null(strstr(text_at(svg, "//s:style"), "paint-order"));
    ck_assert_str_eq(text_at(svg, "//s:g[@i:groupmode='layer']/@id"), "Zones");
    release(svg);
}
END_TEST

START_TEST(outlines_need_no_font_and_still_tell_what_they_say) {
    xmlXPathContextPtr svg = rendered_for("outlined", rich_scene(arena, true));
    ck_assert_int_eq(count_at(svg, "//s:text | //s:textPath | //@font-family"), 0);
    ck_assert_ptr_null(strstr(text_at(svg, "//s:style"), "font"));
    ck_assert_int_eq(
        count_at(svg, "//s:path[@aria-label='Economisch Netwerk Albertkanaal'][@d != '']"), 2);
    release(svg);
}
END_TEST

START_TEST(outlines_are_the_letters_as_the_png_has_them) {
    const sk_scene *scene = rich_scene(arena, true);
    release(rendered_for("outlined", scene));
    const char *png = SK_TEST_OUT "/outlined-scene.png";
    draw("png", scene, png, &(sk_render_options){.dpi = 300});
    output_of(arena, 0, "rsvg-convert -d 300 -p 300 -o %s/outlined.png %s", SK_TEST_OUT, path);
    output_of(arena, 0, "%s %s %s/outlined.png 0.05", SK_PNG_COMPARE, png, SK_TEST_OUT);
}
END_TEST

/* A page with a point and the row of the legend that explains it. */
static sk_scene *point_and_row(void) {
    sk_scene *scene = zones();
    scene->title = "Figuur 1";
    scene->description = "punten 1";
    sk_layer *layer = sk_scene_layer(scene, "points", "Punten", NULL);
    sk_group *point = sk_scene_group(scene, layer, "haven", SK_ROLE_MARKER);
    point->feature_id = "haven";
    point->title = "Haven";
    sk_scene_circle(scene, point, (sk_page_point){20, 20}, 2, (sk_paint){.fill = ink});
    sk_group *legend = sk_scene_group(scene, layer, "legend", SK_ROLE_FURNITURE);
    sk_scene_circle(scene, legend, (sk_page_point){30, 30}, 2, (sk_paint){.fill = white});
    sk_part *row = sk_scene_part(scene, legend, "legend-haven");
    row->feature_id = "haven";
    row->title = "Haven";
    sk_scene_circle(scene, legend, (sk_page_point){30, 30}, 2, (sk_paint){.fill = ink});
    sk_scene_part(scene, legend, "legend-other");
    sk_scene_circle(scene, legend, (sk_page_point){30, 40}, 2, (sk_paint){.fill = ink});
    return scene;
}

START_TEST(a_row_of_the_legend_is_one_object_in_it) {
    xmlXPathContextPtr svg = rendered(point_and_row());
    ck_assert_int_eq(count_at(svg, "//s:g[@id='legend']/s:g"), 2);
    ck_assert_str_eq(text_at(svg, "//s:g[@id='legend-haven']/@data-feature"), "haven");
    ck_assert_int_eq(count_at(svg, "//s:g[@id='legend']/s:circle"), 1);
    ck_assert_int_eq(count_at(svg, "//s:a"), 0);
    release(svg);
}
END_TEST

START_TEST(on_the_web_a_point_and_its_row_lead_to_each_other) {
    xmlXPathContextPtr svg = rendered_for("web", point_and_row());
    ck_assert_str_eq(text_at(svg, "//s:g[@id='haven']/s:a/@href"), "#legend-haven");
    ck_assert_int_eq(count_at(svg, "//s:g[@id='haven']/s:a/s:circle"), 1);
    ck_assert_str_eq(text_at(svg, "//s:g[@id='legend-haven']/s:a/@href"), "#haven");
    ck_assert_int_eq(count_at(svg, "//s:g[@id='legend-other']/s:a"), 0);
    ck_assert_str_eq(text_at(svg, "/s:svg/@role"), "graphics-document document");
    ck_assert_str_eq(text_at(svg, "//*[@id = /s:svg/@aria-labelledby]"), "Figuur 1");
    ck_assert_str_eq(text_at(svg, "//*[@id = /s:svg/@aria-describedby]"), "punten 1");
    ck_assert_str_eq(text_at(svg, "//s:g[@id='haven']/@role"), "graphics-symbol");
    release(svg);
}
END_TEST

/* The letters of the font that the file's first rule holds. */
static hb_set_t *embedded_letters(const char *css) {
    const char *begin = strstr(css, "base64,"), *end = begin == NULL ? NULL : strchr(begin, ')');
    ck_assert_ptr_nonnull(end);
    begin += strlen("base64,");
    gsize length = 0;
    guchar *bytes =
        g_base64_decode(sk_arena_string_n(arena, begin, (size_t)(end - begin)), &length);
    ck_assert_uint_lt(length, 8000);
    hb_blob_t *blob =
        hb_blob_create((const char *)bytes, (unsigned)length, HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *face = hb_face_create(blob, 0);
    hb_set_t *letters = hb_set_create();
    hb_face_collect_unicodes(face, letters);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    g_free(bytes);
    return letters;
}

START_TEST(on_the_web_the_file_brings_the_letters_that_it_uses) {
    xmlXPathContextPtr svg = rendered_for("web", zones());
    const char *css = text_at(svg, "//s:style");
    ck_assert_ptr_nonnull(strstr(css, "@font-face{font-family:'Lato';font-weight:700;"));
    ck_assert_ptr_null(strstr(css, "font-weight:400"));
    hb_set_t *letters = embedded_letters(css);
    for (const char *c = "Kempn"; *c != '\0'; c++)
        ck_assert(hb_set_has(letters, (hb_codepoint_t)*c));
    ck_assert(!hb_set_has(letters, 'z'));
    hb_set_destroy(letters);
    release(svg);
}
END_TEST

START_TEST(layers_are_clipped_to_their_box) {
    xmlXPathContextPtr svg = rendered(rich_scene(arena, true));
    ck_assert_str_eq(text_at(svg, "//s:g[@id='layer-links']/@clip-path"), "url(#sk-clip)");
    ck_assert_str_eq(text_at(svg, "//s:clipPath[@id='sk-clip']/s:rect/@width"), "425.2");
    /* One for all that are cut alike. */
    ck_assert_int_eq(count_at(svg, "//s:clipPath"), 1);
    ck_assert_int_gt(count_at(svg, "//s:g[@clip-path]"), 0);
    release(svg);
}
END_TEST

static const char *const hostile[] = {
    "</text><script>alert(1)</script>",
    "\" onload=\"alert(1)\" x='&amp;&#0;]]>",
    "\x01\x02\x1B[31m\x7F",
    "\xFF\xFE\xC0\xAF caf\xE9",
    "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xD8\xB3\xD9\x84\xD8\xA7\xD9\x85",
    "\xF0\x9F\x9A\xA2\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x94\xAC e\xCC\x81\xCC\x82",
    "  two  spaces  ",
    "",
};

static const char *endless(void) {
    char *text = sk_arena_array(arena, 10001, 1);
    for (int i = 0; i < 10000; i++) text[i] = i % 7 == 6 ? ' ' : 'a';
    return text;
}

START_TEST(hostile_text_stays_text) {
    const size_t count = sizeof hostile / sizeof *hostile;
    const char *target = sk_svg_targets()[_i / (count + 1)].name;
    const char *text = _i % (count + 1) < count ? hostile[_i % (count + 1)] : endless();
    sk_scene *scene = sk_scene_create(arena, 60, 30);
    scene->font_family = "Lato";
    scene->title = scene->author = scene->subject = text;
    sk_group *group =
        sk_scene_group(scene, sk_scene_layer(scene, text, text, NULL), text, SK_ROLE_LABEL);
    group->title = group->kind = group->source = group->feature_id = text;
    sk_part *part = sk_scene_part(scene, group, text);
    part->title = part->feature_id = text;
    add_text(scene, group, text, 10, 10, SK_ANCHOR_MIDDLE,
             (sk_text_style){.size_mm = 3, .weight = 400, .colour = ink}, 0);
    xmlXPathContextPtr svg = rendered_for(target, scene);
    const char *drawn = group->items[0].as.text.lines[0].utf8;
    ck_assert_int_eq(count_at(svg, "//s:script | //@onload"), 0);
    ck_assert_int_eq(count_at(svg, "//s:text | //s:path[@aria-label]"), 1);
    ck_assert_str_eq(text_at(svg, "//s:text | //s:path/@aria-label"), drawn);
    ck_assert_str_eq(text_at(svg, "//s:g/@data-source"), drawn);
    ck_assert_str_eq(text_at(svg, "//s:g/@i:label"), drawn);
    release(svg);
}
END_TEST

static const struct {
    double value;
    int decimals;
    const char *text;
} numbers[] = {
    {0, 3, "0"},           {-0.0001, 3, "0"}, {1.5, 3, "1.5"},     {-0.05, 3, "-0.05"},
    {12.3456, 2, "12.35"}, {100, 3, "100"},   {0.001, 3, "0.001"}, {-12345.6, 3, "-12345.6"},
    {2.999999, 3, "3"},    {700, 0, "700"},
};

START_TEST(numbers_are_short_and_the_same_in_any_locale) {
    static const char *const locales[] = {"C", "nl_BE.UTF-8", "de_DE.UTF-8"};
    ck_assert_int_eq(setenv("LOCPATH", SK_LOCALES, 1), 0);
    for (size_t i = 0; i < sizeof locales / sizeof *locales; i++) {
        ck_assert_msg(setlocale(LC_ALL, locales[i]) != NULL, "%s is not installed", locales[i]);
        ck_assert_str_eq(sk_number_text(arena, numbers[_i].value, numbers[_i].decimals),
                         numbers[_i].text);
    }
}
END_TEST

START_TEST(a_path_keeps_its_places_however_long_it_is) {
    sk_path path_of_steps = {0};
    sk_path_move(arena, &path_of_steps, (sk_page_point){0, 0});
    for (int i = 1; i <= 1000; i++)
        sk_path_line(arena, &path_of_steps, (sk_page_point){i * 0.01, 0});
    sk_path_move(arena, &path_of_steps, (sk_page_point){25.4, -25.4});
    sk_path_curve(arena, &path_of_steps, (sk_page_point){25.4, 0}, (sk_page_point){0, 0},
                  (sk_page_point){0, 25.4});
    sk_path_close(arena, &path_of_steps);
    sk_path_line(arena, &path_of_steps, (sk_page_point){25.4, 0});
    const char *data = sk_svg_path_data(arena, &path_of_steps);
    /* 1000 steps of 0.0283 pt, each rounded to 0.02 or 0.03, end at 28.35 pt; from there on to the
     * second part's start at 72, -72. */
    ck_assert_str_eq(strrchr(data, 'm'), "m43.65-72c0 72-72 72-72 144zl0 72");
}
END_TEST

int main(void) {
    Suite *suite = suite_create("svg");
    TCase *tests = tcase_create("svg");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, the_page_has_its_size_in_millimetres_and_points);
    tcase_add_test(tests, a_designer_finds_layers_by_name_and_features_as_one_object_each);
    tcase_add_test(tests, text_is_text_with_its_lines_and_its_halo_in_one_object);
    tcase_add_test(tests, colours_and_opacity_are_apart);
    tcase_add_test(tests, one_edit_of_a_class_recolours_all_that_looks_alike);
    tcase_add_test(tests, each_element_says_itself_what_its_class_says);
    tcase_add_test(tests, office_programs_get_shapes_that_need_neither_fonts_nor_classes);
    tcase_add_test(tests, a_halo_and_its_letters_are_one_object_also_among_others);
    tcase_add_test(tests, the_metadata_tells_where_the_map_lies);
    tcase_add_test(tests, illustrator_gets_the_halo_as_a_text_of_its_own_under_the_letters);
    tcase_add_test(tests, outlines_need_no_font_and_still_tell_what_they_say);
    tcase_add_test(tests, outlines_are_the_letters_as_the_png_has_them);
    tcase_add_test(tests, a_row_of_the_legend_is_one_object_in_it);
    tcase_add_test(tests, on_the_web_a_point_and_its_row_lead_to_each_other);
    tcase_add_test(tests, on_the_web_the_file_brings_the_letters_that_it_uses);
    tcase_add_test(tests, layers_are_clipped_to_their_box);
    tcase_add_loop_test(tests, hostile_text_stays_text, 0,
                        5 * (sizeof hostile / sizeof *hostile + 1));
    tcase_add_loop_test(tests, numbers_are_short_and_the_same_in_any_locale, 0,
                        sizeof numbers / sizeof *numbers);
    tcase_add_test(tests, a_path_keeps_its_places_however_long_it_is);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
