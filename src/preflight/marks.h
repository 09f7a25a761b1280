/** What marks a stream's content stands in (ISO 32000-1, 14.6): those of the tree of tags, and
 * those of what has no meaning of its own. */
#ifndef STREEKKAART_PREFLIGHT_MARKS_H
#define STREEKKAART_PREFLIGHT_MARKS_H

#include <stdbool.h>
#include <stddef.h>

typedef enum {
    SK_MARK_OTHER,    /* a layer's, a text's */
    SK_MARK_ARTIFACT, /* of no meaning by itself */
    SK_MARK_TAGGED,   /* an element's in the tree */
} sk_mark;

enum { SK_MARKS_MOST = 64 };

/** The open marks, the innermost last. */
typedef struct {
    sk_mark open[SK_MARKS_MOST];
    size_t count; /* may be more than are kept */
} sk_marks;

void sk_marks_begin(sk_marks *marks, sk_mark mark);
void sk_marks_end(sk_marks *marks);
/** The innermost that is not SK_MARK_OTHER, else that. */
sk_mark sk_marks_now(const sk_marks *marks);
/** May `mark` begin here? What has no meaning and what has are not within each other. */
bool sk_marks_may_begin(const sk_marks *marks, sk_mark mark);

#endif
