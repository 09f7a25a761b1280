#include <string.h>
#include <strings.h>

#include "base/suggestion.h"
#include "load/tables/language_column.h"
#include "load/tables/table.h"
#include "load/tables/table_formats.h"

static bool is_known(const sk_load *load, const sk_table_form *form, const char *name) {
    return sk_form_column(load, form, name) != NULL;
}

static bool has_column(const sk_table *table, const char *name) {
    for (size_t i = 0; i < table->column_count; i++)
        if (strcasecmp(table->columns[i], name) == 0) return true;
    return false;
}

bool sk_table_resembles(const sk_table *table, const sk_table_form *form) {
    for (size_t i = 0; i < form->count; i++)
        if (form->columns[i].required && has_column(table, form->columns[i].name)) return true;
    return false;
}

const char *sk_table_column_shown(sk_arena *arena, const sk_table *table, size_t column) {
    char letters[8] = "", *first = letters + sizeof letters - 1;
    if (!table->is_sheet) return sk_arena_string(arena, table->columns[column]);
    for (size_t left = column + 1; left > 0 && first > letters; left = (left - 1) / 26)
        *--first = (char)('A' + (left - 1) % 26);
    return sk_arena_printf(arena, "%s (column %s)", table->columns[column], first);
}

/* The column that the form does not know and that looks most like `missing`, and not more like one
 * in a language. */
static sk_suggestion nearest_stray(const sk_load *load, const sk_table *table,
                                   const sk_table_form *form, const char *missing) {
    sk_suggestion nearest = sk_suggestion_for(missing);
    for (size_t i = 0; i < table->column_count; i++) {
        const char *stray = table->columns[i];
        sk_suggestion as_missing = sk_suggestion_for(stray);
        sk_suggestion_consider(&as_missing, missing);
        if (!is_known(load, form, stray) &&
            sk_language_column_nearest(load, form, stray).distance >= as_missing.distance)
            sk_suggestion_consider(&nearest, stray);
    }
    return nearest;
}

static void report_missing(const sk_load *load, sk_place place, const char *name,
                           const char *stray) {
    const char *remedy = "add it";
    if (stray != NULL) remedy = sk_arena_printf(load->arena, "rename \"%s\"", stray);
    sk_diag_error(load->diag, place, remedy, "the column \"%s\" is missing", name);
}

static void warn_of_stray(const sk_load *load, sk_place place, const char *name,
                          const char *stray) {
    sk_diag_warning(load->diag, place, sk_arena_printf(load->arena, "did you mean \"%s\"?", name),
                    "nothing reads the column \"%s\"", stray);
}

/* The row that holds the names of columns, below the first; NULL when there is none. */
static const sk_table_row *late_header(const sk_load *load, const sk_table *table,
                                       const sk_table_form *form) {
    enum { ROWS_LOOKED_AT = 20, NAMES_ENOUGH = 2 };
    for (size_t i = 0; i < table->row_count && i < ROWS_LOOKED_AT; i++) {
        size_t names = 0;
        for (size_t c = 0; c < table->column_count; c++)
            if (table->rows[i].cells[c] != NULL && is_known(load, form, table->rows[i].cells[c]))
                names++;
        if (names >= NAMES_ENOUGH || (names > 0 && names == table->column_count))
            return &table->rows[i];
    }
    return NULL;
}

/* One cause, one message: a table without any of the names is not missing them one by one. */
static bool check_header(const sk_load *load, const sk_table *table, const sk_table_form *form) {
    if (sk_table_resembles(table, form)) return true;
    const sk_table_row *header = late_header(load, table, form);
    const char *names = "";
    size_t required = 0;
    for (size_t i = 0; i < form->count; i++) {
        if (!form->columns[i].required) continue;
        names = sk_arena_printf(load->arena, "%s%s%s", names, required > 0 ? ", " : "",
                                form->columns[i].name);
        required++;
    }
    if (required == 0) return true;
    if (table->is_layer)
        sk_diag_error(load->diag, (sk_place){.file = table->file},
                      sk_arena_printf(load->arena, "take it out, or name the columns: %s", names),
                      "the table has none of the columns that are read");
    else if (header != NULL)
        sk_diag_error(load->diag, (sk_place){.file = table->file, .line = 1},
                      "take out what stands above the names",
                      "the first row must hold the names of the columns: they stand in row %ld",
                      header->origin.line);
    else
        sk_diag_error(load->diag, (sk_place){.file = table->file, .line = 1},
                      sk_arena_printf(load->arena, "name the columns there: %s", names),
                      "the first row must hold the names of the columns");
    return false;
}

static bool is_read(const sk_load *load, const sk_table_form *form, const char *name) {
    return is_known(load, form, name) || sk_table_is_shape_column(name);
}

static bool check_twice(const sk_load *load, const sk_table *table, const sk_table_form *form) {
    bool sound = true;
    for (size_t i = 0; i < table->column_count; i++) {
        if (!is_read(load, form, table->columns[i])) continue;
        for (size_t j = 0; j < i; j++) {
            if (!sk_columns_are_one(load, form, table->columns[i], table->columns[j])) continue;
            sk_diag_error(load->diag, (sk_place){.file = table->file}, "keep one of the two",
                          "the column \"%s\" stands twice", table->columns[i]);
            sound = false;
            break;
        }
    }
    return sound;
}

