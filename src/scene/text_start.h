/** Where a line of text begins, the same for every format. */
#ifndef STREEKKAART_SCENE_TEXT_START_H
#define STREEKKAART_SCENE_TEXT_START_H

#include "streekkaart/scene.h"

/** How far before its anchor the line begins, by the width that it was measured with. */
static inline double sk_text_before_anchor_mm(const sk_text *text, size_t line) {
    switch (text->anchor) {
        case SK_ANCHOR_START:
            return 0;
        case SK_ANCHOR_MIDDLE:
            return text->lines[line].width_mm / 2;
        case SK_ANCHOR_END:
            return text->lines[line].width_mm;
    }
    return 0;
}

#endif
