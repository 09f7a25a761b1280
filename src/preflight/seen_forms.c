#include "preflight/seen_forms.h"

struct sk_seen_forms {
    sk_arena *arena;
    sk_seen_form *items; /* by the object's number */
    size_t count, capacity;
};

sk_seen_forms *sk_seen_forms_create(sk_arena *arena) {
    sk_seen_forms *forms = SK_NEW(arena, sk_seen_forms);
    forms->arena = arena;
    return forms;
}

static sk_seen_form *at(sk_seen_forms *forms, int number) {
    size_t index = number > 0 ? (size_t)number : 0;
    while (forms->count <= index) {
        forms->items = sk_arena_grow(forms->arena, forms->items, forms->count, &forms->capacity,
                                     sizeof *forms->items);
        forms->items[forms->count++] = (sk_seen_form){0};
    }
    return &forms->items[index];
}

const sk_seen_form *sk_seen_forms_find(sk_seen_forms *forms, const sk_content_reading *reading,
                                       qpdf_oh stream, int number) {
    sk_seen_form *form = at(forms, number);
    if (form->decoded && number > 0) return form;
    form->bytes = sk_pdf_stream_bytes(reading->qpdf, stream, reading->arena, &form->length);
    form->decoded = true;
    return form;
}

bool sk_seen_forms_is_new(sk_seen_forms *forms, int number, const sk_graphics_state *state) {
    sk_seen_form *form = at(forms, number);
    double scale = sk_matrix_scale(&state->matrix);
    bool same = form->shown && number > 0 && form->scale == scale && form->width == state->width &&
                form->fill_ink == state->fill.ink && form->stroke_ink == state->stroke.ink &&
                form->mark == state->mark;
    form->shown = true;
    form->scale = scale;
    form->width = state->width;
    form->fill_ink = state->fill.ink;
    form->stroke_ink = state->stroke.ink;
    form->mark = state->mark;
    return !same;
}
