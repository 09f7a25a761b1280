#include "cli/commands/commands.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/arguments/inputs.h"
#include "cli/arguments/option.h"
#include "cli/arguments/project_folder.h"
#include "cli/arguments/say.h"
#include "streekkaart/catalogue_export.h"
#include "streekkaart/output.h"

static sk_status check_usage(const sk_arguments *arguments, sk_diag *diag) {
    if (strcmp(arguments->operands[0], "export") != 0)
        SK_USAGE_ERROR(diag, "catalogue", "use it as: streekkaart catalogue export --to FILE",
                       "cannot do \"%s\"", arguments->operands[0]);
    else if (arguments->to == NULL)
        SK_USAGE_ERROR(diag, "--to", "give it as --to=catalogue.xlsx", "it is missing");
    else if (!arguments->force && access(arguments->to, F_OK) == 0)
        SK_USAGE_ERROR(diag, "--to", "take another name, or --force to replace it",
                       "%s is there already", arguments->to);
    else
        return SK_OK;
    return SK_ERR_USAGE;
}

static sk_status write_file(const char *path, bool force, const sk_catalogue_file *file,
                            sk_diag *diag) {
    sk_output *output = sk_output_begin(path, diag);
    if (output == NULL) return SK_ERR_ENVIRONMENT;
    if (!force) sk_output_keep_any(output);
    sk_output_write(output, file->bytes, file->length);
    sk_status status = sk_output_commit(output);
    sk_output_free(output);
    return status;
}

sk_status sk_export_command(const sk_arguments *arguments, sk_report *report) {
    const char *folder = NULL;
    sk_status status = check_usage(arguments, report->diag);
    if (status == SK_OK) status = sk_project_folder(arguments, report->diag, &folder);
    if (status == SK_OK)
        status = sk_inputs_keep_file(arguments, folder,
                                     (sk_result_place){"--to", arguments->to, NULL}, report->diag);
    if (status != SK_OK) return status;
    sk_catalogue_file file;
    status = sk_catalogue_export(folder, arguments->catalogue, arguments->to, report->diag, &file);
    if (status == SK_OK) status = write_file(arguments->to, arguments->force, &file, report->diag);
    if (status == SK_OK && !arguments->quiet)
        sk_say(stdout, "%s: %zu features, %zu figures", arguments->to, file.features, file.figures);
    sk_catalogue_file_free(&file);
    return status;
}
