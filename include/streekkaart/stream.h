/** Where the bytes of a drawing go: into a file, or into memory. */
#ifndef STREEKKAART_STREAM_H
#define STREEKKAART_STREAM_H

#include <stddef.h>
#include <stdio.h>

/** A stream belongs to its target, which remembers a failure until it is closed: who writes need
 *  not ask, and the target knows best what went wrong. */
typedef struct {
    const char *name; /* what diagnostics call it: a file's path */
    void (*write)(void *target, const void *bytes, size_t length);
    void *target;
} sk_stream;

/** Appends to the stream. */
void sk_stream_write(sk_stream *stream, const void *bytes, size_t length);

/** Writes to `target`, such as that of sk_heap_stream(). */
sk_stream sk_stream_to(FILE *target, const char *name);

#endif
