#include "streekkaart/diag.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory/text_index.h"
#include "streekkaart/memory.h"

/** A finding that counts others. */
typedef struct {
    size_t finding; /* which it is */
    char *what;     /* its text */
} counter;

struct sk_diag {
    sk_finding *findings;
    size_t count, capacity;
    counter *counters;
    size_t counter_count, counter_capacity;
    size_t error_count, warning_count;
    sk_arena *texts;
    sk_text_index *known; /* what is held, as a text each */
    sk_text_index *kinds; /* of each kind how many are held */
    sk_text_index *more;  /* of each kind the number of its counter, from 1 */
};

sk_diag *sk_diag_create(void) {
    sk_diag *diag = sk_heap_array(1, sizeof(sk_diag));
    diag->texts = sk_arena_create();
    diag->known = sk_text_index_create(diag->texts);
    diag->kinds = sk_text_index_create(diag->texts);
    diag->more = sk_text_index_create(diag->texts);
    return diag;
}

void sk_diag_free(sk_diag *diag) {
    if (diag == NULL) return;
    sk_arena_free(diag->texts);
    free(diag->findings);
    free(diag->counters);
    free(diag);
}

static const char *or_nothing(const char *text) {
    return text == NULL ? "" : text;
}

/* What tells a finding from others, or its kind, in heap memory. */
static char *key_of(const sk_finding *finding, bool kind_only) {
    char *key = NULL;
    size_t length = 0;
    FILE *stream = sk_heap_stream(&key, &length);
    fprintf(stream, "%d\x1f%s\x1f", (int)finding->severity, or_nothing(finding->place.file));
    if (kind_only)
        fprintf(stream, "%s", finding->kind);
    else
        fprintf(stream, "%ld\x1f%s\x1f%s", finding->place.line, or_nothing(finding->place.feature),
                finding->what);
    sk_heap_stream_close(stream);
    return key;
}

/* Keeps a copy of the key when it is new. */
static size_t *number_of(sk_diag *diag, sk_text_index *index, const char *key) {
    bool known = sk_text_index_find(index, key) != NULL;
    return sk_text_index_number(index, known ? key : sk_arena_string(diag->texts, key));
}

static void hold(sk_diag *diag, sk_finding finding) {
    finding.place.file = sk_arena_string(diag->texts, finding.place.file);
    finding.place.feature = sk_arena_string(diag->texts, finding.place.feature);
    finding.remedy = sk_arena_string(diag->texts, finding.remedy);
    finding.kind = sk_arena_string(diag->texts, finding.kind);
    diag->findings = sk_heap_grow(diag->findings, diag->count, &diag->capacity, sizeof(sk_finding));
    diag->findings[diag->count++] = finding;
}

enum { COUNT_ROOM = 64 };

static counter *counter_of(sk_diag *diag, const char *kind, const sk_finding *finding) {
    size_t *number = number_of(diag, diag->more, kind);
    if (*number == 0) {
        char *what = SK_NEW_ARRAY(diag->texts, char, COUNT_ROOM);
        diag->counters = sk_heap_grow(diag->counters, diag->counter_count, &diag->counter_capacity,
                                      sizeof(counter));
        diag->counters[diag->counter_count++] = (counter){diag->count, what};
        hold(diag, (sk_finding){.severity = finding->severity,
                                .place = {.file = finding->place.file},
                                .what = what,
                                .kind = finding->kind});
        *number = diag->counter_count;
    }
    return &diag->counters[*number - 1];
}

static void count_more(sk_diag *diag, const char *kind, const sk_finding *finding, size_t count) {
    const counter *others = counter_of(diag, kind, finding);
    size_t *more = &diag->findings[others->finding].more;
    *more += count;
    snprintf(others->what, COUNT_ROOM, "and %zu more of this kind", *more);
}

