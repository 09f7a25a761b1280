/** What the command line says about editions for a printing house or an archive. */
#ifndef STREEKKAART_CLI_EDITIONS_EDITIONS_H
#define STREEKKAART_CLI_EDITIONS_EDITIONS_H

#include "cli/arguments/arguments.h"
#include "streekkaart/print_edition.h"

/** *out is the caller's, until sk_print_edition_free(); NULL where none is asked for. SK_ERR_USAGE:
 *  `diag` says what doesn't go together, or why the profile cannot be used. */
SK_CHECKED sk_status sk_editions_open(const sk_arguments *arguments, sk_diag *diag,
                                      sk_print_edition **out);

/** Looks at a file as the printing house or the archive will that it was made for. SK_ERR_DATA: it
 * would be refused; `diag` says why. */
SK_CHECKED sk_status sk_editions_check(const char *path, sk_diag *diag);

#endif
