/** What the command line says about the edition for a printing house. */
#ifndef STREEKKAART_CLI_DRAWING_PRINT_SETUP_H
#define STREEKKAART_CLI_DRAWING_PRINT_SETUP_H

#include "cli/arguments/arguments.h"
#include "streekkaart/print_edition.h"

/** *out is the caller's, until sk_print_edition_free(); NULL where none is asked for. SK_ERR_USAGE:
 *  `diag` says what doesn't go together, or why the profile cannot be used. */
SK_CHECKED sk_status sk_print_setup_open(const sk_arguments *arguments, sk_diag *diag,
                                         sk_print_edition **out);

/** Looks at the file that was made for it as a printing house will. SK_ERR_DATA: it would be
 * refused; `diag` says why. */
SK_CHECKED sk_status sk_print_setup_check(const char *path, sk_diag *diag);

#endif
