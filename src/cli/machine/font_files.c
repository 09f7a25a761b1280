#include <fontconfig/fontconfig.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "cli/machine/machine.h"

static int by_name(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Without a configuration Fontconfig complains by itself; text/typesetter.c says so in our words.
 */
static bool fonts_are_configured(void) {
    FcConfig *empty = FcConfigCreate();
    FcChar8 *file = FcConfigGetFilename(empty, NULL);
    FcConfigDestroy(empty);
    FcStrFree(file);
    return file != NULL;
}

sk_string_list sk_machine_font_files(const char *family, sk_arena *arena) {
    if (!fonts_are_configured()) return (sk_string_list){0};
    FcPattern *wish = FcPatternCreate();
    FcPatternAddString(wish, FC_FAMILY, (const FcChar8 *)family);
    FcObjectSet *wanted = FcObjectSetBuild(FC_FILE, (char *)NULL);
    FcFontSet *found = FcFontList(NULL, wish, wanted);
    const char **files = SK_NEW_ARRAY(arena, const char *, (size_t)found->nfont);
    size_t count = 0;
    for (int i = 0; i < found->nfont; i++) {
        FcChar8 *file = NULL;
        if (FcPatternGetString(found->fonts[i], FC_FILE, 0, &file) == FcResultMatch)
            files[count++] = sk_arena_string(arena, (const char *)file);
    }
    FcFontSetDestroy(found);
    FcObjectSetDestroy(wanted);
    FcPatternDestroy(wish);
    qsort(files, count, sizeof *files, by_name);
    return (sk_string_list){files, count};
}
