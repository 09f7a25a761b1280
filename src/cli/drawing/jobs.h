/** Work that is done on several cores and told of in order. */
#ifndef STREEKKAART_CLI_DRAWING_JOBS_H
#define STREEKKAART_CLI_DRAWING_JOBS_H

#include <stddef.h>

/** Calls `work(context, i)` for each i below `count`, on at most `threads` threads (at least one),
 *  and, on the calling thread, `done(context, i)` in the order of i, as soon as that job and all
 *  before it are through. */
void sk_jobs_run(size_t count, size_t threads, void (*work)(void *context, size_t index),
                 void (*done)(void *context, size_t index), void *context);

#endif
