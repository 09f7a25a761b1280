/** A file that appears under its name only when it is whole.
 *
 *  Bytes go to `PATH.part`; the commit flushes, closes and renames, and reports each failure: a
 *  full disk is never a success. */
#ifndef STREEKKAART_OUTPUT_H
#define STREEKKAART_OUTPUT_H

#include <stddef.h>

#include "streekkaart/diag.h"
#include "streekkaart/status.h"
#include "streekkaart/stream.h"

/** A file that is being written. */
typedef struct sk_output sk_output;

/** Opens PATH.part for writing; makes missing folders. NULL when that fails, which `diag` explains.
 *  The caller's, until sk_output_free(). */
sk_output *sk_output_begin(const char *path, sk_diag *diag);
/** Appends; a failure is remembered for the commit. */
void sk_output_write(sk_output *output, const void *bytes, size_t length);
/** The output as a stream, called by its path; of use until the commit. */
sk_stream sk_output_stream(sk_output *output);
/** SK_OK: the whole file stands under its name. SK_ERR_ENVIRONMENT: it does not; `diag` says why.
 */
SK_CHECKED sk_status sk_output_commit(sk_output *output);
/** Removes a part that was never committed. NULL is fine. */
void sk_output_free(sk_output *output);

#endif
