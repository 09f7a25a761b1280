/** The commands that draw: figure, sector, province, overview, annex. */
#ifndef STREEKKAART_CLI_COMMANDS_DRAW_H
#define STREEKKAART_CLI_COMMANDS_DRAW_H

#include "cli/arguments/arguments.h"

/** Draws the figures that the command is about, in each format that is asked for. What could not
 *  be drawn is reported, and the rest drawn all the same. */
SK_CHECKED sk_status sk_draw_command(const sk_arguments *arguments, sk_report *report);

#endif
