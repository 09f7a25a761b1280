#include "gallery/html.h"

#include <string.h>

#include "base/clean_text.h"

void sk_html_put(const sk_html *html, const char *markup) {
    sk_output_write(html->file, markup, strlen(markup));
}

void sk_html_text(const sk_html *html, const char *text) {
    static const char *const names[] = {['&'] = "&amp;", ['<'] = "&lt;", ['"'] = "&quot;"};
    const size_t count = sizeof names / sizeof *names;
    for (const char *c = sk_text_clean(html->arena, text); *c != '\0'; c++) {
        size_t code = (unsigned char)*c;
        if (code < count && names[code] != NULL)
            sk_html_put(html, names[code]);
        else
            sk_output_write(html->file, c, 1);
    }
}

void sk_html_attribute(const sk_html *html, const char *name, const char *text) {
    sk_html_put(html, sk_arena_printf(html->arena, " %s=\"", name));
    sk_html_text(html, text);
    sk_html_put(html, "\"");
}

void sk_html_element(const sk_html *html, const char *name, const char *text) {
    sk_html_put(html, sk_arena_printf(html->arena, "<%s>", name));
    sk_html_text(html, text);
    sk_html_put(html, sk_arena_printf(html->arena, "</%s>", name));
}

void sk_html_link(const sk_html *html, const char *path, const char *text) {
    sk_html_put(html, "<a");
    sk_html_attribute(html, "href", path);
    sk_html_put(html, ">");
    sk_html_text(html, text);
    sk_html_put(html, "</a>");
}
