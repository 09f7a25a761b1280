#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "load/project/pins.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    const sk_feature features[] = {
        {.id = "punt", .home = "antwerpen", .sector = "logistiek", .kind = SK_FEATURE_POINT}};
    static const char *const homes[] = {"antwerpen"}, *const sectors[] = {"logistiek"};
    const sk_figure figures[] = {
        {.number = 13, .homes = {homes, 1}, .sectors = {sectors, 1}, .title = "Logistiek"}};
    sk_project project = {
        .features = features, .feature_count = 1, .figures = figures, .figure_count = 1};
    sk_load load = {.arena = sk_arena_create(), .diag = sk_diag_create()};
    sk_pins_parse(&load, (const char *)data, size, &project);
    for (size_t i = 0; i < project.pin_count; i++) {
        const sk_pin *pin = &project.pins[i];
        bool known = strncmp(pin->id, "punt", 4) == 0 || sk_pin_is_of_furniture(pin);
        if (pin->figure != 13 || !known) abort();
        if (!isfinite(pin->dx_mm) || !isfinite(pin->dy_mm) || pin->origin.line < 1) abort();
    }
    sk_diag_free(load.diag);
    sk_arena_free(load.arena);
    return 0;
}
