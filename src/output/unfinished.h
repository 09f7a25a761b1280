/** Files that are being written, under names that nobody can guess. All of them are known here, so
 *  that a program that is stopped can remove them first.
 *
 *  The functions can be called from any thread. Those that give an int give 0, or the errno that
 *  tells what went wrong. */
#ifndef STREEKKAART_OUTPUT_UNFINISHED_H
#define STREEKKAART_OUTPUT_UNFINISHED_H

#include <stdbool.h>

enum { SK_UNFINISHED_NAME_ROOM = 64 };

/** A file without its name yet. It stays where it is until it is settled or removed. */
typedef struct sk_unfinished sk_unfinished;
struct sk_unfinished {
    int folder; /* lent, open until then */
    char name[SK_UNFINISHED_NAME_ROOM];
    sk_unfinished *before, *after; /* among all that there are */
};

/** Makes a new file in the open folder; *descriptor, for writing, is the caller's to close. The
 *  file is locked (flock) as long as that is open. */
int sk_unfinished_create(int folder, sk_unfinished *file, int *descriptor);

/** Gives the file its name. What has that name is replaced, if `replaces`; else EEXIST. A link of
 *  that name is itself replaced. Otherwise than 0 the file is still to be removed. */
int sk_unfinished_settle(sk_unfinished *file, const char *name, bool replaces);

/** Removes the file. */
void sk_unfinished_remove(sk_unfinished *file);

/** Removes all that there are. Who comes after waits forever: the caller ends the program. */
void sk_unfinished_remove_all(void);

/** Removes from the folder what killed runs of this user have left there, and no other file. */
void sk_unfinished_remove_left(int folder);

/** Renames within the folder; EEXIST where `to` is taken. */
int sk_rename_to_new(int folder, const char *from, const char *to);

#endif
