#include "cli/doctor/checkup.h"
#include "cli/machine/machine.h"
#include "streekkaart/project_settings.h"
#include "streekkaart/style_sheet.h"
#include "streekkaart/typesetter.h"

/* "18 files, as /usr/share/fonts/truetype/lato/Lato-Black.ttf": the first by name. */
static const char *files_of(const char *family, sk_arena *arena) {
    sk_string_list files = sk_machine_font_files(family, arena);
    return sk_arena_printf(arena, "%zu files, as %s", files.count,
                           files.count == 0 ? "-" : files.items[0]);
}

void sk_checkup_fonts(sk_checkup *checkup, const char *project) {
    sk_style_sheet style;
    sk_project_settings settings;
    if (sk_project_settings_open(project, checkup->arena, checkup->diag, &settings) != SK_OK)
        return;
    const char *name = checkup->arguments->style;
    if (name == NULL) name = settings.style;
    if (sk_style_sheet_open(project, &settings, name, checkup->diag, &style) != SK_OK) return;
    sk_typesetter *typesetter = NULL;
    sk_status status = sk_typesetter_create(style.font_family, style.font_package, style.language,
                                            checkup->diag, &typesetter);
    sk_typesetter_free(typesetter);
    const char *family = sk_arena_string(checkup->arena, style.font_family);
    sk_checkup_add(checkup, "fonts", family,
                   status == SK_OK ? files_of(family, checkup->arena) : NULL);
}
