#include "render/svg/svg_writer.h"

#include <libxml/parser.h>

#include "base/clean_text.h"
#include "base/page_id.h"
#include "render/cairo/units.h"
#include "render/svg/svg_seal.h"

enum { PLACE_DECIMALS = 2, LENGTH_DECIMALS = 3 };

/* Always a success: the stream's target remembers a failure. */
static int write_bytes(void *context, const char *bytes, int length) {
    sk_svg_writer *svg = context;
    svg->seal = sk_svg_seal_add(svg->seal, bytes, (size_t)length);
    sk_stream_write(svg->stream, bytes, (size_t)length);
    return length;
}

bool sk_svg_begin(sk_svg_writer *svg, sk_stream *stream, const sk_svg_target *target) {
    xmlInitParser(); /* else two threads can make libxml2's tables at once */
    *svg = (sk_svg_writer){.stream = stream,
                           .seal = SK_SVG_SEAL_BEGIN,
                           .target = target,
                           .scratch = sk_arena_create()};
    xmlOutputBufferPtr buffer = xmlOutputBufferCreateIO(write_bytes, NULL, svg, NULL);
    if (buffer != NULL) svg->xml = xmlNewTextWriter(buffer);
    if (svg->xml == NULL && buffer != NULL) xmlOutputBufferClose(buffer);
    return svg->xml != NULL;
}

bool sk_svg_end(sk_svg_writer *svg) {
    bool sound = svg->xml != NULL && !svg->failed && xmlTextWriterFlush(svg->xml) >= 0;
    xmlFreeTextWriter(svg->xml);
    sk_arena_free(svg->scratch);
    *svg = (sk_svg_writer){0};
    return sound;
}

static void note(sk_svg_writer *svg, int result) {
    if (result < 0) svg->failed = true;
}

static void new_line(sk_svg_writer *svg, int depth) {
    static const char spaces[] = "\n                ";
    int most = (int)sizeof spaces - 1;
    int length = depth + 1 < most ? depth + 1 : most;
    note(svg, xmlTextWriterWriteRawLen(svg->xml, BAD_CAST spaces, length));
}

void sk_svg_end_document(sk_svg_writer *svg) {
    note(svg, xmlTextWriterFlush(svg->xml));
    const char *end = sk_svg_seal_text(svg->scratch, svg->seal);
    note(svg, xmlTextWriterWriteRaw(svg->xml, BAD_CAST end));
}

void sk_svg_open(sk_svg_writer *svg, int depth, const char *name) {
    new_line(svg, depth);
    sk_svg_open_inline(svg, name);
}

void sk_svg_open_inline(sk_svg_writer *svg, const char *name) {
    note(svg, xmlTextWriterStartElement(svg->xml, BAD_CAST name));
}

void sk_svg_close(sk_svg_writer *svg) {
    note(svg, xmlTextWriterEndElement(svg->xml));
}

void sk_svg_close_below(sk_svg_writer *svg, int depth) {
    new_line(svg, depth);
    sk_svg_close(svg);
}

void sk_svg_attribute(sk_svg_writer *svg, const char *name, const char *value) {
    if (value == NULL) return;
    if (!sk_text_is_clean(value)) value = sk_text_clean(svg->scratch, value);
    note(svg, xmlTextWriterWriteAttribute(svg->xml, BAD_CAST name, BAD_CAST value));
}

void sk_svg_text(sk_svg_writer *svg, const char *text) {
    if (!sk_text_is_clean(text)) text = sk_text_clean(svg->scratch, text);
    note(svg, xmlTextWriterWriteString(svg->xml, BAD_CAST text));
}

void sk_svg_text_line(sk_svg_writer *svg, const char *text) {
    new_line(svg, 1);
    sk_svg_text(svg, text);
}

void sk_svg_text_element(sk_svg_writer *svg, int depth, const char *name, const char *text) {
    if (text == NULL || text[0] == '\0') return;
    sk_svg_open(svg, depth, name);
    sk_svg_text(svg, text);
    sk_svg_close(svg);
}

void sk_svg_place(sk_svg_writer *svg, const char *name, double mm) {
    sk_svg_attribute(svg, name, sk_number_text(svg->scratch, sk_pt(mm), PLACE_DECIMALS));
}

const char *sk_svg_length_text(const sk_svg_writer *svg, double mm) {
    return sk_number_text(svg->scratch, sk_pt(mm), LENGTH_DECIMALS);
}

void sk_svg_length(sk_svg_writer *svg, const char *name, double mm) {
    sk_svg_attribute(svg, name, sk_svg_length_text(svg, mm));
}

void sk_svg_millimetres(sk_svg_writer *svg, const char *name, sk_page_point point) {
    enum { DECIMALS = 3 };
    sk_svg_attribute(
        svg, name,
        sk_arena_printf(svg->scratch, "%s %s", sk_number_text(svg->scratch, point.x_mm, DECIMALS),
                        sk_number_text(svg->scratch, point.y_mm, DECIMALS)));
}

const char *sk_svg_own_id(const sk_svg_writer *svg, const char *name) {
    return sk_page_id_prefixed(svg->scratch, SK_PAGE_ID_RENDERER, name);
}
