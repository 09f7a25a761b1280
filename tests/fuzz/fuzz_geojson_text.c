#include <stdint.h>
#include <stdlib.h>

#include "load/files/geojson_text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    sk_diag *diag = sk_diag_create();
    sk_arena *arena = sk_arena_create();
    sk_geojson_text text;
    bool readable =
        sk_geojson_text_read((const char *)data, size, "fuzz.geojson", diag, arena, &text);
    if (!readable && sk_diag_error_count(diag) == 0) abort();
    if ((text.faulty_count > 0) && sk_diag_error_count(diag) == 0) abort();
    for (size_t i = 0; i < text.count; i++)
        if (text.entries[i].line < 1) abort();
    sk_arena_free(arena);
    sk_diag_free(diag);
    return 0;
}
