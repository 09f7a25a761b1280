/** `pins import`: what a designer moved becomes pins. */
#ifndef STREEKKAART_CLI_COMMANDS_PINS_IMPORT_H
#define STREEKKAART_CLI_COMMANDS_PINS_IMPORT_H

#include "cli/arguments/arguments.h"

sk_status sk_pins_import(const sk_arguments *arguments, sk_report *report);

/** Puts these bytes into the place of the project's file of pins. */
SK_CHECKED sk_status sk_pins_write(const char *path, const char *bytes, size_t length,
                                   sk_diag *diag);

#endif
