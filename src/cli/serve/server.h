/** A server of HTTP for one reader: it shows the folder of figures in a browser on this machine,
 * and the browser follows what is drawn. */
#ifndef STREEKKAART_CLI_SERVE_SERVER_H
#define STREEKKAART_CLI_SERVE_SERVER_H

#include <stdbool.h>

#include "streekkaart/diag.h"

typedef struct sk_server sk_server;

/** What is shown. */
typedef struct {
    const char *folder; /* may not be there yet */
    bool gallery;       /* its page of all figures, or just those that are told */
    int port;           /* 0: any that is free */
} sk_server_request;

/** Listens on 127.0.0.1, and on no other interface, in threads of its own. It answers to who calls
 *  it by a loopback's name, gives files and takes none, and lets nobody out of the folder
 *  (served_file.h). The caller's, until sk_server_close(). NULL: `diag` says why. */
sk_server *sk_server_open(const sk_server_request *request, sk_diag *diag);

/** Ends what is being sent. NULL is fine. */
void sk_server_close(sk_server *server);

/** "http://127.0.0.1:8753/", lent. */
const char *sk_server_address(const sk_server *server);

/** There is a file at that path, and readers fetch it anew where it was just drawn. */
void sk_server_tell(sk_server *server, const char *path, bool drawn);

#endif
