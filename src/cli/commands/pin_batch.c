#include "cli/commands/pin_batch.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/page_id.h"
#include "cli/drawing/redraw.h"

static bool of_one_thing(const sk_pin *a, const sk_pin *b) {
    return a->figure == b->figure && a->on_sheet == b->on_sheet && strcmp(a->id, b->id) == 0;
}

/* To what is written of a pin. */
static bool leads_alike(const sk_pin *a, const sk_pin *b) {
    const double hundredth_mm = 0.0101, thousandth_deg = 0.00101;
    return fabs(a->dx_mm - b->dx_mm) < hundredth_mm && fabs(a->dy_mm - b->dy_mm) < hundredth_mm &&
           a->lines == b->lines && fabs(a->turn_deg - b->turn_deg) < thousandth_deg;
}

static void tell_refused(sk_diag *diag, const sk_brought_pin *brought, const char *why,
                         const char *remedy) {
    sk_diag_warning(diag, (sk_place){.file = brought->pin.origin.file}, remedy, "not kept: %s%s",
                    brought->words, why);
}

/* Of two files that move one thing, the second counts. True where both say the same. */
static bool replace(sk_brought_pin *old, const sk_brought_pin *brought, sk_arena *arena,
                    sk_diag *diag) {
    bool alike = leads_alike(&old->pin, &brought->pin);
    if (!alike)
        tell_refused(diag, old,
                     sk_arena_printf(arena, ", but elsewhere in %s", brought->pin.origin.file),
                     "import the one that is right last, or alone");
    *old = *brought;
    return alike;
}

bool sk_pin_batch_add(sk_pin_batch *batch, const sk_svg_figure *drawn, const sk_touch_up *kept,
                      sk_pin pin, size_t file, sk_arena *arena, sk_diag *diag) {
    const sk_brought_pin brought = {.pin = pin, .words = kept->words, .drawn = drawn, .file = file};
    for (size_t i = 0; i < batch->count; i++)
        if (of_one_thing(&batch->items[i].pin, &pin))
            return replace(&batch->items[i], &brought, arena, diag);
    batch->items =
        sk_arena_grow(arena, batch->items, batch->count, &batch->capacity, sizeof *batch->items);
    batch->items[batch->count++] = brought;
    return true;
}

static const sk_brought_pin *find(const sk_pin_batch *batch, const sk_pin *pin) {
    for (size_t i = 0; i < batch->count; i++)
        if (of_one_thing(&batch->items[i].pin, pin)) return &batch->items[i];
    return NULL;
}

static sk_pin_standing standing_of(const sk_project *project, const sk_pin *pin) {
    for (size_t i = 0; i < project->pin_count; i++)
        if (of_one_thing(&project->pins[i], pin))
            return leads_alike(&project->pins[i], pin) ? SK_PIN_THERE : SK_PIN_CHANGED;
    return SK_PIN_NEW;
}

/* The project as it would be with what is not refused. */
static sk_project project_with(const sk_project *project, const sk_pin_batch *batch,
                               sk_arena *arena) {
    sk_project with = *project;
    sk_pin *pins = SK_NEW_ARRAY(arena, sk_pin, project->pin_count + batch->count);
    size_t count = 0;
    for (size_t i = 0; i < project->pin_count; i++) {
        const sk_brought_pin *instead = find(batch, &project->pins[i]);
        if (instead == NULL || instead->standing == SK_PIN_REFUSED)
            pins[count++] = project->pins[i];
    }
    for (size_t i = 0; i < batch->count; i++)
        if (batch->items[i].standing != SK_PIN_REFUSED) pins[count++] = batch->items[i].pin;
    with.pins = pins;
    with.pin_count = count;
    return with;
}

/* What composing said of this very pin; NULL: nothing. */
static const sk_finding *finding_of(const sk_diag *said, const sk_pin *pin) {
    for (size_t i = 0; i < sk_diag_count(said); i++) {
        const sk_finding *finding = sk_diag_get(said, i);
        const sk_place *place = &finding->place;
        if (place->feature != NULL && strcmp(place->feature, pin->id) == 0 && place->file != NULL &&
            strcmp(place->file, pin->origin.file) == 0)
            return finding;
    }
    return NULL;
}

static bool of_one_page(const sk_brought_pin *a, const sk_brought_pin *b) {
    return a->pin.figure == b->pin.figure && a->pin.on_sheet == b->pin.on_sheet;
}

/* The first of a page's stands for the page. */
static bool is_first_of_page(const sk_pin_batch *batch, size_t index) {
    for (size_t i = 0; i < index; i++)
        if (of_one_page(&batch->items[i], &batch->items[index])) return false;
    return true;
}

