/** The command `list`: figures, sectors and regions, with counts. */
#ifndef STREEKKAART_CLI_COMMANDS_LIST_H
#define STREEKKAART_CLI_COMMANDS_LIST_H

#include "cli/arguments/arguments.h"

SK_CHECKED sk_status sk_list_command(const sk_arguments *arguments, sk_report *report);

#endif
