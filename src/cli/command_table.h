/** The commands, a row each: the parser and the help both read them. */
#ifndef STREEKKAART_CLI_COMMAND_TABLE_H
#define STREEKKAART_CLI_COMMAND_TABLE_H

#include "cli/arguments/command.h"

/** All of them, ended by one without a name. */
const sk_command *sk_commands(void);

#endif
