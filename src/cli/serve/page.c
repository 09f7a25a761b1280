#include "cli/serve/page.h"

#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* src/cli/serve/page/: the build puts them into the program. */
extern const char sk_follow_js[];
extern const char sk_figures_css[];

/* A moment needs no escapes. */
static void put_script(FILE *page, const char *moment) {
    fprintf(page, "<script data-moment=\"%s\">\n%s</script>\n", moment, sk_follow_js);
}

/* All of the file, or less where it is shorter by now. */
static size_t read_all(int descriptor, char *bytes, size_t most) {
    size_t count = 0;
    for (;;) {
        ssize_t got = read(descriptor, bytes + count, most - count);
        if (got <= 0) return count;
        count += (size_t)got;
    }
}

/* Where the page's body ends; its end where that isn't said. */
static size_t body_end(const char *text, size_t length) {
    static const char tag[] = "</body>";
    const char *last = g_strrstr_len(text, (gssize)length, tag);
    return last == NULL ? length : (size_t)(last - text);
}

sk_page_text sk_page_followed(int descriptor, size_t bytes, const char *moment) {
    char *text = malloc(bytes + 1);
    sk_page_text page = {NULL, 0};
    if (text == NULL) return page;
    size_t length = read_all(descriptor, text, bytes), end = body_end(text, length);
    FILE *stream = sk_heap_stream(&page.bytes, &page.length);
    fwrite(text, 1, end, stream);
    put_script(stream, moment);
    fwrite(text + end, 1, length - end, stream);
    sk_heap_stream_close(stream);
    free(text);
    return page;
}

/* A path has no character that means something in HTML; its name is shown without escapes. */
static void put_figure(FILE *page, const char *path) {
    char *file = g_uri_unescape_string(path + 1, NULL);
    char *name = g_markup_escape_text(file == NULL ? path + 1 : file, -1);
    const char *ending = strrchr(path, '.');
    fprintf(page, "<figure>\n<figcaption><a href=\"%s\">%s</a></figcaption>\n", path, name);
    if (ending != NULL && strcmp(ending, ".pdf") == 0)
        fprintf(page, "<embed src=\"%s\" type=\"application/pdf\">\n</figure>\n", path);
    else
        fprintf(page, "<img src=\"%s\" alt=\"%s\">\n</figure>\n", path, name);
    g_free(name);
    g_free(file);
}

sk_page_text sk_page_of_figures(sk_string_list figures, const char *moment) {
    sk_page_text page = {NULL, 0};
    FILE *stream = sk_heap_stream(&page.bytes, &page.length);
    fprintf(stream,
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<title>streekkaart watch</title>\n<style>\n%s</style>\n</head>\n<body>\n<main>\n",
            sk_figures_css);
    if (figures.count == 0) fputs("<p>No figure is drawn yet.</p>\n", stream);
    for (size_t i = 0; i < figures.count; i++) put_figure(stream, figures.items[i]);
    fputs("</main>\n", stream);
    put_script(stream, moment);
    fputs("</body>\n</html>\n", stream);
    sk_heap_stream_close(stream);
    return page;
}
