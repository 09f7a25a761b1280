#include "render/cairo/png_texts.h"

#include <string.h>

static int is_ascii(const char *text) {
    for (; *text != '\0'; text++)
        if ((unsigned char)*text > 126) return 0;
    return 1;
}

void sk_png_texts_set(png_structp png, png_infop info, const sk_scene *scene) {
    const struct {
        const char *keyword, *text;
    } texts[] = {{"Title", scene->title},
                 {"Author", scene->author},
                 {"Description", scene->description},
                 {"Source", scene->subject},
                 {"Software", "streekkaart " SK_VERSION}};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        if (texts[i].text == NULL || texts[i].text[0] == '\0') continue;
        png_text text = {.key = (png_charp)texts[i].keyword, .text = (png_charp)texts[i].text};
        text.compression =
            is_ascii(text.text) ? PNG_TEXT_COMPRESSION_NONE : PNG_ITXT_COMPRESSION_NONE;
        if (text.compression == PNG_ITXT_COMPRESSION_NONE) {
            text.lang = (png_charp)(scene->language != NULL ? scene->language : "");
            text.lang_key = text.key;
            text.itxt_length = strlen(text.text);
        } else {
            text.text_length = strlen(text.text);
        }
        png_set_text(png, info, &text, 1);
    }
}
