/** The fonts of a document: which letters of which face are used, under what codes.
 *
 *  A letter is a glyph together with the text that it stands for, so that what is copied from the
 *  file is the text, whatever shape it has. */
#ifndef STREEKKAART_RENDER_PDF_CONTENT_PDF_FACES_H
#define STREEKKAART_RENDER_PDF_CONTENT_PDF_FACES_H

#include <hb.h>

#include "render/pdf/content/pdf_content.h"

typedef struct sk_pdf_faces sk_pdf_faces;

/** A letter of a face. */
typedef struct {
    hb_codepoint_t glyph; /* in the font's file */
    const char *utf8;     /* what it stands for; the faces' */
    size_t length;
    double width; /* in thousandths of the size */
    unsigned code;
    size_t next_of_glyph; /* 1 + the index of another letter with this glyph; 0: none */
} sk_pdf_letter;

/** A face: a font's file, at one place of its design space. */
typedef struct {
    hb_face_t *face;
    hb_font_t *font; /* of a thousand units */
    bool has_true_type_outlines;
    int object;      /* of the font's dictionary */
    size_t resource; /* among the fonts */
    sk_pdf_letter *letters;
    size_t count, capacity;
    size_t *by_glyph; /* 1 + the index of the first letter with the glyph; 0: none */
    size_t *outlines; /* 1 + the glyph's outline among the resources; 0: not drawn yet */
    size_t glyph_count;
} sk_pdf_face;

/** The caller's, until sk_pdf_faces_free(). */
sk_pdf_faces *sk_pdf_faces_create(sk_pdf_objects *objects, sk_pdf_resources *resources);
/** NULL is fine. */
void sk_pdf_faces_free(sk_pdf_faces *faces);

/** The face that `font` is set in; lent, until the next call. */
sk_pdf_face *sk_pdf_faces_find(sk_pdf_faces *faces, hb_font_t *font);
/** The letter of `face` with that glyph, for that text; lent, until the next call. Where the
 *  outlines are PostScript's, a glyph stands for the text that it stood for first. */
const sk_pdf_letter *sk_pdf_faces_letter(sk_pdf_faces *faces, sk_pdf_face *face,
                                         hb_codepoint_t glyph, const char *utf8, size_t length);
/** The fonts used so far, by index; NULL behind the last. */
const sk_pdf_face *sk_pdf_faces_get(const sk_pdf_faces *faces, size_t index);

#endif
