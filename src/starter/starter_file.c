#include "starter/starter_file.h"

#include <stdlib.h>
#include <string.h>

#include "base/text_file.h"
#include "streekkaart/output.h"

enum { BYTES_MAX = 16 * 1024 * 1024 };

static sk_status write_bytes(const sk_starter *starter, const char *name, const char *bytes,
                             size_t length, sk_diag *diag) {
    sk_arena *arena = sk_arena_create();
    sk_output *output =
        sk_output_begin(sk_arena_printf(arena, "%s/%s", starter->folder, name), diag);
    sk_status status = SK_ERR_ENVIRONMENT;
    if (output != NULL) {
        sk_output_write(output, bytes, length);
        status = sk_output_commit(output);
    }
    sk_output_free(output);
    sk_arena_free(arena);
    return status;
}

void sk_starter_file_begin(sk_starter_file *file, const sk_starter *starter, const char *name) {
    *file = (sk_starter_file){.starter = starter, .name = name};
    file->stream = sk_heap_stream(&file->bytes, &file->length);
}

sk_status sk_starter_file_end(sk_starter_file *file, sk_diag *diag) {
    sk_heap_stream_close(file->stream);
    sk_status status = write_bytes(file->starter, file->name, file->bytes, file->length, diag);
    free(file->bytes);
    return status;
}

static void put_cell(FILE *stream, const char *cell) {
    if (cell[strcspn(cell, ",;\"\r\n")] == '\0') {
        fputs(cell, stream);
        return;
    }
    fputc('"', stream);
    for (; *cell != '\0'; cell++) {
        if (*cell == '"') fputc('"', stream);
        fputc(*cell, stream);
    }
    fputc('"', stream);
}

void sk_starter_file_row(sk_starter_file *file, const char *const *cells, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (i > 0) fputc(',', file->stream);
        put_cell(file->stream, cells[i] == NULL ? "" : cells[i]);
    }
    fputc('\n', file->stream);
}

sk_status sk_starter_file_copy(const sk_starter *starter, const char *path, const char *name,
                               sk_diag *diag) {
    size_t length = 0;
    char *bytes = sk_text_file_read(path, path, BYTES_MAX, diag, &length);
    if (bytes == NULL) return SK_ERR_ENVIRONMENT;
    sk_status status = write_bytes(starter, name, bytes, length, diag);
    free(bytes);
    return status;
}

const char *sk_starter_file_text(const char *path, sk_arena *arena, sk_diag *diag) {
    size_t length = 0;
    char *bytes = sk_text_file_read(path, path, BYTES_MAX, diag, &length);
    if (bytes == NULL) return NULL;
    const char *text = sk_arena_string_n(arena, bytes, length);
    free(bytes);
    return text;
}
