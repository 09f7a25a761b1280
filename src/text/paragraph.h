/** Text of any length, set in lines of a given width, ragged on the right.
 *
 *  Lines end at spaces, but not before a dash, and after hyphens and slashes; within a long word,
 *  with a hyphen, where that saves a line; and within what has no such place and fits no line. */
#ifndef STREEKKAART_TEXT_PARAGRAPH_H
#define STREEKKAART_TEXT_PARAGRAPH_H

#include "streekkaart/hyphenator.h"
#include "streekkaart/typesetter.h"

typedef struct sk_paragraph sk_paragraph;

/** `utf8` (NULL: nothing) measured in `style`, ready to be set in any width; the arena's. Without a
 *  hyphenator (NULL) no word gets a hyphen. */
sk_paragraph *sk_paragraph_create(sk_typesetter *typesetter, const sk_hyphenator *hyphenator,
                                  const char *utf8, const sk_text_style *style, sk_arena *arena);

/** The width that it takes on one line. */
double sk_paragraph_natural_width(const sk_paragraph *paragraph);
/** The width of its widest word, which a line should hold if it can. */
double sk_paragraph_word_width(const sk_paragraph *paragraph);

/** How many lines it takes when none is wider than `width_mm`; 0 for an empty text. */
size_t sk_paragraph_line_count(const sk_paragraph *paragraph, double width_mm);

/** The same lines; they are the arena's. */
size_t sk_paragraph_set(const sk_paragraph *paragraph, double width_mm, sk_arena *arena,
                        const char ***lines);
/** What each of these lines ends in; the arena's. */
const sk_line_end *sk_paragraph_ends(const sk_paragraph *paragraph, double width_mm,
                                     sk_arena *arena);

#endif
