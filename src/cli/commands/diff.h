/** The command `diff`: tells what changed between two renderings of a figure. */
#ifndef STREEKKAART_CLI_COMMANDS_DIFF_H
#define STREEKKAART_CLI_COMMANDS_DIFF_H

#include "cli/arguments/arguments.h"

/** SK_OK: the figures are the same; SK_ERR_DATA, so that the program ends with status 1 as diff(1)
 *  does: they differ. SK_ERR_USAGE: an operand is no figure. */
SK_CHECKED sk_status sk_diff_command(const sk_arguments *arguments, sk_report *report);

#endif
