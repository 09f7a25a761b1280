#include "preflight/file/pdf_reader.h"

#include <stdlib.h>
#include <string.h>

/* A stream's dictionary stands for it. */
static qpdf_oh entries_of(qpdf_data qpdf, qpdf_oh object) {
    return qpdf_oh_is_stream(qpdf, object) ? qpdf_oh_get_dict(qpdf, object) : object;
}

qpdf_oh sk_pdf_key(qpdf_data qpdf, qpdf_oh dictionary, const char *key) {
    qpdf_oh entries = entries_of(qpdf, dictionary);
    if (!qpdf_oh_is_dictionary(qpdf, entries)) return qpdf_oh_new_null(qpdf);
    return qpdf_oh_get_key(qpdf, entries, key);
}

bool sk_pdf_has(qpdf_data qpdf, qpdf_oh dictionary, const char *key) {
    return !qpdf_oh_is_null(qpdf, sk_pdf_key(qpdf, dictionary, key));
}

bool sk_pdf_key_is(qpdf_data qpdf, qpdf_oh dictionary, const char *key, const char *name) {
    return qpdf_oh_is_name_and_equals(qpdf, sk_pdf_key(qpdf, dictionary, key), name);
}

const char *sk_pdf_key_text(qpdf_data qpdf, qpdf_oh dictionary, const char *key, sk_arena *arena) {
    qpdf_oh value = sk_pdf_key(qpdf, dictionary, key);
    if (qpdf_oh_is_name(qpdf, value))
        return sk_arena_string(arena, qpdf_oh_get_name(qpdf, value) + 1);
    if (!qpdf_oh_is_string(qpdf, value)) return NULL;
    return sk_arena_string(arena, qpdf_oh_get_utf8_value(qpdf, value));
}

bool sk_pdf_numbers(qpdf_data qpdf, qpdf_oh array, double *numbers, int count) {
    if (sk_pdf_item_count(qpdf, array) != count) return false;
    for (int i = 0; i < count; i++)
        if (!qpdf_oh_get_value_as_number(qpdf, qpdf_oh_get_array_item(qpdf, array, i), &numbers[i]))
            return false;
    return true;
}

size_t sk_pdf_keys(qpdf_data qpdf, qpdf_oh dictionary, sk_arena *arena, const char ***keys) {
    size_t count = 0, capacity = 0;
    *keys = NULL;
    if (!qpdf_oh_is_dictionary(qpdf, dictionary)) return 0;
    for (qpdf_oh_begin_dict_key_iter(qpdf, dictionary); qpdf_oh_dict_more_keys(qpdf);) {
        *keys = sk_arena_grow(arena, *keys, count, &capacity, sizeof **keys);
        (*keys)[count++] = sk_arena_string(arena, qpdf_oh_dict_next_key(qpdf));
    }
    return count;
}

int sk_pdf_item_count(qpdf_data qpdf, qpdf_oh array) {
    return qpdf_oh_is_array(qpdf, array) ? qpdf_oh_get_array_n_items(qpdf, array) : 0;
}

const char *sk_pdf_stream_bytes(qpdf_data qpdf, qpdf_oh stream, sk_arena *arena, size_t *length) {
    unsigned char *bytes = NULL;
    QPDF_BOOL decoded = QPDF_FALSE;
    *length = 0;
    if (!qpdf_oh_is_stream(qpdf, stream)) return NULL;
    QPDF_ERROR_CODE code =
        qpdf_oh_get_stream_data(qpdf, stream, qpdf_dl_generalized, &decoded, &bytes, length);
    const char *copy = NULL;
    if ((code & QPDF_ERRORS) == 0 && decoded && bytes != NULL)
        copy = sk_arena_string_n(arena, (const char *)bytes, *length);
    free(bytes);
    return copy;
}
