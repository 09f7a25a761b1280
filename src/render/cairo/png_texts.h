/** What a PNG says of itself: title, author, program. */
#ifndef STREEKKAART_RENDER_CAIRO_PNG_TEXTS_H
#define STREEKKAART_RENDER_CAIRO_PNG_TEXTS_H

#include <png.h>

#include "streekkaart/scene.h"

/** Sets the texts that the scene has, by the keywords of the PNG specification (section 11.3.4.2),
 * to be written before the picture; as UTF-8 where Latin letters don't do. libpng may jump. */
void sk_png_texts_set(png_structp png, png_infop info, const sk_scene *scene);

#endif
