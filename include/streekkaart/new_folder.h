/** A folder that appears under its name only when all that belongs into it is there. */
#ifndef STREEKKAART_NEW_FOLDER_H
#define STREEKKAART_NEW_FOLDER_H

#include "streekkaart/diag.h"
#include "streekkaart/status.h"

/** A folder that is being filled. */
typedef struct sk_new_folder sk_new_folder;

/** Begins the folder at `path`, beside it as `path`.unfinished. There may be an empty folder at
 *  `path`, other than the current one, or nothing. SK_OK: *out is the caller's, until
 *  sk_new_folder_free(); one at a time, since a signal removes it. Otherwise nothing was made, and
 *  `diag` says why: SK_ERR_USAGE, something is there; SK_ERR_ENVIRONMENT, it can't be made. */
SK_CHECKED sk_status sk_new_folder_begin(const char *path, sk_diag *diag, sk_new_folder **out);
/** Where to write until it is committed. Lent. */
const char *sk_new_folder_path(const sk_new_folder *folder);
/** Gives the folder its name. SK_ERR_ENVIRONMENT: it has not got it, and `diag` says why. */
SK_CHECKED sk_status sk_new_folder_commit(sk_new_folder *folder, sk_diag *diag);
/** Removes what was never committed. NULL is fine. */
void sk_new_folder_free(sk_new_folder *folder);
/** Removes the one that is being filled, if there is one: for a program that is stopped. */
void sk_new_folder_remove_unfinished(void);

#endif
