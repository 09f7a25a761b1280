#include "preflight/content.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "preflight/graphics_state.h"
#include "preflight/inks.h"
#include "preflight/lists.h"
#include "preflight/marks.h"
#include "preflight/seen_forms.h"
#include "preflight/tokens.h"

enum { OPERANDS = 40, SAVED = 64, DEPTH_MOST = 16, STREAMS_MOST = 1000000 };

/* One stream that is read. */
typedef struct {
    sk_content_reading *reading;
    qpdf_oh resources;
    sk_graphics_state state, saved[SAVED];
    size_t saved_count, depth;
    double numbers[OPERANDS];
    size_t number_count;
    char name[128];  /* the last one */
    sk_mark mark;    /* that the names since the last operator would begin */
    sk_marks *marks; /* of the page, and of the streams that it shows */
} stream;

static void read_stream(sk_content_reading *reading, const char *bytes, size_t length,
                        qpdf_oh resources, sk_graphics_state state, sk_marks *marks, size_t depth);

static const char *here(const stream *s, const char *what) {
    return sk_arena_printf(s->reading->arena, "%s on page %zu", what, s->reading->page);
}

static void note(stream *s, const char **where, const char *what) {
    if (*where == NULL) *where = here(s, what);
}

static void note_space(stream *s, sk_space space) {
    sk_preflight_list_add(&s->reading->report->colours, space.name, s->reading->arena);
    if (space.kind == SK_SPACE_RGB) note(s, &s->reading->rgb, space.name);
    if (space.kind == SK_SPACE_CMYK) note(s, &s->reading->cmyk, space.name);
    if (space.kind == SK_SPACE_UNKNOWN) note(s, &s->reading->missing, space.name);
}

static void set_space(stream *s, sk_painting_colour *colour, sk_space space) {
    note_space(s, space);
    *colour = (sk_painting_colour){.kind = space.kind};
    /* the first colour of each space is black, or all of the ink (8.6.8) */
    if (space.kind == SK_SPACE_GREY || space.kind == SK_SPACE_CMYK || space.kind == SK_SPACE_SPOT)
        colour->ink = 1;
}

static void set_parts(stream *s, sk_painting_colour *colour) {
    colour->ink = sk_space_ink(colour->kind, s->numbers, s->number_count);
}

static void set_device_colour(stream *s, sk_painting_colour *colour, const char *space,
                              sk_space_kind kind) {
    set_space(s, colour, (sk_space){kind, space});
    set_parts(s, colour);
}

static void note_ink(stream *s, const sk_painting_colour *colour) {
    sk_preflight_report *report = s->reading->report;
    report->most_ink = fmax(report->most_ink, colour->ink);
    if (colour->unset) sk_preflight_list_add(&report->colours, "DeviceGray", s->reading->arena);
}

static void note_mark(stream *s) {
    s->state.mark = sk_marks_now(s->marks);
    if (s->state.mark == SK_MARK_OTHER) note(s, &s->reading->unmarked, "something");
}

static void fill(stream *s) {
    note_mark(s);
    note_ink(s, &s->state.fill);
}

static void stroke(stream *s) {
    sk_preflight_report *report = s->reading->report;
    note_mark(s);
    note_ink(s, &s->state.stroke);
    double width = s->state.width * sk_matrix_scale(&s->state.matrix);
    if (report->thinnest_pt == 0 || width < report->thinnest_pt) report->thinnest_pt = width;
}

static void show_text(stream *s) {
    sk_preflight_report *report = s->reading->report;
    if (s->state.text_mode == 3) return; /* not seen */
    double size = fabs(s->state.font_size) * sk_matrix_scale(&s->state.text_matrix) *
                  sk_matrix_scale(&s->state.matrix);
    if (size > 0 && (report->smallest_text_pt == 0 || size < report->smallest_text_pt))
        report->smallest_text_pt = size;
    if (s->state.text_mode != 1) fill(s);
    if (s->state.text_mode == 1 || s->state.text_mode == 2) stroke(s);
}

