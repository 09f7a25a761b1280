#include "fuzz/small_project.h"

/* The features of a sector in a format of OGR's: the first byte says which, "x" for XLSX. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const struct {
        char letter;
        const char *file;
    } formats[] = {{'x', "layers/zorg.xlsx"},
                   {'o', "layers/zorg.ods"},
                   {'g', "layers/zorg.gpkg"},
                   {'f', "layers/zorg.fgb"},
                   {'s', "layers/zorg.shp"}};
    for (size_t i = 0; size > 0 && i < sizeof formats / sizeof formats[0]; i++) {
        if (formats[i].letter != (char)data[0]) continue;
        fixture_write_bytes(small_project(), formats[i].file, data + 1, size - 1);
        expect_project_or_faults();
        fixture_remove(small_project(), formats[i].file);
    }
    return 0;
}
