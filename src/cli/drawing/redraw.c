#include "cli/drawing/redraw.h"

#include <math.h>
#include <stdlib.h>

#include "cli/arguments/report.h"
#include "streekkaart/hyphenator.h"
#include "streekkaart/typesetter.h"

/** What the making of one page needs. */
typedef struct {
    const sk_job_setup *setup;
    sk_composer composer;
    sk_page_request page;
    sk_arena *scratch;
    sk_diag *diag; /* of what the page is made of */
    const sk_layout *layout;
} page_run;

static const sk_figure *find_figure(const sk_project *project, int number) {
    for (size_t i = 0; i < project->figure_count; i++)
        if (project->figures[i].number == number) return &project->figures[i];
    return NULL;
}

/* Whatever is wrong with the project's data, the page that it makes is what was drawn before. */
static sk_status compose_figure(page_run *run, const sk_figure *figure, const sk_scene **page) {
    sk_composed_figure composed = {0};
    sk_status status =
        sk_compose_figure(&run->composer, figure, &run->page, run->scratch, run->diag, &composed);
    *page = composed.scene;
    run->layout = composed.layout;
    return status;
}

static sk_status compose_sheet_page(page_run *run, const sk_figure *figure, size_t index,
                                    const sk_scene **page) {
    sk_sheet sheet = {0};
    sk_hyphenator *hyphenator = NULL;
    sk_status status = sk_hyphenator_create(run->diag, &hyphenator);
    if (status == SK_OK)
        status = sk_compose_sheet(&run->composer, hyphenator, figure, (sk_sheet_map){0},
                                  run->scratch, run->diag, &sheet);
    sk_hyphenator_free(hyphenator);
    run->layout = sheet.layout;
    if (index < sheet.page_count) *page = sheet.pages[index];
    return status;
}

/* Draws the page as an SVG in memory, and reads it. */
static sk_status draw_and_read(const page_run *run, const sk_scene *page, const char *file,
                               sk_arena *arena, sk_svg_figure *out) {
    char *bytes = NULL;
    size_t length = 0;
    FILE *memory = sk_heap_stream(&bytes, &length);
    sk_stream stream = sk_stream_to(memory, file);
    const sk_document document = {.pages = &page, .page_count = 1};
    sk_status status =
        sk_renderer_find("svg")->render(&document, &stream, &run->setup->render, run->diag);
    sk_heap_stream_close(memory);
    if (status == SK_OK) status = sk_svg_figure_read(bytes, length, file, arena, run->diag, out);
    free(bytes);
    return status;
}

static bool same_size(const sk_svg_figure *figure, const sk_scene *page) {
    const double rounding_mm = fmax(0.01, 2 * figure->rounding_mm);
    return fabs(figure->width_mm - page->width_mm) < rounding_mm &&
           fabs(figure->height_mm - page->height_mm) < rounding_mm;
}

/* On a page of the size of `like`, which it has anyway where nobody asked for another. */
static sk_status make_page(page_run *run, const sk_svg_figure *like, const sk_scene **page) {
    const sk_style_sheet *style = run->setup->composer.style;
    const sk_figure *figure = find_figure(run->setup->composer.project, like->figure);
    sk_status status =
        sk_typesetter_create(style->font_family, style->font_package, run->composer.words->language,
                             run->diag, &run->composer.typesetter);
    if (status != SK_OK) return status;
    if (like->sheet_page > 0)
        return compose_sheet_page(run, figure, (size_t)like->sheet_page - 1, page);
    status = compose_figure(run, figure, page);
    if (*page == NULL || same_size(like, *page)) return status;
    run->page.size = (sk_page_size){.width_mm = like->width_mm, .height_mm = like->height_mm};
    sk_diag_free(run->diag);
    run->diag = sk_diag_create();
    *page = NULL;
    return compose_figure(run, figure, page);
}

static page_run begin(const sk_job_setup *setup) {
    return (page_run){.setup = setup,
                      .composer = setup->composer,
                      .page = setup->page,
                      .scratch = sk_arena_create(),
                      .diag = sk_diag_create()};
}

static void end(page_run *run) {
    sk_typesetter_free(run->composer.typesetter);
    sk_diag_free(run->diag);
    sk_arena_free(run->scratch);
}

/* What is wrong with the project is only told where it leaves nothing to compare with. */
static sk_status draw_aside(const sk_svg_figure *like, const char *file, const sk_job_setup *setup,
                            sk_arena *arena, sk_diag *diag, sk_svg_figure *out) {
    page_run run = begin(setup);
    const sk_scene *page = NULL;
    sk_status status = make_page(&run, like, &page);
    if (page != NULL) status = draw_and_read(&run, page, file, arena, out);
    if (page == NULL) status = sk_worse(status, SK_ERR_DATA);
    if (status != SK_OK) {
        sk_diag_merge(diag, run.diag);
        sk_diag_error(diag, (sk_place){.file = file}, "mend the project first, or draw it anew",
                      "figure %d has no such page any more", like->figure);
    }
    end(&run);
    return status;
}

sk_status sk_redraw(const sk_svg_figure *like, const char *file, const sk_job_setup *setup,
                    sk_arena *arena, sk_diag *diag, sk_svg_figure *out) {
    sk_job_setup same = *setup;
    same.render.svg_target = sk_svg_target_find(like->target);
    if (find_figure(setup->composer.project, like->figure) == NULL ||
        same.render.svg_target == NULL) {
        sk_diag_error(diag, (sk_place){.file = file},
                      "give an SVG that this version drew of a figure of the project",
                      "the project has no such figure");
        return SK_ERR_DATA;
    }
    return draw_aside(like, file, &same, arena, diag, out);
}

static sk_overlap_list overlaps_in(const sk_layout *layout, sk_arena *arena) {
    if (layout == NULL) return (sk_overlap_list){0};
    sk_layout_overlap *copy = SK_NEW_ARRAY(arena, sk_layout_overlap, layout->overlap_count);
    for (size_t i = 0; i < layout->overlap_count; i++)
        copy[i] = (sk_layout_overlap){sk_arena_string(arena, layout->overlaps[i].a),
                                      sk_arena_string(arena, layout->overlaps[i].b)};
    return (sk_overlap_list){copy, layout->overlap_count};
}

sk_status sk_recompose(const sk_svg_figure *like, const sk_job_setup *setup, sk_arena *arena,
                       sk_diag *diag, sk_overlap_list *out) {
    page_run run = begin(setup);
    const sk_scene *page = NULL;
    sk_status status = SK_ERR_DATA;
    if (find_figure(setup->composer.project, like->figure) != NULL)
        status = make_page(&run, like, &page);
    *out = overlaps_in(run.layout, arena);
    sk_diag_merge(diag, run.diag);
    end(&run);
    return page != NULL ? SK_OK : sk_worse(status, SK_ERR_DATA);
}
