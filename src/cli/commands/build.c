#include "cli/commands/build.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/arguments/inputs.h"
#include "cli/arguments/option.h"
#include "cli/arguments/project_folder.h"
#include "cli/arguments/say.h"
#include "cli/commands/commands.h"
#include "streekkaart/boundary_builder.h"

static void print_result(const sk_boundary_build *build, const sk_boundary_report *result) {
    const sk_project_settings *settings = build->settings;
    sk_arena *arena = sk_arena_create();
    const char *counts =
        sk_arena_printf(arena, "%s: of %zu polygons", build->out, result->polygons);
    for (int level = 0; level < SK_REGION_LEVEL_COUNT; level++)
        if (settings->levels[level].slug != NULL)
            counts = sk_arena_printf(arena, "%s%s %zu %s", counts, level == 0 ? "" : ",",
                                     result->regions[level], settings->levels[level].plural);
    sk_say(stdout, "%s", counts);
    sk_say(stdout,
           "%zu of %zu points kept, in %zu kB; the area of a region changed by %.4f %% at most",
           result->points_written, result->points_read, (result->bytes + 999) / 1000,
           100 * result->worst_change);
    sk_arena_free(arena);
}

/* For who waits at a terminal; a log is told the result. */
static void print_stage(void *context, const char *stage) {
    (void)context;
    sk_say(stderr, "%s ...", stage);
}

static bool ends_as_set(const char *path) {
    static const char ending[] = ".gpkg";
    size_t length = strlen(path), behind = strlen(ending);
    return length > behind && strcmp(path + length - behind, ending) == 0;
}

static sk_status check_out(const char *folder, const sk_arguments *arguments, const char *out,
                           sk_diag *diag) {
    const sk_result_place place = {"--out", out, "boundaries"};
    if (!ends_as_set(out)) {
        SK_USAGE_ERROR(diag, "--out", "let it end in .gpkg", "%s is no name of a GeoPackage", out);
        return SK_ERR_USAGE;
    }
    sk_status status = sk_inputs_keep_file(arguments, folder, place, diag);
    if (status != SK_OK || arguments->force || sk_boundary_set_may_be_at(out)) return status;
    SK_USAGE_ERROR(diag, "--out", "take another name, or --force to replace it",
                   "%s is there already, and is no boundary set", out);
    return SK_ERR_USAGE;
}

static bool ends_as_table(const char *path) {
    size_t length = strlen(path);
    return length > 4 && strcmp(path + length - 4, ".csv") == 0;
}

/* The level that is named before the "="; -1, reported, where the project has none of that name. */
static sk_region_level level_of(const char *text, const sk_project_settings *settings,
                                sk_arena *arena, sk_diag *diag) {
    const char *equals = strchr(text, '=');
    const char *slug =
        equals == NULL ? text : sk_arena_string_n(arena, text, (size_t)(equals - text));
    sk_region_level level = strcmp(slug, settings->levels[SK_REGION_NEIGHBOUR].slug) == 0
                                ? SK_REGION_NEIGHBOUR
                                : sk_settings_level(settings, slug);
    const char *names = sk_settings_level_names(settings, arena);
    if (equals == NULL || equals[1] == '\0') {
        SK_USAGE_ERROR(diag, "--level", "write LEVEL=COLUMN or LEVEL=TABLE.csv",
                       "\"%s\" does not say where a level stands", text);
        return -1;
    }
    if (level > SK_REGION_SMALLEST) return level;
    if (level == SK_REGION_SMALLEST)
        SK_USAGE_ERROR(diag, "--level", "name its column with --code, and leave this out",
                       "%s is the smallest level, which the polygons are", slug);
    else
        SK_USAGE_ERROR(diag, "--level",
                       sk_arena_printf(arena, "the levels of project.json are %s", names),
                       "the project has no level \"%s\"", slug);
    return -1;
}

/* What --level says of each level; where it says nothing, the project's own table, if it has one.
 */
static sk_status find_levels(const char *folder, const sk_arguments *arguments, sk_arena *arena,
                             sk_diag *diag, sk_boundary_build *build) {
    const char *own = sk_path_in(arena, folder, "boundaries/levels.csv");
    bool has_own = access(own, F_OK) == 0;
    for (int level = 1; has_own && level < SK_REGION_LEVEL_COUNT; level++)
        build->levels[level].table = own;
    for (size_t i = 0; i < arguments->levels.count; i++) {
        const char *text = arguments->levels.items[i];
        sk_region_level level = level_of(text, build->settings, arena, diag);
        if (level < 0) return SK_ERR_USAGE;
        const char *where = strchr(text, '=') + 1;
        bool is_table = ends_as_table(where);
        build->levels[level] = (sk_boundary_level){.column = is_table ? NULL : where,
                                                   .table = is_table ? where : NULL};
    }
    return SK_OK;
}

sk_status sk_build_set(const char *folder, const char *source, const sk_arguments *arguments,
                       sk_arena *arena, sk_report *report) {
    sk_project_settings settings;
    sk_status status = sk_project_settings_open(folder, arena, report->diag, &settings);
    if (status != SK_OK) return status;
    sk_boundary_build build = {
        .settings = &settings,
        .source = source,
        .layer = arguments->layer,
        .crs = arguments->crs,
        .code_column = arguments->code_column,
        .name_column = arguments->name_column,
        .homes = arguments->homes,
        .mergers = arguments->mergers,
        .neighbours = arguments->neighbours,
        .neighbour_layer = arguments->neighbour_layer,
        .out = arguments->out,
        .tolerance_m = arguments->tolerance_m,
    };
    if (!arguments->quiet && isatty(STDERR_FILENO)) build.progress = print_stage;
    if (build.out == NULL) build.out = sk_path_in(arena, folder, "boundaries/regions.gpkg");
    status = check_out(folder, arguments, build.out, report->diag);
    if (status == SK_OK) status = find_levels(folder, arguments, arena, report->diag, &build);
    if (status != SK_OK) return status;
    sk_boundary_report result;
    status = sk_boundary_build_run(&build, report->diag, &result);
    if (status == SK_OK && !arguments->quiet) print_result(&build, &result);
    return status;
}

sk_status sk_build_command(const sk_arguments *arguments, sk_report *report) {
    if (strcmp(arguments->operands[0], "build") != 0) {
        SK_USAGE_ERROR(report->diag, "boundaries", "use it as: streekkaart boundaries build SOURCE",
                       "cannot do \"%s\"", arguments->operands[0]);
        return SK_ERR_USAGE;
    }
    const char *folder = NULL;
    sk_status status = sk_project_folder(arguments, report->diag, &folder);
    if (status != SK_OK) return status;
    sk_arena *arena = sk_arena_create();
    status = sk_build_set(folder, arguments->operands[1], arguments, arena, report);
    sk_arena_free(arena);
    return status;
}
