#include "base/length.h"

#include <string.h>

#include "base/number.h"

/* A quotient, so that 72 pt are 25.4 mm to the last bit. */
static const struct {
    const char *name;
    double mm, units; /* so many millimetres are so many units */
} units[] = {{"mm", 1, 1}, {"cm", 10, 1}, {"pt", 25.4, 72}, {"in", 25.4, 1}};

sk_status sk_length_parse(const char *text, size_t length, double *mm) {
    double value;
    size_t at = sk_number_scan(text, length, &value);
    if (at == 0) return SK_ERR_DATA;
    while (at < length && text[at] == ' ') at++;
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        size_t size = strlen(units[i].name);
        if (length - at != size || memcmp(text + at, units[i].name, size) != 0) continue;
        *mm = value * units[i].mm / units[i].units;
        return SK_OK;
    }
    return SK_ERR_DATA;
}
