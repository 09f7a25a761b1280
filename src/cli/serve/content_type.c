#include "cli/serve/content_type.h"

#include <stddef.h>
#include <string.h>

#define PLAIN_TEXT "text/plain; charset=utf-8"

static const struct {
    const char *ending, *type;
} types[] = {
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".pdf", "application/pdf"},
    {".pgw", PLAIN_TEXT},
    {".tex", PLAIN_TEXT},
    {".qmd", PLAIN_TEXT},
    {".md", PLAIN_TEXT},
    {".tsv", PLAIN_TEXT},
};

const char *sk_content_type(const char *name) {
    const char *ending = strrchr(name, '.');
    if (ending == NULL) return NULL;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strcmp(ending, types[i].ending) == 0) return types[i].type;
    return NULL;
}
