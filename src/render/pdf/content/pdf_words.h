/** Words that the end of a line cuts in two: who copies the text gets them whole. */
#ifndef STREEKKAART_RENDER_PDF_CONTENT_PDF_WORDS_H
#define STREEKKAART_RENDER_PDF_CONTENT_PDF_WORDS_H

#include "streekkaart/scene.h"

/** Bytes of a line, and what they stand for. */
typedef struct {
    size_t begin, end;
    const char *actual; /* the whole word at its first part, NULL at the further ones */
} sk_pdf_stretch;

enum { SK_PDF_STRETCHES = 2 }; /* one at either end of a line */

/** What is special in a line: where words go on from the line before, and to the next. */
typedef struct {
    sk_pdf_stretch stretches[SK_PDF_STRETCHES];
    size_t count;
    sk_line_end end;
    bool cut;     /* the last stretch goes on in the next line */
    bool goes_on; /* another word follows there */
} sk_pdf_line_words;

/** Of the text's line `index`; texts are the arena's. What the text is a name of (or NULL) tells
 *  where the scene does not. */
sk_pdf_line_words sk_pdf_words_of_line(const sk_text *text, size_t index, const char *name,
                                       sk_arena *arena);

#endif
