#include "base/digest.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

#include "streekkaart/memory.h"

struct sk_digest {
    XXH3_state_t *state;
};

sk_digest *sk_digest_begin(void) {
    sk_digest *digest = sk_heap_array(1, sizeof *digest);
    digest->state = XXH3_createState();
    if (digest->state == NULL) sk_memory_exhaust();
    (void)XXH3_64bits_reset(digest->state);
    return digest;
}

uint64_t sk_digest_end(sk_digest *digest) {
    uint64_t sum = XXH3_64bits_digest(digest->state);
    (void)XXH3_freeState(digest->state);
    free(digest);
    return sum;
}

static void add(sk_digest *digest, const void *bytes, size_t length) {
    if (length > 0) (void)XXH3_64bits_update(digest->state, bytes, length);
}

void sk_digest_bytes(sk_digest *digest, const void *bytes, size_t length) {
    add(digest, &length, sizeof length);
    add(digest, bytes, length);
}

void sk_digest_text(sk_digest *digest, const char *text) {
    sk_digest_integer(digest, text == NULL ? 0 : 1);
    if (text != NULL) sk_digest_bytes(digest, text, strlen(text));
}

void sk_digest_integer(sk_digest *digest, long long number) {
    add(digest, &number, sizeof number);
}

void sk_digest_number(sk_digest *digest, double number) {
    add(digest, &number, sizeof number);
}

void sk_digest_file(sk_digest *digest, const char *path) {
    enum { PIECE_BYTES = 1 << 16 };
    FILE *file = fopen(path, "rbe");
    sk_digest_integer(digest, file == NULL ? -1 : 0);
    if (file == NULL) return;
    char *piece = sk_heap_array(PIECE_BYTES, 1);
    long long total = 0;
    for (size_t length; (length = fread(piece, 1, PIECE_BYTES, file)) > 0;) {
        add(digest, piece, length);
        total += (long long)length;
    }
    sk_digest_integer(digest, total);
    sk_digest_integer(digest, ferror(file) != 0);
    (void)fclose(file);
    free(piece);
}

uint64_t sk_digest_of(const void *bytes, size_t length) {
    return XXH3_64bits(bytes, length);
}
