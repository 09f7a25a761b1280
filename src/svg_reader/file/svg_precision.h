/** How exactly a file says where things are. */
#ifndef STREEKKAART_SVG_READER_FILE_SVG_PRECISION_H
#define STREEKKAART_SVG_READER_FILE_SVG_PRECISION_H

#include <libxml/tree.h>

/** How far rounding may have moved something, in the file's units, by the digits that its
 *  coordinates have (scour writes as many as it is told, the same for large numbers as for small
 *  ones). 0 where it has no coordinates. */
double sk_svg_precision(const xmlNode *root);

#endif
