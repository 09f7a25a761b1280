/** The manual in the forms that others read, all made of the tables of commands and options. */
#ifndef STREEKKAART_CLI_MANUAL_MANUAL_H
#define STREEKKAART_CLI_MANUAL_MANUAL_H

#include "cli/arguments/arguments.h"

/** `manual FORM`: prints the manual on standard output. SK_ERR_USAGE: there is no such form, or no
 *  such command. */
SK_CHECKED sk_status sk_manual_command(const sk_arguments *arguments, sk_report *report);

#endif
