/** What an SVG's root says of the page: whose it is, and how large. */
#ifndef STREEKKAART_SVG_READER_FILE_SVG_PAGE_H
#define STREEKKAART_SVG_READER_FILE_SVG_PAGE_H

#include <libxml/tree.h>

#include "svg_reader/file/svg_figure.h"

/** Fills what *out has beside objects and layers, and *to_page, from the file's units to
 * millimetres. `drawn` (NULL: none) says what the file doesn't. False for what is no figure of this
 * program. */
bool sk_svg_page_read(const xmlNode *root, const sk_svg_figure *drawn, sk_arena *arena,
                      sk_svg_figure *out, sk_svg_transform *to_page);

#endif
