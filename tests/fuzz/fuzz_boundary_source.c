#include "fuzz/small_project.h"
#include "streekkaart/boundary_builder.h"

/* Municipalities as somebody's GeoJSON: a set is built, or a fault is told and nothing written. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const char *directory = small_project();
    char source[1024], regions[1024], out[1024];
    snprintf(source, sizeof source, "%s/source.geojson", directory);
    snprintf(regions, sizeof regions, "%s/levels.csv", directory);
    snprintf(out, sizeof out, "%s/built.gpkg", directory);
    fixture_write_bytes(directory, "source.geojson", data, size);
    fixture_write(directory, "levels.csv",
                  "code,resoc,province\n11001,antwerpen,antwerpen\n11002,antwerpen,antwerpen\n");
    fixture_write(
        directory, "level-names.csv",
        "level,slug,name\nresoc,antwerpen,RESOC Antwerpen\nprovince,antwerpen,Antwerpen\n");
    remove(out);
    sk_diag *diag = sk_diag_create();
    sk_boundary_report report;
    sk_arena *arena = sk_arena_create();
    sk_project_settings settings;
    if (sk_project_settings_parse(fixture_settings, strlen(fixture_settings), arena, diag,
                                  &settings) != SK_OK)
        abort();
    sk_boundary_build build = {.settings = &settings, .source = source, .out = out};
    build.levels[1].table = build.levels[2].table = regions;
    sk_status status = sk_boundary_build_run(&build, diag, &report);
    if ((status == SK_OK) != (sk_diag_error_count(diag) == 0)) abort();
    FILE *written = fopen(out, "rb");
    if ((written != NULL) != (status == SK_OK)) abort();
    if (written != NULL) fclose(written);
    sk_arena_free(arena);
    sk_diag_free(diag);
    return 0;
}
