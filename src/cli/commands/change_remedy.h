/** What somebody can do about a change that no pin holds. */
#ifndef STREEKKAART_CLI_COMMANDS_CHANGE_REMEDY_H
#define STREEKKAART_CLI_COMMANDS_CHANGE_REMEDY_H

#include "svg_reader/figure_diff.h"

/** Where the change can be made for good, or what can be changed instead. */
const char *sk_change_remedy(const sk_figure_change *change);

#endif
