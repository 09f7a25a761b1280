#include "cli/commands/commands.h"

#include <stdio.h>
#include <string.h>

#include "cli/arguments/inputs.h"
#include "cli/arguments/option.h"
#include "cli/arguments/project_folder.h"
#include "cli/arguments/say.h"
#include "streekkaart/boundary_builder.h"

static void print_result(const sk_boundary_build *build, const sk_boundary_report *result) {
    sk_say(stdout, "%s: %zu municipalities, %zu RESOCs, %zu provinces, %zu neighbours", build->out,
           result->municipalities, result->resocs, result->provinces, result->neighbours);
    sk_say(stdout, "%zu of %zu points kept; the area of a RESOC changed by %.4f %% at most",
           result->points_written, result->points_read, 100 * result->worst_resoc_change);
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

static sk_status build_in(const char *folder, const sk_arguments *arguments, sk_arena *arena,
                          sk_report *report) {
    sk_boundary_build build = {
        .source = arguments->operands[1],
        .layer = arguments->layer,
        .nis_column = arguments->nis_column,
        .name_column = arguments->name_column,
        .resoc = arguments->regions,
        .resoc_names = arguments->region_names,
        .neighbours = arguments->neighbours,
        .neighbour_layer = arguments->neighbour_layer,
        .out = arguments->out,
        .tolerance_m = arguments->tolerance_m,
    };
    if (build.resoc == NULL) build.resoc = sk_path_in(arena, folder, "boundaries/resoc.csv");
    if (build.out == NULL) build.out = sk_path_in(arena, folder, "boundaries/flanders.gpkg");
    sk_status status = check_out(folder, arguments, build.out, report->diag);
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
    status = build_in(folder, arguments, arena, report);
    sk_arena_free(arena);
    return status;
}
