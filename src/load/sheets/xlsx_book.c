#include "load/sheets/xlsx_book.h"

#include <stdlib.h>
#include <string.h>

#include "load/sheets/cell_number.h"

/** A book while it is read. */
typedef struct {
    const sk_sheet_source *source;
    const sk_zip_file *zip;
    const char *folder;         /* of its parts: "xl/" */
    const char *texts, *styles; /* names of parts; NULL when it has none */
    sk_xlsx_book book;
    size_t sheet_capacity;
    const char **date_formats; /* ids of those of its own; heap memory */
    size_t format_count, format_capacity;
} book_reader;

static sk_arena *arena_of(const book_reader *r) {
    return r->source->arena;
}

static bool ends_with(const char *text, const char *ending) {
    size_t length = strlen(text), size = strlen(ending);
    return length >= size && strcmp(text + length - size, ending) == 0;
}

static const char *kept_attribute(const book_reader *r, sk_xml_walk *walk, const char *name) {
    return sk_arena_string(arena_of(r), sk_xml_walk_attribute(walk, name));
}

typedef void element_reader(book_reader *r, sk_xml_walk *walk);

/* Calls `read` at the beginning of each element of a part. */
static bool read_elements(book_reader *r, const char *part, element_reader *read) {
    sk_xml_walk *walk = sk_sheet_part(r->source, r->zip, part, true);
    if (walk == NULL) return false;
    sk_xml_step step;
    while ((step = sk_xml_walk_next(walk)) != SK_XML_DONE && step != SK_XML_FAULTY)
        if (step == SK_XML_BEGIN) read(r, walk);
    sk_xml_walk_free(walk);
    return step == SK_XML_DONE || sk_sheet_damaged(r->source);
}

static void read_sheet(book_reader *r, sk_xml_walk *walk) {
    if (sk_xml_walk_is(walk, "workbookPr")) {
        const char *from_1904 = sk_xml_walk_attribute(walk, "date1904");
        r->book.from_1904 =
            from_1904 != NULL && (strcmp(from_1904, "1") == 0 || strcmp(from_1904, "true") == 0);
    }
    if (!sk_xml_walk_is(walk, "sheet")) return;
    sk_xlsx_sheet sheet = {.name = kept_attribute(r, walk, "name")};
    sheet.relation = kept_attribute(r, walk, "id");
    if (sheet.name == NULL || sheet.relation == NULL) return;
    r->book.sheets = sk_arena_grow(arena_of(r), r->book.sheets, r->book.sheet_count,
                                   &r->sheet_capacity, sizeof sheet);
    r->book.sheets[r->book.sheet_count++] = sheet;
}

/* A target is a path from the folder of the workbook, or from the file's root. */
static const char *target_part(const book_reader *r, const char *target) {
    if (target[0] == '/') return sk_arena_string(arena_of(r), target + 1);
    return sk_arena_printf(arena_of(r), "%s%s", r->folder, target);
}

static void read_relation(book_reader *r, sk_xml_walk *walk) {
    if (!sk_xml_walk_is(walk, "Relationship")) return;
    const char *id = kept_attribute(r, walk, "Id"), *type = kept_attribute(r, walk, "Type");
    const char *target = kept_attribute(r, walk, "Target");
    if (id == NULL || type == NULL || target == NULL) return;
    const char *part = target_part(r, target);
    if (ends_with(type, "/sharedStrings")) r->texts = part;
    if (ends_with(type, "/styles")) r->styles = part;
    if (!ends_with(type, "/worksheet")) return;
    for (size_t i = 0; i < r->book.sheet_count; i++)
        if (strcmp(r->book.sheets[i].relation, id) == 0) r->book.sheets[i].part = part;
}

static void find_workbook(book_reader *r, sk_xml_walk *walk) {
    const char *type = sk_xml_walk_attribute(walk, "Type");
    if (type == NULL || !ends_with(type, "/officeDocument")) return;
    const char *target = kept_attribute(r, walk, "Target");
    if (target != NULL) r->folder = target_part(r, target);
}

