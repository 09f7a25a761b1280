/** Which element of an edited file is which object of the figure as it was drawn. */
#ifndef STREEKKAART_SVG_READER_FILE_SVG_CLAIMS_H
#define STREEKKAART_SVG_READER_FILE_SVG_CLAIMS_H

#include <libxml/tree.h>

#include "svg_reader/file/svg_figure.h"

typedef enum { SK_CLAIM_NONE, SK_CLAIM_OBJECT, SK_CLAIM_LAYER, SK_CLAIM_COPY } sk_claim_kind;

/** What an element is: an object or a layer of the figure, by its index there, or a further one of
 * an object. */
typedef struct {
    sk_claim_kind kind;
    size_t index;
} sk_svg_claim;

/** Tells the elements below `root` apart: by the ids that they have; where a program took these
 * off, by `data-id`; where it spelt them otherwise, by what is left of them. Each keeps its claim,
 * which is in `arena`, in what libxml2 leaves to its user (`_private`). */
void sk_svg_claims_make(xmlNode *root, const sk_svg_figure *drawn, sk_arena *arena);

/** That of an element; none where none was made. */
sk_svg_claim sk_svg_claim_of(const xmlNode *node);

/** An id without its program's spelling: escapes ("_x5F_") are what they stand for, and each run of
 *  what is neither letter nor digit is one "-". The arena's. */
const char *sk_svg_plain_id(const char *id, sk_arena *arena);

#endif
