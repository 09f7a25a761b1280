/** What a document has besides what its pages show: boxes, fonts, layers, and what it says of
 * itself. */
#ifndef STREEKKAART_PREFLIGHT_DOCUMENT_H
#define STREEKKAART_PREFLIGHT_DOCUMENT_H

#include "preflight/content.h"

/** A document that is read; each text says what a printing house would refuse, NULL: nothing. */
typedef struct {
    sk_content_reading content;
    const char *boxes, *annotations, *appearances, *fonts, *actions, *objects;
} sk_document_reading;

/** Reads all pages and objects. */
void sk_document_read(sk_document_reading *reading);

#endif