/* What PDF/X has no place for: functions of transfer and halftone that a press sets itself. */
static void set_state(stream *s) {
    qpdf_data q = s->reading->qpdf;
    qpdf_oh state = sk_pdf_key(q, sk_pdf_key(q, s->resources, "/ExtGState"), s->name);
    if (!qpdf_oh_is_dictionary(q, state)) note(s, &s->reading->missing, s->name);
    double width = 0;
    if (qpdf_oh_get_value_as_number(q, sk_pdf_key(q, state, "/LW"), &width)) s->state.width = width;
    if (sk_pdf_has(q, state, "/TR")) note(s, &s->reading->states, "a transfer function (TR)");
    if (sk_pdf_has(q, state, "/TR2") && !sk_pdf_key_is(q, state, "/TR2", "/Default"))
        note(s, &s->reading->states, "a transfer function (TR2)");
    if (sk_pdf_has(q, state, "/HTP")) note(s, &s->reading->states, "a halftone phase (HTP)");
}

static void read_form(stream *s, qpdf_oh form) {
    sk_content_reading *reading = s->reading;
    qpdf_data q = reading->qpdf;
    sk_graphics_state inner = s->state;
    double matrix[6];
    if (sk_pdf_numbers(q, sk_pdf_key(q, form, "/Matrix"), matrix, 6))
        inner.matrix = sk_matrix_times(matrix, &inner.matrix);
    const sk_seen_form *seen =
        sk_seen_forms_find(reading->seen, reading, form, qpdf_oh_get_object_id(q, form));
    qpdf_oh group = sk_pdf_key(q, form, "/Group");
    if (sk_pdf_has(q, group, "/CS") && !sk_pdf_key_is(q, group, "/CS", "/DeviceCMYK"))
        note(s, &reading->group_space, "a form's transparency is not in DeviceCMYK,");
    if (seen->bytes == NULL) {
        note(s, &reading->unreadable, "a form that cannot be decoded");
        return;
    }
    qpdf_oh resources =
        sk_pdf_has(q, form, "/Resources") ? sk_pdf_key(q, form, "/Resources") : s->resources;
    read_stream(reading, seen->bytes, seen->length, resources, inner, s->marks, s->depth + 1);
}

static void read_object(stream *s, qpdf_oh object) {
    qpdf_data q = s->reading->qpdf;
    if (sk_pdf_key_is(q, object, "/Subtype", "/Form")) {
        read_form(s, object);
    } else if (sk_pdf_key_is(q, object, "/Subtype", "/Image")) {
        qpdf_oh space = sk_pdf_key(q, object, "/ColorSpace");
        if (!qpdf_oh_is_null(q, space))
            note_space(s, sk_space_of(q, space, s->resources, s->reading->arena));
    } else {
        note(s, &s->reading->missing, s->name);
    }
}

/* An annex shows hundreds of thousands, most of them as the one before: libqpdf keeps its handles
 * until they are given back. */
static void show_object(stream *s) {
    qpdf_data q = s->reading->qpdf;
    qpdf_oh objects = sk_pdf_key(q, s->resources, "/XObject");
    qpdf_oh object = sk_pdf_key(q, objects, s->name);
    int number = qpdf_oh_get_object_id(q, object);
    s->state.mark = sk_marks_now(s->marks);
    if (s->depth < DEPTH_MOST && sk_seen_forms_is_new(s->reading->seen, number, &s->state))
        read_object(s, object);
    qpdf_oh_release(q, object);
    qpdf_oh_release(q, objects);
}

/* Each letter of a font of type 3 is a stream. */
static void read_letters(stream *s, qpdf_oh font) {
    sk_content_reading *reading = s->reading;
    qpdf_data q = reading->qpdf;
    qpdf_oh letters = sk_pdf_key(q, font, "/CharProcs");
    const char **names;
    size_t count = sk_pdf_keys(q, letters, reading->arena, &names);
    sk_graphics_state inner = s->state;
    double matrix[6];
    if (sk_pdf_numbers(q, sk_pdf_key(q, font, "/FontMatrix"), matrix, 6))
        inner.matrix = sk_matrix_times(matrix, &inner.matrix);
    double size = s->state.font_size;
    inner.matrix = sk_matrix_times((const double[6]){size, 0, 0, size, 0, 0}, &inner.matrix);
    for (size_t i = 0; i < count && s->depth < DEPTH_MOST; i++) {
        qpdf_oh letter = sk_pdf_key(q, letters, names[i]);
        int number = qpdf_oh_get_object_id(q, letter);
        const sk_seen_form *seen = sk_seen_forms_find(reading->seen, reading, letter, number);
        if (seen->bytes != NULL && sk_seen_forms_is_new(reading->seen, number, &inner))
            read_stream(reading, seen->bytes, seen->length, sk_pdf_key(q, font, "/Resources"),
                        inner, s->marks, s->depth + 1);
    }
}

