/** The interface that only programs of this machine reach. */
#ifndef STREEKKAART_CLI_SERVE_LOOPBACK_H
#define STREEKKAART_CLI_SERVE_LOOPBACK_H

#include <stdbool.h>

#include "streekkaart/diag.h"

/** A socket that listens on 127.0.0.1, at *port, or where that is 0 at any free one, which *port is
 *  then. -1: `diag` says why. */
int sk_loopback_listen(int *port, sk_diag *diag);

/** Is that the host of a URL, as of the field Host (RFC 9110, 7.2), by which only this machine is
 *  called? A page from elsewhere whose name was made to lead here has its own. NULL is none. */
bool sk_loopback_is_host(const char *host);

#endif
