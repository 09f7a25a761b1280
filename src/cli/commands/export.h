/** The command `catalogue export`: the whole catalogue as one file. */
#ifndef STREEKKAART_CLI_COMMANDS_EXPORT_H
#define STREEKKAART_CLI_COMMANDS_EXPORT_H

#include "cli/arguments/arguments.h"

SK_CHECKED sk_status sk_export_command(const sk_arguments *arguments, sk_report *report);

#endif
