#include "streekkaart/project.h"

#include <gdal.h>
#include <stdlib.h>

#include "load/project/owned_project.h"
#include "load/project/pins.h"
#include "load/project/readers.h"

static bool has_boundaries(const sk_project *project) {
    return project->regions[SK_REGION_MUNICIPALITY].count > 0 &&
           project->regions[SK_REGION_PROVINCE].count > 0;
}

/* False when nothing can be drawn. */
static bool read_layers(const sk_load *load, const sk_folder *layers, sk_project *project) {
    if (layers->entries == NULL) return false;
    sk_sectors_read(load, layers, project);
    bool drawable = sk_figures_read(load, layers, project);
    sk_presence_read(load, layers, project);
    sk_places_read(load, layers, project);
    sk_context_read(load, layers, project);
    sk_catalogue_read(load, layers, project);
    return drawable;
}

static bool read_project(const sk_load *load, const char *catalogue, sk_project *project) {
    bool drawable = sk_boundary_set_read(load, project);
    sk_folder layers = sk_folder_open(load, catalogue);
    drawable = read_layers(load, &layers, project) && drawable;
    /* Without boundaries every reference would be reported for a fault that is elsewhere. */
    if (has_boundaries(project)) sk_references_resolve(load, project);
    if (has_boundaries(project)) sk_pins_read(load, project);
    return drawable;
}

sk_status sk_project_open(const char *directory, sk_diag *diag, sk_project **out) {
    return sk_project_open_catalogue(directory, NULL, diag, out);
}

sk_status sk_project_open_catalogue(const char *directory, const char *catalogue, sk_diag *diag,
                                    sk_project **out) {
    GDALAllRegister();
    size_t errors = sk_diag_error_count(diag);
    sk_owned_project *owned = sk_heap_array(1, sizeof(sk_owned_project));
    owned->arena = sk_arena_create();
    owned->project.directory = sk_arena_string(owned->arena, directory);
    const sk_load load = {
        .directory = owned->project.directory, .arena = owned->arena, .diag = diag};
    *out = &owned->project;
    if (!read_project(&load, catalogue, &owned->project)) {
        sk_project_free(*out);
        *out = NULL;
    }
    return sk_diag_error_count(diag) == errors ? SK_OK : SK_ERR_DATA;
}

void sk_project_free(sk_project *project) {
    if (project == NULL) return;
    sk_owned_project *owned = (sk_owned_project *)project;
    sk_arena_free(owned->arena);
    free(owned);
}
