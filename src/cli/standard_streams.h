/** The three streams that a program expects to be open when it starts. */
#ifndef STREEKKAART_CLI_STANDARD_STREAMS_H
#define STREEKKAART_CLI_STANDARD_STREAMS_H

#include <stdbool.h>

/** Puts something that can be neither read nor written in the place of each stream that was closed,
 *  so that no file gets its number, and what is printed into it: printing fails. False: that cannot
 *  be done. */
bool sk_standard_streams_hold(void);

#endif
