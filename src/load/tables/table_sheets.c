#include <string.h>

#include "load/sheets/sheet.h"
#include "load/tables/table_formats.h"

static void read_header(sk_arena *arena, const sk_sheet_row *header, sk_table *table) {
    table->column_count = header->cell_count;
    table->columns = SK_NEW_ARRAY(arena, const char *, header->cell_count);
    for (size_t i = 0; i < header->cell_count; i++)
        table->columns[i] = header->cells[i] == NULL ? "" : header->cells[i];
}

/* What stands right of the last column has no name, and is nobody's. */
static const char **row_cells(sk_arena *arena, const sk_sheet_row *row, size_t count) {
    if (row->cell_count >= count) return row->cells;
    const char **cells = SK_NEW_ARRAY(arena, const char *, count);
    memcpy(cells, row->cells, row->cell_count * sizeof *cells);
    return cells;
}

static bool is_blank(const sk_table *table, const sk_table_row *row) {
    for (size_t i = 0; i < table->column_count; i++)
        if (row->cells[i] != NULL) return false;
    return true;
}

static void read_rows(const sk_load *load, const sk_sheet *sheet, sk_table *table) {
    sk_row_list rows = {0};
    sk_shape_cells *shapes = sk_shape_cells_create(load, table);
    for (size_t i = 1; i < sheet->row_count; i++) {
        sk_table_row row = {.cells = row_cells(load->arena, &sheet->rows[i], table->column_count)};
        if (is_blank(table, &row)) continue;
        row.origin =
            (sk_place){table->file, sheet->rows[i].number, sk_table_cell(table, &row, "id")};
        if (sk_shape_cells_read(shapes, &row)) sk_row_list_add(&rows, row);
    }
    sk_shape_cells_free(shapes);
    sk_row_list_finish(&rows, load->arena, table);
}

/* A spreadsheet comes with empty sheets. */
static size_t filled_count(const sk_sheet_list *sheets) {
    size_t count = 0;
    for (size_t i = 0; i < sheets->count; i++)
        if (sheets->items[i].row_count > 0) count++;
    return count;
}

bool sk_table_sheets_parse(const sk_load *load, char *bytes, size_t length, const char *file,
                           sk_spreadsheet kind, sk_table_list *out) {
    bool xlsx = kind == SK_SPREADSHEET_XLSX;
    const sk_sheet_source source = {bytes,       length,    file, xlsx ? "XLSX" : "ODS",
                                    load->arena, load->diag};
    sk_sheet_list sheets;
    bool sound =
        xlsx ? sk_sheets_read_xlsx(&source, &sheets) : sk_sheets_read_ods(&source, &sheets);
    *out = (sk_table_list){0};
    if (!sound) return false;
    size_t count = filled_count(&sheets);
    out->items = SK_NEW_ARRAY(load->arena, sk_table, count);
    for (size_t i = 0; i < sheets.count; i++) {
        const sk_sheet *sheet = &sheets.items[i];
        if (sheet->row_count == 0) continue;
        sk_table *table = &out->items[out->count++];
        *table =
            (sk_table){.file = file, .name = sheet->name, .is_sheet = true, .decimal_commas = true};
        if (count > 1) table->file = sk_arena_printf(load->arena, "%s/%s", file, sheet->name);
        read_header(load->arena, &sheet->rows[0], table);
        read_rows(load, sheet, table);
    }
    return true;
}