static void set_font(stream *s) {
    qpdf_data q = s->reading->qpdf;
    s->state.font_size = s->number_count > 0 ? s->numbers[s->number_count - 1] : 0;
    qpdf_oh font = sk_pdf_key(q, sk_pdf_key(q, s->resources, "/Font"), s->name);
    if (!qpdf_oh_is_dictionary(q, font)) note(s, &s->reading->missing, s->name);
    if (sk_pdf_key_is(q, font, "/Subtype", "/Type3")) read_letters(s, font);
}

/* A name may stand for what else would be said there (14.6.2). */
static void begin_mark(stream *s) {
    qpdf_data q = s->reading->qpdf;
    qpdf_oh properties = sk_pdf_key(q, sk_pdf_key(q, s->resources, "/Properties"), s->name);
    sk_mark mark = s->mark;
    if (mark == SK_MARK_OTHER && sk_pdf_has(q, properties, "/MCID")) mark = SK_MARK_TAGGED;
    if (!sk_marks_may_begin(s->marks, mark))
        note(s, &s->reading->unmarked, "a mark within one that contradicts it");
    sk_marks_begin(s->marks, mark);
}

static void end_mark(stream *s) {
    sk_marks_end(s->marks);
}

static void save(stream *s) {
    if (s->saved_count < SAVED) s->saved[s->saved_count] = s->state;
    s->saved_count++;
}

static void restore(stream *s) {
    if (s->saved_count == 0) return;
    s->saved_count--;
    if (s->saved_count < SAVED) s->state = s->saved[s->saved_count];
}

static void concatenate(stream *s) {
    if (s->number_count == 6) s->state.matrix = sk_matrix_times(s->numbers, &s->state.matrix);
}

static void begin_text(stream *s) {
    s->state.text_matrix = sk_matrix_unit();
}

static void set_text_matrix(stream *s) {
    if (s->number_count == 6)
        s->state.text_matrix = sk_matrix_times(s->numbers, &(sk_matrix){1, 0, 0, 1, 0, 0});
}

static void set_text_mode(stream *s) {
    s->state.text_mode = s->number_count > 0 ? (int)s->numbers[0] : 0;
}

static void set_width(stream *s) {
    if (s->number_count > 0) s->state.width = s->numbers[s->number_count - 1];
}

static void fill_and_stroke(stream *s) {
    fill(s);
    stroke(s);
}

static void fill_grey(stream *s) {
    set_device_colour(s, &s->state.fill, "DeviceGray", SK_SPACE_GREY);
}

static void stroke_grey(stream *s) {
    set_device_colour(s, &s->state.stroke, "DeviceGray", SK_SPACE_GREY);
}

static void fill_rgb(stream *s) {
    set_device_colour(s, &s->state.fill, "DeviceRGB", SK_SPACE_RGB);
}

static void stroke_rgb(stream *s) {
    set_device_colour(s, &s->state.stroke, "DeviceRGB", SK_SPACE_RGB);
}

static void fill_cmyk(stream *s) {
    set_device_colour(s, &s->state.fill, "DeviceCMYK", SK_SPACE_CMYK);
}

static void stroke_cmyk(stream *s) {
    set_device_colour(s, &s->state.stroke, "DeviceCMYK", SK_SPACE_CMYK);
}

static sk_space named_space(stream *s) {
    return sk_space_of(s->reading->qpdf, qpdf_oh_new_name(s->reading->qpdf, s->name), s->resources,
                       s->reading->arena);
}

static void fill_space(stream *s) {
    set_space(s, &s->state.fill, named_space(s));
}

static void stroke_space(stream *s) {
    set_space(s, &s->state.stroke, named_space(s));
}

static void fill_parts(stream *s) {
    set_parts(s, &s->state.fill);
}

static void stroke_parts(stream *s) {
    set_parts(s, &s->state.stroke);
}

/* A shading, whose colours lie in its dictionary. */
static void shade(stream *s) {
    qpdf_data q = s->reading->qpdf;
    qpdf_oh shading = sk_pdf_key(q, sk_pdf_key(q, s->resources, "/Shading"), s->name);
    note_space(
        s, sk_space_of(q, sk_pdf_key(q, shading, "/ColorSpace"), s->resources, s->reading->arena));
}

