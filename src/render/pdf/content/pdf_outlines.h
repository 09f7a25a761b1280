/** Letters as outlines to be stroked: what halos are made of.
 *
 *  A halo that is text, whatever it is marked as, is text a second time to programs that search or
 *  copy; so each letter's outline is a small drawing, made once for a document and shown wherever
 *  it is needed, with the line that is set there. */
#ifndef STREEKKAART_RENDER_PDF_CONTENT_PDF_OUTLINES_H
#define STREEKKAART_RENDER_PDF_CONTENT_PDF_OUTLINES_H

#include "render/pdf/content/pdf_faces.h"

/** The widest halo that is shown whole, in thousandths of the letters' size. */
enum { SK_PDF_HALO_MOST = 1000 };

/** False for a glyph that has no outline, such as a blank. Else *index is its drawing among the
 *  resources, in thousandths of the letters' size, from the glyph's origin, y upwards. */
bool sk_pdf_outline_find(sk_pdf_shared *shared, sk_pdf_face *face, hb_codepoint_t glyph,
                         size_t *index);

#endif
