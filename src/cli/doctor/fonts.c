#include <fontconfig/fontconfig.h>
#include <string.h>

#include "cli/doctor/checkup.h"
#include "streekkaart/project_settings.h"
#include "streekkaart/style_sheet.h"
#include "streekkaart/typesetter.h"

/* "18 files, as /usr/share/fonts/truetype/lato/Lato-Black.ttf": the first by name. */
static const char *files_of(const char *family, sk_arena *arena) {
    FcPattern *wish = FcPatternCreate();
    FcPatternAddString(wish, FC_FAMILY, (const FcChar8 *)family);
    FcObjectSet *wanted = FcObjectSetBuild(FC_FILE, (char *)NULL);
    FcFontSet *found = FcFontList(NULL, wish, wanted);
    const char *first = NULL;
    for (int i = 0; i < found->nfont; i++) {
        FcChar8 *file = NULL;
        if (FcPatternGetString(found->fonts[i], FC_FILE, 0, &file) != FcResultMatch) continue;
        if (first == NULL || strcmp((const char *)file, first) < 0) first = (const char *)file;
    }
    const char *text =
        sk_arena_printf(arena, "%d files, as %s", found->nfont, first == NULL ? "-" : first);
    FcFontSetDestroy(found);
    FcObjectSetDestroy(wanted);
    FcPatternDestroy(wish);
    return text;
}

void sk_checkup_fonts(sk_checkup *checkup, const char *project) {
    sk_style_sheet style;
    const char *name = checkup->arguments->style;
    if (name == NULL) name = SK_STYLE_DEFAULT;
    if (sk_style_sheet_open(project, name, checkup->diag, &style) != SK_OK)
        return;
    sk_typesetter *typesetter = NULL;
    sk_status status = sk_typesetter_create(style.font_family, style.font_package, style.language,
                                            checkup->diag, &typesetter);
    sk_typesetter_free(typesetter);
    const char *family = sk_arena_string(checkup->arena, style.font_family);
    sk_checkup_add(checkup, "fonts", family,
                   status == SK_OK ? files_of(family, checkup->arena) : NULL);
}
