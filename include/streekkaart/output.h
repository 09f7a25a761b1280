/** A file that appears under its name only when it is whole.
 *
 *  Bytes go to a file of the same folder that has a name which nobody can guess, and that no link
 *  leads to; the commit flushes it to the disk and renames it, and reports each failure: a full
 * disk is never a success. Nothing is put in the place of a folder, a device, a pipe or a socket.
 */
#ifndef STREEKKAART_OUTPUT_H
#define STREEKKAART_OUTPUT_H

#include <stddef.h>

#include "streekkaart/diag.h"
#include "streekkaart/output_folder.h"
#include "streekkaart/status.h"
#include "streekkaart/stream.h"

/** A file that is being written. */
typedef struct sk_output sk_output;

/** Begins the file at `path`; makes missing folders. It may not be a symbolic link, which somebody
 *  else would have to mean by it. NULL when that fails, which `diag` explains. The caller's, until
 *  sk_output_free(). */
sk_output *sk_output_begin(const char *path, sk_diag *diag);
/** Begins the file called `name` in the folder, which outlives it. A symbolic link of that name is
 *  replaced, and what it leads to stays as it is. */
sk_output *sk_output_begin_in(const sk_output_folder *folder, const char *name, sk_diag *diag);
/** Has the commit keep a file of that name that was edited, under another name. */
void sk_output_keep_edited(sk_output *output, sk_edit_check check);
/** Has the commit fail where there is a file of that name. */
void sk_output_keep_any(sk_output *output);
/** Has the commit leave a file of that name as it is, with its times, where it holds the same
 * bytes.
 */
void sk_output_leave_same(sk_output *output);
/** Appends; a failure is remembered for the commit. */
void sk_output_write(sk_output *output, const void *bytes, size_t length);
/** The output as a stream, called by its path; of use until the commit. */
sk_stream sk_output_stream(sk_output *output);
/** SK_OK: the whole file stands under its name. SK_ERR_ENVIRONMENT: it does not; `diag` says why.
 */
SK_CHECKED sk_status sk_output_commit(sk_output *output);
/** Removes a file that was never committed. NULL is fine. */
void sk_output_free(sk_output *output);

#endif
