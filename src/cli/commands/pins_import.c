#include "cli/commands/pins_import.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "cli/arguments/option.h"
#include "cli/arguments/project_folder.h"
#include "cli/arguments/report.h"
#include "cli/arguments/say.h"
#include "cli/commands/change_remedy.h"
#include "cli/commands/pin_batch.h"
#include "cli/commands/touched_figure.h"
#include "cli/drawing/job_setup.h"
#include "streekkaart/pins_merge.h"

/** One run of `pins import`. */
typedef struct {
    const sk_arguments *arguments;
    sk_report *report;
    sk_arena *arena;
    sk_job_setup setup;
    sk_pin_batch pins;
    const sk_svg_figure **editions; /* by operand; NULL: one that could not be read */
    size_t told_count;              /* what was changed and is not kept */
} pin_import;

static bool is_talkative(const pin_import *run) {
    return !run->arguments->quiet && !run->arguments->json;
}

/* As layers/pins.json will have it: hundredths of a millimetre, thousandths of a degree. */
static double rounded(double number, double parts) {
    return isfinite(number) && fabs(number) < SK_PAGE_MOST_MM ? round(number * parts) / parts
                                                              : number;
}

static void tell_other(pin_import *run, const char *file, const sk_figure_change *change) {
    run->told_count++;
    sk_diag_warning(run->report->diag, (sk_place){.file = file}, sk_change_remedy(change),
                    "not kept: %s", change->words);
}

static void take_touch_ups(pin_import *run, size_t index, const sk_touched_figure *edition) {
    const char *file = run->arguments->operands[index];
    const sk_touch_ups *found = &edition->touch_ups;
    for (size_t i = 0; i < found->kept_count; i++) {
        const sk_touch_up *kept = &found->kept[i];
        const sk_pin pin = {.figure = edition->edited->figure,
                            .on_sheet = edition->edited->sheet_page > 0,
                            .id = kept->id,
                            .dx_mm = rounded(kept->dx_mm, 100),
                            .dy_mm = rounded(kept->dy_mm, 100),
                            .lines = kept->lines,
                            .turn_deg = rounded(kept->turn_deg, 1000),
                            .origin = {.file = file, .feature = kept->id}};
        if (!sk_pin_batch_add(&run->pins, edition->drawn, kept, pin, index, run->arena,
                              run->report->diag))
            run->told_count++;
    }
    for (size_t i = 0; i < found->other_count; i++) tell_other(run, file, &found->others[i]);
}

static sk_status import_file(pin_import *run, size_t index) {
    sk_touched_figure edition;
    sk_status status =
        sk_touched_figure_read(run->arguments->operands[index], run->arguments->drawn, &run->setup,
                               run->arena, run->report->diag, &edition);
    if (status == SK_OK) {
        run->editions[index] = edition.edited;
        take_touch_ups(run, index, &edition);
    }
    sk_report_print(run->report);
    return status;
}

static size_t count_of(const pin_import *run, sk_pin_standing standing) {
    size_t count = 0;
    for (size_t i = 0; i < run->pins.count; i++) count += run->pins.items[i].standing == standing;
    return count;
}

/* "2 new, 1 changed, 1 there already; 5 pins in all" */
static void tell_counts(const pin_import *run, const char *path) {
    static const struct {
        sk_pin_standing standing;
        const char *words;
    } parts[] = {{SK_PIN_NEW, "new"}, {SK_PIN_CHANGED, "changed"}, {SK_PIN_THERE, "there already"}};
    const char *list = "";
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        size_t count = count_of(run, parts[i].standing);
        if (count > 0)
            list = sk_arena_printf(run->arena, "%s%s%zu %s", list, list[0] == '\0' ? "" : ", ",
                                   count, parts[i].words);
    }
    size_t all = run->setup.composer.project->pin_count + count_of(run, SK_PIN_NEW);
    sk_say(stdout, "%s: %s; %zu %s in all", path, list, all, all == 1 ? "pin" : "pins");
}

static void tell_kept(const pin_import *run, const char *path) {
    for (size_t i = 0; i < run->pins.count; i++) {
        const sk_brought_pin *brought = &run->pins.items[i];
        if (brought->standing == SK_PIN_REFUSED) continue;
        sk_say(stdout, "%s: %s", brought->standing == SK_PIN_THERE ? "there already" : "kept",
               brought->words);
    }
    tell_counts(run, path);
}

static sk_status write_pins(pin_import *run, const char *path) {
    sk_pin *pins = SK_NEW_ARRAY(run->arena, sk_pin, run->pins.count);
    char *bytes = NULL;
    size_t length = 0, count = 0;
    for (size_t i = 0; i < run->pins.count; i++) {
        sk_pin_standing standing = run->pins.items[i].standing;
        if (standing == SK_PIN_NEW || standing == SK_PIN_CHANGED)
            pins[count++] = run->pins.items[i].pin;
    }
    if (count == 0) return SK_OK;
    sk_status status = sk_pins_merge(run->setup.composer.project->directory, pins, count,
                                     run->report->diag, &bytes, &length);
    if (status == SK_OK) status = sk_pins_write(path, bytes, length, run->report->diag);
    free(bytes);
    return status;
}

