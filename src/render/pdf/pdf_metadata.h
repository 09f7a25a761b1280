/** What a file says of itself, in its information dictionary and as XMP, which agree. */
#ifndef STREEKKAART_RENDER_PDF_PDF_METADATA_H
#define STREEKKAART_RENDER_PDF_PDF_METADATA_H

#include "render/pdf/objects/pdf_objects.h"
#include "streekkaart/print_edition.h"
#include "streekkaart/scene.h"

/** The information dictionary, of the document whose first page this is. For a printing house,
 * which wants a date, it is that of the profile where no other is given. `print` may be NULL. */
int sk_pdf_information_write(sk_pdf_objects *objects, const sk_scene *first,
                             const sk_print_edition *print);
/** The stream of XMP, which says so where the file is for an archive; to be written when all that
 * is drawn has been. */
int sk_pdf_xmp_write(sk_pdf_objects *objects, const sk_scene *first, const sk_print_edition *print,
                     bool archive);

#endif
