/** What stands already where a file is to get its name. */
#ifndef STREEKKAART_OUTPUT_TARGET_H
#define STREEKKAART_OUTPUT_TARGET_H

#include <stdbool.h>

#include "streekkaart/diag.h"
#include "streekkaart/status.h"

/** SK_OK: nothing, or a file, or, where `replaces_links`, a symbolic link to a file or to nothing.
 *  SK_ERR_ENVIRONMENT: something that is no file and must not become one, such as a device or a
 *  folder, or a name that cannot be; `diag` tells, and calls it `path`. */
SK_CHECKED sk_status sk_target_check(int folder, const char *name, bool replaces_links,
                                     const char *path, sk_diag *diag);

#endif
