/** What an object's texts say. */
#ifndef STREEKKAART_SVG_READER_OBJECT_TEXTS_H
#define STREEKKAART_SVG_READER_OBJECT_TEXTS_H

#include "svg_reader/file/svg_figure.h"

/** The words of all its letters, with or without where lines end; NULL where it has none. The
 *  arena's. */
const char *sk_object_words(const sk_svg_object *object, bool keep_lines, sk_arena *arena);

/** Is there one, seen or not? */
bool sk_object_has_halo(const sk_svg_object *object);

/** True where it has no halo, or one that says what its letters say. */
bool sk_object_halo_reads(const sk_svg_object *object, sk_arena *arena);

#endif
