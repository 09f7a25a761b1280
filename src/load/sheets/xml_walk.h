/** The XML of a part, from its beginning to its end: what begins, what ends, what text stands
 *  between. Names are those without their prefix; nothing is held but what is at hand. */
#ifndef STREEKKAART_LOAD_SHEETS_XML_WALK_H
#define STREEKKAART_LOAD_SHEETS_XML_WALK_H

#include <stdbool.h>

#include "load/sheets/zip_file.h"

typedef enum { SK_XML_BEGIN, SK_XML_END, SK_XML_TEXT, SK_XML_DONE, SK_XML_FAULTY } sk_xml_step;

typedef struct sk_xml_walk sk_xml_walk;

/** A walk through `part`, which it closes. The caller's, until sk_xml_walk_free(). */
sk_xml_walk *sk_xml_walk_create(sk_zip_part *part);
void sk_xml_walk_free(sk_xml_walk *walk);

/** The next step. An element without content begins and ends. What is no sound XML, and a document
 *  type, which no spreadsheet has, are SK_XML_FAULTY. */
sk_xml_step sk_xml_walk_next(sk_xml_walk *walk);

/** True when the element at hand has that name. */
bool sk_xml_walk_is(const sk_xml_walk *walk, const char *name);

/** Its attribute, or NULL; lent until the next step. */
const char *sk_xml_walk_attribute(sk_xml_walk *walk, const char *name);

/** The text at hand; lent until the next step. */
const char *sk_xml_walk_text(const sk_xml_walk *walk);

/** After SK_XML_BEGIN: goes to the end of that element. False when the XML is faulty. */
bool sk_xml_walk_skip(sk_xml_walk *walk);

#endif
