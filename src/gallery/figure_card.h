/** A figure on the page: its picture, its files and the rows of its legend table. */
#ifndef STREEKKAART_GALLERY_FIGURE_CARD_H
#define STREEKKAART_GALLERY_FIGURE_CARD_H

#include "gallery/html.h"
#include "streekkaart/gallery.h"

/** Writes it as an item of a list; composer->typesetter is needed. */
void sk_figure_card_write(const sk_html *html, const sk_composer *composer,
                          const sk_gallery_figure *figure);

#endif
