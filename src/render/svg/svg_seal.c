#include "render/svg/svg_seal.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
static char *read_bytes(FILE *file, size_t *length) {
    long size = fseek(file, 0, SEEK_END) == 0 ? ftell(file) : -1;
    if (size < 0 || size > BYTES_MAX || fseek(file, 0, SEEK_SET) != 0) return NULL;
    char *bytes = sk_heap_array((size_t)size + 1, 1);
    *length = fread(bytes, 1, (size_t)size, file);
    return bytes;
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

bool sk_svg_is_as_drawn(const char *path) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) return errno == ENOENT;
    size_t length = 0;
    char *bytes = read_bytes(file, &length);
    (void)fclose(file); /* it was only read */
    bool sealed = bytes != NULL && ends_with_its_seal(bytes, length);
    free(bytes);
    return sealed;
}
