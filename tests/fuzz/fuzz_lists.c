#include "fuzz/small_project.h"

/* A list of the project: the first byte says which, "f" for figures. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const struct {
        char letter;
        const char *file;
    } lists[] = {{'f', "layers/figures.csv"},
                 {'p', "layers/presence.csv"},
                 {'s', "layers/sectors.csv"},
                 {'l', "layers/places.geojson"},
                 {'c', "layers/context.geojson"}};
    for (size_t i = 0; size > 0 && i < sizeof lists / sizeof lists[0]; i++) {
        if (lists[i].letter != (char)data[0]) continue;
        fixture_layers(small_project());
        fixture_write_bytes(small_project(), lists[i].file, data + 1, size - 1);
        expect_project_or_faults();
    }
    return 0;
}
