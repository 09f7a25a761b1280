#include "compose/pinned.h"

#include <string.h>

struct sk_pinned {
    const sk_pin *pins; /* of this figure */
    bool *used;
    size_t count;
};

sk_pinned *sk_pinned_create(sk_arena *arena, const sk_project *project, int figure) {
    sk_pinned *pinned = SK_NEW(arena, sk_pinned);
    size_t first = 0;
    while (first < project->pin_count && project->pins[first].figure != figure) first++;
    pinned->pins = project->pins + first;
    while (first + pinned->count < project->pin_count &&
           pinned->pins[pinned->count].figure == figure)
        pinned->count++;
    pinned->used = SK_NEW_ARRAY(arena, bool, pinned->count);
    return pinned;
}

const sk_pin *sk_pinned_find(sk_pinned *pinned, const char *id) {
    for (size_t i = 0; i < pinned->count; i++)
        if (strcmp(pinned->pins[i].id, id) == 0) {
            pinned->used[i] = true;
            return &pinned->pins[i];
        }
    return NULL;
}

void sk_pinned_report_outside(const sk_pin *pin, sk_diag *diag) {
    sk_diag_error(diag, pin->origin, "take smaller numbers, or take the pin out",
                  "the pin of figure %d lies outside the map", pin->figure);
}

void sk_pinned_report_unused(const sk_pinned *pinned, sk_diag *diag) {
    for (size_t i = 0; i < pinned->count; i++)
        if (!pinned->used[i])
            sk_diag_warning(diag, pinned->pins[i].origin,
                            "take the pin out, or take an id from the layout report (--report)",
                            "figure %d has no marker or name with this id", pinned->pins[i].figure);
}
