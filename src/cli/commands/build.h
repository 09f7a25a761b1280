/** The command `boundaries build`: makes the project's boundary set from an official file. */
#ifndef STREEKKAART_CLI_COMMANDS_BUILD_H
#define STREEKKAART_CLI_COMMANDS_BUILD_H

#include "cli/arguments/arguments.h"

SK_CHECKED sk_status sk_build_command(const sk_arguments *arguments, sk_report *report);

#endif
