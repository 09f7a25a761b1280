/** The readers that tables come from; see table.h. */
#ifndef STREEKKAART_LOAD_TABLES_TABLE_FORMATS_H
#define STREEKKAART_LOAD_TABLES_TABLE_FORMATS_H

#include "load/tables/table.h"

/** Reads a CSV (RFC 4180; semicolons too, as Excel writes them here) from `length` bytes, which
 *  need no NUL. Rows with a fault are reported at their line and left out. False when there is not
 *  even a header. */
bool sk_table_csv_parse(const sk_load *load, const char *bytes, size_t length, const char *file,
                        sk_table *out);

/** Reads what OGR reads: GeoJSON, GeoPackage, Shapefile, FlatGeobuf, XLSX, ODS. */
bool sk_table_ogr_read(const sk_load *load, const char *file, const char *driver,
                       sk_table_list *out);

/** The geometry of a row that has none but has columns for it: `wkt`, or `lon` and `lat`. False
 *  when they are faulty, which is reported. */
bool sk_table_shape_from_cells(const sk_load *load, const sk_table *table, sk_table_row *row);

/** True for the columns that sk_table_shape_from_cells() reads. */
bool sk_table_is_shape_column(const char *name);

#endif
