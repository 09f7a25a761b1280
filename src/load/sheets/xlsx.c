#include <stdlib.h>
#include <string.h>

#include "load/files/cell_text.h"
#include "load/sheets/cell_number.h"
#include "load/sheets/xlsx_book.h"

/** A sheet while it is read. */
typedef struct {
    const sk_sheet_source *source;
    const sk_xlsx_book *book;
    sk_xml_walk *walk;
    sk_sheet_builder builder;
    long row;      /* the number of the row at hand */
    size_t column; /* of the next cell that does not say its own */
} sheet_reader;

/* "B7" is column 1; what is no reference is the next column. */
static size_t column_of(const sheet_reader *r, const char *reference) {
    size_t column = 0;
    for (; reference != NULL && *reference >= 'A' && *reference <= 'Z'; reference++) {
        column = column * 26 + (size_t)(*reference - 'A') + 1;
        if (column > SK_SHEET_COLUMNS_MAX) return SK_SHEET_COLUMNS_MAX;
    }
    return column == 0 ? r->column : column - 1;
}

/** What a cell says of itself. */
typedef struct {
    char type[12];
    bool is_date;
} cell_kind;

static cell_kind kind_of(const sheet_reader *r) {
    cell_kind kind = {.type = "n"};
    const char *style = sk_xml_walk_attribute(r->walk, "s");
    size_t number = style == NULL ? 0 : strtoul(style, NULL, 10);
    kind.is_date = number < r->book->date_count && r->book->dates[number];
    const char *type = sk_xml_walk_attribute(r->walk, "t");
    if (type != NULL && strlen(type) < sizeof kind.type) memcpy(kind.type, type, strlen(type) + 1);
    return kind;
}

/* What the `v` of a cell stands for. */
static const char *value_text(const sheet_reader *r, const cell_kind *kind, const char *value) {
    sk_arena *arena = r->source->arena;
    if (value == NULL) return NULL;
    if (strcmp(kind->type, "s") == 0) {
        size_t number = strtoul(value, NULL, 10);
        return number < r->book->text_count ? r->book->texts[number] : NULL;
    }
    if (strcmp(kind->type, "b") == 0) return strcmp(value, "0") == 0 ? "false" : "true";
    if (strcmp(kind->type, "n") != 0) return value;
    return kind->is_date ? sk_cell_date(arena, value, r->book->from_1904)
                         : sk_cell_number(arena, value);
}

/* From the beginning of a cell to its end. */
static bool read_cell(sheet_reader *r) {
    size_t column = column_of(r, sk_xml_walk_attribute(r->walk, "r"));
    cell_kind kind = kind_of(r);
    const char *value = NULL, *text = NULL;
    for (;;) {
        sk_xml_step step = sk_xml_walk_next(r->walk);
        if (step == SK_XML_DONE || step == SK_XML_FAULTY) return false;
        if (step == SK_XML_END && sk_xml_walk_is(r->walk, "c")) break;
        if (step != SK_XML_BEGIN) continue;
        if (sk_xml_walk_is(r->walk, "v"))
            value = sk_xlsx_value(r->walk, r->source->arena);
        else if (sk_xml_walk_is(r->walk, "is"))
            text = sk_xlsx_text(r->walk, r->source->arena);
        else if (!sk_xml_walk_skip(r->walk)) /* the formula, and what programs add */
            return false;
    }
    sk_sheet_builder_set(&r->builder, column, text != NULL ? text : value_text(r, &kind, value));
    r->column = column + 1;
    return true;
}

static void begin_row(sheet_reader *r) {
    const char *number = sk_xml_walk_attribute(r->walk, "r");
    long given = number == NULL ? 0 : strtol(number, NULL, 10);
    r->row = given > r->row ? given : r->row + 1;
    r->column = 0;
}

/* False when the XML is faulty; *large says when there is too much of it. */
static bool read_rows(sheet_reader *r, bool *large) {
    sk_xml_step step;
    while ((step = sk_xml_walk_next(r->walk)) != SK_XML_DONE) {
        if (step == SK_XML_FAULTY) return false;
        if (step == SK_XML_TEXT) continue;
        bool row = sk_xml_walk_is(r->walk, "row");
        if (step == SK_XML_BEGIN && row) begin_row(r);
        if (step == SK_XML_BEGIN && sk_xml_walk_is(r->walk, "c") && !read_cell(r)) return false;
        *large = step == SK_XML_END && row && !sk_sheet_builder_end_row(&r->builder, r->row, 1);
        if (*large) break;
    }
    return true;
}

static bool read_sheet(const sk_sheet_source *source, const sk_zip_file *zip,
                       const sk_xlsx_book *book, const sk_xlsx_sheet *sheet, sk_sheet *out) {
    sheet_reader r = {.source = source, .book = book};
    r.builder = (sk_sheet_builder){.arena = source->arena, .name = sheet->name};
    r.walk = sk_sheet_part(source, zip, sheet->part, true);
    if (r.walk == NULL) return false;
    bool large = false, sound = read_rows(&r, &large);
    sk_xml_walk_free(r.walk);
    *out = sk_sheet_builder_finish(&r.builder);
    if (large) return sk_sheet_too_large(source, sheet->name);
    return sound || sk_sheet_damaged(source);
}

bool sk_sheets_read_xlsx(const sk_sheet_source *source, sk_sheet_list *out) {
    *out = (sk_sheet_list){0};
    sk_zip_file *zip = sk_zip_open(source->bytes, source->length);
    sk_xlsx_book book;
    bool sound = sk_xlsx_book_read(source, zip, &book);
    out->items = SK_NEW_ARRAY(source->arena, sk_sheet, book.sheet_count);
    for (size_t i = 0; sound && i < book.sheet_count; i++) {
        if (book.sheets[i].part == NULL) continue;
        sound = read_sheet(source, zip, &book, &book.sheets[i], &out->items[out->count]);
        if (sound) out->count++;
    }
    sk_zip_close(zip);
    return sound;
}
