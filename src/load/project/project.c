#include "streekkaart/project.h"

#include <stdlib.h>

#include "load/features/feature_limits.h"
#include "load/features/losses.h"
#include "load/project/feature_ground.h"
#include "load/project/owned_project.h"
#include "load/project/pins.h"
#include "load/project/readers.h"

static bool has_boundaries(const sk_project *project) {
    return project->regions[SK_REGION_SMALLEST].count > 0 &&
           project->regions[project->settings.home].count > 0;
}

/* A list, and what figures lose with its rows. */
typedef void list_reader(const sk_load *load, const sk_folder *layers, sk_project *project);

static void read_list(const sk_load *load, const sk_folder *layers, sk_project *project,
                      list_reader *read, sk_loss_kind kind, const char *file, const size_t *count) {
    size_t errors = sk_diag_error_count(load->diag);
    read(load, layers, project);
    const sk_loss loss = {.kind = kind, .is_whole = *count == 0, .origin = {.file = file}};
    sk_losses_add_if_faulty(load, project, errors, loss);
    if (sk_folder_table_has_twin(load, layers, file)) sk_losses_add(load, project, loss);
}

/* While there is none, any name passes for a sector's, since its absence would be told by each. */
static void check_sectors_listed(const sk_load *load, const sk_folder *layers,
                                 sk_project *project) {
    bool named = project->feature_count > 0 || project->figure_count > 0;
    if (!named || project->sector_count > 0 || sk_project_has_lost(project, SK_LOSS_SECTORS))
        return;
    const sk_place place = {.file = sk_folder_table_file(load, layers, "sectors.csv"), .line = 1};
    sk_diag_error(load->diag, place, "add a line for each: slug, name and symbol",
                  "no sector is listed, and the catalogue names some");
    sk_losses_add(load, project,
                  (sk_loss){.kind = SK_LOSS_SECTORS, .is_whole = true, .origin = place});
}

/* False when nothing can be drawn. What links lose with a place shows where they name it. */
static bool read_layers(const sk_load *load, const sk_folder *layers, sk_project *project) {
    if (layers->entries == NULL) return false;
    read_list(load, layers, project, sk_sectors_read, SK_LOSS_SECTORS, "layers/sectors.csv",
              &project->sector_count);
    read_list(load, layers, project, sk_figures_read, SK_LOSS_FIGURES, "layers/figures.csv",
              &project->figure_count);
    read_list(load, layers, project, sk_presence_read, SK_LOSS_ACTORS, "layers/presence.csv",
              &project->presence_count);
    read_list(load, layers, project, sk_places_read, SK_LOSS_PLACES, "layers/places.geojson",
              &project->place_count);
    read_list(load, layers, project, sk_context_read, SK_LOSS_CONTEXT, "layers/context.geojson",
              &project->context_count);
    sk_catalogue_read(load, layers, project);
    check_sectors_listed(load, layers, project);
    return project->figures != NULL;
}

static bool read_project(const sk_load *load, const char *catalogue, sk_project *project) {
    size_t errors = sk_diag_error_count(load->diag);
    bool drawable = sk_boundary_set_read(load, project);
    sk_losses_add_if_faulty(load, project, errors,
                            (sk_loss){.kind = SK_LOSS_REGIONS, .origin = {.file = "boundaries"}});
    sk_folder layers = sk_folder_open(load, catalogue);
    drawable = read_layers(load, &layers, project) && drawable;
    sk_feature_limits_check(load, project);
    /* Without boundaries every reference would be reported for a fault that is elsewhere. */
    if (!has_boundaries(project) || layers.entries == NULL) return drawable;
    sk_feature_ground_check(load, project);
    sk_references_resolve(load, project);
    sk_pins_read(load, project);
    return drawable;
}

sk_status sk_project_open(const char *directory, sk_diag *diag, sk_project **out) {
    return sk_project_open_catalogue(directory, NULL, diag, out);
}

sk_status sk_project_open_catalogue(const char *directory, const char *catalogue, sk_diag *diag,
                                    sk_project **out) {
    *out = NULL;
    size_t errors = sk_diag_error_count(diag);
    sk_owned_project *owned = sk_heap_array(1, sizeof(sk_owned_project));
    owned->arena = sk_arena_create();
    owned->project.directory = sk_arena_string(owned->arena, directory);
    const sk_load load = {.directory = owned->project.directory,
                          .arena = owned->arena,
                          .diag = diag,
                          .settings = &owned->project.settings};
    *out = &owned->project;
    sk_status status =
        sk_project_settings_open(directory, owned->arena, diag, &owned->project.settings);
    if (status != SK_OK || !read_project(&load, catalogue, &owned->project)) {
        sk_project_free(*out);
        *out = NULL;
    }
    if (status != SK_OK) return status;
    return sk_diag_error_count(diag) == errors ? SK_OK : SK_ERR_DATA;
}

void sk_project_free(sk_project *project) {
    if (project == NULL) return;
    sk_owned_project *owned = (sk_owned_project *)project;
    sk_arena_free(owned->arena);
    free(owned);
}
