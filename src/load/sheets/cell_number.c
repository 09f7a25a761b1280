#include "load/sheets/cell_number.h"

#include <math.h>
#include <string.h>
#include <time.h>

#include "base/number.h"

const char *sk_cell_number(sk_arena *arena, const char *stored) {
    double value;
    char text[SK_NUMBER_ROOM];
    if (!sk_number_parse(stored, &value) || !sk_number_print_plain(value, text))
        return sk_arena_string(arena, stored);
    return sk_arena_string(arena, text);
}

const char *sk_cell_date(sk_arena *arena, const char *stored, bool from_1904) {
    /* Days from the zeros of the two ways of counting to 1970. */
    const double epoch_1900 = 25569, epoch_1904 = 24107, seconds_a_day = 86400;
    double days;
    if (!sk_number_parse(stored, &days) || days < 1 || days > 2958465)
        return sk_cell_number(arena, stored);
    double seconds = round((days - (from_1904 ? epoch_1904 : epoch_1900)) * seconds_a_day);
    time_t moment = (time_t)seconds;
    struct tm utc;
    char text[32];
    if (gmtime_r(&moment, &utc) == NULL) return sk_cell_number(arena, stored);
    bool midnight = utc.tm_hour == 0 && utc.tm_min == 0 && utc.tm_sec == 0;
    const char *form = midnight ? "%Y-%m-%d" : "%Y-%m-%d %H:%M:%S";
    if (strftime(text, sizeof text, form, &utc) == 0) return sk_cell_number(arena, stored);
    return sk_arena_string(arena, text);
}

bool sk_cell_format_is_date(const char *format) {
    for (const char *c = format; *c != '\0'; c++) {
        char end = *c == '"' ? '"' : *c == '[' ? ']' : '\0'; /* a text, a colour or a currency */
        if (end != '\0') {
            c = strchr(c + 1, end);
            if (c == NULL) return false;
        } else if (*c == '\\' || *c == '_' || *c == '*') {
            if (c[1] != '\0') c++;
        } else if (strchr("dDyY", *c) != NULL) {
            return true;
        }
    }
    return false;
}

bool sk_cell_builtin_is_date(long number) {
    return (number >= 14 && number <= 17) || number == 22 || (number >= 27 && number <= 36) ||
           (number >= 50 && number <= 58);
}
