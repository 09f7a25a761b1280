#include "cli/standard_streams.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

/* The root folder is there always. What is opened gets the lowest number, which is `descriptor`. */
static bool hold(int descriptor) {
    if (fcntl(descriptor, F_GETFD) >= 0 || errno != EBADF) return true;
    return open("/", O_RDONLY | O_DIRECTORY) == descriptor;
}

bool sk_standard_streams_hold(void) {
    return hold(STDIN_FILENO) && hold(STDOUT_FILENO) && hold(STDERR_FILENO);
}
