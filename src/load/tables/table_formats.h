/** The readers that tables come from; see table.h. */
#ifndef STREEKKAART_LOAD_TABLES_TABLE_FORMATS_H
#define STREEKKAART_LOAD_TABLES_TABLE_FORMATS_H

#include "load/tables/table.h"

/** Reads a CSV (RFC 4180) from `length` bytes, which need no NUL. Its separator is that of the
 *  header, or of a line "sep=;" above it; its lines end as on any system. Rows with a fault are
 *  reported at their line and left out. False when there is not even a header. */
bool sk_table_csv_parse(const sk_load *load, const char *bytes, size_t length, const char *file,
                        sk_table *out);

/** Reads a GeoJSON FeatureCollection from `length` bytes, likewise. JSON's types are kept: see
 *  sk_cell_kind. */
bool sk_table_geojson_parse(const sk_load *load, const char *bytes, size_t length, const char *file,
                            sk_table *out);

/** How a spreadsheet is packed. */
typedef enum { SK_SPREADSHEET_XLSX, SK_SPREADSHEET_ODS } sk_spreadsheet;

/** Reads the sheets of a spreadsheet that have any text; the first row of each holds the names of
 *  its columns. `bytes` are lent. */
bool sk_table_sheets_parse(const sk_load *load, char *bytes, size_t length, const char *file,
                           sk_spreadsheet kind, sk_table_list *out);

/** Reads what OGR reads: GeoPackage, Shapefile, FlatGeobuf. */
bool sk_table_ogr_read(const sk_load *load, const char *file, const char *driver,
                       sk_table_list *out);

/** Rows that are gathered while their number is not known. */
typedef struct {
    sk_table_row *items; /* heap memory */
    size_t count, capacity;
} sk_row_list;

void sk_row_list_add(sk_row_list *list, sk_table_row row);
/** Hands the rows to the table, and frees the list. */
void sk_row_list_finish(sk_row_list *list, sk_arena *arena, sk_table *table);

/** Where the rows of a table have their shape, when it stands in cells. */
typedef struct sk_shape_cells sk_shape_cells;

/** Looks for columns with shapes; faults in them are reported. The caller's, until
 *  sk_shape_cells_free(). */
sk_shape_cells *sk_shape_cells_create(const sk_load *load, const sk_table *table);
void sk_shape_cells_free(sk_shape_cells *cells);

/** The shape of a row, from `wkt`, or from `lon` and `lat`; without them it has none. False when
 *  they are faulty, which is reported. */
bool sk_shape_cells_read(const sk_shape_cells *cells, sk_table_row *row);

/** True for the columns that shapes are read from. */
bool sk_table_is_shape_column(const char *name);

#endif
