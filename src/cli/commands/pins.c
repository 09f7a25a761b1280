#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/arguments/option.h"
#include "cli/arguments/project_folder.h"
#include "cli/arguments/say.h"
#include "cli/commands/commands.h"
#include "cli/commands/pins_import.h"
#include "streekkaart/output.h"
#include "streekkaart/pins_merge.h"

sk_status sk_pins_write(const char *path, const char *bytes, size_t length, sk_diag *diag) {
    sk_output *output = sk_output_begin(path, diag);
    sk_status status = SK_ERR_ENVIRONMENT;
    if (output != NULL) {
        sk_output_write(output, bytes, length);
        status = sk_output_commit(output);
    }
    sk_output_free(output);
    return status;
}

static void list_as_json(const sk_project *project, sk_report *report) {
    sk_json_writer json = {.stream = stdout};
    sk_json_begin_object(&json, NULL);
    sk_json_begin_array(&json, "pins");
    for (size_t i = 0; project != NULL && i < project->pin_count; i++) {
        const sk_pin *pin = &project->pins[i];
        sk_json_begin_row(&json, NULL);
        sk_json_integer(&json, "figure", pin->figure);
        sk_json_boolean(&json, "sheet", pin->on_sheet);
        sk_json_text(&json, "id", pin->id);
        sk_json_number(&json, "dx", pin->dx_mm);
        sk_json_number(&json, "dy", pin->dy_mm);
        if (pin->lines > 0) sk_json_integer(&json, "lines", pin->lines);
        if (pin->turn_deg != 0) sk_json_number(&json, "turn", pin->turn_deg);
        sk_json_end_row(&json);
    }
    sk_json_end_array(&json);
    sk_report_write_json(report, &json);
    sk_json_end_object(&json);
}

static void print_list(const sk_project *project) {
    for (size_t i = 0; i < project->pin_count; i++) {
        const sk_pin *pin = &project->pins[i];
        sk_say(stdout, "%s %d: %s %+.2f %+.2f mm", pin->on_sheet ? "sheet" : "figure", pin->figure,
               pin->id, pin->dx_mm, pin->dy_mm);
    }
    sk_say(stdout, "%zu %s", project->pin_count, project->pin_count == 1 ? "pin" : "pins");
}

static sk_status list_pins(const sk_arguments *arguments, sk_report *report) {
    const char *folder = NULL;
    sk_project *project = NULL;
    sk_status status = sk_project_folder(arguments, report->diag, &folder);
    if (status != SK_OK) return status;
    status = sk_project_open(folder, report->diag, &project);
    sk_report_print(report);
    if (arguments->json)
        list_as_json(project, report);
    else if (project != NULL && !arguments->quiet)
        print_list(project);
    sk_project_free(project);
    return status;
}

/* Also a pin that is at fault, and of a project that is. */
static sk_status remove_pins(const sk_arguments *arguments, sk_report *report) {
    const char *folder = NULL;
    char *bytes = NULL;
    size_t length = 0, removed = 0;
    sk_status status = sk_project_folder(arguments, report->diag, &folder);
    if (status != SK_OK) return status;
    sk_arena *arena = sk_arena_create();
    const sk_pin_choice choice = {arguments->operands[1], arguments->operands + 2,
                                  arguments->operand_count - 2};
    status = sk_pins_remove(folder, &choice, report->diag, &bytes, &length, &removed);
    const char *path = sk_path_in(arena, folder, "layers/pins.json");
    if (status == SK_OK) status = sk_pins_write(path, bytes, length, report->diag);
    free(bytes);
    if (arguments->json) {
        sk_json_writer json = {.stream = stdout};
        sk_json_begin_object(&json, NULL);
        sk_json_integer(&json, "removed", status == SK_OK ? (long)removed : 0);
        sk_report_write_json(report, &json);
        sk_json_end_object(&json);
    } else if (status == SK_OK && !arguments->quiet) {
        sk_say(stdout, "%s: %zu %s taken out", path, removed, removed == 1 ? "pin" : "pins");
    }
    sk_arena_free(arena);
    return status;
}

sk_status sk_pins_command(const sk_arguments *arguments, sk_report *report) {
    static const struct {
        const char *name;
        size_t least, most; /* operands behind it */
        sk_status (*run)(const sk_arguments *arguments, sk_report *report);
    } actions[] = {{"import", 0, SIZE_MAX, sk_pins_import},
                   {"list", 0, 0, list_pins},
                   {"remove", 1, SIZE_MAX, remove_pins}};
    const char *wanted = arguments->operands[0];
    size_t behind = arguments->operand_count - 1;
    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
        if (strcmp(actions[i].name, wanted) == 0 && behind >= actions[i].least &&
            behind <= actions[i].most)
            return actions[i].run(arguments, report);
    SK_USAGE_ERROR(report->diag, "pins",
                   "use it as: streekkaart pins import EDITED.svg, pins list, or pins remove 13 ID",
                   "cannot do \"%s\"", wanted);
    return SK_ERR_USAGE;
}
