/** What a page shows, by reading its streams as a printer does: every form, and every letter that
 * is drawn by a stream of its own (a font of type 3), included. */
#ifndef STREEKKAART_PREFLIGHT_CONTENT_H
#define STREEKKAART_PREFLIGHT_CONTENT_H

#include "preflight/file/pdf_reader.h"
#include "streekkaart/preflight.h"

/** What was found so far on all pages. */
typedef struct {
    qpdf_data qpdf;
    sk_arena *arena;
    sk_preflight_report *report;
    const char *rgb;         /* where a colour of screens is; NULL: nowhere */
    const char *cmyk;        /* where one of inks is */
    const char *states;      /* what of a state of graphics a printing house does not take */
    const char *unreadable;  /* a stream that cannot be decoded */
    const char *missing;     /* a name that the resources lack */
    const char *group_space; /* transparency that is mixed in another space than CMYK */
    const char *unmarked;    /* what is neither in the tree of tags nor said to mean nothing */
    struct sk_seen_forms *seen;
    size_t streams; /* how many were read: a file may name each many times in the next */
    size_t page;    /* the one at hand, from 1 */
} sk_content_reading;

/** Reads the page, which is number reading->page. */
void sk_content_read_page(sk_content_reading *reading, qpdf_oh page);

#endif
