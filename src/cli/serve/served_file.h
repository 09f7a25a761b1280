/** The files that the path of a URL can lead to: those below one folder, and no others. */
#ifndef STREEKKAART_CLI_SERVE_SERVED_FILE_H
#define STREEKKAART_CLI_SERVE_SERVED_FILE_H

#include <sys/types.h>

/** A file that is open. */
typedef struct {
    int descriptor;
    off_t bytes;
    const char *type; /* see sk_content_type() */
} sk_served_file;

/** Opens the file that `path`, from its first slash and still with %-escapes (RFC 3986, 2.1), leads
 *  to from `folder` on. The caller closes the descriptor; -1: there is none that may be seen. That
 *  is none that is hidden, that lies behind a symbolic link, or that is no drawing by its name. */
sk_served_file sk_served_file_open(const char *folder, const char *path);

#endif
