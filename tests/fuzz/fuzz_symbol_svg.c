#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "load/symbols/symbol_svg.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* How many points its commands have, which are all those of the part. */
static size_t check_part(const sk_symbol_part *part) {
    size_t wanted = 0;
    for (const char *c = part->commands; *c != '\0'; c++) {
        if (strchr("MLCZ", *c) == NULL) abort();
        wanted += *c == 'C' ? 3 : *c != 'Z';
    }
    if (wanted != part->point_count) abort();
    for (size_t i = 0; i < part->point_count; i++)
        if (!isfinite(part->points[i].x_mm) || !isfinite(part->points[i].y_mm)) abort();
    return wanted;
}

/* What is taken for a symbol has outlines that can be drawn; what is not is told. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    sk_diag *diag = sk_diag_create();
    sk_arena *arena = sk_arena_create();
    sk_point_symbol symbol = {0};
    bool good = sk_symbol_svg_parse((const char *)data, size, "fuzz.svg", arena, diag, &symbol);
    if (good != (sk_diag_error_count(diag) == 0)) abort();
    if (good && symbol.part_count == 0) abort();
    size_t points = 0;
    for (size_t i = 0; good && i < symbol.part_count; i++) points += check_part(&symbol.parts[i]);
    if (points > SK_SYMBOL_POINTS_MAX) abort();
    sk_arena_free(arena);
    sk_diag_free(diag);
    return 0;
}
