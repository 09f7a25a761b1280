/** XML for SVG: attributes and numbers, whatever the locale. */
#ifndef STREEKKAART_RENDER_SVG_SVG_WRITER_H
#define STREEKKAART_RENDER_SVG_SVG_WRITER_H

#include <libxml/xmlwriter.h>
#include <stdint.h>

#include "base/number_text.h"
#include "streekkaart/scene.h"
#include "streekkaart/stream.h"
#include "streekkaart/svg_target.h"
#include "streekkaart/typesetter.h"

typedef struct {
    xmlTextWriterPtr xml;
    sk_stream *stream;
    uint64_t seal; /* of what went to the stream; see svg_seal.h */
    const sk_svg_target *target;
    sk_arena *scratch;            /* for the texts of one file */
    struct sk_svg_styles *styles; /* the file's classes; see svg_styles.h */
    sk_typesetter *typesetter;    /* where the target needs the letters; else NULL */
    sk_page_box *clips;           /* the file's clip paths, in the order of their ids */
    size_t clip_count, clip_capacity;
    bool failed; /* libxml2 had no memory */
} sk_svg_writer;

/** False when libxml2 has no memory. What is written goes to `stream`. */
bool sk_svg_begin(sk_svg_writer *svg, sk_stream *stream, const sk_svg_target *target);
/** Writes the end of the document, sealed: the root is the one element that is still open. */
void sk_svg_end_document(sk_svg_writer *svg);
/** Writes what is still held back and frees the writer; false when anything failed. */
bool sk_svg_end(sk_svg_writer *svg);

/** Opens an element on a line of its own, indented by `depth`. */
void sk_svg_open(sk_svg_writer *svg, int depth, const char *name);
/** Opens an element right where the last thing ended, for text that must not gain white space. */
void sk_svg_open_inline(sk_svg_writer *svg, const char *name);
/** Closes an element that has no children. */
void sk_svg_close(sk_svg_writer *svg);
/** Closes an element on a line of its own, indented by `depth`. */
void sk_svg_close_below(sk_svg_writer *svg, int depth);

/** Writes nothing when `value` is NULL. Texts are made clean and escaped. */
void sk_svg_attribute(sk_svg_writer *svg, const char *name, const char *value);
void sk_svg_text(sk_svg_writer *svg, const char *text);
/** The same, on a line of its own. */
void sk_svg_text_line(sk_svg_writer *svg, const char *text);
/** An element with nothing but text; none where the text is NULL or empty. */
void sk_svg_text_element(sk_svg_writer *svg, int depth, const char *name, const char *text);

/** The drawing's unit is the point: Illustrator takes it for that, whatever the page's size says,
 *  and browsers space the letters of text badly that is only two or three units high. */
/** A place on one of the axes: `mm` in points, to a hundredth. */
void sk_svg_place(sk_svg_writer *svg, const char *name, double mm);
/** A length: `mm` in points, to a thousandth. */
void sk_svg_length(sk_svg_writer *svg, const char *name, double mm);
const char *sk_svg_length_text(const sk_svg_writer *svg, double mm);

/** Two numbers in millimetres, for this program to read again. */
void sk_svg_millimetres(sk_svg_writer *svg, const char *name, sk_page_point point);

/** The id of something that is no group of the scene: the page's title, a clip path. */
const char *sk_svg_own_id(const sk_svg_writer *svg, const char *name);

#endif
