#include "streekkaart/stream.h"

void sk_stream_write(sk_stream *stream, const void *bytes, size_t length) {
    stream->write(stream->target, bytes, length);
}

/* The target's error flag remembers what went wrong. */
static void write_to_file(void *target, const void *bytes, size_t length) {
    fwrite(bytes, 1, length, target);
}

sk_stream sk_stream_to(FILE *target, const char *name) {
    return (sk_stream){.name = name, .write = write_to_file, .target = target};
}
