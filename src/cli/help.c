#include "cli/help.h"

#include <stdio.h>
#include <string.h>

#include "cli/arguments/exit_status.h"
#include "cli/arguments/option.h"
#include "cli/command_table.h"

/* Two columns; what is too long for the left one has a line of its own. */
static void print_row(const char *left, const char *right) {
    enum { LEFT_WIDTH = 24 };
    bool fits = strlen(left) < LEFT_WIDTH;
    printf("  %-*s%s", LEFT_WIDTH, left, fits ? "" : "\n");
    printf("%*s%s\n", fits ? 0 : LEFT_WIDTH + 2, "", right);
}

static void print_options(unsigned families) {
    printf("\nOptions\n");
    for (const sk_option *o = sk_options(); o->name != NULL; o++) {
        if ((o->families & families) == 0) continue;
        char left[40], letter[8] = "";
        if (sk_option_letter(o) != '\0')
            snprintf(letter, sizeof letter, "-%c, ", sk_option_letter(o));
        snprintf(left, sizeof left, "%s--%s%s%s%s", letter, o->name, sk_option_before_value(o),
                 o->value ? o->value : "", sk_option_behind_value(o));
        print_row(left, o->help);
    }
}

static void print_usage(const sk_command *command) {
    printf("  streekkaart %s%s%s\n", command->name, command->operands[0] ? " " : "",
           command->operands);
}

static void print_command_help(const sk_command *command) {
    printf("Example\n  streekkaart %s\n", command->example);
    printf("\nUse\n");
    print_usage(command);
    printf("  %s\n", command->summary);
    print_options(command->families);
}

static void print_program_help(void) {
    printf("Examples\n");
    for (const sk_command *c = sk_commands(); c->name != NULL; c++)
        printf("  streekkaart %s\n", c->example);
    printf("\nCommands\n");
    for (const sk_command *c = sk_commands(); c->name != NULL; c++) {
        char left[96];
        snprintf(left, sizeof left, "%s %s", c->name, c->operands);
        print_row(left, c->summary);
    }
    print_options(SK_FAMILY_DRAW);
    printf("\nThe other commands have options of their own: streekkaart help COMMAND.\n");
    printf("\nExit status\n");
    for (const sk_exit_status *s = sk_exit_statuses(); s->means != NULL; s++)
        printf("  %d  %s\n", (int)s->status, s->means);
}

void sk_help_print(const sk_command *command) {
    if (command != NULL)
        print_command_help(command);
    else
        print_program_help();
}

sk_status sk_help_command(const sk_arguments *arguments, sk_report *report) {
    const sk_command *command = NULL;
    if (arguments->operand_count > 0) {
        command = sk_command_choose(arguments, arguments->operands[0], report->diag);
        if (command == NULL) return SK_ERR_USAGE;
    }
    sk_help_print(command);
    return SK_OK;
}

sk_status sk_version_command(const sk_arguments *arguments, sk_report *report) {
    (void)arguments, (void)report;
    printf("streekkaart %s\n", SK_VERSION);
    return SK_OK;
}
