#include <stdlib.h>
#include <string.h>

#include "load/files/cell_text.h"
#include "load/files/text_buffer.h"
#include "load/sheets/cell_number.h"
#include "load/sheets/sheet_builder.h"

/** A sheet while it is read. */
typedef struct {
    const sk_sheet_source *source;
    sk_xml_walk *walk;
    sk_sheet_builder builder;
    sk_text_buffer text; /* of the cell at hand */
    long row, row_repeat;
    size_t column;
} sheet_reader;

static long repeat_of(sk_xml_walk *walk, const char *name) {
    const char *text = sk_xml_walk_attribute(walk, name);
    long repeat = text == NULL ? 1 : strtol(text, NULL, 10);
    return repeat < 1 ? 1 : repeat;
}

/* What stands for itself in a text: a line end between paragraphs, tabs, runs of blanks. */
static void append_mark(sheet_reader *r) {
    const long blanks_max = 64; /* more of them are one blank, at the end */
    if (sk_xml_walk_is(r->walk, "tab")) sk_text_buffer_put(&r->text, "\t");
    if (sk_xml_walk_is(r->walk, "line-break")) sk_text_buffer_put(&r->text, "\n");
    if (sk_xml_walk_is(r->walk, "p") && r->text.length > 0) sk_text_buffer_put(&r->text, "\n");
    if (!sk_xml_walk_is(r->walk, "s")) return;
    long count = repeat_of(r->walk, "c");
    for (long i = 0; i < count && i < blanks_max; i++) sk_text_buffer_put(&r->text, " ");
}

/* Gathers what the cell at hand shows, without comments and drawings, and goes to its end. */
static bool read_text(sheet_reader *r) {
    size_t depth = 1;
    r->text.length = 0;
    while (depth > 0) {
        sk_xml_step step = sk_xml_walk_next(r->walk);
        if (step == SK_XML_DONE || step == SK_XML_FAULTY) return false;
        if (step == SK_XML_TEXT && depth > 1)
            sk_text_buffer_put(&r->text, sk_xml_walk_text(r->walk));
        if (step == SK_XML_END) depth--;
        if (step != SK_XML_BEGIN) continue;
        bool other = sk_xml_walk_is(r->walk, "annotation") ||
                     sk_xml_walk_is(r->walk, "ruby-text") || sk_xml_walk_is(r->walk, "frame") ||
                     sk_xml_walk_is(r->walk, "custom-shape");
        if (other && !sk_xml_walk_skip(r->walk)) return false;
        if (other) continue;
        append_mark(r);
        depth++;
    }
    return true;
}

/* Texts of errors as the program shows them, in cells that hold a number or nothing. */
static bool shows_error(const char *text) {
    return text != NULL && (text[0] == '#' || strncmp(text, "Err:", 4) == 0);
}

/** What a cell says of itself: its type, and its value by that type. */
typedef struct {
    const char *type, *value;
    bool is_error;
} cell_kind;

static cell_kind kind_of(const sheet_reader *r) {
    static const struct {
        const char *type, *attribute;
    } values[] = {{"float", "value"},        {"percentage", "value"}, {"currency", "value"},
                  {"date", "date-value"},    {"time", "time-value"},  {"boolean", "boolean-value"},
                  {"string", "string-value"}};
    sk_arena *arena = r->source->arena;
    cell_kind kind = {.type = sk_arena_string(arena, sk_xml_walk_attribute(r->walk, "value-type"))};
    if (kind.type == NULL) return kind;
    if (strcmp(kind.type, "error") == 0) kind.is_error = true;
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++)
        if (strcmp(kind.type, values[i].type) == 0)
            kind.value =
                sk_arena_string(arena, sk_xml_walk_attribute(r->walk, values[i].attribute));
    return kind;
}

static const char *cell_of(const sheet_reader *r, const cell_kind *kind) {
    sk_arena *arena = r->source->arena;
    const char *shown =
        r->text.length == 0 ? NULL : sk_cell_text(arena, r->text.bytes, r->text.length);
    if (kind->is_error || shows_error(shown) || kind->value == NULL) return shown;
    if (strcmp(kind->type, "string") == 0 && *kind->value == '\0') return shown;
    bool number = strcmp(kind->type, "float") == 0 || strcmp(kind->type, "percentage") == 0 ||
                  strcmp(kind->type, "currency") == 0;
    if (number) return sk_cell_number(arena, kind->value);
    return sk_cell_text(arena, kind->value, strlen(kind->value));
}

