/** Which project a command works on. */
#ifndef STREEKKAART_CLI_ARGUMENTS_PROJECT_FOLDER_H
#define STREEKKAART_CLI_ARGUMENTS_PROJECT_FOLDER_H

#include "cli/arguments/arguments.h"
#include "streekkaart/project.h"

/** The project that --project names, else the folder that the program stands in when it is one,
 *  else the one it was installed with. SK_ERR_USAGE, reported: --project names no folder. */
SK_CHECKED sk_status sk_project_folder(const sk_arguments *arguments, sk_diag *diag,
                                       const char **folder);

/** `name` in `folder`, without a leading "./". */
const char *sk_path_in(sk_arena *arena, const char *folder, const char *name);

#endif
