/** The files that a run is made from, for Make and Ninja. */
#ifndef STREEKKAART_CLI_RECORD_INPUT_FILES_H
#define STREEKKAART_CLI_RECORD_INPUT_FILES_H

#include "cli/arguments/arguments.h"

/** Writes the file of --depfile, a rule of Make: what it is called without its ending `.d` depends
 * on every file in the project's folders, on the folders, and on what options name. */
SK_CHECKED sk_status sk_input_files_write(const sk_arguments *arguments, const char *project,
                                          sk_diag *diag);

#endif