static void list_kept_as_json(const pin_import *run, size_t file, sk_json_writer *json) {
    static const char *const standings[] = {
        [SK_PIN_NEW] = "new", [SK_PIN_CHANGED] = "changed", [SK_PIN_THERE] = "there"};
    for (size_t i = 0; i < run->pins.count; i++) {
        const sk_brought_pin *brought = &run->pins.items[i];
        if (brought->file != file || brought->standing == SK_PIN_REFUSED) continue;
        sk_json_begin_row(json, NULL);
        sk_json_text(json, "id", brought->pin.id);
        sk_json_number(json, "dx", brought->pin.dx_mm);
        sk_json_number(json, "dy", brought->pin.dy_mm);
        sk_json_text(json, "words", brought->words);
        sk_json_text(json, "standing", standings[brought->standing]);
        sk_json_end_row(json);
    }
}

/* `written`: what was to be kept is. */
static void answer_in_json(const pin_import *run, bool written) {
    sk_json_writer json = {.stream = stdout};
    sk_json_begin_object(&json, NULL);
    sk_json_begin_array(&json, "files");
    for (size_t i = 1; i < run->arguments->operand_count; i++) {
        if (run->editions[i] == NULL) continue;
        sk_json_begin_object(&json, NULL);
        sk_json_text(&json, "file", run->arguments->operands[i]);
        sk_json_integer(&json, "figure", run->editions[i]->figure);
        sk_json_boolean(&json, "sheet", run->editions[i]->sheet_page > 0);
        sk_json_begin_array(&json, "kept");
        if (written) list_kept_as_json(run, i, &json);
        sk_json_end_array(&json);
        sk_json_end_object(&json);
    }
    sk_json_end_array(&json);
    sk_report_write_json(run->report, &json);
    sk_json_end_object(&json);
}

/* Nothing is said to be kept before it is. */
static sk_status keep(pin_import *run) {
    const char *path =
        sk_path_in(run->arena, run->setup.composer.project->directory, "layers/pins.json");
    run->told_count += sk_pin_batch_try(&run->pins, &run->setup, run->arena, run->report->diag);
    sk_status status = write_pins(run, path);
    sk_report_print(run->report);
    if (run->arguments->json) answer_in_json(run, status == SK_OK);
    bool any = run->pins.count > count_of(run, SK_PIN_REFUSED);
    if (!is_talkative(run)) return status;
    if (status == SK_OK && any)
        tell_kept(run, path);
    else if (status == SK_OK && run->told_count > 0)
        sk_say(stdout, "nothing is kept");
    return status;
}

static sk_status import_files(pin_import *run) {
    sk_status status = SK_OK;
    for (size_t i = 1; i < run->arguments->operand_count; i++)
        status = sk_worse(status, import_file(run, i));
    bool unchanged = status == SK_OK && run->pins.count == 0 && run->told_count == 0;
    if (unchanged && is_talkative(run)) sk_say(stdout, "nothing was moved");
    status = sk_worse(status, keep(run));
    return run->told_count > 0 ? sk_worse(status, SK_ERR_DATA) : status;
}

static sk_status check_usage(const sk_arguments *arguments, sk_diag *diag) {
    const char *fault = NULL;
    if (arguments->operand_count < 2) fault = "pins import wants an SVG";
    if (arguments->drawn != NULL && arguments->operand_count > 2)
        fault = "--drawn is of one SVG, and several are given";
    if (fault == NULL) return SK_OK;
    SK_USAGE_ERROR(diag, "pins", "use it as: streekkaart pins import EDITED.svg", "%s", fault);
    return SK_ERR_USAGE;
}

sk_status sk_pins_import(const sk_arguments *arguments, sk_report *report) {
    const char *folder = NULL;
    sk_project *project = NULL;
    sk_status status = check_usage(arguments, report->diag);
    if (status == SK_OK) status = sk_project_folder(arguments, report->diag, &folder);
    if (status != SK_OK) return status;
    status = sk_project_open(folder, report->diag, &project);
    sk_report_print(report);
    pin_import run = {.arguments = arguments, .report = report, .arena = sk_arena_create()};
    run.editions = SK_NEW_ARRAY(run.arena, const sk_svg_figure *, arguments->operand_count);
    if (project != NULL)
        status = sk_worse(
            status, sk_job_setup_open(arguments, project, run.arena, report->diag, &run.setup));
    if (run.setup.composer.style != NULL) status = sk_worse(status, import_files(&run));
    sk_arena_free(run.arena);
    sk_project_free(project);
    return status;
}
