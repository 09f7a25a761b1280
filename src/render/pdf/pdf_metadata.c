#include "render/pdf/pdf_metadata.h"

#include <string.h>
#include <time.h>

#include "base/clean_text.h"
#include "base/source_date.h"
#include "render/pdf/objects/pdf_strings.h"

static const char program[] = "streekkaart " SK_VERSION;

/* The date in the format; NULL when none is given: without it the file is the same every day. PDF/X
 * wants one: the profile is as much what the file was made of as its data. */
static const char *date_text(const char *format, const sk_print_edition *print, sk_arena *arena) {
    enum { ROOM = 40 };
    struct tm utc;
    char *text = SK_NEW_ARRAY(arena, char, ROOM);
    bool given = sk_source_date(&utc);
    if (!given && print != NULL) utc = print->made;
    return (given || print != NULL) && strftime(text, ROOM, format, &utc) > 0 ? text : NULL;
}

static void put_entry(sk_pdf_bytes *value, const char *key, const char *text, sk_arena *scratch) {
    if (text == NULL) return;
    sk_pdf_put_format(value, "/%s", key);
    sk_pdf_put_clean_string(value, text, scratch);
}

int sk_pdf_information_write(sk_pdf_objects *objects, const sk_scene *first,
                             const sk_print_edition *print) {
    sk_arena *scratch = sk_arena_create();
    const char *date = date_text("D:%Y%m%d%H%M%SZ", print, scratch);
    sk_pdf_bytes value = {0};
    sk_pdf_put_text(&value, "<<");
    put_entry(&value, "Title", first->title, scratch);
    put_entry(&value, "Author", first->author, scratch);
    put_entry(&value, "Subject", first->subject, scratch);
    put_entry(&value, "Creator", program, scratch);
    put_entry(&value, "Producer", program, scratch);
    put_entry(&value, "CreationDate", date, scratch);
    put_entry(&value, "ModDate", date, scratch);
    if (print != NULL) sk_pdf_put_text(&value, "/Trapped/False");
    sk_pdf_put_text(&value, ">>");
    sk_arena_free(scratch);
    return sk_pdf_object_add(objects, &value);
}

static void put_escaped(sk_pdf_bytes *xml, const char *utf8) {
    for (const char *c = utf8; *c != '\0'; c++) {
        switch (*c) {
            case '<':
                sk_pdf_put_text(xml, "&lt;");
                break;
            case '>':
                sk_pdf_put_text(xml, "&gt;");
                break;
            case '&':
                sk_pdf_put_text(xml, "&amp;");
                break;
            default:
                sk_pdf_put(xml, c, 1);
        }
    }
}

/* How XMP wraps a property's text. */
typedef enum { PLAIN, IN_LANGUAGES, IN_ORDER, IN_BAG } wrapping;

static void put_property(sk_pdf_bytes *xml, const char *name, wrapping how, const char *text,
                         sk_arena *scratch) {
    static const char *const around[][2] = {
        [PLAIN] = {"", ""},
        [IN_LANGUAGES] = {"<rdf:Alt><rdf:li xml:lang=\"x-default\">", "</rdf:li></rdf:Alt>"},
        [IN_ORDER] = {"<rdf:Seq><rdf:li>", "</rdf:li></rdf:Seq>"},
        [IN_BAG] = {"<rdf:Bag><rdf:li>", "</rdf:li></rdf:Bag>"},
    };
    if (text == NULL || text[0] == '\0') return;
    sk_pdf_put_format(xml, "<%s>%s", name, around[how][0]);
    put_escaped(xml, sk_text_clean(scratch, text));
    sk_pdf_put_format(xml, "%s</%s>\n", around[how][1], name);
}

/* What PDF/X-4 wants besides (ISO 15930-7): the edition, the date of
 * these words, and how to tell the document from others. */
static void put_print_properties(sk_pdf_bytes *xml, const sk_pdf_objects *objects, const char *date,
                                 sk_arena *scratch) {
    unsigned long long hash = sk_pdf_objects_hash(objects);
    put_property(xml, "pdfxid:GTS_PDFXVersion", PLAIN, "PDF/X-4", scratch);
    put_property(xml, "pdf:Trapped", PLAIN, "False", scratch);
    put_property(xml, "xmp:MetadataDate", PLAIN, date, scratch);
    put_property(xml, "xmpMM:DocumentID", PLAIN,
                 sk_arena_printf(scratch, "uuid:%08llx-%04llx-8%03llx-8000-%012llx", hash >> 32,
                                 hash >> 16 & 0xFFFF, hash & 0xFFF, hash * 31 & 0xFFFFFFFFFFFF),
                 scratch);
    put_property(xml, "xmpMM:VersionID", PLAIN, "1", scratch);
    put_property(xml, "xmpMM:RenditionClass", PLAIN, "default", scratch);
}

/* PDF/A wants schemas explained that it doesn't know (ISO 19005-2, 6.6.2.3), such as that of PDF/UA
 * (ISO 14289-1, 5). */
static const char reading_schema[] =
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

/* ISO 19005-2, 6.6.4 */
static void put_archive_properties(sk_pdf_bytes *xml, sk_arena *scratch) {
    put_property(xml, "pdfaid:part", PLAIN, "2", scratch);
    put_property(xml, "pdfaid:conformance", PLAIN, "B", scratch);
    put_property(xml, "pdfuaid:part", PLAIN, "1", scratch);
    sk_pdf_put_text(xml, reading_schema);
}

int sk_pdf_xmp_write(sk_pdf_objects *objects, const sk_scene *first, const sk_print_edition *print,
                     bool archive) {
    sk_arena *scratch = sk_arena_create();
    const char *date = date_text("%Y-%m-%dT%H:%M:%SZ", print, scratch);
    sk_pdf_bytes xml = {0};
    sk_pdf_put_text(&xml,
                    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                    "<rdf:Description rdf:about=\"\"\n"
                    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
                    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
                    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"");
    if (print != NULL)
        sk_pdf_put_text(&xml,
                        "\n xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\""
                        "\n xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\"");
    if (archive)
        sk_pdf_put_text(&xml,
                        "\n xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
                        "\n xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
                        "\n xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
                        "\n xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
                        "\n xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"");
    sk_pdf_put_text(&xml,
                    ">\n"
                    "<dc:format>application/pdf</dc:format>\n");
    put_property(&xml, "dc:title", IN_LANGUAGES, first->title, scratch);
    put_property(&xml, "dc:creator", IN_ORDER, first->author, scratch);
    put_property(&xml, "dc:description", IN_LANGUAGES, first->subject, scratch);
    put_property(&xml, "dc:language", IN_BAG, first->language, scratch);
    put_property(&xml, "xmp:CreatorTool", PLAIN, program, scratch);
    put_property(&xml, "xmp:CreateDate", PLAIN, date, scratch);
    put_property(&xml, "xmp:ModifyDate", PLAIN, date, scratch);
    put_property(&xml, "pdf:Producer", PLAIN, program, scratch);
    if (archive) put_archive_properties(&xml, scratch);
    if (print != NULL) put_print_properties(&xml, objects, date, scratch);
    sk_pdf_put_text(&xml, "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
    int object = sk_pdf_object(objects);
    sk_pdf_object_set_plain_stream(objects, object, "/Type/Metadata/Subtype/XML", xml.data,
                                   xml.length);
    sk_pdf_bytes_free(&xml);
    sk_arena_free(scratch);
    return object;
}
