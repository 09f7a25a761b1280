/** Places that links and bookmarks lead to, and where on the page they stand. */
#ifndef STREEKKAART_RENDER_PDF_PDF_PLACES_H
#define STREEKKAART_RENDER_PDF_PDF_PLACES_H

#include "render/pdf/objects/pdf_objects.h"
#include "streekkaart/document.h"
#include "streekkaart/typesetter.h"

/** The box around all that a group shows; of no size where it shows nothing. */
sk_page_box sk_pdf_group_box(const sk_group *group, sk_typesetter *typesetter);
/** "LEFT LOW RIGHT HIGH", in points. */
void sk_pdf_put_box(sk_pdf_bytes *bytes, const sk_scene *page, sk_page_box box);

/** Named places, gathered over the pages. Begins as zero. */
typedef struct {
    struct sk_pdf_place_name *items;
    size_t count, capacity;
} sk_pdf_places;

void sk_pdf_places_free(sk_pdf_places *places);
/** Notes the group's anchor, at the top left corner of `box`; the first of a name counts. */
void sk_pdf_places_add(sk_pdf_places *places, const sk_group *group, const sk_scene *scene,
                       int page, sk_page_box box);
/** The catalogue's entry for them; nothing where there are none. */
void sk_pdf_put_places(sk_pdf_bytes *bytes, const sk_pdf_places *places, sk_pdf_objects *objects);

#endif
