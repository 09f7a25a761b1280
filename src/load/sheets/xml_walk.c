#include "load/sheets/xml_walk.h"

#include <libxml/xmlreader.h>
#include <stdlib.h>
#include <string.h>

#include "streekkaart/memory.h"

struct sk_xml_walk {
    xmlTextReaderPtr reader;
    sk_zip_part *part;
    bool ends; /* the element at hand has no content: its end comes next */
};

static int read_part(void *context, char *buffer, int room) {
    return sk_zip_part_read(context, buffer, room);
}

static void ignore(void *context, xmlErrorPtr error) {
    (void)context;
    (void)error;
}

sk_xml_walk *sk_xml_walk_create(sk_zip_part *part) {
    sk_xml_walk *walk = sk_heap_array(1, sizeof(sk_xml_walk));
    walk->part = part;
    walk->reader = xmlReaderForIO(read_part, NULL, part, NULL, NULL, XML_PARSE_NONET);
    if (walk->reader != NULL) xmlTextReaderSetStructuredErrorHandler(walk->reader, ignore, NULL);
    return walk;
}

void sk_xml_walk_free(sk_xml_walk *walk) {
    if (walk == NULL) return;
    if (walk->reader != NULL) xmlFreeTextReader(walk->reader);
    sk_zip_part_close(walk->part);
    free(walk);
}

sk_xml_step sk_xml_walk_next(sk_xml_walk *walk) {
    if (walk->ends) {
        walk->ends = false;
        return SK_XML_END;
    }
    for (;;) {
        int got = walk->reader == NULL ? -1 : xmlTextReaderRead(walk->reader);
        if (got != 1) return got == 0 ? SK_XML_DONE : SK_XML_FAULTY;
        switch (xmlTextReaderNodeType(walk->reader)) {
            case XML_READER_TYPE_ELEMENT:
                walk->ends = xmlTextReaderIsEmptyElement(walk->reader) == 1;
                return SK_XML_BEGIN;
            case XML_READER_TYPE_END_ELEMENT:
                return SK_XML_END;
            case XML_READER_TYPE_TEXT:
            case XML_READER_TYPE_CDATA:
            case XML_READER_TYPE_WHITESPACE:
            case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
                return SK_XML_TEXT;
            case XML_READER_TYPE_DOCUMENT_TYPE:
                return SK_XML_FAULTY;
            default:
                break;
        }
    }
}

bool sk_xml_walk_is(const sk_xml_walk *walk, const char *name) {
    return strcmp((const char *)xmlTextReaderConstLocalName(walk->reader), name) == 0;
}

const char *sk_xml_walk_attribute(sk_xml_walk *walk, const char *name) {
    const char *value = NULL;
    while (value == NULL && xmlTextReaderMoveToNextAttribute(walk->reader) == 1)
        if (sk_xml_walk_is(walk, name)) value = (const char *)xmlTextReaderConstValue(walk->reader);
    xmlTextReaderMoveToElement(walk->reader);
    return value;
}

const char *sk_xml_walk_text(const sk_xml_walk *walk) {
    return (const char *)xmlTextReaderConstValue(walk->reader);
}

bool sk_xml_walk_skip(sk_xml_walk *walk) {
    size_t depth = 1;
    while (depth > 0) {
        sk_xml_step step = sk_xml_walk_next(walk);
        if (step == SK_XML_DONE || step == SK_XML_FAULTY) return false;
        if (step == SK_XML_BEGIN) depth++;
        if (step == SK_XML_END) depth--;
    }
    return true;
}
