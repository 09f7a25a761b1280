#include "cli/commands/pins_import.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/page_id.h"
#include "base/text_file.h"
#include "cli/arguments/option.h"
#include "cli/arguments/project_folder.h"
#include "cli/arguments/report.h"
#include "cli/arguments/say.h"
#include "cli/drawing/job_setup.h"
#include "cli/drawing/redraw.h"
#include "streekkaart/pins_merge.h"
#include "svg_reader/touch_ups.h"

/** One run of `pins import`. */
typedef struct {
    const sk_arguments *arguments;
    sk_report *report;
    sk_arena *arena;
    sk_job_setup setup;
    sk_json_writer json;
    sk_pin *pins;
    size_t pin_count, pin_capacity;
    size_t other_count;
} pin_import;

/* Where a change that no pin holds can be made for good. */
static const char *remedy_for(const sk_figure_change *change) {
    bool layer = change->id != NULL && sk_page_id_is_of_layer(change->id);
    if (layer && change->kind == SK_CHANGE_RENAMED) return "mend the word in styles/languages/";
    switch (change->kind) {
        case SK_CHANGE_RESTYLED:
        case SK_CHANGE_RECOLOURED:
            return "put it into a style";
        case SK_CHANGE_HIDDEN:
        case SK_CHANGE_GONE:
            return "take it out of layers/, or out of the style";
        case SK_CHANGE_REWORDED:
            return "mend the name in layers/, or the word in styles/languages/";
        case SK_CHANGE_RENAMED:
            return "mend the name in layers/";
        case SK_CHANGE_SOURCE:
            return "mend the source in layers/";
        case SK_CHANGE_KIND:
            return "mend it in layers/";
        case SK_CHANGE_RETITLED:
            return "mend the title in layers/figures.csv";
        case SK_CHANGE_MOVED:
            return "its place is that of the data: mend it in layers/";
        case SK_CHANGE_RESIZED:
            return "give --size as it was drawn";
        case SK_CHANGE_REDRAWN:
            return "draw it anew and compare with diff";
        default:
            return "only this drawing has it";
    }
}

static bool is_talkative(const pin_import *run) {
    return !run->arguments->quiet && !run->arguments->json;
}

static void keep(pin_import *run, const sk_svg_figure *edited, const sk_touch_up *kept) {
    run->pins = sk_heap_grow(run->pins, run->pin_count, &run->pin_capacity, sizeof *run->pins);
    run->pins[run->pin_count++] = (sk_pin){.figure = edited->figure,
                                           .on_sheet = edited->sheet_page > 0,
                                           .id = kept->id,
                                           .dx_mm = kept->dx_mm,
                                           .dy_mm = kept->dy_mm,
                                           .lines = kept->lines,
                                           .turn_deg = kept->turn_deg};
    if (is_talkative(run)) sk_say(stdout, "kept: %s", kept->words);
    if (!run->arguments->json) return;
    sk_json_begin_row(&run->json, NULL);
    sk_json_text(&run->json, "id", kept->id);
    sk_json_number(&run->json, "dx", kept->dx_mm);
    sk_json_number(&run->json, "dy", kept->dy_mm);
    sk_json_text(&run->json, "words", kept->words);
    sk_json_end_row(&run->json);
}

static void tell_other(pin_import *run, const char *file, const sk_figure_change *change) {
    run->other_count++;
    sk_diag_warning(run->report->diag, (sk_place){.file = file}, remedy_for(change), "not kept: %s",
                    change->words);
}

static void take_touch_ups(pin_import *run, const char *file, const sk_svg_figure *edited,
                           const sk_svg_figure *drawn) {
    sk_touch_ups found = sk_touch_ups_find(drawn, edited, run->arena);
    if (run->arguments->json) {
        sk_json_begin_object(&run->json, NULL);
        sk_json_text(&run->json, "file", file);
        sk_json_integer(&run->json, "figure", edited->figure);
        sk_json_boolean(&run->json, "sheet", edited->sheet_page > 0);
        sk_json_begin_array(&run->json, "kept");
    }
    for (size_t i = 0; i < found.kept_count; i++) keep(run, edited, &found.kept[i]);
    if (run->arguments->json) {
        sk_json_end_array(&run->json);
        sk_json_end_object(&run->json);
    }
    for (size_t i = 0; i < found.other_count; i++) tell_other(run, file, &found.others[i]);
}

static sk_status check_language(const pin_import *run, const char *file,
                                const sk_svg_figure *edited) {
    const char *language = run->setup.composer.words->language;
    bool told = edited->language[0] != '\0';
    if (!told || strcmp(edited->language, language) == 0) return SK_OK;
    sk_diag_error(run->report->diag, (sk_place){.file = file},
                  sk_arena_printf(run->arena, "give --lang %s", edited->language),
                  "is in the language \"%s\"", edited->language);
    return SK_ERR_DATA;
}

