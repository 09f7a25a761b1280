/* What the parts of compose need to be tried alone: the tests' own project and style, and a drawing
 * on an empty map whose frame is 100 mm square, a kilometre for ten millimetres. */
#ifndef TESTS_COMPOSE_WORKSHOP_H
#define TESTS_COMPOSE_WORKSHOP_H

#include <check.h>
#include <stdint.h>

#include "compose/drawing/composition.h"
#include "streekkaart/compose.h"

typedef struct {
    sk_diag *diag;
    sk_arena *arena;
    sk_project *project;
    sk_style_sheet style;
    sk_wording words;
    sk_typesetter *typesetter;
    sk_shape_ops *ops;
    sk_figure_map map;
    sk_drawing drawing;
    sk_composition composition;
} workshop;

static inline const sk_figure *workshop_figure(const workshop *w, int number) {
    const sk_figure *figure = NULL;
    for (size_t i = 0; i < w->project->figure_count; i++)
        if (w->project->figures[i].number == number) figure = &w->project->figures[i];
    ck_assert_msg(figure != NULL, "no figure %d", number);
    return figure;
}

static inline void workshop_open(workshop *w) {
    *w = (workshop){.diag = sk_diag_create(), .arena = sk_arena_create()};
    ck_assert_int_eq(sk_project_open(SK_TEST_PROJECT, w->diag, &w->project), SK_OK);
    ck_assert_int_eq(sk_style_sheet_open(SK_TEST_PROJECT, NULL, "study", w->diag, &w->style),
                     SK_OK);
    ck_assert_int_eq(
        sk_wording_open(SK_TEST_PROJECT, &w->project->settings, "nl", w->arena, w->diag, &w->words),
        SK_OK);
    ck_assert_int_eq(sk_typesetter_create(w->style.font_family, w->style.font_package,
                                          w->words.language, w->diag, &w->typesetter),
                     SK_OK);
    w->ops = sk_shape_ops_create(w->arena);
    w->drawing = (sk_drawing){
        .style = &w->style,
        .words = &w->words,
        .typesetter = w->typesetter,
        .arena = w->arena,
        .diag = w->diag,
        .scene = sk_scene_create(w->arena, 100, 100),
        .pins = sk_pinned_create(w->arena, w->project, 0, false),
        .notes = sk_layout_notes_create(w->arena),
    };
    w->map = (sk_figure_map){
        .ops = w->ops, .settings = &w->project->settings, .crs = w->project->settings.crs};
    w->composition = (sk_composition){
        .drawing = &w->drawing,
        .map = &w->map,
        .view = {.ground = {0, 0, 10000, 10000}, .frame = {0, 0, 100, 100}, .metres_per_mm = 100}};
}

/* The end of a link at a place, by where it lies on the page. */
static inline sk_link_end workshop_place(const workshop *w, double x_mm, double y_mm) {
    return (sk_link_end){
        .kind = SK_TARGET_PLACE,
        .name = "Plaats",
        .at = sk_map_view_ground(&w->composition.view, (sk_page_point){x_mm, y_mm}),
        .point_index = SIZE_MAX};
}

/* The map of a figure of the project, in place of the empty one. */
static inline void workshop_resolve(workshop *w, int figure) {
    ck_assert_int_eq(sk_figure_map_resolve(w->project, workshop_figure(w, figure), w->style.crs,
                                           w->ops, w->diag, &w->map),
                     SK_OK);
}

static inline void workshop_close(workshop *w) {
    sk_shape_ops_free(w->ops);
    sk_typesetter_free(w->typesetter);
    sk_project_free(w->project);
    sk_arena_free(w->arena);
    sk_diag_free(w->diag);
}

#endif
