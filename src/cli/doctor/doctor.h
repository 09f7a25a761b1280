/** Whether the machine has what a drawing needs. */
#ifndef STREEKKAART_CLI_DOCTOR_DOCTOR_H
#define STREEKKAART_CLI_DOCTOR_DOCTOR_H

#include "cli/arguments/arguments.h"

/** `doctor`: prints versions, fonts and where data are. SK_ERR_DATA: something is missing, which is
 *  reported with its remedy. SK_ERR_USAGE: --project names none. */
SK_CHECKED sk_status sk_doctor_command(const sk_arguments *arguments, sk_report *report);

#endif
