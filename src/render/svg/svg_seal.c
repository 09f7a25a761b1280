#include "render/svg/svg_seal.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A longer file is none of ours. */
enum { BYTES_MAX = 64 << 20 };

uint64_t sk_svg_seal_add(uint64_t seal, const void *bytes, size_t length) {
    const uint64_t prime = 1099511628211u;
    const unsigned char *at = bytes;
    for (size_t i = 0; i < length; i++) seal = (seal ^ at[i]) * prime;
    return seal;
}

const char *sk_svg_seal_text(sk_arena *arena, uint64_t seal) {
    return sk_arena_printf(arena, "\n<!-- as drawn: %016" PRIx64 " -->\n</svg>\n", seal);
}

/* The file's bytes, heap memory; NULL when they cannot be had. */
static char *read_bytes(int file, size_t *length) {
    struct stat status;
    if (fstat(file, &status) != 0 || status.st_size > BYTES_MAX) return NULL;
    char *bytes = sk_heap_array((size_t)status.st_size + 1, 1);
    ssize_t got = 1;
    for (*length = 0; got > 0; *length += got > 0 ? (size_t)got : 0)
        got = read(file, bytes + *length, (size_t)status.st_size - *length);
    if (got == 0) return bytes;
    free(bytes);
    return NULL;
}

static bool ends_with_its_seal(const char *bytes, size_t length) {
    sk_arena *arena = sk_arena_create();
    size_t tail = strlen(sk_svg_seal_text(arena, 0));
    bool sealed = length > tail;
    if (sealed) {
        uint64_t seal = sk_svg_seal_add(SK_SVG_SEAL_BEGIN, bytes, length - tail);
        sealed = memcmp(bytes + length - tail, sk_svg_seal_text(arena, seal), tail) == 0;
    }
    sk_arena_free(arena);
    return sealed;
}

bool sk_svg_is_as_drawn(int descriptor) {
    size_t length = 0;
    char *bytes = read_bytes(descriptor, &length);
    bool sealed = bytes != NULL && ends_with_its_seal(bytes, length);
    free(bytes);
    return sealed;
}
