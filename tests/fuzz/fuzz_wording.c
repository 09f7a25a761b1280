#include <stdint.h>
#include <stdlib.h>

#include "load/wording/wording_keys.h"
#include "streekkaart/wording.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What is accepted has every word. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    sk_diag *diag = sk_diag_create();
    sk_arena *arena = sk_arena_create();
    sk_wording words;
    sk_status status = sk_wording_parse((const char *)data, size, "fuzz.json", arena, diag, &words);
    if ((status == SK_OK) != (sk_diag_error_count(diag) == 0)) abort();
    sk_word_key_list keys = sk_word_keys();
    for (size_t i = 0; i < keys.count && status == SK_OK; i++) {
        const char *word = *(const char **)(void *)((char *)&words + keys.items[i].offset);
        if (word == NULL || *word == '\0') abort();
    }
    sk_arena_free(arena);
    sk_diag_free(diag);
    return 0;
}
