/** What is installed with the program, found from where the program lies, so that the whole can be
 *  moved: PREFIX/share/streekkaart for PREFIX/bin/streekkaart, and share/streekkaart beside a
 *  program that was just built. */
#ifndef STREEKKAART_CLI_ARGUMENTS_INSTALLATION_H
#define STREEKKAART_CLI_ARGUMENTS_INSTALLATION_H

#include <stdbool.h>

#include "streekkaart/memory.h"

/** The program's file, in `arena`; NULL where the system does not tell. */
const char *sk_installed_program(sk_arena *arena);

/** The folder called `name` of what is installed, in `arena`. Where it is not installed: where it
 *  should be, `*found` being false. */
const char *sk_installed_folder(const char *name, sk_arena *arena, bool *found);

/** The study as a project, which --demo draws from, in `arena`. Where it is not installed: where it
 *  should be, `*found` being false. */
const char *sk_installed_study(sk_arena *arena, bool *found);

#endif
