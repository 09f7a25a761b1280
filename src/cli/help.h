/** The help, made of the tables of commands and options. */
#ifndef STREEKKAART_CLI_HELP_H
#define STREEKKAART_CLI_HELP_H

#include "cli/arguments/command.h"

/** Prints the help of `command`, or of the program where that is NULL, on standard output. */
void sk_help_print(const sk_command *command);

#endif
