/** The command `list`: figures, sectors and regions, with counts. */
#ifndef CLI_LIST_H
#define CLI_LIST_H

#include "cli/arguments.h"

SK_CHECKED sk_status sk_list_command(const sk_arguments *arguments, sk_report *report);

#endif
