#include "load/sheets/sheet_builder.h"

#include <stdlib.h>
#include <string.h>

void sk_sheet_builder_set(sk_sheet_builder *builder, size_t column, const char *text) {
    if (text == NULL || column >= SK_SHEET_COLUMNS_MAX) return;
    while (builder->cell_count <= column) {
        builder->cells = sk_heap_grow(builder->cells, builder->cell_count, &builder->cell_capacity,
                                      sizeof *builder->cells);
        builder->cells[builder->cell_count++] = NULL;
    }
    builder->cells[column] = text;
}

static bool add_row(sk_sheet_builder *builder, sk_sheet_row row) {
    builder->total += row.cell_count;
    if (builder->total > SK_SHEET_CELLS_MAX) return false;
    builder->rows = sk_heap_grow(builder->rows, builder->row_count, &builder->row_capacity,
                                 sizeof *builder->rows);
    builder->rows[builder->row_count++] = row;
    return true;
}

bool sk_sheet_builder_end_row(sk_sheet_builder *builder, long number, long count) {
    if (builder->cell_count == 0) return true;
    sk_sheet_row row = {number, SK_NEW_ARRAY(builder->arena, const char *, builder->cell_count),
                        builder->cell_count};
    memcpy(row.cells, builder->cells, builder->cell_count * sizeof *row.cells);
    builder->cell_count = 0;
    for (; count > 0; count--, row.number++)
        if (!add_row(builder, row)) return false;
    return true;
}

sk_sheet sk_sheet_builder_finish(sk_sheet_builder *builder) {
    sk_sheet sheet = {.name = builder->name, .row_count = builder->row_count};
    sheet.rows = SK_NEW_ARRAY(builder->arena, sk_sheet_row, builder->row_count);
    if (builder->row_count > 0)
        memcpy(sheet.rows, builder->rows, builder->row_count * sizeof *sheet.rows);
    free(builder->rows);
    free(builder->cells);
    *builder = (sk_sheet_builder){.arena = builder->arena};
    return sheet;
}

/* What password-protected and old files of Office begin with. */
static const char compound_file[] = "\xD0\xCF\x11\xE0";

bool sk_sheet_damaged(const sk_sheet_source *source) {
    const sk_place place = {.file = source->file};
    if (source->length >= 4 && memcmp(source->bytes, compound_file, 4) == 0)
        sk_diag_error(source->diag, place, "save it as .xlsx without a password",
                      "the spreadsheet has a password, or is an old one under a new name");
    else
        sk_diag_error(source->diag, place, "save it anew, or take a whole copy",
                      "this is no %s file that is whole", source->format);
    return false;
}

bool sk_sheet_too_large(const sk_sheet_source *source, const char *sheet) {
    sk_diag_error(source->diag, (sk_place){source->file, 0, sheet},
                  "keep only the rows of the catalogue in it",
                  "the spreadsheet unpacks to more than is read");
    return false;
}

sk_xml_walk *sk_sheet_part(const sk_sheet_source *source, const sk_zip_file *zip, const char *name,
                           bool needed) {
    sk_zip_part *part = NULL;
    sk_zip_result result = sk_zip_part_open(zip, name, &part);
    if (part != NULL) return sk_xml_walk_create(part);
    if (result == SK_ZIP_TOO_LARGE)
        (void)sk_sheet_too_large(source, NULL);
    else if (needed)
        (void)sk_sheet_damaged(source);
    return NULL;
}