static bool read_cell(sheet_reader *r) {
    long repeat = repeat_of(r->walk, "number-columns-repeated");
    cell_kind kind = kind_of(r);
    if (!read_text(r)) return false;
    const char *text = cell_of(r, &kind);
    for (long i = 0; text != NULL && i < repeat && i < SK_SHEET_COLUMNS_MAX; i++)
        sk_sheet_builder_set(&r->builder, r->column + (size_t)i, text);
    r->column += repeat < SK_SHEET_COLUMNS_MAX ? (size_t)repeat : SK_SHEET_COLUMNS_MAX;
    return true;
}

/** How the reading of a sheet went. */
typedef enum { READ_WHOLE, READ_DAMAGED, READ_TOO_LARGE } read_result;

static read_result end_row(sheet_reader *r) {
    bool fits = sk_sheet_builder_end_row(&r->builder, r->row, r->row_repeat);
    r->row += r->row_repeat;
    return fits ? READ_WHOLE : READ_TOO_LARGE;
}

static read_result begin(sheet_reader *r) {
    bool cell = sk_xml_walk_is(r->walk, "table-cell");
    bool covered = sk_xml_walk_is(r->walk, "covered-table-cell");
    if (sk_xml_walk_is(r->walk, "table-row")) {
        r->row_repeat = repeat_of(r->walk, "number-rows-repeated");
        r->column = 0;
    } else if ((cell || covered) && !read_cell(r)) {
        return READ_DAMAGED;
    }
    return READ_WHOLE;
}

/* From the beginning of a table to its end. */
static read_result read_table(sheet_reader *r) {
    for (;;) {
        read_result result = READ_WHOLE;
        sk_xml_step step = sk_xml_walk_next(r->walk);
        if (step == SK_XML_DONE || step == SK_XML_FAULTY) return READ_DAMAGED;
        if (step == SK_XML_BEGIN) result = begin(r);
        if (step == SK_XML_END && sk_xml_walk_is(r->walk, "table-row")) result = end_row(r);
        if (step == SK_XML_END && sk_xml_walk_is(r->walk, "table")) return READ_WHOLE;
        if (result != READ_WHOLE) return result;
    }
}

static bool read_sheet(const sk_sheet_source *source, sk_xml_walk *walk, sk_sheet *out) {
    sheet_reader r = {.source = source, .walk = walk, .row = 1};
    const char *name = sk_arena_string(source->arena, sk_xml_walk_attribute(walk, "name"));
    r.builder = (sk_sheet_builder){.arena = source->arena, .name = name == NULL ? "" : name};
    read_result result = read_table(&r);
    *out = sk_sheet_builder_finish(&r.builder);
    free(r.text.bytes);
    if (result == READ_TOO_LARGE) return sk_sheet_too_large(source, name);
    return result == READ_WHOLE || sk_sheet_damaged(source);
}

static bool read_sheets(const sk_sheet_source *source, sk_xml_walk *walk, sk_sheet_list *out) {
    size_t capacity = 0;
    sk_xml_step step;
    while ((step = sk_xml_walk_next(walk)) != SK_XML_DONE) {
        if (step == SK_XML_FAULTY) return sk_sheet_damaged(source);
        if (step != SK_XML_BEGIN) continue;
        if (sk_xml_walk_is(walk, "tracked-changes") && !sk_xml_walk_skip(walk)) continue;
        if (!sk_xml_walk_is(walk, "table")) continue;
        out->items =
            sk_arena_grow(source->arena, out->items, out->count, &capacity, sizeof *out->items);
        if (!read_sheet(source, walk, &out->items[out->count])) return false;
        out->count++;
    }
    return true;
}

bool sk_sheets_read_ods(const sk_sheet_source *source, sk_sheet_list *out) {
    *out = (sk_sheet_list){0};
    sk_zip_file *zip = sk_zip_open(source->bytes, source->length);
    sk_xml_walk *walk = sk_sheet_part(source, zip, "content.xml", true);
    bool sound = walk != NULL && read_sheets(source, walk, out);
    sk_xml_walk_free(walk);
    sk_zip_close(zip);
    return sound;
}
