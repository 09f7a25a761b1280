/** Text: one family of fonts, measured with the shaping that later draws it.
 *
 *  Measures are those of the unhinted font, so that they hold at every resolution; ligatures are
 * not used. Text that is no clean UTF-8 is measured as a scene would hold it. A typesetter belongs
 * to the thread that it was made in, whose Pango font map it uses: each figure has its own. */
#ifndef STREEKKAART_TYPESETTER_H
#define STREEKKAART_TYPESETTER_H

#include "streekkaart/diag.h"
#include "streekkaart/geometry.h"
#include "streekkaart/graphic_style.h"
#include "streekkaart/memory.h"
#include "streekkaart/status.h"

/** A family of fonts that is ready to be measured. */
typedef struct sk_typesetter sk_typesetter;

/** Letters are shaped as `language`, a tag such as "nl" (BCP 47), has them; NULL: as in none.
 *  SK_OK: *out is the caller's, until sk_typesetter_free(). SK_ERR_ENVIRONMENT: the family is not
 *  installed; `diag` names the Debian package that has it. Never another family in its stead. */
SK_CHECKED sk_status sk_typesetter_create(const char *family, const char *debian_package,
                                          const char *language, sk_diag *diag, sk_typesetter **out);
/** NULL is fine. */
void sk_typesetter_free(sk_typesetter *typesetter);

/** Has the libraries below say as the program does that there is no memory or no thread left, where
 *  they would end it by a signal (see sk_memory_set_exhausted()). To be called once, before there
 * are threads. */
void sk_typesetter_prepare(void);

/** One line of text, relative to its baseline's start: x to the right, y downwards. */
typedef struct {
    double width_mm;              /* advance */
    double ascent_mm, descent_mm; /* of the font at this size; both positive */
    double cap_height_mm;         /* height of a capital H */
    sk_page_box ink;              /* what is really painted, without the halo */
} sk_text_extent;

/** Measures one line. */
sk_text_extent sk_typesetter_measure(sk_typesetter *typesetter, const char *utf8,
                                     const sk_text_style *style);

/** The letters of a line that the family lacks, each once, as "x (U+5317), ..."; the arena's. NULL:
 * it has them all. Lacking letters are drawn as boxes, never in another font. */
const char *sk_typesetter_lacks(sk_typesetter *typesetter, const char *utf8,
                                const sk_text_style *style, sk_arena *arena);

/** The letters of a line that stand or turn as one, where the line runs along a curve. */
typedef struct {
    double start_mm, width_mm; /* along the line, from its start; tracking is between them */
    sk_page_box ink;           /* relative to the cluster's start on the baseline */
} sk_text_cluster;

/** The clusters of a line, from left to right; they are the arena's. */
size_t sk_typesetter_clusters(sk_typesetter *typesetter, const char *utf8,
                              const sk_text_style *style, sk_arena *arena, sk_text_cluster **out);

/** What a text may take: the width of a line, and how many there may be. */
typedef struct {
    double width_mm;
    size_t lines;
} sk_wrap_limits;

/** What a line of a text ends in, beside the end of a word. */
typedef enum {
    SK_LINE_ENDS_WORD,
    SK_LINE_ENDS_IN_WORD,    /* which goes on in the next line */
    SK_LINE_ENDS_HYPHENATED, /* in a word, too, with a hyphen that the word does not have */
} sk_line_end;

/** Breaks `utf8` into at most `most.lines` lines of balanced width, none wider than `most.width_mm`
 *  where that is possible: at spaces, after hyphens and slashes, before an opening bracket; never
 *  inside a word, nor so that a line ends in a short word like "de" or "&". Lines are the arena's.
 */
size_t sk_typesetter_wrap(sk_typesetter *typesetter, const char *utf8, const sk_text_style *style,
                          sk_wrap_limits most, sk_arena *arena, const char ***lines);

/** The text in capital letters, in `arena`; what has none stays as it is. */
const char *sk_text_capitals(const char *utf8, sk_arena *arena);

#endif
