#include "fuzz/small_project.h"

/* The features of a sector, all the way through references and checks. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    fixture_write_bytes(small_project(), "layers/logistiek.geojson", data, size);
    expect_project_or_faults();
    return 0;
}
