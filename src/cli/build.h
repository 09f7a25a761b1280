/** The command `boundaries build`: makes the project's boundary set from an official file. */
#ifndef CLI_BUILD_H
#define CLI_BUILD_H

#include "cli/arguments.h"

SK_CHECKED sk_status sk_build_command(const sk_arguments *arguments, sk_report *report);

#endif