static void add_new(sk_diag *diag, sk_finding finding, const char *key) {
    size_t most = finding.place.line > 0 ? SK_DIAG_MOST_LINES : SK_DIAG_MOST;
    char *kind = key_of(&finding, true);
    size_t *held = number_of(diag, diag->kinds, kind);
    if (finding.more == 0 && *held < most) {
        ++*held;
        (void)number_of(diag, diag->known, key);
        finding.what = sk_arena_string(diag->texts, finding.what);
        hold(diag, finding);
    } else {
        count_more(diag, kind, &finding, finding.more > 0 ? finding.more : 1);
    }
    free(kind);
}

static void add(sk_diag *diag, sk_finding finding) {
    char *key = key_of(&finding, false);
    if (finding.more > 0 || sk_text_index_find(diag->known, key) == NULL) {
        size_t count = finding.more > 0 ? finding.more : 1;
        *(finding.severity == SK_ERROR ? &diag->error_count : &diag->warning_count) += count;
        add_new(diag, finding, key);
    }
    free(key);
}

static void add_formatted(sk_diag *diag, sk_severity severity, sk_place place, const char *remedy,
                          const char *format, va_list arguments) {
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    size_t room = length < 0 ? 1 : (size_t)length + 1;
    char *what = sk_heap_array(room, 1);
    if (length > 0) vsnprintf(what, room, format, again);
    va_end(again);
    add(diag, (sk_finding){severity, place, what, remedy, format, 0});
    free(what);
}

void sk_diag_error(sk_diag *diag, sk_place place, const char *remedy, const char *what_format,
                   ...) {
    va_list arguments;
    va_start(arguments, what_format);
    add_formatted(diag, SK_ERROR, place, remedy, what_format, arguments);
    va_end(arguments);
}

void sk_diag_error_list(sk_diag *diag, sk_place place, const char *remedy, const char *what_format,
                        va_list arguments) {
    add_formatted(diag, SK_ERROR, place, remedy, what_format, arguments);
}

void sk_diag_warning(sk_diag *diag, sk_place place, const char *remedy, const char *what_format,
                     ...) {
    va_list arguments;
    va_start(arguments, what_format);
    add_formatted(diag, SK_WARNING, place, remedy, what_format, arguments);
    va_end(arguments);
}

void sk_diag_add(sk_diag *diag, const sk_finding *finding) {
    add(diag, *finding);
}

size_t sk_diag_count(const sk_diag *diag) {
    return diag->count;
}

size_t sk_diag_error_count(const sk_diag *diag) {
    return diag->error_count;
}

size_t sk_diag_warning_count(const sk_diag *diag) {
    return diag->warning_count;
}

const sk_finding *sk_diag_get(const sk_diag *diag, size_t index) {
    return &diag->findings[index];
}

void sk_diag_merge(sk_diag *into, const sk_diag *from) {
    for (size_t i = 0; i < from->count; i++) add(into, from->findings[i]);
}

char *sk_finding_text(const sk_finding *finding) {
    const sk_place *place = &finding->place;
    char line[32] = "";
    if (place->line > 0) snprintf(line, sizeof line, ":%ld", place->line);
    const char *file = place->file ? place->file : "";
    const char *after_file = place->file ? ": " : "";
    const char *feature = place->feature ? place->feature : "";
    const char *after_feature = place->feature ? ": " : "";
    const char *warning = finding->severity == SK_WARNING ? "warning: " : "";
    const char *before_remedy = finding->remedy ? ": " : "";
    const char *remedy = finding->remedy ? finding->remedy : "";
    const char *format = "%s%s%s%s%s%s%s%s%s";
    int length = snprintf(NULL, 0, format, file, line, after_file, feature, after_feature, warning,
                          finding->what, before_remedy, remedy);
    char *text = sk_heap_array((size_t)length + 1, 1);
    snprintf(text, (size_t)length + 1, format, file, line, after_file, feature, after_feature,
             warning, finding->what, before_remedy, remedy);
    return text;
}