/* Finds the workbook by the file's own list, and cuts its name into folder and file. */
static bool read_workbook(book_reader *r) {
    r->folder = "";
    if (!read_elements(r, "_rels/.rels", find_workbook)) return false;
    const char *path = r->folder, *slash = strrchr(path, '/');
    if (*path == '\0') return sk_sheet_damaged(r->source);
    size_t length = slash == NULL ? 0 : (size_t)(slash - path) + 1;
    r->folder = sk_arena_string_n(arena_of(r), path, length);
    const char *relations =
        sk_arena_printf(arena_of(r), "%s_rels/%s.rels", r->folder, path + length);
    return read_elements(r, path, read_sheet) && read_elements(r, relations, read_relation);
}

static bool is_date_format(const book_reader *r, const char *id) {
    for (size_t i = 0; i < r->format_count; i++)
        if (strcmp(r->date_formats[i], id) == 0) return true;
    return sk_cell_builtin_is_date(strtol(id, NULL, 10));
}

static void add_style(book_reader *r, sk_xml_walk *walk, size_t *capacity) {
    const char *format = sk_xml_walk_attribute(walk, "numFmtId");
    r->book.dates =
        sk_arena_grow(arena_of(r), r->book.dates, r->book.date_count, capacity, sizeof(bool));
    r->book.dates[r->book.date_count++] = format != NULL && is_date_format(r, format);
}

static void add_format(book_reader *r, sk_xml_walk *walk) {
    const char *code = sk_xml_walk_attribute(walk, "formatCode");
    if (code == NULL || !sk_cell_format_is_date(code)) return;
    const char *id = kept_attribute(r, walk, "numFmtId");
    if (id == NULL) return;
    r->date_formats = sk_heap_grow(r->date_formats, r->format_count, &r->format_capacity,
                                   sizeof *r->date_formats);
    r->date_formats[r->format_count++] = id;
}

/* The styles of cells are the `xf` of `cellXfs`; other lists have such elements, too. */
static bool read_styles(book_reader *r) {
    sk_xml_walk *walk = sk_sheet_part(r->source, r->zip, r->styles, false);
    if (walk == NULL) return true;
    size_t capacity = 0;
    bool of_cells = false;
    sk_xml_step step;
    while ((step = sk_xml_walk_next(walk)) != SK_XML_DONE && step != SK_XML_FAULTY) {
        if (step != SK_XML_TEXT && sk_xml_walk_is(walk, "cellXfs")) of_cells = step == SK_XML_BEGIN;
        if (step != SK_XML_BEGIN) continue;
        if (of_cells && sk_xml_walk_is(walk, "xf")) add_style(r, walk, &capacity);
        if (sk_xml_walk_is(walk, "numFmt")) add_format(r, walk);
    }
    sk_xml_walk_free(walk);
    return step == SK_XML_DONE || sk_sheet_damaged(r->source);
}

static bool read_texts(book_reader *r) {
    sk_xml_walk *walk = sk_sheet_part(r->source, r->zip, r->texts, false);
    if (walk == NULL) return true;
    const char **texts = NULL;
    size_t count = 0, capacity = 0;
    sk_xml_step step;
    while ((step = sk_xml_walk_next(walk)) != SK_XML_DONE && step != SK_XML_FAULTY) {
        if (step != SK_XML_BEGIN || !sk_xml_walk_is(walk, "si")) continue;
        texts = sk_heap_grow(texts, count, &capacity, sizeof *texts);
        texts[count++] = sk_xlsx_text(walk, arena_of(r));
    }
    sk_xml_walk_free(walk);
    r->book.texts = SK_NEW_ARRAY(arena_of(r), const char *, count);
    if (count > 0) memcpy(r->book.texts, texts, count * sizeof *texts);
    r->book.text_count = count;
    free(texts);
    return step == SK_XML_DONE || sk_sheet_damaged(r->source);
}

bool sk_xlsx_book_read(const sk_sheet_source *source, const sk_zip_file *zip, sk_xlsx_book *out) {
    book_reader r = {.source = source, .zip = zip};
    size_t errors = sk_diag_error_count(source->diag);
    bool sound = read_workbook(&r);
    if (sound && r.styles != NULL) sound = read_styles(&r);
    if (sound && r.texts != NULL) sound = read_texts(&r);
    free(r.date_formats);
    *out = r.book;
    return sound && sk_diag_error_count(source->diag) == errors;
}
