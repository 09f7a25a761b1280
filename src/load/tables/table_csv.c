#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "load/files/cell_text.h"
#include "load/files/text_buffer.h"
#include "load/tables/table_formats.h"

/** Reads cells one after the other. */
typedef struct {
    const char *at, *end;
    long line;
    char separator;
    bool unclosed; /* the text ended within quotes */
} csv_reader;

/** A record, put together in heap memory that the next one uses again. */
typedef struct {
    sk_text_buffer text; /* of all its cells */
    size_t *ends;        /* of each cell in it */
    size_t count, capacity;
    long line;
} csv_record;

/* Line ends are those of any system: LF, CR LF, and CR alone. */
static bool is_line_end(const char *at) {
    return *at == '\n' || *at == '\r';
}

static void append(csv_reader *reader, csv_record *record) {
    char c = *reader->at;
    bool pair = c == '\r' && reader->at + 1 < reader->end && reader->at[1] == '\n';
    sk_text_buffer_put_byte(&record->text, c);
    if (is_line_end(reader->at) && !pair) reader->line++;
}

static bool at_cell_end(const csv_reader *reader) {
    return reader->at == reader->end || *reader->at == reader->separator || is_line_end(reader->at);
}

static void read_quoted(csv_reader *reader, csv_record *record) {
    for (reader->at++; reader->at < reader->end; reader->at++) {
        if (*reader->at == '"') {
            bool doubled = reader->at + 1 < reader->end && reader->at[1] == '"';
            if (!doubled) {
                reader->at++;
                return;
            }
            reader->at++;
        }
        append(reader, record);
    }
    reader->unclosed = true;
}

static void read_cell(csv_reader *reader, csv_record *record) {
    if (reader->at < reader->end && *reader->at == '"') read_quoted(reader, record);
    for (; !at_cell_end(reader); reader->at++) append(reader, record);
    record->ends =
        sk_heap_grow(record->ends, record->count, &record->capacity, sizeof *record->ends);
    record->ends[record->count++] = record->text.length;
}

static void skip_line_end(csv_reader *reader) {
    if (reader->at == reader->end) return;
    if (*reader->at == '\r' && reader->at + 1 < reader->end && reader->at[1] == '\n') reader->at++;
    reader->at++;
    reader->line++;
}

/* False at the end of the text. A line without any text is a record of one empty cell. */
static bool read_record(csv_reader *reader, csv_record *record) {
    if (reader->at == reader->end) return false;
    record->count = record->text.length = 0;
    record->line = reader->line;
    for (;;) {
        read_cell(reader, record);
        if (reader->at == reader->end || *reader->at != reader->separator) break;
        reader->at++;
    }
    skip_line_end(reader);
    return true;
}

static const char *cell_text(sk_arena *arena, const csv_record *record, size_t index) {
    size_t start = index == 0 ? 0 : record->ends[index - 1];
    if (record->ends[index] == start) return NULL;
    return sk_cell_text(arena, record->text.bytes + start, record->ends[index] - start);
}

/* The first `count` cells of a record. False when all are blank. */
static bool keep_cells(sk_arena *arena, const csv_record *record, size_t count,
                       const char ***cells) {
    bool filled = false;
    *cells = SK_NEW_ARRAY(arena, const char *, count);
    for (size_t i = 0; i < count && i < record->count; i++) {
        (*cells)[i] = cell_text(arena, record, i);
        filled = filled || (*cells)[i] != NULL;
    }
    return filled;
}

/* What separates the cells of the header most often; a comma when nothing does. */
static char separator_of(const csv_reader *reader) {
    static const char separators[] = {',', ';', '\t', '|'};
    size_t counts[sizeof separators] = {0}, best = 0;
    bool quoted = false;
    for (const char *c = reader->at; c < reader->end && (quoted || !is_line_end(c)); c++) {
        if (*c == '"') quoted = !quoted;
        for (size_t i = 0; !quoted && i < sizeof separators; i++)
            if (*c == separators[i]) counts[i]++;
    }
    for (size_t i = 1; i < sizeof separators; i++)
        if (counts[i] > counts[best]) best = i;
    return separators[best];
}

