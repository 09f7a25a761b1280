#include "render/cairo/png_texts.h"

#include <stdbool.h>
#include <string.h>

static bool is_ascii(const char *text) {
    for (; *text != '\0'; text++)
        if ((unsigned char)*text > 126) return false;
    return true;
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
        const char *words = texts[i].text;
        if (words == NULL || words[0] == '\0') continue;
        bool plain = is_ascii(words);
        png_text chunk = {
            .compression = plain ? PNG_TEXT_COMPRESSION_NONE : PNG_ITXT_COMPRESSION_NONE,
            .key = (png_charp)texts[i].keyword,
            .text = (png_charp)words,
            .text_length = plain ? strlen(words) : 0,
            .itxt_length = plain ? 0 : strlen(words),
        };
        if (!plain) {
            chunk.lang = (png_charp)(scene->language != NULL ? scene->language : "");
            chunk.lang_key = chunk.key;
        }
        png_set_text(png, info, &chunk, 1);
    }
}
