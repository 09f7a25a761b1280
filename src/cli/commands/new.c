#include <stdio.h>
#include <string.h>

#include "cli/arguments/installation.h"
#include "cli/arguments/option.h"
#include "cli/arguments/say.h"
#include "cli/commands/build.h"
#include "cli/commands/commands.h"
#include "streekkaart/boundary_builder.h"
#include "streekkaart/new_folder.h"
#include "streekkaart/starter.h"

/** A new project while it is made. */
typedef struct {
    sk_arguments arguments; /* with what stands for a file where none is given */
    sk_starter starter;
    sk_arena *arena;
    sk_report *report;
    bool is_demo;
} maker;

static sk_status refuse(const maker *m, const char *option, const char *remedy, const char *what) {
    SK_USAGE_ERROR(m->report->diag, option, remedy, "%s", what);
    return SK_ERR_USAGE;
}

static const char *const demo_levels[] = {"parish", "district=district", "county=county"};

/* The invented country is a file of regions like any other. */
static sk_status take_demo(maker *m) {
    sk_arguments *a = &m->arguments;
    m->is_demo = a->boundaries == NULL;
    if (!m->is_demo) return SK_OK;
    const char *const of_a_file[] = {a->mergers, a->neighbours,  a->neighbour_layer,
                                     a->layer,   a->code_column, a->name_column,
                                     a->crs};
    bool given = a->levels.count + a->homes.count > 0;
    for (size_t i = 0; i < sizeof of_a_file / sizeof *of_a_file; i++)
        given = given || of_a_file[i] != NULL;
    if (given)
        return refuse(m, "--boundaries", "name the file that the other options are about",
                      "it is missing");
    const char *demo = sk_arena_printf(m->arena, "%s/demo", m->starter.templates);
    a->boundaries = sk_arena_printf(m->arena, "%s/regions.geojson", demo);
    a->neighbours = sk_arena_printf(m->arena, "%s/neighbours.geojson", demo);
    a->levels = (sk_string_list){demo_levels, sizeof demo_levels / sizeof *demo_levels};
    m->starter.context = sk_arena_printf(m->arena, "%s/context.geojson", demo);
    return SK_OK;
}