static bool check_missing(const sk_load *load, const sk_table *table, const sk_table_form *form) {
    bool complete = true;
    sk_place place = {.file = table->file};
    for (size_t i = 0; i < form->count; i++) {
        const sk_column *column = &form->columns[i];
        if (has_column(table, column->name)) continue;
        const char *stray = nearest_stray(load, table, form, column->name).best;
        if (column->required)
            report_missing(load, place, column->name, stray);
        else if (stray != NULL)
            warn_of_stray(load, place, column->name, stray);
        complete = complete && !column->required;
    }
    sk_language_columns_check(load, table, form);
    return complete;
}

/* The errors of spreadsheets as they show them, in English and in Dutch, and in the CSV that they
 * write. "Err:502" is LibreOffice's. */
static bool is_sheet_error(const char *text) {
    static const char *const errors[] = {
        "#N/A",          "#REF!",     "#DIV/0!", "#VALUE!",     "#NAME?",
        "#NULL!",        "#NUM!",     "#SPILL!", "#CALC!",      "#FIELD!",
        "#GETTING_DATA", "#N/B",      "#VERW!",  "#DEEL/0!",    "#WAARDE!",
        "#NAAM?",        "#LEEG!",    "#GETAL!", "#N.B.",       "#BLOCKED!",
        "#CONNECT!",     "#UNKNOWN!", "#BUSY!",  "#OVERLOPEN!", NULL};
    if (strncmp(text, "Err:", 4) == 0)
        return text[4] != '\0' && text[4 + strspn(text + 4, "0123456789")] == '\0';
    for (size_t i = 0; text[0] == '#' && errors[i] != NULL; i++)
        if (strcasecmp(errors[i], text) == 0) return true;
    return false;
}

/* Why a cell is no value of its column; NULL when it is. */
static const char *misfit(sk_column_kind column, sk_cell_kind cell) {
    switch (cell) {
        case SK_CELL_TEXT:
            return NULL;
        case SK_CELL_TRUTH:
            return column == SK_COLUMN_TRUTH ? NULL : "true or false";
        case SK_CELL_LIST:
            return column == SK_COLUMN_LIST ? NULL : "a list";
        case SK_CELL_OBJECT:
            return "an object";
        case SK_CELL_VAST:
            return "a number of more digits than are read";
    }
    return NULL;
}

static const char *remedy_for(sk_column_kind column) {
    switch (column) {
        case SK_COLUMN_TEXT:
            return "write a text, between quotes";
        case SK_COLUMN_INTEGER:
            return "write a whole number";
        case SK_COLUMN_TRUTH:
            return "write true or false";
        case SK_COLUMN_LIST:
            return "write it as [\"...\", \"...\"]";
    }
    return NULL;
}

/* Line ends and tabs are blanks; of other characters that control a device none is meant. */
static bool has_control(const char *text) {
    for (const unsigned char *c = (const unsigned char *)text; *c != '\0'; c++)
        if ((*c < ' ' && strchr("\t\n\v\f\r", *c) == NULL) || *c == 0x7F) return true;
    return false;
}

static bool check_cell(const sk_load *load, const sk_table *table, const sk_table_row *row,
                       size_t index, sk_column_kind kind) {
    const char *text = row->cells[index], *what = NULL;
    if (text == NULL) return true;
    if (is_sheet_error(text)) {
        sk_diag_error(load->diag, row->origin, "mend its formula, or write the value",
                      "%s holds the error %s of a spreadsheet",
                      sk_table_column_shown(load->arena, table, index), text);
        return false;
    }
    if (has_control(text)) {
        sk_diag_error(load->diag, row->origin, "take it out",
                      "%s holds a control character, which no map can show: %s",
                      sk_table_column_shown(load->arena, table, index), text);
        return false;
    }
    if (row->kinds != NULL) what = misfit(kind, (sk_cell_kind)row->kinds[index]);
    if (what == NULL) return true;
    sk_diag_error(load->diag, row->origin, remedy_for(kind), "%s is %s: %s", table->columns[index],
                  what, text);
    return false;
}

/* `columns`: for each of the table that of the form; NULL where it has none. */
static bool check_row(const sk_load *load, const sk_table *table, const sk_table_row *row,
                      const sk_column *const *columns) {
    bool sound = true;
    for (size_t i = 0; i < table->column_count; i++)
        if (columns[i] != NULL) sound = check_cell(load, table, row, i, columns[i]->kind) && sound;
    return sound;
}

bool sk_table_check(const sk_load *load, sk_table *table, const sk_table_form *form) {
    /* A collection of no features names no properties. */
    if (table->row_count == 0 && table->column_count == 0) return true;
    if (!check_header(load, table, form)) return false;
    bool usable = check_twice(load, table, form);
    usable = check_missing(load, table, form) && usable;
    if (!usable) return false;
    const sk_column **columns = SK_NEW_ARRAY(load->arena, const sk_column *, table->column_count);
    for (size_t i = 0; i < table->column_count; i++)
        columns[i] = sk_form_column(load, form, table->columns[i]);
    size_t kept = 0;
    for (size_t i = 0; i < table->row_count; i++)
        if (check_row(load, table, &table->rows[i], columns)) table->rows[kept++] = table->rows[i];
    table->row_count = kept;
    return true;
}
