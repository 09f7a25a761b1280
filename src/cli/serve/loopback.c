#include "cli/serve/loopback.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

static void report(int port, int failure, sk_diag *diag) {
    if (failure == EADDRINUSE) {
        sk_diag_error(diag, (sk_place){.file = "--serve"},
                      "end the program that has it, or give another one: --serve=PORT, with 0 for "
                      "any that is free",
                      "port %d is taken", port);
        return;
    }
    char reason[128] = "";
    if (strerror_r(failure, reason, sizeof reason) != 0) reason[0] = '\0';
    sk_diag_error(diag, (sk_place){.file = "--serve"},
                  "give another one: --serve=PORT, with 0 for any that is free",
                  "port %d cannot be had: %s", port, reason);
}

static bool listen_at(int listener, struct sockaddr_in *address) {
    enum { MOST_WAITING = 64 };
    const int yes = 1; /* a run that has just ended does not keep the port */
    socklen_t length = sizeof *address;
    return setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) == 0 &&
           bind(listener, (struct sockaddr *)address, length) == 0 &&
           listen(listener, MOST_WAITING) == 0 &&
           getsockname(listener, (struct sockaddr *)address, &length) == 0;
}

int sk_loopback_listen(int *port, sk_diag *diag) {
    struct sockaddr_in address = {.sin_family = AF_INET,
                                  .sin_port = htons((in_port_t)*port),
                                  .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (listener >= 0 && listen_at(listener, &address)) {
        *port = ntohs(address.sin_port);
        return listener;
    }
    report(*port, errno, diag);
    if (listener >= 0) close(listener);
    return -1;
}

bool sk_loopback_is_host(const char *host) {
    static const char *const names[] = {"127.0.0.1", "localhost"};
    if (host == NULL) return false;
    size_t length = strcspn(host, ":");
    const char *port = host + length + (host[length] == ':');
    if (strspn(port, "0123456789") != strlen(port)) return false;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strlen(names[i]) == length && strncasecmp(host, names[i], length) == 0) return true;
    return false;
}
