/* A scene with all that a scene can hold, for the tests that compare formats. */
#ifndef TESTS_RENDER_RICH_SCENE_H
#define TESTS_RENDER_RICH_SCENE_H

#include <math.h>

#include "streekkaart/scene.h"
#include "streekkaart/typesetter.h"

static const sk_colour ink = {.red = 0.13, .green = 0.15, .blue = 0.18, .alpha = 1};
static const sk_colour white = {.red = 1, .green = 1, .blue = 1, .alpha = 1};
static const sk_colour red = {.red = 0.8, .green = 0.1, .blue = 0.12, .alpha = 1};

/* Texts get their width as the composer gives it. */
static inline sk_text_line measured_line(sk_scene *scene, const char *utf8, double x, double y,
                                         const sk_text_style *style) {
    sk_diag *diag = sk_diag_create();
    sk_typesetter *typesetter = NULL;
    sk_text_line line = {utf8, {x, y}, 0};
    if (sk_typesetter_create(scene->font_family, NULL, scene->language, diag, &typesetter) == SK_OK)
        line.width_mm = sk_typesetter_measure(typesetter, utf8, style).width_mm;
    sk_typesetter_free(typesetter);
    sk_diag_free(diag);
    return line;
}

static inline void add_text(sk_scene *scene, sk_group *group, const char *utf8, double x, double y,
                            sk_text_anchor anchor, sk_text_style style, double rotation) {
    sk_text_line line = measured_line(scene, utf8, x, y, &style);
    sk_text text = {.lines = &line,
                    .line_count = 1,
                    .anchor = anchor,
                    .style = style,
                    .rotation_deg = rotation};
    sk_scene_text(scene, group, &text);
}

/* A ragged region with a hole, such as a province with an enclave. */
static inline void add_regions(sk_scene *scene, sk_layer *layer) {
    for (int i = 0; i < 12; i++) {
        sk_group *group = sk_scene_group(scene, layer, "region-kempen", SK_ROLE_REGION);
        group->kind = "resoc";
        group->title = "RESOC Kempen";
        sk_path path = {0};
        double cx = 25 + 35 * (i % 4), cy = 30 + 30 * (i / 4);
        for (int k = 0; k < 60; k++) {
            double angle = k * 2 * 3.14159265358979 / 60, r = 15 + 2.5 * sin(7 * angle + i);
            sk_page_point p = {cx + r * cos(angle), cy + r * sin(angle)};
            if (k == 0)
                sk_path_move(scene->arena, &path, p);
            else
                sk_path_line(scene->arena, &path, p);
        }
        sk_path_close(scene->arena, &path);
        sk_path_box(scene->arena, &path, (sk_page_box){cx - 3, cy - 3, 6, 6});
        sk_paint paint = {.fill = {0.75 + 0.02 * i, 0.9, 0.8, i % 2 ? 0.6 : 1},
                          .line = {.colour = ink, .width_mm = 0.15}};
        sk_scene_path(scene, group, &path, paint);
    }
}

static inline void add_links(sk_scene *scene, sk_layer *layer) {
    static const sk_stroke lines[] = {
        {.colour = {0.8, 0.1, 0.12, 1}, .width_mm = 0.7},
        {.colour = {0.1, 0.2, 0.6, 1}, .width_mm = 0.7, .dash_mm = {2, 1.2}, .dash_count = 2},
        {.colour = {0.1, 0.2, 0.6, 0.5}, .width_mm = 1.5, .dash_mm = {3}, .dash_count = 1},
    };
    for (int i = 0; i < 3; i++) {
        sk_group *group = sk_scene_group(scene, layer, "link", SK_ROLE_LINK);
        group->feature_id = "antwerpen-logistiek-link";
        group->kind = i == 0 ? "infrastructural" : "organisational";
        group->source = "Streekpact \"Kempen\" & Zonen <2008>";
        sk_path path = {0};
        sk_path_move(scene->arena, &path, (sk_page_point){10, 40 + 20 * i});
        sk_path_curve(scene->arena, &path, (sk_page_point){60, 10 + 20 * i},
                      (sk_page_point){100, 90 + 20 * i}, (sk_page_point){175, 50 + 20 * i});
        sk_scene_path(scene, group, &path, (sk_paint){.line = lines[i], .round_caps = i == 0});
        sk_path arrow = {0};
        sk_path_move(scene->arena, &arrow, (sk_page_point){150, 40 + 20 * i});
        sk_path_line(scene->arena, &arrow, (sk_page_point){146, 38.5 + 20 * i});
        sk_path_line(scene->arena, &arrow, (sk_page_point){146, 41.5 + 20 * i});
        sk_path_close(scene->arena, &arrow);
        sk_scene_path(
            scene, group, &arrow,
            (sk_paint){.fill = lines[i].colour, .line = {.colour = ink, .width_mm = 0.3}});
    }
}

