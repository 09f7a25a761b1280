/** The command `check`: reads everything, draws nothing, and says what is wrong. */
#ifndef STREEKKAART_CLI_COMMANDS_CHECK_H
#define STREEKKAART_CLI_COMMANDS_CHECK_H

#include "cli/arguments/arguments.h"

SK_CHECKED sk_status sk_check_command(const sk_arguments *arguments, sk_report *report);

#endif
