#include "text/dash.h"

#include <string.h>

bool sk_text_is_dash(const char *word, size_t length) {
    static const char *const dashes[] = {"-", "\xE2\x80\x93", "\xE2\x80\x94", "/"};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (strlen(dashes[i]) == length && strncmp(dashes[i], word, length) == 0) return true;
    return false;
}
