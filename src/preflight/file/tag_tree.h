/** The tree of tags that reading aids go by (ISO 32000-1, 14.7 and 14.8), as ISO 14289-1 (PDF/UA-1)
 *  wants it. */
#ifndef STREEKKAART_PREFLIGHT_FILE_TAG_TREE_H
#define STREEKKAART_PREFLIGHT_FILE_TAG_TREE_H

#include "preflight/file/pdf_reader.h"

/** What is not as it should be in a document's tree, in words; NULL: nothing. */
typedef struct {
    const char *tree;     /* there is none, or content that isn't in it */
    const char *types;    /* an element of a type that nobody knows */
    const char *figures;  /* one without a text in its place */
    const char *headings; /* a level that is left out */
    const char *tables;   /* rows of unequal length, heads that don't say of what */
    const char *links;    /* one without a description, or outside the tree */
} sk_tag_tree_faults;

/** Reads the tree and holds the pages against it. The texts are the arena's. */
void sk_tag_tree_read(qpdf_data qpdf, sk_arena *arena, sk_tag_tree_faults *out);

#endif
