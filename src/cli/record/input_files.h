/** The files that a run is made from: for Make and Ninja, and to be watched. */
#ifndef STREEKKAART_CLI_RECORD_INPUT_FILES_H
#define STREEKKAART_CLI_RECORD_INPUT_FILES_H

#include "cli/arguments/arguments.h"

/** Every file in the project's folders, the folders, and what options name, by their names; also
 * project.json where it is missing. In the arena. */
sk_string_list sk_input_files(const sk_arguments *arguments, const char *project, sk_arena *arena);

/** Writes the file of --depfile, a rule of Make: what it is called without its ending `.d` depends
 * on all of sk_input_files(). */
SK_CHECKED sk_status sk_input_files_write(const sk_arguments *arguments, const char *project,
                                          sk_diag *diag);

#endif
