/** A folder that files are written in. It is opened once, so that all of them get into the same
 * one, whatever becomes of its name. */
#ifndef STREEKKAART_OUTPUT_FOLDER_H
#define STREEKKAART_OUTPUT_FOLDER_H

#include <stdbool.h>

#include "streekkaart/diag.h"
#include "streekkaart/status.h"

/** A folder that files are written in. */
typedef struct sk_output_folder sk_output_folder;

/** Opens the folder at `path`, which may lead through symbolic links, and makes it and those above
 *  it where they are missing. Unfinished files of killed runs are removed from it. NULL: nothing
 * can be written there, and `diag` says why. The caller's, until sk_output_folder_free(). */
sk_output_folder *sk_output_folder_open(const char *path, sk_diag *diag);
/** The same for the folder called `name` in the folder `above`, which may not be a link: it would
 *  lead out of there. */
sk_output_folder *sk_output_folder_open_in(const char *above, const char *name, sk_diag *diag);
/** Gives back the folder, and its lock. NULL is fine. */
void sk_output_folder_free(sk_output_folder *folder);

/** As it was given, for messages. Lent. */
const char *sk_output_folder_path(const sk_output_folder *folder);

/** Keeps the folder for this run. False: another run has it, and with `wait` never. The lock
 *  goes with the run, however that ends; a disk that knows no locks gives it to everybody. */
bool sk_output_folder_lock(const sk_output_folder *folder, bool wait);
/** The same for a run that has the folder together with others that share it. */
bool sk_output_folder_share(const sk_output_folder *folder, bool wait);

/** Makes sure that the names that files got last through a failure of the power.
 *  SK_ERR_ENVIRONMENT: `diag` says why they might not. */
SK_CHECKED sk_status sk_output_folder_sync(const sk_output_folder *folder, sk_diag *diag);

/** How files are told that somebody has changed since they were written. */
typedef struct {
    /* Of the regular file that is open, at its beginning; the callee closes nothing. NULL: nobody
     * edits such files. */
    bool (*is_as_written)(int descriptor);
    const char *remedy; /* what to do with one that is kept */
} sk_edit_check;

/** Where the file called `name` was edited, gives it another name, as in fig.edited.svg, and tells
 *  so by a warning. SK_ERR_ENVIRONMENT: it stands where it was, which `diag` explains. */
SK_CHECKED sk_status sk_output_folder_keep(const sk_output_folder *folder, const char *name,
                                           const sk_edit_check *check, sk_diag *diag);
/** Keeps the file when it was edited, else removes it. False when there is none. */
bool sk_output_folder_remove(const sk_output_folder *folder, const char *name,
                             const sk_edit_check *check, sk_diag *diag);

#endif
