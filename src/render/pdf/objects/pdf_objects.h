/** The objects of a PDF, which libqpdf makes a file of: cross references, object streams and /ID.
 */
#ifndef STREEKKAART_RENDER_PDF_OBJECTS_PDF_OBJECTS_H
#define STREEKKAART_RENDER_PDF_OBJECTS_PDF_OBJECTS_H

#include <stdint.h>

#include "render/pdf/objects/pdf_bytes.h"
#include "streekkaart/diag.h"
#include "streekkaart/stream.h"

typedef struct sk_pdf_objects sk_pdf_objects;

/** Of a file in that version of the format, such as "1.7". The caller's, until
 *  sk_pdf_objects_free(). */
sk_pdf_objects *sk_pdf_objects_create(const char *version);
/** NULL is fine. */
void sk_pdf_objects_free(sk_pdf_objects *objects);

/** The number of a new object, by which others may name it before it is there: `N 0 R`. */
int sk_pdf_object(sk_pdf_objects *objects);
/** Gives the object its value, and empties `value`. To be done once for each number. */
void sk_pdf_object_set(sk_pdf_objects *objects, int number, sk_pdf_bytes *value);
/** A new object of that value, which is emptied. */
int sk_pdf_object_add(sk_pdf_objects *objects, sk_pdf_bytes *value);
/** Makes the object a compressed stream of `content`, its dictionary's further entries as
 * `entries`, such as "/Type/XObject". */
void sk_pdf_object_set_stream(sk_pdf_objects *objects, int number, const char *entries,
                              const char *content, size_t length);
/** The same, as it is: for what other programs look for without inflating. */
void sk_pdf_object_set_plain_stream(sk_pdf_objects *objects, int number, const char *entries,
                                    const char *content, size_t length);

/** A number that follows from the objects that are there. */
uint64_t sk_pdf_objects_hash(const sk_pdf_objects *objects);

/** Writes the file, whose catalogue and information dictionary are these objects.
 *  SK_ERR_ENVIRONMENT: there was no memory; `diag` says so. */
SK_CHECKED sk_status sk_pdf_objects_write(sk_pdf_objects *objects, int catalogue, int information,
                                          sk_stream *stream, sk_diag *diag);

#endif