static bool is_slug(const char *text) {
    return *text != '\0' && text[strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

/* Each has a slug of its own, and there are as many as a project may have. */
static sk_status check_levels(const maker *m, const char *const *slugs, size_t count) {
    for (size_t i = 0; i < count; i++) {
        bool is_taken = sk_settings_slug_is_reserved(slugs[i]);
        for (size_t k = 0; k < i; k++) is_taken = is_taken || strcmp(slugs[k], slugs[i]) == 0;
        if (is_taken)
            return refuse(m, "--level",
                          "give each level a name of its own, other than place, neighbour and sea",
                          sk_arena_printf(m->arena, "\"%s\" is taken already", slugs[i]));
    }
    if (count <= SK_REGION_LEVELS_MAX) return SK_OK;
    return refuse(m, "--level",
                  sk_arena_printf(m->arena, "leave some out: %d is the most", SK_REGION_LEVELS_MAX),
                  sk_arena_printf(m->arena, "%zu levels", count));
}

/* The level's own name goes into the project, the rest to the builder. */
static sk_status take_levels(maker *m) {
    sk_string_list given = m->arguments.levels;
    const char **slugs = SK_NEW_ARRAY(m->arena, const char *, given.count + 1);
    const char **larger = SK_NEW_ARRAY(m->arena, const char *, given.count);
    size_t count = 0, larger_count = 0;
    slugs[count++] = "region";
    for (size_t i = 0; i < given.count; i++) {
        const char *equals = strchr(given.items[i], '=');
        size_t length = equals == NULL ? strlen(given.items[i]) : (size_t)(equals - given.items[i]);
        const char *slug = sk_arena_string_n(m->arena, given.items[i], length);
        if (!is_slug(slug) || (equals == NULL && i > 0))
            return refuse(m, "--level",
                          "give the levels from small to large, in small letters, digits and "
                          "hyphens: --level county --level state=STATE",
                          sk_arena_printf(m->arena, "\"%s\" cannot be used", given.items[i]));
        if (equals == NULL)
            slugs[0] = slug;
        else
            slugs[count++] = slug, larger[larger_count++] = given.items[i];
    }
    m->starter.levels = (sk_string_list){slugs, count};
    m->arguments.levels = (sk_string_list){larger, larger_count};
    m->starter.home = (sk_region_level)count - 1;
    return check_levels(m, slugs, count);
}

/* Maps are about the level of which homes are named, else about the largest. */
static void take_home(maker *m) {
    if (m->arguments.homes.count == 0) return;
    const char *home = m->arguments.homes.items[0];
    size_t length = strcspn(home, ":");
    for (size_t i = 0; i < m->starter.levels.count; i++) {
        const char *slug = m->starter.levels.items[i];
        if (strlen(slug) == length && strncmp(slug, home, length) == 0)
            m->starter.home = (sk_region_level)i;
    }
}

/* "north-carolina/" as "North Carolina". */
static const char *name_of_folder(const char *folder, sk_arena *arena) {
    size_t end = strlen(folder);
    while (end > 1 && folder[end - 1] == '/') end--;
    size_t begin = end;
    while (begin > 0 && folder[begin - 1] != '/') begin--;
    char *name = sk_arena_string_n(arena, folder + begin, end - begin);
    for (size_t i = 0; name[i] != '\0'; i++) {
        if (name[i] == '-' || name[i] == '_') name[i] = ' ';
        bool first = i == 0 || name[i - 1] == ' ';
        if (first && name[i] >= 'a' && name[i] <= 'z') name[i] = (char)(name[i] - 'a' + 'A');
    }
    return name;
}

static sk_status take_crs(maker *m) {
    const sk_arguments *a = &m->arguments;
    const sk_boundary_build build = {.source = a->boundaries,
                                     .layer = a->layer,
                                     .code_column = a->code_column,
                                     .name_column = a->name_column};
    return sk_boundary_map_crs(&build, a->crs, m->arena, m->report->diag, &m->starter.crs);
}

/* How its boundaries can be built again. */
static const char *build_line(const maker *m) {
    const sk_arguments *a = &m->arguments;
    const char *const options[][2] = {
        {"layer", a->layer},           {"code", a->code_column},
        {"name", a->name_column},      {"mergers", a->mergers},
        {"neighbours", a->neighbours}, {"neighbour-layer", a->neighbour_layer}};
    const char *line = sk_arena_printf(m->arena, "streekkaart boundaries build %s", a->boundaries);
    for (size_t i = 0; i < a->levels.count; i++)
        line = sk_arena_printf(m->arena, "%s --level %s", line, a->levels.items[i]);
    for (size_t i = 0; i < a->homes.count; i++)
        line = sk_arena_printf(m->arena, "%s --home %s", line, a->homes.items[i]);
    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        if (options[i][1] != NULL)
            line = sk_arena_printf(m->arena, "%s --%s %s", line, options[i][0], options[i][1]);
    return line;
}

static sk_status find_templates(maker *m) {
    bool has_templates = false, has_study = false;
    m->starter.templates = sk_installed_folder("starter", m->arena, &has_templates);
    m->starter.study = sk_installed_study(m->arena, &has_study);
    if (has_templates && has_study) return SK_OK;
    sk_diag_error(m->report->diag,
                  (sk_place){.file = has_templates ? m->starter.study : m->starter.templates},
                  "install Streekkaart as a whole", "what a new project is made of is not there");
    return SK_ERR_ENVIRONMENT;
}

static sk_status prepare(maker *m) {
    sk_status status = find_templates(m);
    if (status == SK_OK) status = take_demo(m);
    if (status == SK_OK) status = take_levels(m);
    if (status != SK_OK) return status;
    take_home(m);
    m->starter.language = m->arguments.language == NULL ? "en" : m->arguments.language;
    m->starter.source_line = m->arguments.source_line;
    m->starter.area_name =
        m->is_demo ? "Osmere" : name_of_folder(m->arguments.operands[0], m->arena);
    m->starter.build = build_line(m);
    return take_crs(m);
}

static sk_status fill(maker *m) {
    sk_status status = sk_starter_write_settings(&m->starter, m->report->diag);
    if (status == SK_OK)
        status = sk_build_set(m->starter.folder, m->arguments.boundaries, &m->arguments, m->arena,
                              m->report);
    return status == SK_OK ? sk_starter_write_rest(&m->starter, m->report->diag) : status;
}

static sk_status make(maker *m) {
    sk_new_folder *folder = NULL;
    sk_status status = sk_new_folder_begin(m->arguments.operands[0], m->report->diag, &folder);
    if (status != SK_OK) return status;
    m->starter.folder = sk_new_folder_path(folder);
    status = fill(m);
    if (status == SK_OK) status = sk_new_folder_commit(folder, m->report->diag);
    sk_new_folder_free(folder);
    return status;
}

static void print_result(const maker *m) {
    const char *folder = m->arguments.operands[0];
    sk_say(stdout, "%s: a project with two sectors and their figures, in %s", folder,
           m->starter.crs);
    if (m->starter.source_line == NULL)
        sk_say(stdout,
               "%s/project.json: source_line says \"replace me\": write where data are from",
               folder);
    sk_say(stdout, "next: cd %s && streekkaart annex; README.md there tells what to edit where",
           folder);
}

sk_status sk_new_command(const sk_arguments *arguments, sk_report *report) {
    maker m = {.arguments = *arguments, .arena = sk_arena_create(), .report = report};
    m.arguments.quiet = true; /* what is said of a part is said of the whole */
    sk_status status = prepare(&m);
    if (status == SK_OK) status = make(&m);
    if (status == SK_OK && !arguments->quiet) print_result(&m);
    sk_arena_free(m.arena);
    return status;
}
