#include "cli/doctor/doctor.h"

#include <stdio.h>

#include "cli/arguments/installation.h"
#include "cli/arguments/project_folder.h"
#include "cli/arguments/say.h"
#include "cli/doctor/checkup.h"
#include "cli/machine/machine.h"

static void print_rows(const sk_checkup *checkup) {
    const char *group = "";
    for (size_t i = 0; i < checkup->row_count; i++) {
        const sk_checkup_row *row = &checkup->rows[i];
        if (strcmp(row->group, group) != 0) sk_say(stdout, "%s", row->group);
        group = row->group;
        sk_say(stdout, "  %-20s%s", row->name, row->value == NULL ? "MISSING" : row->value);
    }
}

static void write_json(const sk_checkup *checkup, sk_report *report) {
    sk_json_writer json = {.stream = stdout};
    const char *group = NULL;
    sk_json_begin_object(&json, NULL);
    for (size_t i = 0; i < checkup->row_count; i++) {
        const sk_checkup_row *row = &checkup->rows[i];
        if (group == NULL || strcmp(row->group, group) != 0) {
            if (group != NULL) sk_json_end_object(&json);
            sk_json_begin_object(&json, row->group);
        }
        group = row->group;
        sk_json_text(&json, row->name, row->value);
    }
    if (group != NULL) sk_json_end_object(&json);
    sk_report_write_json(report, &json);
    sk_json_end_object(&json);
}

static const char *look_at_program(sk_checkup *checkup) {
    bool found = false;
    const char *study = sk_installed_study(checkup->arena, &found);
    const char *file = sk_installed_program(checkup->arena);
    sk_checkup_add(checkup, "program", "version", SK_VERSION);
    sk_checkup_add(checkup, "program", "file", file == NULL ? "not told by the system" : file);
    sk_checkup_add(checkup, "program", "study", found ? study : NULL);
    if (!found)
        sk_diag_error(checkup->diag, (sk_place){.file = study}, "install Streekkaart as a whole",
                      "the study that --demo draws is not there");
    return found ? study : NULL;
}

static void look_at_libraries(sk_checkup *checkup) {
    for (const sk_library *l = sk_machine_libraries(checkup->arena); l->name != NULL; l++)
        sk_checkup_add(checkup, "libraries", l->name, l->version);
}

/* Where there is no project, the fonts are those of the study. */
sk_status sk_doctor_command(const sk_arguments *arguments, sk_report *report) {
    const char *project = NULL;
    if (arguments->project != NULL) {
        sk_status named = sk_project_folder(arguments, report->diag, &project);
        if (named != SK_OK) return named;
    } else if (!arguments->demo) {
        project = sk_project_nearest(arguments->arena);
    }
    sk_checkup checkup = {.arguments = arguments, .diag = report->diag, .arena = arguments->arena};
    const char *study = look_at_program(&checkup);
    sk_checkup_add(&checkup, "project", "folder",
                   project == NULL ? "none, in this folder or above it" : project);
    look_at_libraries(&checkup);
    sk_checkup_data(&checkup);
    if (project == NULL) project = study;
    if (project != NULL) sk_checkup_fonts(&checkup, project);
    if (arguments->json)
        write_json(&checkup, report);
    else
        print_rows(&checkup);
    return sk_diag_count(report->diag) == 0 ? SK_OK : SK_ERR_DATA;
}
