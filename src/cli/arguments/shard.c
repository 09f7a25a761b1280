#include "cli/arguments/shard.h"

#include <string.h>

#include "cli/arguments/option.h"

enum { DIGITS_MOST = 6 };

/* The whole number that the `length` bytes are. */
static bool read_number(const char *digits, size_t length, size_t *number) {
    if (length == 0 || length > DIGITS_MOST) return false;
    *number = 0;
    for (size_t i = 0; i < length; i++) {
        if (digits[i] < '0' || digits[i] > '9') return false;
        *number = *number * 10 + (size_t)(digits[i] - '0');
    }
    return true;
}

sk_status sk_shard_parse(const char *text, const char *option, sk_arena *arena, sk_diag *diag,
                         sk_shard *out) {
    size_t length = strcspn(text, "/");
    const char *count = text[length] == '\0' ? "" : text + length + 1;
    if (!read_number(text, length, &out->number) ||
        !read_number(count, strlen(count), &out->count)) {
        SK_USAGE_ERROR(diag, option, "give a part and how many there are, such as 2/3",
                       "\"%s\" cannot be used", text);
        return SK_ERR_USAGE;
    }
    if (out->number >= 1 && out->number <= out->count) return SK_OK;
    const char *remedy = out->count == 0 ? "give a part and how many there are, such as 2/3"
                                         : sk_arena_printf(arena, "give one from 1/%zu to %zu/%zu",
                                                           out->count, out->count, out->count);
    SK_USAGE_ERROR(diag, option, remedy, "there is no part %zu of %zu", out->number, out->count);
    return SK_ERR_USAGE;
}

/* To and fro: where the list goes from region to region in the same order for every sector, a part
 * that always had the same place would get the largest region every time. */
size_t sk_shard_of(size_t place, size_t count) {
    size_t row = place / count, column = place % count;
    return row % 2 == 0 ? column + 1 : count - column;
}
