#include <stdint.h>
#include <stdlib.h>

#include "svg_reader/figure_diff.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    sk_diag *diag = sk_diag_create();
    sk_arena *arena = sk_arena_create();
    sk_svg_figure figure;
    sk_status status =
        sk_svg_figure_read((const char *)data, size, "fuzz.svg", arena, diag, &figure);
    if ((status == SK_OK) != (sk_diag_error_count(diag) == 0)) abort();
    if (status == SK_OK) {
        /* With itself, and with nothing: neither may fail. */
        const sk_svg_figure empty = {.title = "", .target = ""};
        sk_figure_diff(&figure, &figure, arena);
        sk_figure_diff(&empty, &figure, arena);
        sk_figure_diff(&figure, &empty, arena);
        sk_svg_figure edited;
        if (sk_svg_figure_read_like(&figure, (const char *)data, size, "fuzz.svg", arena, diag,
                                    &edited) != SK_OK)
            abort();
        sk_figure_diff(&figure, &edited, arena);
    }
    sk_arena_free(arena);
    sk_diag_free(diag);
    return 0;
}
