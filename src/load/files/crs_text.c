#include "load/files/crs_text.h"

#include <string.h>
#include <strings.h>

/* The grid that is none, which old descriptions of the web's map have. */
static const char no_grid[] = "nadgrids=@null";

static bool begins(const char *text, const char *with) {
    return strncasecmp(text, with, strlen(with)) == 0;
}

bool sk_crs_text_is_plain(const char *text) {
    static const char *const files[] = {"grids=", "init=", "file=", "model=", "PARAMETERFILE"};
    for (const char *c = text; *c != '\0'; c++) {
        if (begins(c, no_grid)) c += sizeof no_grid - 1;
        for (size_t i = 0; i < sizeof files / sizeof *files; i++)
            if (begins(c, files[i])) return false;
        if (*c == '\0') break;
    }
    return true;
}
