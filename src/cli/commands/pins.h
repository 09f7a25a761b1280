/** The commands about pins. */
#ifndef STREEKKAART_CLI_COMMANDS_PINS_H
#define STREEKKAART_CLI_COMMANDS_PINS_H

#include "cli/arguments/arguments.h"

/** `pins import EDITED.svg...`: keeps in layers/pins.json what a designer moved. SK_ERR_DATA: all
 *  was kept that could be, and something could not, or a file is no figure. */
SK_CHECKED sk_status sk_pins_command(const sk_arguments *arguments, sk_report *report);

#endif
