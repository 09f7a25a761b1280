#include <cpl_string.h>
#include <stdlib.h>
#include <string.h>

#include "load/tables/table_formats.h"

/** Reads cells one after the other. */
typedef struct {
    const char *at, *end;
    long line;
    char separator;
    char *cell; /* heap memory that every cell is put together in */
    size_t cell_length, cell_capacity;
    bool unclosed; /* the text ended within quotes */
} csv_reader;

typedef struct {
    const char **cells; /* heap memory; the texts are the arena's */
    size_t count, capacity;
    long line;
} csv_record;

static void append(csv_reader *reader, char c) {
    reader->cell = sk_heap_grow(reader->cell, reader->cell_length, &reader->cell_capacity, 1);
    reader->cell[reader->cell_length++] = c;
    if (c == '\n') reader->line++;
}

static bool at_cell_end(const csv_reader *reader) {
    return reader->at == reader->end || *reader->at == reader->separator || *reader->at == '\n' ||
           (*reader->at == '\r' && (reader->at + 1 == reader->end || reader->at[1] == '\n'));
}

static void read_quoted(csv_reader *reader) {
    for (reader->at++; reader->at < reader->end; reader->at++) {
        if (*reader->at == '"') {
            bool doubled = reader->at + 1 < reader->end && reader->at[1] == '"';
            if (!doubled) {
                reader->at++;
                return;
            }
            reader->at++;
        }
        append(reader, *reader->at);
    }
    reader->unclosed = true;
}

static const char *trimmed(sk_arena *arena, const char *text, size_t length) {
    while (length > 0 && (*text == ' ' || *text == '\t')) text++, length--;
    while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\t')) length--;
    return length == 0 ? NULL : sk_arena_string_n(arena, text, length);
}

static const char *read_cell(csv_reader *reader, sk_arena *arena) {
    reader->cell_length = 0;
    if (reader->at < reader->end && *reader->at == '"') read_quoted(reader);
    for (; !at_cell_end(reader); reader->at++) append(reader, *reader->at);
    return trimmed(arena, reader->cell, reader->cell_length);
}

static void skip_line_end(csv_reader *reader) {
    if (reader->at < reader->end && *reader->at == '\r') reader->at++;
    if (reader->at < reader->end && *reader->at == '\n') {
        reader->at++;
        reader->line++;
    }
}

/* False at the end of the text. A line without any text is a record of one empty cell. */
static bool read_record(csv_reader *reader, sk_arena *arena, csv_record *record) {
    if (reader->at == reader->end) return false;
    record->count = 0;
    record->line = reader->line;
    for (;;) {
        const char *cell = read_cell(reader, arena);
        record->cells =
            sk_heap_grow(record->cells, record->count, &record->capacity, sizeof(char *));
        record->cells[record->count++] = cell;
        if (reader->at == reader->end || *reader->at != reader->separator) break;
        reader->at++;
    }
    skip_line_end(reader);
    return true;
}

static bool is_blank(const csv_record *record) {
    for (size_t i = 0; i < record->count; i++)
        if (record->cells[i] != NULL) return false;
    return true;
}

/* A comma, unless the header has only semicolons: Excel writes those in Belgium. */
static char separator_of(const char *bytes, size_t length) {
    const char *line_end = memchr(bytes, '\n', length);
    size_t header = line_end == NULL ? length : (size_t)(line_end - bytes);
    bool comma = memchr(bytes, ',', header) != NULL, semicolon = memchr(bytes, ';', header) != NULL;
    return semicolon && !comma ? ';' : ',';
}

static const char **kept_cells(sk_arena *arena, const csv_record *record, size_t count) {
    const char **cells = SK_NEW_ARRAY(arena, const char *, count);
    for (size_t i = 0; i < count && i < record->count; i++) cells[i] = record->cells[i];
    return cells;
}

static bool has_right_width(const sk_load *load, const sk_table *table, const csv_record *record) {
    size_t used = record->count;
    while (used > table->column_count && record->cells[used - 1] == NULL) used--;
    if (used <= table->column_count && record->count >= table->column_count) return true;
    sk_diag_error(load->diag, (sk_place){.file = table->file, .line = record->line},
                  "put text that holds a separator in double quotes",
                  "the line has %zu cells, the header %zu", record->count, table->column_count);
    return false;
}

static void add_row(const sk_load *load, sk_table *table, size_t *capacity,
                    const csv_record *record) {
    sk_table_row row = {.cells = kept_cells(load->arena, record, table->column_count)};
    row.origin = (sk_place){table->file, record->line, sk_table_cell(table, &row, "id")};
    if (!sk_table_shape_from_cells(load, table, &row)) return;
    table->rows = sk_heap_grow(table->rows, table->row_count, capacity, sizeof row);
    table->rows[table->row_count++] = row;
}

static void read_rows(const sk_load *load, csv_reader *reader, csv_record *record,
                      sk_table *table) {
    size_t capacity = 0;
    while (read_record(reader, load->arena, record)) {
        if (reader->unclosed) {
            sk_diag_error(load->diag, (sk_place){.file = table->file, .line = record->line},
                          "close it, and double a quote that belongs to the text",
                          "a quote is not closed before the file ends");
            break;
        }
        if (!is_blank(record) && has_right_width(load, table, record))
            add_row(load, table, &capacity, record);
    }
    sk_table_row *rows = SK_NEW_ARRAY(load->arena, sk_table_row, table->row_count);
    if (table->row_count > 0) memcpy(rows, table->rows, table->row_count * sizeof *rows);
    free(table->rows);
    table->rows = rows;
}

static bool check_encoding(const sk_load *load, const char *bytes, size_t length,
                           const char *file) {
    if (memchr(bytes, '\0', length) == NULL && CPLIsUTF8(bytes, (int)length)) return true;
    sk_diag_error(load->diag, (sk_place){.file = file}, "save it as CSV in UTF-8",
                  "the text is not in UTF-8");
    return false;
}

static bool read_header(const sk_load *load, csv_reader *reader, csv_record *record,
                        sk_table *table) {
    bool found = read_record(reader, load->arena, record) && !is_blank(record);
    table->columns = kept_cells(load->arena, record, record->count);
    table->column_count = record->count;
    for (size_t i = 0; i < table->column_count; i++)
        if (table->columns[i] == NULL) table->columns[i] = "";
    if (!found)
        sk_diag_error(load->diag, (sk_place){.file = table->file, .line = 1},
                      "write the names of the columns on the first line", "the file has no header");
    return found;
}

bool sk_table_csv_parse(const sk_load *load, const char *bytes, size_t length, const char *file,
                        sk_table *out) {
    *out = (sk_table){.file = file, .name = sk_table_stem(load->arena, file)};
    if (!check_encoding(load, bytes, length, file)) return false;
    if (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) bytes += 3, length -= 3;
    csv_reader reader = {bytes, bytes + length, 1, separator_of(bytes, length), NULL, 0, 0, false};
    csv_record record = {0};
    bool readable = read_header(load, &reader, &record, out);
    if (readable) read_rows(load, &reader, &record, out);
    free(record.cells);
    free(reader.cell);
    return readable;
}
