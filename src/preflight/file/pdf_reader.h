/** Shorthands for what libqpdf reads; a wrong type is like nothing there. */
#ifndef STREEKKAART_PREFLIGHT_FILE_PDF_READER_H
#define STREEKKAART_PREFLIGHT_FILE_PDF_READER_H

#include <qpdf/qpdf-c.h>
#include <stdbool.h>

#include "streekkaart/memory.h"

/** The value of the dictionary's (or stream's) `key`, such as "/Type"; a null object where it has
 *  none. */
qpdf_oh sk_pdf_key(qpdf_data qpdf, qpdf_oh dictionary, const char *key);
/** Its value there is. */
bool sk_pdf_has(qpdf_data qpdf, qpdf_oh dictionary, const char *key);
/** Its value is that name, such as "/Page". */
bool sk_pdf_key_is(qpdf_data qpdf, qpdf_oh dictionary, const char *key, const char *name);
/** Its value as a text or the letters of a name, in `arena`; NULL where it is neither. */
const char *sk_pdf_key_text(qpdf_data qpdf, qpdf_oh dictionary, const char *key, sk_arena *arena);
/** The array's numbers, `count` of them. False where it is no such array. */
bool sk_pdf_numbers(qpdf_data qpdf, qpdf_oh array, double *numbers, int count);
/** The names of a dictionary's entries, in `arena`; what they hold may be asked for between them.
 */
size_t sk_pdf_keys(qpdf_data qpdf, qpdf_oh dictionary, sk_arena *arena, const char ***keys);
/** How many items the array has; 0 where it is none. */
int sk_pdf_item_count(qpdf_data qpdf, qpdf_oh array);
/** The bytes of a stream, decoded, in `arena`, ended by a NUL; NULL where it is none that can be.
 */
const char *sk_pdf_stream_bytes(qpdf_data qpdf, qpdf_oh stream, sk_arena *arena, size_t *length);

#endif
