/** What a file says of itself, in its information dictionary and as XMP, which agree. */
#ifndef STREEKKAART_RENDER_PDF_PDF_METADATA_H
#define STREEKKAART_RENDER_PDF_PDF_METADATA_H

#include "render/pdf/objects/pdf_objects.h"
#include "streekkaart/scene.h"

/** The information dictionary, of the document whose first page this is. */
int sk_pdf_information_write(sk_pdf_objects *objects, const sk_scene *first);
/** The stream of XMP. */
int sk_pdf_xmp_write(sk_pdf_objects *objects, const sk_scene *first);

#endif