/* The figure that the file is an edition of: as --drawn has it, else as it is drawn today. */
static sk_status read_drawn(pin_import *run, const char *file, const char *bytes, size_t length,
                            sk_svg_figure *drawn) {
    sk_diag *diag = run->report->diag;
    const char *original = run->arguments->drawn;
    sk_svg_figure edited;
    if (original != NULL) {
        size_t size = 0;
        char *text = sk_text_file_read(original, original, SK_SVG_BYTES_MAX, diag, &size);
        if (text == NULL) return SK_ERR_DATA;
        sk_status status = sk_svg_figure_read(text, size, original, run->arena, diag, drawn);
        free(text);
        return status;
    }
    sk_status status = sk_svg_figure_read(bytes, length, file, run->arena, diag, &edited);
    if (status == SK_OK) status = check_language(run, file, &edited);
    if (status == SK_OK) status = sk_redraw(&edited, file, &run->setup, run->arena, diag, drawn);
    return status;
}

/* The file may say that it is an edition of another figure than --drawn. */
static sk_status check_same_page(const pin_import *run, const char *file,
                                 const sk_svg_figure *edited, const sk_svg_figure *drawn) {
    if (edited->figure == drawn->figure && edited->sheet_page == drawn->sheet_page) return SK_OK;
    sk_diag_error(run->report->diag, (sk_place){.file = file},
                  "give the drawing that it was made from", "is of figure %d, --drawn of figure %d",
                  edited->figure, drawn->figure);
    return SK_ERR_DATA;
}

static sk_status import_file(pin_import *run, const char *file) {
    sk_diag *diag = run->report->diag;
    sk_svg_figure edited, drawn;
    size_t length = 0;
    char *bytes = sk_text_file_read(file, file, SK_SVG_BYTES_MAX, diag, &length);
    if (bytes == NULL) return SK_ERR_DATA;
    sk_status status = read_drawn(run, file, bytes, length, &drawn);
    if (status == SK_OK)
        status = sk_svg_figure_read_like(&drawn, bytes, length, file, run->arena, diag, &edited);
    free(bytes);
    if (status == SK_OK) status = check_same_page(run, file, &edited, &drawn);
    if (status == SK_OK) take_touch_ups(run, file, &edited, &drawn);
    sk_report_print(run->report);
    return status;
}

static bool is_new(const pin_import *run, size_t index) {
    const sk_pin *pin = &run->pins[index];
    const sk_project *project = run->setup.composer.project;
    for (size_t i = 0; i < project->pin_count; i++) {
        const sk_pin *old = &project->pins[i];
        if (old->figure == pin->figure && old->on_sheet == pin->on_sheet &&
            strcmp(old->id, pin->id) == 0)
            return false;
    }
    return true;
}

/* "2 pins, 1 of them new; 5 in all" */
static void tell_counts(const pin_import *run, const char *path) {
    size_t fresh = 0;
    for (size_t i = 0; i < run->pin_count; i++) fresh += is_new(run, i);
    sk_say(stdout, "%s: %zu %s, %zu of them new; %zu in all", path, run->pin_count,
           run->pin_count == 1 ? "pin" : "pins", fresh,
           run->setup.composer.project->pin_count + fresh);
}

static sk_status write_pins(pin_import *run) {
    const char *directory = run->setup.composer.project->directory;
    char *bytes = NULL;
    size_t length = 0;
    sk_status status =
        sk_pins_merge(directory, run->pins, run->pin_count, run->report->diag, &bytes, &length);
    if (status != SK_OK) return status;
    const char *path = sk_path_in(run->arena, directory, "layers/pins.json");
    status = sk_pins_write(path, bytes, length, run->report->diag);
    free(bytes);
    if (status == SK_OK && is_talkative(run)) tell_counts(run, path);
    return status;
}

static sk_status import_files(pin_import *run) {
    sk_status status = SK_OK;
    if (run->arguments->json) {
        sk_json_begin_object(&run->json, NULL);
        sk_json_begin_array(&run->json, "files");
    }
    for (size_t i = 1; i < run->arguments->operand_count; i++)
        status = sk_worse(status, import_file(run, run->arguments->operands[i]));
    if (run->pin_count > 0)
        status = sk_worse(status, write_pins(run));
    else if (status == SK_OK && is_talkative(run))
        sk_say(stdout, "nothing was moved");
    sk_report_print(run->report);
    if (run->arguments->json) {
        sk_json_end_array(&run->json);
        sk_report_write_json(run->report, &run->json);
        sk_json_end_object(&run->json);
    }
    return run->other_count > 0 ? sk_worse(status, SK_ERR_DATA) : status;
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
    pin_import run = {.arguments = arguments,
                      .report = report,
                      .arena = sk_arena_create(),
                      .json = {.stream = stdout}};
    if (project != NULL)
        status = sk_worse(
            status, sk_job_setup_open(arguments, project, run.arena, report->diag, &run.setup));
    if (run.setup.composer.style != NULL) status = sk_worse(status, import_files(&run));
    free(run.pins);
    sk_arena_free(run.arena);
    sk_project_free(project);
    return status;
}