/* Does the style put this piece of furniture beside the map? */
static bool stands_beside(const sk_style_sheet *style, const char *id) {
    const struct {
        const char *id;
        sk_furniture_place place;
    } all[] = {{SK_PAGE_ID_LEGEND, style->legend.place},
               {SK_PAGE_ID_INSET, style->inset.place},
               {SK_PAGE_ID_SCALE_BAR, style->scale_bar.place}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (strcmp(all[i].id, id) == 0) return all[i].place == SK_PLACE_OUTSIDE;
    return false;
}

static void refuse(sk_brought_pin *brought, const sk_finding *finding, const sk_style_sheet *style,
                   sk_diag *diag) {
    bool beside = sk_pin_is_of_furniture(&brought->pin) && stands_beside(style, brought->pin.id);
    brought->standing = SK_PIN_REFUSED;
    if (finding == NULL)
        tell_refused(diag, brought, ", on a page that can't be drawn any more",
                     "mend the project first");
    else if (finding->severity == SK_ERROR && beside)
        tell_refused(diag, brought, ", across the map's frame or off the page",
                     "leave all of it within the frame, or all of it beside the map");
    else if (finding->severity == SK_ERROR)
        tell_refused(diag, brought, ", out of the map", "leave all of it within the map's frame");
    else
        tell_refused(diag, brought, ", and is not on the figure any more",
                     "draw the figure anew, and move what is there");
}

/* A hand may put things on each other, but is told so before the next drawing does. */
static void tell_overlaps(const sk_brought_pin *brought, const sk_overlap_list *overlaps,
                          sk_diag *diag) {
    for (size_t i = 0; i < overlaps->count; i++) {
        const sk_layout_overlap *both = &overlaps->items[i];
        bool is_a = strcmp(both->a, brought->pin.id) == 0;
        if (!is_a && strcmp(both->b, brought->pin.id) != 0) continue;
        sk_diag_warning(diag, (sk_place){.file = brought->pin.origin.file},
                        "move one of the two, and import it again", "%s, and overlaps %s",
                        brought->words, is_a ? both->b : both->a);
    }
}

/* Those of one page that can't be drawn; returns how many. */
static size_t try_page(sk_pin_batch *batch, const sk_brought_pin *first, const sk_job_setup *setup,
                       sk_arena *arena, sk_diag *diag) {
    const sk_project with = project_with(setup->composer.project, batch, arena);
    sk_job_setup trial = *setup;
    sk_diag *said = sk_diag_create();
    sk_overlap_list overlaps;
    size_t refused = 0;
    trial.composer.project = &with;
    bool drawn = sk_recompose(first->drawn, &trial, arena, said, &overlaps) == SK_OK;
    for (size_t i = 0; i < batch->count; i++) {
        sk_brought_pin *brought = &batch->items[i];
        if (brought->standing == SK_PIN_REFUSED || !of_one_page(brought, first)) continue;
        const sk_finding *finding = finding_of(said, &brought->pin);
        if (drawn && finding == NULL) continue;
        refuse(brought, finding, setup->composer.style, diag);
        refused++;
    }
    for (size_t i = 0; refused == 0 && i < batch->count; i++)
        if (batch->items[i].standing != SK_PIN_REFUSED && of_one_page(&batch->items[i], first))
            tell_overlaps(&batch->items[i], &overlaps, diag);
    sk_diag_free(said);
    return refused;
}

/* Is there something on the page that the project doesn't have already? */
static bool has_news(const sk_pin_batch *batch, const sk_brought_pin *first) {
    for (size_t i = 0; i < batch->count; i++) {
        const sk_brought_pin *brought = &batch->items[i];
        bool news = brought->standing == SK_PIN_NEW || brought->standing == SK_PIN_CHANGED;
        if (news && of_one_page(brought, first)) return true;
    }
    return false;
}

size_t sk_pin_batch_try(sk_pin_batch *batch, const sk_job_setup *setup, sk_arena *arena,
                        sk_diag *diag) {
    size_t refused = 0;
    for (size_t i = 0; i < batch->count; i++)
        batch->items[i].standing = standing_of(setup->composer.project, &batch->items[i].pin);
    for (size_t i = 0; i < batch->count; i++) {
        const sk_brought_pin *first = &batch->items[i];
        /* Without those that were refused the page may be another. */
        for (size_t more = 1; more > 0 && is_first_of_page(batch, i) && has_news(batch, first);
             refused += more)
            more = try_page(batch, first, setup, arena, diag);
    }
    return refused;
}
