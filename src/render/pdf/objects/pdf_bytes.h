/** Bytes of a PDF that grow, and the numbers in them. */
#ifndef STREEKKAART_RENDER_PDF_OBJECTS_PDF_BYTES_H
#define STREEKKAART_RENDER_PDF_OBJECTS_PDF_BYTES_H

#include <stddef.h>

#include "streekkaart/status.h"

/** Begins as zero; the memory is freed by sk_pdf_bytes_free(). */
typedef struct {
    char *data; /* NULL while there is nothing; never ended by a NUL */
    size_t length, capacity;
} sk_pdf_bytes;

void sk_pdf_bytes_free(sk_pdf_bytes *bytes);

void sk_pdf_put(sk_pdf_bytes *bytes, const char *data, size_t length);
void sk_pdf_put_text(sk_pdf_bytes *bytes, const char *text);
/** As by printf: for names and whole numbers, since a locale would give others its comma. */
void sk_pdf_put_format(sk_pdf_bytes *bytes, const char *format, ...) SK_PRINTF_LIKE(2, 3);
/** `number` / 10^`decimals` as short as it can be written: "-.5", "12". */
void sk_pdf_put_scaled(sk_pdf_bytes *bytes, long long number, int decimals);
/** `value` to `decimals` of them. */
void sk_pdf_put_number(sk_pdf_bytes *bytes, double value, int decimals);

#endif
