/** The command line from end to end. */
#ifndef STREEKKAART_CLI_CLI_H
#define STREEKKAART_CLI_CLI_H

#include "streekkaart/status.h"

/** Does what the words after the program's name say; `installed_project` is worked on where they
 *  and the current folder name no other. The status is the program's exit status. */
sk_status sk_cli_run(int count, char *words[], const char *installed_project);

#endif
