#include <stdint.h>
#include <stdlib.h>

#include "load/tables/table_formats.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    sk_diag *diag = sk_diag_create();
    const sk_project_settings settings = {.crs = "EPSG:31370"};
    sk_load load = {.directory = ".",
                    .arena = sk_arena_create(),
                    .diag = diag,
                    .settings = &settings,
                    .keeps_wkt = true};
    sk_table table;
    bool readable = sk_table_geojson_parse(&load, (const char *)data, size, "fuzz.geojson", &table);
    if (!readable && sk_diag_error_count(diag) == 0) abort();
    for (size_t i = 0; i < table.row_count; i++)
        if (table.rows[i].origin.line < 1 || table.rows[i].cells == NULL) abort();
    sk_arena_free(load.arena);
    sk_diag_free(diag);
    return 0;
}
