#include "render/pdf/objects/pdf_strings.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/clean_text.h"

void sk_pdf_put_utf16(sk_pdf_bytes *bytes, const char *utf8, size_t length) {
    for (size_t at = 0; at < length;) {
        uint32_t letter = 0;
        size_t step = sk_text_decode((const unsigned char *)utf8 + at, &letter);
        if (step == 0) return;
        at += step;
        if (letter < 0x10000) {
            sk_pdf_put_format(bytes, "%04X", (unsigned)letter);
            continue;
        }
        letter -= 0x10000;
        sk_pdf_put_format(bytes, "%04X%04X", (unsigned)(0xD800 | letter >> 10),
                          (unsigned)(0xDC00 | (letter & 0x3FF)));
    }
}

static bool is_ascii(const char *text, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (text[i] < ' ' || text[i] > '~') return false;
    return true;
}

void sk_pdf_put_string(sk_pdf_bytes *bytes, const char *utf8) {
    size_t length = strlen(utf8);
    if (!is_ascii(utf8, length)) {
        sk_pdf_put_text(bytes, "<FEFF");
        sk_pdf_put_utf16(bytes, utf8, length);
        sk_pdf_put_text(bytes, ">");
        return;
    }
    sk_pdf_put_text(bytes, "(");
    for (size_t i = 0; i < length; i++) {
        if (strchr("()\\", utf8[i]) != NULL) sk_pdf_put_text(bytes, "\\");
        sk_pdf_put(bytes, utf8 + i, 1);
    }
    sk_pdf_put_text(bytes, ")");
}

void sk_pdf_put_clean_string(sk_pdf_bytes *bytes, const char *utf8, sk_arena *scratch) {
    sk_pdf_put_string(bytes, sk_text_clean(scratch, utf8));
}

void sk_pdf_put_name(sk_pdf_bytes *bytes, const char *name) {
    sk_pdf_put_text(bytes, "/");
    for (const char *c = name; *c != '\0'; c++) {
        bool plain = (*c >= '0' && *c <= '9') || (*c >= 'A' && *c <= 'Z') ||
                     (*c >= 'a' && *c <= 'z') || strchr("+-_.", *c) != NULL;
        if (plain)
            sk_pdf_put(bytes, c, 1);
        else
            sk_pdf_put_format(bytes, "#%02X", (unsigned)(unsigned char)*c);
    }
}
