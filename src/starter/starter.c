#include "streekkaart/starter.h"

#include "load/project/readers.h"
#include "resolve/shape_ops.h"
#include "starter/starter_lists.h"

static sk_status write_text(const sk_starter *starter, const char *name, const char *text,
                            sk_diag *diag) {
    sk_starter_file file;
    sk_starter_file_begin(&file, starter, name);
    fputs(text, file.stream);
    return sk_starter_file_end(&file, diag);
}

/* Styles and languages are the installed ones, so that a project is whole by itself. */
static sk_status copy_looks(const sk_starter *starter, sk_arena *arena, sk_diag *diag) {
    const char *language = sk_arena_printf(arena, "styles/languages/%s.json", starter->language);
    const char *copies[][2] = {{"styles/study.json", "styles/study.json"}, {language, language}};
    sk_status status = SK_OK;
    for (size_t i = 0; status == SK_OK && i < sizeof copies / sizeof *copies; i++)
        status = sk_starter_file_copy(starter,
                                      sk_arena_printf(arena, "%s/%s", starter->study, copies[i][0]),
                                      copies[i][1], diag);
    if (status != SK_OK) return status;
    return sk_starter_file_copy(starter,
                                sk_arena_printf(arena, "%s/house.json", starter->templates),
                                "styles/house.json", diag);
}

static sk_status write_base_map(const sk_starter *starter, sk_diag *diag) {
    sk_status status = write_text(starter, "layers/places.csv", "id,name,wkt\n", diag);
    if (status != SK_OK) return status;
    if (starter->context != NULL)
        return sk_starter_file_copy(starter, starter->context, "layers/context.geojson", diag);
    return write_text(starter, "layers/context.csv", "id,kind,name,rank,wkt\n", diag);
}

static sk_status write_readme(const sk_starter_work *work, const sk_region *other) {
    const sk_starter *starter = work->starter;
    sk_arena *arena = work->words->arena;
    const char *path = sk_arena_printf(arena, "%s/README.md", starter->templates);
    const char *text = sk_starter_file_text(path, arena, work->diag);
    if (text == NULL) return SK_ERR_ENVIRONMENT;
    const char *const blanks[][2] = {
        {"@name@", starter->area_name},
        {"@crs@", starter->crs},
        {"@language@", starter->language},
        {"@build@", starter->build},
        {"@home@", other->level_slug},
        {"@reference@", sk_arena_printf(arena, "%s:%s", other->level_slug, other->slug)},
        {"@sector_1@", sk_starter_sector_slug(work, 1)},
        {"@sector_2@", sk_starter_sector_slug(work, 2)},
        {"@context@", starter->context == NULL ? "csv" : "geojson"},
    };
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
        text = sk_starter_fill(text, blanks[i][0], blanks[i][1], arena);
    return write_text(starter, "README.md", text, work->diag);
}

/* The two largest homes; of one only, that one twice. */
static void choose_homes(const sk_project *project, const sk_region *homes[SK_STARTER_SECTORS]) {
    const sk_region_list *all = &project->regions[project->settings.home];
    double most[SK_STARTER_SECTORS] = {-1, -1};
    for (size_t i = 0; i < all->count; i++) {
        double area = sk_shape_area(&all->items[i].shape);
        if (area > most[0]) {
            most[1] = most[0], homes[1] = homes[0];
            most[0] = area, homes[0] = &all->items[i];
        } else if (area > most[1]) {
            most[1] = area, homes[1] = &all->items[i];
        }
    }
    if (homes[1] == NULL) homes[1] = homes[0];
}

static sk_status write_catalogue(const sk_starter_work *work) {
    const sk_region *homes[SK_STARTER_SECTORS] = {NULL};
    choose_homes(work->project, homes);
    if (homes[0] == NULL) return SK_ERR_DATA; /* the boundaries were built with one */
    sk_status status = SK_OK;
    for (int i = 1; status == SK_OK && i <= SK_STARTER_SECTORS; i++) {
        const sk_region *other = homes[SK_STARTER_SECTORS - i];
        status = sk_starter_map_write(work, i, homes[i - 1], other == homes[i - 1] ? NULL : other);
    }
    if (status == SK_OK) status = sk_starter_lists_write(work, homes);
    return status == SK_OK ? write_readme(work, homes[1]) : status;
}

static sk_status write_with(const sk_starter *starter, sk_arena *arena, sk_diag *diag) {
    sk_starter_words words;
    sk_project project = {.directory = starter->folder};
    const sk_load load = {
        .directory = starter->folder, .arena = arena, .diag = diag, .settings = &project.settings};
    sk_status status = sk_starter_words_read(starter, arena, diag, &words);
    if (status == SK_OK)
        status = sk_project_settings_open(starter->folder, arena, diag, &project.settings);
    if (status == SK_OK && !sk_boundary_set_read(&load, &project)) status = SK_ERR_DATA;
    const sk_starter_work work = {starter, &words, &project, diag};
    if (status == SK_OK) status = copy_looks(starter, arena, diag);
    if (status == SK_OK) status = write_base_map(starter, diag);
    return status == SK_OK ? write_catalogue(&work) : status;
}

sk_status sk_starter_write_rest(const sk_starter *starter, sk_diag *diag) {
    sk_arena *arena = sk_arena_create();
    sk_status status = write_with(starter, arena, diag);
    sk_arena_free(arena);
    return status;
}
