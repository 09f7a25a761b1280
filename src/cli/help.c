#include "cli/help.h"

#include <stdio.h>

#include "cli/arguments/option.h"
#include "cli/command_table.h"

static void print_options(unsigned families) {
    printf("\nOptions\n");
    for (const sk_option *o = sk_options(); o->name != NULL; o++) {
        if ((o->families & families) == 0) continue;
        char left[40];
        snprintf(left, sizeof left, "--%s%s%s", o->name, o->value ? "=" : "",
                 o->value ? o->value : "");
        printf("  %-24s%s\n", left, o->help);
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
    print_options(command->family);
}

static void print_program_help(void) {
    printf("Examples\n");
    for (const sk_command *c = sk_commands(); c->name != NULL; c++)
        printf("  streekkaart %s\n", c->example);
    printf("\nCommands\n");
    for (const sk_command *c = sk_commands(); c->name != NULL; c++) {
        char left[40];
        snprintf(left, sizeof left, "%s %s", c->name, c->operands);
        printf("  %-24s%s\n", left, c->summary);
    }
    print_options(SK_FAMILY_DRAW);
    printf(
        "\nThe other commands have options of their own: streekkaart COMMAND --help.\n"
        "\nExit status: 0 all went well; 1 the project's data has errors (everything that could\n"
        "be drawn was); 2 wrong usage; 3 the environment failed (cannot write, no font).\n");
}

void sk_help_print(const sk_command *command) {
    if (command != NULL)
        print_command_help(command);
    else
        print_program_help();
}
