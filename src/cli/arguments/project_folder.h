/** Which project a command works on. */
#ifndef STREEKKAART_CLI_ARGUMENTS_PROJECT_FOLDER_H
#define STREEKKAART_CLI_ARGUMENTS_PROJECT_FOLDER_H

#include "cli/arguments/arguments.h"
#include "streekkaart/project.h"

/** The file that makes a folder a project. */
#define SK_PROJECT_FILE "project.json"

/** The project that --project names, or by --demo the installed study, else the nearest folder that
 *  is one, from the one that the program stands in upwards; `arguments` owns the path.
 *  SK_ERR_USAGE, reported: there is none. SK_ERR_ENVIRONMENT: the study is not installed. */
SK_CHECKED sk_status sk_project_folder(const sk_arguments *arguments, sk_diag *diag,
                                       const char **folder);

/** The nearest folder that is a project, from this one upwards, in `arena`; NULL: there is none. */
const char *sk_project_nearest(sk_arena *arena);

/** `name` in `folder`, without a leading "./". */
const char *sk_path_in(sk_arena *arena, const char *folder, const char *name);

#endif
