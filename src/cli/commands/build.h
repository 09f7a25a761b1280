/** The boundary set of a project, as the command line says. */
#ifndef STREEKKAART_CLI_COMMANDS_BUILD_H
#define STREEKKAART_CLI_COMMANDS_BUILD_H

#include "cli/arguments/arguments.h"

/** Builds the set of the project in `folder` from the file `source`; prints what was built. */
SK_CHECKED sk_status sk_build_set(const char *folder, const char *source,
                                  const sk_arguments *arguments, sk_arena *arena,
                                  sk_report *report);

#endif
