/** The tree of what a document's content is, which reading aids go by (ISO 32000-1, 14.7 and 14.8).
 */
#ifndef STREEKKAART_RENDER_PDF_PDF_TAGS_H
#define STREEKKAART_RENDER_PDF_PDF_TAGS_H

#include "render/pdf/objects/pdf_objects.h"
#include "streekkaart/geometry.h"

typedef struct sk_pdf_tags sk_pdf_tags;

/** The document itself, as a parent. */
enum { SK_PDF_TAG_DOCUMENT = 0 };

/** The caller's, until sk_pdf_tags_free(). */
sk_pdf_tags *sk_pdf_tags_create(sk_pdf_objects *objects);
/** NULL is fine. */
void sk_pdf_tags_free(sk_pdf_tags *tags);

/** Begins the content of the page with that object; returns its key among those with content. */
size_t sk_pdf_tags_page(sk_pdf_tags *tags, int page);
/** A new element of `type`, such as "Table", behind its parent's other ones; its index. */
size_t sk_pdf_tags_add(sk_pdf_tags *tags, size_t parent, const char *type);
/** What stands for the element's content: a text, copied, and the box on the page that it takes, in
 *  points as a PDF writes it. */
void sk_pdf_tags_describe(sk_pdf_tags *tags, size_t element, const char *utf8, const char *box);
/** Another thing that is to be known of the element: a dictionary's entries, a text that stays. */
void sk_pdf_tags_attribute(sk_pdf_tags *tags, size_t element, const char *entries);
/** The next piece of the page's content, which is the element's; its number on the page. */
size_t sk_pdf_tags_mark(sk_pdf_tags *tags, size_t element);
/** The name of the element's type. */
const char *sk_pdf_tags_type(const sk_pdf_tags *tags, size_t element);
/** The annotation is the element's; returns its key. */
size_t sk_pdf_tags_annotation(sk_pdf_tags *tags, size_t element, int annotation);

/** Writes the tree, in which all rows of a table get as many cells; returns the object of its root.
 */
int sk_pdf_tags_write(sk_pdf_tags *tags);

#endif