/* A picture in the stream: its dictionary's last name may be its space. */
static void picture(stream *s) {
    note(s, &s->reading->unreadable, "a picture in a stream, which is not looked into,");
}

static const struct {
    const char *name;
    void (*act)(stream *s);
} operators[] = {
    {"q", save},
    {"Q", restore},
    {"cm", concatenate},
    {"w", set_width},
    {"gs", set_state},
    {"g", fill_grey},
    {"G", stroke_grey},
    {"rg", fill_rgb},
    {"RG", stroke_rgb},
    {"k", fill_cmyk},
    {"K", stroke_cmyk},
    {"cs", fill_space},
    {"CS", stroke_space},
    {"sc", fill_parts},
    {"SC", stroke_parts},
    {"scn", fill_parts},
    {"SCN", stroke_parts},
    {"f", fill},
    {"F", fill},
    {"f*", fill},
    {"S", stroke},
    {"s", stroke},
    {"B", fill_and_stroke},
    {"B*", fill_and_stroke},
    {"b", fill_and_stroke},
    {"b*", fill_and_stroke},
    {"Do", show_object},
    {"sh", shade},
    {"ID", picture},
    {"BMC", begin_mark},
    {"BDC", begin_mark},
    {"EMC", end_mark},
    {"BT", begin_text},
    {"Tm", set_text_matrix},
    {"Tr", set_text_mode},
    {"Tf", set_font},
    {"Tj", show_text},
    {"TJ", show_text},
    {"'", show_text},
    {"\"", show_text},
};

static void take(stream *s, const sk_token *token) {
    switch (token->kind) {
        case SK_TOKEN_NUMBER:
            if (s->number_count < OPERANDS) s->numbers[s->number_count++] = token->number;
            return;
        case SK_TOKEN_NAME: {
            size_t length = token->length < sizeof s->name ? token->length : sizeof s->name - 1;
            memcpy(s->name, token->text, length);
            s->name[length] = '\0';
            if (strcmp(s->name + 1, "MCID") == 0) s->mark = SK_MARK_TAGGED;
            if (strcmp(s->name + 1, "Artifact") == 0) s->mark = SK_MARK_ARTIFACT;
            return;
        }
        case SK_TOKEN_OTHER:
            return;
        case SK_TOKEN_OPERATOR:
            break;
    }
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        if (sk_token_is(token, operators[i].name)) operators[i].act(s);
    s->number_count = 0;
    s->mark = SK_MARK_OTHER;
}

static void read_stream(sk_content_reading *reading, const char *bytes, size_t length,
                        qpdf_oh resources, sk_graphics_state state, sk_marks *marks, size_t depth) {
    if (reading->streams++ >= STREAMS_MOST) {
        if (reading->unreadable == NULL)
            reading->unreadable = "its forms show each other too often";
        return;
    }
    stream *s = sk_heap_array(1, sizeof *s); /* too much for the stack of nested ones */
    *s = (stream){
        .reading = reading, .resources = resources, .state = state, .marks = marks, .depth = depth};
    sk_tokens tokens = {bytes, length, 0};
    sk_token token;
    while (sk_tokens_next(&tokens, &token)) take(s, &token);
    free(s);
}

void sk_content_read_page(sk_content_reading *reading, qpdf_oh page) {
    qpdf_data q = reading->qpdf;
    unsigned char *bytes = NULL;
    size_t length = 0;
    qpdf_oh group = sk_pdf_key(q, page, "/Group");
    if (sk_pdf_has(q, group, "/CS") && !sk_pdf_key_is(q, group, "/CS", "/DeviceCMYK") &&
        reading->group_space == NULL)
        reading->group_space = sk_arena_printf(
            reading->arena, "the transparency of page %zu is not in DeviceCMYK", reading->page);
    sk_marks marks = {0};
    QPDF_ERROR_CODE code = qpdf_oh_get_page_content_data(q, page, &bytes, &length);
    if ((code & QPDF_ERRORS) == 0)
        read_stream(reading, (const char *)bytes, length, sk_pdf_key(q, page, "/Resources"),
                    sk_graphics_state_first(), &marks, 0);
    else if (reading->unreadable == NULL)
        reading->unreadable = sk_arena_printf(
            reading->arena, "the content of page %zu cannot be read", reading->page);
    free(bytes);
}
