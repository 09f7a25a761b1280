#include "render/pdf/objects/pdf_bytes.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number_text.h"
#include "streekkaart/memory.h"

void sk_pdf_bytes_free(sk_pdf_bytes *bytes) {
    free(bytes->data);
    *bytes = (sk_pdf_bytes){0};
}

/* Room for `more` bytes behind those that there are. */
static char *room_for(sk_pdf_bytes *bytes, size_t more) {
    if (bytes->capacity - bytes->length < more) {
        size_t capacity = 2 * bytes->capacity + more + 64;
        bytes->data = sk_heap_resize(bytes->data, capacity, 1);
        bytes->capacity = capacity;
    }
    return bytes->data + bytes->length;
}

void sk_pdf_put(sk_pdf_bytes *bytes, const char *data, size_t length) {
    if (length == 0) return;
    memcpy(room_for(bytes, length), data, length);
    bytes->length += length;
}

void sk_pdf_put_text(sk_pdf_bytes *bytes, const char *text) {
    sk_pdf_put(bytes, text, strlen(text));
}

void sk_pdf_put_format(sk_pdf_bytes *bytes, const char *format, ...) {
    enum { USUAL = 96 };
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(room_for(bytes, USUAL), USUAL, format, arguments);
    va_end(arguments);
    if (length >= USUAL) {
        size_t room = (size_t)length + 1;
        va_start(arguments, format);
        vsnprintf(room_for(bytes, room), room, format, arguments);
        va_end(arguments);
    }
    if (length > 0) bytes->length += (size_t)length;
}

void sk_pdf_put_scaled(sk_pdf_bytes *bytes, long long number, int decimals) {
    char text[SK_NUMBER_MAX];
    size_t length = sk_number_write(text, number, decimals);
    const char *digits = text;
    if (*digits == '-') sk_pdf_put(bytes, digits++, 1);
    if (digits[0] == '0' && digits[1] == '.') digits++;
    sk_pdf_put(bytes, digits, length - (size_t)(digits - text));
}

void sk_pdf_put_number(sk_pdf_bytes *bytes, double value, int decimals) {
    sk_pdf_put_scaled(bytes, sk_number_scaled(value, decimals), decimals);
}
