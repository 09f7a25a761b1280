/** The help, made of the tables of commands and options. */
#ifndef STREEKKAART_CLI_HELP_H
#define STREEKKAART_CLI_HELP_H

#include "cli/arguments/arguments.h"

/** Prints the help of `command`, or of the program where that is NULL, on standard output. */
void sk_help_print(const sk_command *command);

/** `help [COMMAND]`. SK_ERR_USAGE: there is no such command. */
SK_CHECKED sk_status sk_help_command(const sk_arguments *arguments, sk_report *report);

/** `version`, and --version: one line. */
SK_CHECKED sk_status sk_version_command(const sk_arguments *arguments, sk_report *report);

#endif
