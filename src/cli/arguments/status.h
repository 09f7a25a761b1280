/** Of two statuses, the one that the program ends with. */
#ifndef STREEKKAART_CLI_ARGUMENTS_STATUS_H
#define STREEKKAART_CLI_ARGUMENTS_STATUS_H

#include "streekkaart/status.h"

/** What the machine lacks outweighs what the data lack. */
static inline sk_status sk_worse(sk_status a, sk_status b) {
    return a > b ? a : b;
}

#endif
