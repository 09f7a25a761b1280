/** The commands, a file each; cli/command_table.c lists them. */
#ifndef STREEKKAART_CLI_COMMANDS_COMMANDS_H
#define STREEKKAART_CLI_COMMANDS_COMMANDS_H

#include "cli/arguments/arguments.h"

/** `figure`, `sector`, `province`, `overview`, `annex`: draws the figures that the command is
 *  about, in each format that is asked for. What could not be drawn is reported, and the rest drawn
 *  all the same. */
SK_CHECKED sk_status sk_draw_command(const sk_arguments *arguments, sk_report *report);

/** `list`: figures, sectors and regions, with counts. */
SK_CHECKED sk_status sk_list_command(const sk_arguments *arguments, sk_report *report);

/** `check`: reads everything, draws nothing, and says what is wrong. */
SK_CHECKED sk_status sk_check_command(const sk_arguments *arguments, sk_report *report);

/** `catalogue export`: the whole catalogue as one file. */
SK_CHECKED sk_status sk_export_command(const sk_arguments *arguments, sk_report *report);

/** `pins import EDITED.svg...`: keeps in layers/pins.json what a designer moved. SK_ERR_DATA: all
 *  was kept that could be, and something could not, or a file is no figure. */
SK_CHECKED sk_status sk_pins_command(const sk_arguments *arguments, sk_report *report);

/** `diff OLD.svg NEW.svg`: tells what changed between two drawings of a figure. SK_OK: they are the
 *  same; SK_ERR_DATA, so that the program ends with status 1 as diff(1) does: they differ.
 *  SK_ERR_USAGE: an operand is no figure. */
SK_CHECKED sk_status sk_diff_command(const sk_arguments *arguments, sk_report *report);

/** `preflight`: what a printing house sees in the operands. SK_ERR_DATA: it would refuse one of
 * them, which is no finding, but stands on standard output. SK_ERR_USAGE: one is no PDF. */
SK_CHECKED sk_status sk_preflight_command(const sk_arguments *arguments, sk_report *report);

/** `new DIR`: a small project that can be drawn at once. */
SK_CHECKED sk_status sk_new_command(const sk_arguments *arguments, sk_report *report);

/** `boundaries build`: makes the project's boundary set from an official file. */
SK_CHECKED sk_status sk_build_command(const sk_arguments *arguments, sk_report *report);

#endif
