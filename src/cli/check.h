/** The command `check`: reads everything, draws nothing, and says what is wrong. */
#ifndef CLI_CHECK_H
#define CLI_CHECK_H

#include "cli/arguments.h"

SK_CHECKED sk_status sk_check_command(const sk_arguments *arguments, sk_report *report);

#endif
