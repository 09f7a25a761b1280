/** What the program's exit status says, a row each: help, manual and README have it from here. */
#ifndef STREEKKAART_CLI_ARGUMENTS_EXIT_STATUS_H
#define STREEKKAART_CLI_ARGUMENTS_EXIT_STATUS_H

#include "streekkaart/status.h"

typedef struct {
    sk_status status;
    const char *means; /* NULL in the row behind the last */
} sk_exit_status;

/** All of them, from 0. */
const sk_exit_status *sk_exit_statuses(void);

#endif
