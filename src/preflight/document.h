/** What a document has besides what its pages show: boxes, fonts, layers, and what it says of
 * itself. */
#ifndef STREEKKAART_PREFLIGHT_DOCUMENT_H
#define STREEKKAART_PREFLIGHT_DOCUMENT_H

#include "preflight/content.h"
#include "preflight/file/tag_tree.h"

/** A document that is read; each text says what a printing house would refuse, NULL: nothing. */
typedef struct {
    sk_content_reading content;
    const char *boxes, *annotations, *appearances, *fonts, *actions, *objects;
    const char *glyphs, *tab_order;
    sk_tag_tree_faults tags;
} sk_document_reading;

/** Reads all pages and objects. */
void sk_document_read(sk_document_reading *reading);

#endif
