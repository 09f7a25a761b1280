#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "load/style/kind_signs.h"
#include "load/style/style_keys.h"
#include "streekkaart/style_sheet.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What is accepted can be drawn with. */
static void check_length(const void *field, double least) {
    double mm;
    memcpy(&mm, field, sizeof mm);
    if (!(isfinite(mm) && mm >= least)) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    sk_diag *diag = sk_diag_create();
    sk_style_sheet style = {0};
    sk_arena *arena = sk_arena_create();
    sk_kind_signs_begin(&style, sk_settings_usual());
    sk_status status = sk_style_sheet_parse((const char *)data, size, "fuzz.json", diag, &style);
    if ((status == SK_OK) != (sk_diag_error_count(diag) == 0)) abort();
    sk_style_key_list keys = sk_style_keys(&style, arena);
    for (size_t i = 0; i < keys.count; i++) {
        const char *field = (const char *)&style + keys.items[i].offset;
        sk_style_kind kind = keys.items[i].kind;
        if (kind == SK_STYLE_LENGTH || kind == SK_STYLE_SIZE || kind == SK_STYLE_PAGE_SIZE)
            check_length(field, 0);
        if (keys.items[i].kind == SK_STYLE_STROKE)
            if (((const sk_stroke *)(const void *)field)->dash_count > SK_DASH_MAX) abort();
        if (keys.items[i].kind == SK_STYLE_STRING && memchr(field, 0, keys.items[i].size) == NULL)
            abort();
    }
    sk_diag_free(diag);
    sk_arena_free(arena);
    return 0;
}
