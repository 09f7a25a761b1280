#include <stdlib.h>
#include <string.h>

#include "load/files/cell_text.h"
#include "load/files/text_buffer.h"
#include "load/sheets/xlsx_book.h"

static int hexadecimal(char c) {
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    const char *found = c == '\0' ? NULL : strchr(digits, c);
    return found == NULL ? -1 : (int)(found - digits) % 16;
}

/* The control character that "_x000D_" at `text` stands for, or its underscore; -1: it is text. */
static int escaped(const char *text, size_t length) {
    int value = 0;
    if (length < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_') return -1;
    for (size_t i = 2; i < 6; i++) {
        int digit = hexadecimal(text[i]);
        if (digit < 0) return -1;
        value = value * 16 + digit;
    }
    return value < 0x20 || value == '_' ? value : -1;
}

/* Excel writes what XML can't hold as _xHHHH_, and an underscore that looks like that, too. A NUL,
 * which no text can hold, becomes U+FFFD. */
static size_t without_escapes(char *text, size_t length) {
    static const char replacement[] = "\xEF\xBF\xBD";
    size_t kept = 0;
    for (size_t at = 0; at < length;) {
        int character = escaped(text + at, length - at);
        if (character == 0) {
            memcpy(text + kept, replacement, sizeof replacement - 1);
            kept += sizeof replacement - 1;
        } else {
            text[kept++] = character < 0 ? text[at] : (char)character;
        }
        at += character < 0 ? 1 : 7;
    }
    return kept;
}

/* Frees what was gathered; the text of it as a cell's. */
static const char *finish(sk_text_buffer *text, sk_arena *arena) {
    size_t length = text->length == 0 ? 0 : without_escapes(text->bytes, text->length);
    const char *cell = length == 0 ? NULL : sk_cell_text(arena, text->bytes, length);
    free(text->bytes);
    return cell;
}

const char *sk_xlsx_text(sk_xml_walk *walk, sk_arena *arena) {
    sk_text_buffer text = {0};
    size_t depth = 1;
    bool in_text = false;
    while (depth > 0) {
        sk_xml_step step = sk_xml_walk_next(walk);
        if (step == SK_XML_DONE || step == SK_XML_FAULTY) break;
        if (step == SK_XML_TEXT && in_text) sk_text_buffer_put(&text, sk_xml_walk_text(walk));
        if (step == SK_XML_TEXT) continue;
        in_text = step == SK_XML_BEGIN && sk_xml_walk_is(walk, "t");
        bool spoken = step == SK_XML_BEGIN && sk_xml_walk_is(walk, "rPh");
        if (spoken && !sk_xml_walk_skip(walk)) break;
        if (spoken) continue;
        if (step == SK_XML_BEGIN)
            depth++;
        else
            depth--;
    }
    return finish(&text, arena);
}

const char *sk_xlsx_value(sk_xml_walk *walk, sk_arena *arena) {
    sk_text_buffer text = {0};
    while (sk_xml_walk_next(walk) == SK_XML_TEXT) sk_text_buffer_put(&text, sk_xml_walk_text(walk));
    return finish(&text, arena);
}
