/** Several pages in one file, with what helps to find one's way in them. */
#ifndef STREEKKAART_DOCUMENT_H
#define STREEKKAART_DOCUMENT_H

#include "streekkaart/scene.h"

/** An entry of the outline that a reader shows beside the pages. */
typedef struct {
    const char *title;
    const char *anchor; /* of a group on one of the pages */
    size_t depth;       /* 0, or one deeper than an entry before it */
} sk_bookmark;

/** The pages of one file, in order. */
typedef struct {
    const sk_scene *const *pages; /* one at least; the first one's metadata is the document's */
    size_t page_count;
    const char *const *labels; /* what each page is called; NULL: by their order */
    const sk_bookmark *bookmarks;
    size_t bookmark_count;
} sk_document;

#endif
