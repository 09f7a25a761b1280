#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

#include "cli/arguments/arguments.h"
#include "cli/command_table.h"
#include "cli/help.h"

static sk_status run_command(const sk_arguments *arguments, sk_report *report) {
    if (arguments->help) {
        sk_help_print(arguments->command);
        return SK_OK;
    }
    if (arguments->version) return sk_version_command(arguments, report);
    return arguments->command->run(arguments, report);
}

/* A result that did not reach its reader, as on a full disk, is no success. */
static sk_status close_output(sk_diag *diag) {
    int failure = sk_report_flush();
    if (failure == 0 && ferror(stdout) == 0) return SK_OK;
    char reason[128] = "";
    if (failure == 0 || strerror_r(failure, reason, sizeof reason) != 0) reason[0] = '\0';
    sk_diag_error(diag, (sk_place){.file = "standard output"}, "send it elsewhere",
                  "cannot write%s%s", reason[0] ? ": " : "", reason);
    return SK_ERR_ENVIRONMENT;
}

sk_status sk_cli_run(int count, char *words[]) {
    sk_arena *arena = sk_arena_create();
    sk_report report = {.diag = sk_diag_create()};
    sk_arguments arguments;
    sk_status status =
        sk_arguments_read(sk_commands(), (size_t)count, words, arena, report.diag, &arguments);
    if (status == SK_OK) status = run_command(&arguments, &report);
    if (arguments.json && !arguments.help && !arguments.version) sk_report_answer(&report);
    status = sk_worse(status, close_output(report.diag));
    sk_report_print(&report);
    sk_diag_free(report.diag);
    sk_arena_free(arena);
    return status;
}
