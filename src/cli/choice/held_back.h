/** Figures that are not drawn, lest a good file give way to a worse one. */
#ifndef STREEKKAART_CLI_CHOICE_HELD_BACK_H
#define STREEKKAART_CLI_CHOICE_HELD_BACK_H

#include "cli/choice/figure_choice.h"

/** Takes out of `choice` the figures of which something could not be read: always when it is a
 * whole table, else when files of theirs stand in `folder`, unless they are to be replaced
 * (--force). Says so once for each fault, also which of the files in `folder` are stale by that, or
 * because their figure was left out. SK_ERR_DATA when there was something to say. */
SK_CHECKED sk_status sk_hold_back(const sk_project *project, const sk_arguments *arguments,
                                  const char *folder, sk_arena *arena, sk_diag *diag,
                                  sk_figure_choice *choice);

#endif
