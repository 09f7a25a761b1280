#include "cli/commands/touched_figure.h"

#include <stdlib.h>
#include <string.h>

#include "base/text_file.h"
#include "cli/drawing/redraw.h"

/* The file, and what it may be compared with. */
typedef struct {
    const char *file;
    char *bytes; /* its own */
    size_t length;
    const sk_job_setup *setup;
    sk_arena *arena;
    sk_diag *diag;
} reading;

static sk_status read_original(const reading *r, const char *original, sk_svg_figure *drawn) {
    size_t length = 0;
    char *bytes = sk_text_file_read(original, original, SK_SVG_BYTES_MAX, r->diag, &length);
    if (bytes == NULL) return SK_ERR_DATA;
    sk_status status = sk_svg_figure_read(bytes, length, original, r->arena, r->diag, drawn);
    free(bytes);
    return status;
}

static sk_status check_language(const reading *r, const sk_svg_figure *edited) {
    const char *language = r->setup->composer.words->language;
    bool told = edited->language[0] != '\0';
    if (!told || strcmp(edited->language, language) == 0) return SK_OK;
    sk_diag_error(r->diag, (sk_place){.file = r->file},
                  sk_arena_printf(r->arena, "give --lang %s", edited->language),
                  "is in the language \"%s\"", edited->language);
    return SK_ERR_DATA;
}

/* The page as the project with these pins has it. */
static sk_status draw(const reading *r, const sk_svg_figure *like, const sk_pin *pins, size_t count,
                      sk_svg_figure *drawn) {
    sk_project with = *r->setup->composer.project;
    sk_job_setup setup = *r->setup;
    with.pins = pins;
    with.pin_count = count;
    setup.composer.project = &with;
    return sk_redraw(like, r->file, &setup, r->arena, r->diag, drawn);
}

static sk_status draw_as_it_is(const reading *r, sk_svg_figure *drawn) {
    const sk_project *project = r->setup->composer.project;
    sk_svg_figure alone;
    sk_status status = sk_svg_figure_read(r->bytes, r->length, r->file, r->arena, r->diag, &alone);
    if (status == SK_OK) status = check_language(r, &alone);
    if (status != SK_OK) return status;
    alone.width_mm /= alone.enlarged;
    alone.height_mm /= alone.enlarged;
    return draw(r, &alone, project->pins, project->pin_count, drawn);
}

/* The file may say that it is an edition of another figure than --drawn. */
static sk_status check_same_page(const reading *r, const sk_svg_figure *edited,
                                 const sk_svg_figure *drawn) {
    if (edited->figure == drawn->figure && edited->sheet_page == drawn->sheet_page) return SK_OK;
    sk_diag_error(r->diag, (sk_place){.file = r->file}, "give the drawing that it was made from",
                  "is of figure %d, --drawn of figure %d", edited->figure, drawn->figure);
    return SK_ERR_DATA;
}

/* Reads the file as an edition of out->drawn. */
static sk_status compare(const reading *r, sk_touched_figure *out) {
    sk_status status = sk_svg_figure_read_like(out->drawn, r->bytes, r->length, r->file, r->arena,
                                               r->diag, out->edited);
    if (status == SK_OK) status = check_same_page(r, out->edited, out->drawn);
    if (status == SK_OK) out->touch_ups = sk_touch_ups_find(out->drawn, out->edited, r->arena);
    return status;
}

static sk_touched_figure create(sk_arena *arena) {
    return (sk_touched_figure){.drawn = SK_NEW(arena, sk_svg_figure),
                               .edited = SK_NEW(arena, sk_svg_figure)};
}

/* The project's pins but for those that its page has got since the file was drawn, as far as that
 * can be known; returns how many there are. */
static size_t pins_before(const reading *r, const sk_touched_figure *now, sk_pin *out) {
    const sk_project *project = r->setup->composer.project;
    size_t count = 0;
    for (size_t i = 0; i < project->pin_count; i++) {
        const sk_pin *pin = &project->pins[i];
        bool of_page =
            pin->figure == now->edited->figure && (!pin->on_sheet || now->edited->sheet_page > 0);
        bool since = of_page && (!now->touch_ups.noted ||
                                 sk_touch_ups_stood_elsewhere(now->drawn, now->edited, pin->id));
        if (!since) out[count++] = *pin;
    }
    return count;
}

static size_t change_count(const sk_touched_figure *edition) {
    return edition->touch_ups.kept_count + edition->touch_ups.other_count;
}

static bool explains_better(const sk_touched_figure *before, const sk_touched_figure *now) {
    if (before->touch_ups.up_to_date != now->touch_ups.up_to_date)
        return before->touch_ups.up_to_date;
    return change_count(before) < change_count(now);
}

/* What was imported before has changed the page: then the file is an edition of the page before. */
static void compare_with_page_before(const reading *r, sk_touched_figure *edition) {
    const sk_project *project = r->setup->composer.project;
    if (edition->touch_ups.up_to_date && (edition->touch_ups.noted || change_count(edition) == 0))
        return;
    sk_pin *pins = SK_NEW_ARRAY(r->arena, sk_pin, project->pin_count + 1);
    size_t count = pins_before(r, edition, pins);
    if (count == project->pin_count) return;
    reading aside = *r;
    aside.diag = sk_diag_create();
    sk_touched_figure before = create(r->arena);
    sk_status status = draw(&aside, edition->drawn, pins, count, before.drawn);
    if (status == SK_OK) status = compare(&aside, &before);
    if (status == SK_OK && explains_better(&before, edition)) *edition = before;
    sk_diag_free(aside.diag);
}

sk_status sk_touched_figure_read(const char *file, const char *original, const sk_job_setup *setup,
                                 sk_arena *arena, sk_diag *diag, sk_touched_figure *out) {
    reading r = {.file = file, .setup = setup, .arena = arena, .diag = diag};
    *out = create(arena);
    r.bytes = sk_text_file_read(file, file, SK_SVG_BYTES_MAX, diag, &r.length);
    if (r.bytes == NULL) return SK_ERR_DATA;
    sk_status status =
        original != NULL ? read_original(&r, original, out->drawn) : draw_as_it_is(&r, out->drawn);
    if (status == SK_OK) status = compare(&r, out);
    if (status == SK_OK && original == NULL) compare_with_page_before(&r, out);
    free(r.bytes);
    return status;
}
