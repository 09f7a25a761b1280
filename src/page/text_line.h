/** A single line of text on the page. */
#ifndef STREEKKAART_PAGE_TEXT_LINE_H
#define STREEKKAART_PAGE_TEXT_LINE_H

#include "streekkaart/scene.h"
#include "streekkaart/typesetter.h"

typedef struct {
    const char *utf8;
    const char *class_name; /* as a text's; or NULL */
    const sk_text_style *style;
    sk_page_point baseline; /* where the anchor stands */
    sk_text_anchor anchor;
} sk_line_of_text;

void sk_line_of_text_draw(sk_typesetter *typesetter, sk_scene *scene, sk_group *group,
                          sk_line_of_text line);

#endif
