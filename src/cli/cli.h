/** The command line from end to end. */
#ifndef STREEKKAART_CLI_CLI_H
#define STREEKKAART_CLI_CLI_H

#include "streekkaart/status.h"

/** Does what the words after the program's name say. The status is the program's exit status. */
sk_status sk_cli_run(int count, char *words[]);

#endif
