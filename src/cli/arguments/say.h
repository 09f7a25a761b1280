/** Lines to a terminal or a log. */
#ifndef STREEKKAART_CLI_ARGUMENTS_SAY_H
#define STREEKKAART_CLI_ARGUMENTS_SAY_H

#include <stdio.h>

#include "streekkaart/status.h"

/** Prints one line, as printf would with a line end behind it. What could steer a terminal or look
 *  like another line, in a name or a path, is shown as an escape. */
void sk_say(FILE *stream, const char *format, ...) SK_PRINTF_LIKE(2, 3);

#endif
