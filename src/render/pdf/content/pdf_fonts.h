/** The fonts of a document as objects: each the part of its file that is used, with what its codes
 *  stand for (ISO 32000-1, 9.7 and 9.10.3). */
#ifndef STREEKKAART_RENDER_PDF_CONTENT_PDF_FONTS_H
#define STREEKKAART_RENDER_PDF_CONTENT_PDF_FONTS_H

#include "render/pdf/content/pdf_faces.h"
#include "streekkaart/diag.h"

/** To be done when no more letters will be asked for. SK_ERR_ENVIRONMENT: a font can't be taken in
 *  part; `diag` names it. */
SK_CHECKED sk_status sk_pdf_fonts_write(const sk_pdf_faces *faces, sk_pdf_objects *objects,
                                        const char *file, sk_diag *diag);

#endif
