/** What a command reads, and what it therefore must not write over. */
#ifndef STREEKKAART_CLI_ARGUMENTS_INPUTS_H
#define STREEKKAART_CLI_ARGUMENTS_INPUTS_H

#include "cli/arguments/arguments.h"

/** Where a result is to be written, as the command line says. */
typedef struct {
    const char *option, *path;
    const char *may_lie_in; /* a folder of the project's files; NULL: none */
} sk_result_place;

/** The file may be written. SK_ERR_USAGE, reported: the command reads it, by whatever name, or it
 *  would lie among the files of the project (layers/, boundaries/, styles/), where it would be read
 *  the next time. */
SK_CHECKED sk_status sk_inputs_keep_file(const sk_arguments *arguments, const char *project,
                                         sk_result_place file, sk_diag *diag);

/** The same for files in the folder. */
SK_CHECKED sk_status sk_inputs_keep_folder(const char *project, sk_result_place folder,
                                           sk_diag *diag);

#endif
