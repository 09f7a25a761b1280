/** What the program finds on the machine: its libraries and the files of fonts. */
#ifndef STREEKKAART_CLI_MACHINE_MACHINE_H
#define STREEKKAART_CLI_MACHINE_MACHINE_H

#include "streekkaart/memory.h"

/** A library that the program runs with. */
typedef struct {
    const char *name, *version;
} sk_library;

/** All of them, ended by one without a name; in `arena`. */
const sk_library *sk_machine_libraries(sk_arena *arena);

/** The paths of a family's files, by name; in `arena`. */
sk_string_list sk_machine_font_files(const char *family, sk_arena *arena);

#endif
