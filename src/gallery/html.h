/** Writes HTML on a stream. */
#ifndef STREEKKAART_GALLERY_HTML_H
#define STREEKKAART_GALLERY_HTML_H

#include "streekkaart/memory.h"
#include "streekkaart/output.h"

typedef struct {
    sk_output *file;
    sk_arena *arena; /* for scratch */
} sk_html;

/** Markup, as it is. */
void sk_html_put(const sk_html *html, const char *markup);
/** Text as HTML holds it, also in an attribute. */
void sk_html_text(const sk_html *html, const char *text);
/** ` name="text"` */
void sk_html_attribute(const sk_html *html, const char *name, const char *text);
/** `<name>text</name>` */
void sk_html_element(const sk_html *html, const char *name, const char *text);
/** A link to the file at the relative `path`. */
void sk_html_link(const sk_html *html, const char *path, const char *text);

#endif
