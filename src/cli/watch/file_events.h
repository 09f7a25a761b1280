/** What the kernel tells of folders in which something is written (inotify(7)). */
#ifndef STREEKKAART_CLI_WATCH_FILE_EVENTS_H
#define STREEKKAART_CLI_WATCH_FILE_EVENTS_H

#include "streekkaart/diag.h"
#include "streekkaart/memory.h"

typedef struct sk_file_events sk_file_events;

/** The caller's, until sk_file_events_close(). NULL: `diag` says why. */
sk_file_events *sk_file_events_open(sk_diag *diag);

/** NULL is fine. */
void sk_file_events_close(sk_file_events *events);

/** Has the paths told that are folders, and the folders around the others. One that is there
 * already is told once, and one that is missing not at all. SK_ERR_ENVIRONMENT: `diag` says why. */
SK_CHECKED sk_status sk_file_events_add(sk_file_events *events, sk_string_list paths,
                                        sk_diag *diag);

/** Waits until something is written, and on until nothing more has been for a moment, so that files
 *  saved together are seen together. What was written may be none of the paths. */
void sk_file_events_wait(sk_file_events *events);

#endif