/* Excel names the separator on a line of its own, "sep=;", with quotes or without. */
static bool read_separator_line(csv_reader *reader) {
    const char *at = reader->at, *end = reader->end;
    bool quoted = at < end && *at == '"';
    if (quoted) at++;
    if (end - at < (quoted ? 6 : 5) || strncasecmp(at, "sep=", 4) != 0) return false;
    char separator = at[4];
    if (is_line_end(&separator) || (quoted && at[5] != '"')) return false;
    at += quoted ? 6 : 5;
    if (at < end && !is_line_end(at)) return false;
    reader->separator = separator;
    reader->at = at;
    skip_line_end(reader);
    return true;
}

static void report_width(const sk_load *load, const sk_table *table, const csv_record *record) {
    sk_diag_error(load->diag, (sk_place){.file = table->file, .line = record->line},
                  "put text that holds a separator in double quotes, and close each quote",
                  "the line has %zu cells, the header %zu", record->count, table->column_count);
}

static bool has_right_width(const sk_load *load, const sk_table *table, const csv_record *record) {
    size_t used = record->count;
    while (used > table->column_count && record->ends[used - 1] == record->ends[used - 2]) used--;
    if (used <= table->column_count && record->count >= table->column_count) return true;
    bool blank = record->count == 1 && cell_text(load->arena, record, 0) == NULL;
    if (!blank) report_width(load, table, record);
    return false;
}

static void read_rows(const sk_load *load, csv_reader *reader, csv_record *record,
                      sk_table *table) {
    sk_row_list rows = {0};
    sk_shape_cells *shapes = sk_shape_cells_create(load, table);
    while (read_record(reader, record)) {
        if (reader->unclosed) {
            sk_diag_error(load->diag, (sk_place){.file = table->file, .line = record->line},
                          "close it, and double a quote that belongs to the text",
                          "a quote is not closed before the file ends");
            break;
        }
        sk_table_row row = {0};
        if (!has_right_width(load, table, record) ||
            !keep_cells(load->arena, record, table->column_count, &row.cells))
            continue;
        row.origin = (sk_place){table->file, record->line, sk_table_cell(table, &row, "id")};
        if (sk_shape_cells_read(shapes, &row)) sk_row_list_add(&rows, row);
    }
    sk_shape_cells_free(shapes);
    sk_row_list_finish(&rows, load->arena, table);
}

static long line_at(const char *bytes, size_t at) {
    long line = 1;
    for (size_t i = 0; i < at; i++)
        if (bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 == at || bytes[i + 1] != '\n'))) line++;
    return line;
}

static bool check_encoding(const sk_load *load, const char *bytes, size_t length,
                           const char *file) {
    size_t sound = sk_utf8_length(bytes, length);
    if (sound == length) return true;
    sk_place place = {.file = file, .line = line_at(bytes, sound)};
    bool wide =
        length >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0);
    if (wide)
        sk_diag_error(load->diag, place, "save it as CSV in UTF-8", "the text is in UTF-16");
    else if (bytes[sound] == '\0')
        sk_diag_error(load->diag, place, "take it out, or save the file anew",
                      "the text holds a NUL, which is no character");
    else
        sk_diag_error(load->diag, place, "save it as CSV in UTF-8", "the text is not in UTF-8");
    return false;
}

static bool read_header(const sk_load *load, csv_reader *reader, csv_record *record,
                        sk_table *table) {
    bool found = read_record(reader, record) &&
                 keep_cells(load->arena, record, record->count, &table->columns);
    table->column_count = found ? record->count : 0;
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
    csv_reader reader = {bytes, bytes + length, 1, ',', false};
    if (!read_separator_line(&reader)) reader.separator = separator_of(&reader);
    out->decimal_commas = reader.separator != ',';
    csv_record record = {0};
    bool readable = read_header(load, &reader, &record, out);
    if (readable) read_rows(load, &reader, &record, out);
    free(record.text.bytes);
    free(record.ends);
    return readable;
}
