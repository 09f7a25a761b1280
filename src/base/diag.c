#include "streekkaart/diag.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "streekkaart/memory.h"

struct sk_diag {
    sk_finding *findings;
    size_t count, capacity, error_count;
    sk_arena *texts;
};

sk_diag *sk_diag_create(void) {
    sk_diag *diag = sk_heap_array(1, sizeof(sk_diag));
    diag->texts = sk_arena_create();
    return diag;
}

void sk_diag_free(sk_diag *diag) {
    if (diag == NULL) return;
    sk_arena_free(diag->texts);
    free(diag->findings);
    free(diag);
}

static bool same_text(const char *a, const char *b) {
    if (a == NULL || b == NULL) return a == b;
    return strcmp(a, b) == 0;
}

static bool same_finding(const sk_finding *a, const sk_finding *b) {
    return a->severity == b->severity && a->place.line == b->place.line &&
           same_text(a->place.file, b->place.file) &&
           same_text(a->place.feature, b->place.feature) && same_text(a->what, b->what);
}

static void add(sk_diag *diag, sk_finding finding) {
    for (size_t i = 0; i < diag->count; i++)
        if (same_finding(&diag->findings[i], &finding)) return;
    finding.place.file = sk_arena_string(diag->texts, finding.place.file);
    finding.place.feature = sk_arena_string(diag->texts, finding.place.feature);
    finding.what = sk_arena_string(diag->texts, finding.what);
    finding.remedy = sk_arena_string(diag->texts, finding.remedy);
    diag->findings = sk_heap_grow(diag->findings, diag->count, &diag->capacity, sizeof(sk_finding));
    diag->findings[diag->count++] = finding;
    if (finding.severity == SK_ERROR) diag->error_count++;
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
    add(diag, (sk_finding){severity, place, what, remedy});
    free(what);
}

void sk_diag_error(sk_diag *diag, sk_place place, const char *remedy, const char *what_format,
                   ...) {
    va_list arguments;
    va_start(arguments, what_format);
    add_formatted(diag, SK_ERROR, place, remedy, what_format, arguments);
    va_end(arguments);
}

void sk_diag_warning(sk_diag *diag, sk_place place, const char *remedy, const char *what_format,
                     ...) {
    va_list arguments;
    va_start(arguments, what_format);
    add_formatted(diag, SK_WARNING, place, remedy, what_format, arguments);
    va_end(arguments);
}

size_t sk_diag_count(const sk_diag *diag) {
    return diag->count;
}

size_t sk_diag_error_count(const sk_diag *diag) {
    return diag->error_count;
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
