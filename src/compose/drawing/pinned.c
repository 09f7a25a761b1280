#include "compose/drawing/pinned.h"

#include <string.h>

#include "base/page_id.h"

struct sk_pinned {
    const sk_pin **pins;
    bool *used;
    size_t count;
    bool on_sheet;
};

static const sk_pin *find(const sk_pinned *pinned, const char *id, size_t *index) {
    for (*index = 0; *index < pinned->count; ++*index)
        if (strcmp(pinned->pins[*index]->id, id) == 0) return pinned->pins[*index];
    return NULL;
}

static void add_pins(sk_pinned *pinned, const sk_project *project, int figure, bool on_sheet) {
    bool borrowed = on_sheet != pinned->on_sheet;
    for (size_t i = 0; i < project->pin_count; i++) {
        const sk_pin *pin = &project->pins[i];
        size_t index;
        if (pin->figure != figure || pin->on_sheet != on_sheet) continue;
        if (borrowed && (sk_pin_is_of_furniture(pin) || sk_page_id_is_leader(pin->id))) continue;
        if (find(pinned, pin->id, &index) == NULL) pinned->pins[pinned->count++] = pin;
    }
}

sk_pinned *sk_pinned_create(sk_arena *arena, const sk_project *project, int figure, bool on_sheet) {
    sk_pinned *pinned = SK_NEW(arena, sk_pinned);
    pinned->on_sheet = on_sheet;
    pinned->pins = SK_NEW_ARRAY(arena, const sk_pin *, project->pin_count);
    add_pins(pinned, project, figure, on_sheet);
    if (on_sheet) add_pins(pinned, project, figure, false);
    pinned->used = SK_NEW_ARRAY(arena, bool, pinned->count);
    return pinned;
}

bool sk_pinned_has(const sk_pinned *pinned, const char *id) {
    size_t index;
    return find(pinned, id, &index) != NULL;
}

const sk_pin *sk_pinned_take(sk_pinned *pinned, const char *id) {
    size_t index;
    const sk_pin *pin = find(pinned, id, &index);
    if (pin != NULL) pinned->used[index] = true;
    return pin;
}

bool sk_pinned_is_borrowed(const sk_pinned *pinned, const sk_pin *pin) {
    return pin->on_sheet != pinned->on_sheet;
}

static const char *drawing(const sk_pinned *pinned) {
    return pinned->on_sheet ? "the sheet of figure" : "figure";
}

void sk_pinned_report_outside(const sk_pinned *pinned, const sk_pin *pin, sk_diag *diag) {
    if (sk_pinned_is_borrowed(pinned, pin)) return;
    sk_diag_error(diag, pin->origin, "take smaller numbers, or take the pin out",
                  "the pin of %s %d lies outside the map", drawing(pinned), pin->figure);
}

void sk_pinned_report_unused(const sk_pinned *pinned, sk_diag *diag) {
    for (size_t i = 0; i < pinned->count; i++) {
        const sk_pin *pin = pinned->pins[i];
        if (pinned->used[i] || sk_pinned_is_borrowed(pinned, pin)) continue;
        sk_diag_warning(diag, pin->origin,
                        "take the pin out, or take an id from the layout report (--report)",
                        "%s %d has no marker or name with this id", drawing(pinned), pin->figure);
    }
}