static inline void add_markers(sk_scene *scene, sk_layer *layer) {
    const sk_text_style number = {.size_mm = 2.3, .weight = 700, .colour = white};
    for (int i = 1; i <= 15; i++) {
        sk_group *group = sk_scene_group(scene, layer, "punt", SK_ROLE_MARKER);
        group->kind = "point";
        double x = 12 + 9.5 * i, y = 118 + 3 * (i % 3);
        sk_scene_circle(scene, group, (sk_page_point){x, y}, 2.1,
                        (sk_paint){.fill = {0.1, 0.25, 0.4, 1}, .line = {white, 0.25, {0}, 0}});
        char text[8] = {(char)(i < 10 ? '0' + i : '1'), (char)(i < 10 ? 0 : '0' + i - 10), 0};
        add_text(scene, group, text, x, y + 0.82, SK_ANCHOR_MIDDLE, number, 0);
    }
}

static inline void add_labels(sk_scene *scene, sk_layer *layer) {
    const sk_text_style plain = {
        .size_mm = 3, .weight = 400, .colour = ink, .halo = white, .halo_mm = 0.45};
    sk_text_style tracked = plain, italic = plain, bold = plain;
    tracked.tracking_mm = 0.2;
    tracked.weight = 600;
    italic.italic = true;
    italic.colour = (sk_colour){.red = 0.1, .green = 0.3, .blue = 0.6, .alpha = 0.9};
    bold.weight = 700;
    sk_group *group = sk_scene_group(scene, layer, "labels", SK_ROLE_LABEL);
    add_text(scene, group, "Haven van Antwerpen", 30, 30, SK_ANCHOR_START, plain, 0);
    add_text(scene, group, "RESOC KEMPEN", 90, 30, SK_ANCHOR_MIDDLE, tracked, 0);
    add_text(scene, group, "Vlaams-Brabant – efficiënt", 150, 34, SK_ANCHOR_END, italic, 0);
    add_text(scene, group, "Albertkanaal AVATAR", 60, 75, SK_ANCHOR_MIDDLE, italic, -35);
    add_text(scene, group, "Tyl & Wézembeek <x>", 110, 70, SK_ANCHOR_START, bold, 60);
    sk_text_line lines[] = {measured_line(scene, "Economisch Netwerk", 130, 90, &bold),
                            measured_line(scene, "Albertkanaal", 130, 93.6, &bold)};
    sk_text two = {.lines = lines, .line_count = 2, .anchor = SK_ANCHOR_MIDDLE, .style = bold};
    sk_scene_text(scene, group, &two);
}

static inline void add_label_along(sk_scene *scene, sk_layer *layer) {
    const sk_text_style style = {.size_mm = 3.2,
                                 .weight = 400,
                                 .tracking_mm = 0.15,
                                 .colour = red,
                                 .halo = white,
                                 .halo_mm = 0.4};
    sk_path curve = {0};
    sk_path_move(scene->arena, &curve, (sk_page_point){15, 100});
    sk_path_curve(scene->arena, &curve, (sk_page_point){50, 70}, (sk_page_point){80, 120},
                  (sk_page_point){140, 100});
    sk_text_line line = measured_line(scene, "IJzeren Rijn Antwerpen – Ruhrgebied", 0, 0, &style);
    sk_text text = {.lines = &line,
                    .line_count = 1,
                    .anchor = SK_ANCHOR_MIDDLE,
                    .style = style,
                    .along = &curve,
                    .along_start_mm = 65};
    sk_group *group = sk_scene_group(scene, layer, "label-along", SK_ROLE_LABEL);
    sk_scene_text(scene, group, &text);
}

/* 160 x 135 mm. Text along a path is left out on request, since librsvg knows no textPath. */
static inline sk_scene *rich_scene(sk_arena *arena, bool with_text_along) {
    sk_scene *scene = sk_scene_create(arena, 160, 135);
    scene->title = "Speerpuntsector logistiek in de provincie Antwerpen";
    scene->author = "Streekkaart";
    scene->subject = "Figuur 13";
    scene->language = "nl";
    scene->font_family = "Lato";
    scene->paper = (sk_colour){.red = 0.98, .green = 0.98, .blue = 0.96, .alpha = 1};
    sk_page_box frame = {5, 5, 150, 120};
    add_regions(scene, sk_scene_layer(scene, "regions", "Regions", &frame));
    add_links(scene, sk_scene_layer(scene, "links", "Links", &frame));
    sk_layer *labels = sk_scene_layer(scene, "labels", "Labels", NULL);
    add_labels(scene, labels);
    if (with_text_along) add_label_along(scene, labels);
    add_markers(scene, sk_scene_layer(scene, "points", "Points", NULL));
    sk_group *neat = sk_scene_group(scene, sk_scene_layer(scene, "furniture", "Furniture", NULL),
                                    "frame", SK_ROLE_FURNITURE);
    sk_path box = {0};
    sk_path_box(arena, &box, frame);
    sk_scene_path(scene, neat, &box, (sk_paint){.line = {.colour = ink, .width_mm = 0.25}});
    return scene;
}

#endif
