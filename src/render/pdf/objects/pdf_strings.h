/** Names and texts as a PDF writes them (ISO 32000-1, 7.3.4, 7.3.5, 7.9.2). */
#ifndef STREEKKAART_RENDER_PDF_OBJECTS_PDF_STRINGS_H
#define STREEKKAART_RENDER_PDF_OBJECTS_PDF_STRINGS_H

#include "render/pdf/objects/pdf_bytes.h"
#include "streekkaart/memory.h"

/** A text string: as it is where it is ASCII, else UTF-16; `utf8` is clean. */
void sk_pdf_put_string(sk_pdf_bytes *bytes, const char *utf8);
/** The same, of any text. */
void sk_pdf_put_clean_string(sk_pdf_bytes *bytes, const char *utf8, sk_arena *scratch);
/** A name, with its slash. */
void sk_pdf_put_name(sk_pdf_bytes *bytes, const char *name);
/** The UTF-16 units of a text in hexadecimal, without brackets. */
void sk_pdf_put_utf16(sk_pdf_bytes *bytes, const char *utf8, size_t length);

#endif
