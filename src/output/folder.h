/** An open folder, as the room's files see it. */
#ifndef STREEKKAART_OUTPUT_FOLDER_ROOM_H
#define STREEKKAART_OUTPUT_FOLDER_ROOM_H

#include "streekkaart/output_folder.h"

struct sk_output_folder {
    char *path;
    int descriptor;
};

/** The same text again; heap text. */
char *sk_path_copy(const char *path);
/** The path of the file called `name` in the folder at `folder`, "." being left out; heap text. */
char *sk_path_joined(const char *folder, const char *name);

#endif
