/** The tables of a catalogue: the files of a folder, or the layers of one file that is read as if
 *  it were a folder. */
#ifndef STREEKKAART_LOAD_TABLES_FOLDER_H
#define STREEKKAART_LOAD_TABLES_FOLDER_H

#include <stddef.h>

#include "load/tables/table.h"

typedef struct {
    const char *stem;    /* "logistiek" */
    const char *file;    /* "layers/logistiek.geojson" */
    bool has_twin;       /* another file holds the same table, which has been reported */
    sk_table_list layer; /* of one file: the table, which is read already */
} sk_folder_entry;

/** By name; a stem stands in it once. */
typedef struct {
    const char *name; /* below the project's folder: "layers"; or the file's */
    bool is_file;
    sk_folder_entry *entries; /* NULL when it can't be read */
    size_t count;
    sk_folder_entry *others; /* files in formats that people keep tables in and that are not read */
    size_t other_count;
} sk_folder;

/** The tables in the project's layers/, in any format that is read. A second file with the same
 * stem is reported and left out; so is a folder that can't be listed. With the path of a
 * `catalogue`, its layers or sheets, in their order; what can't be read of it is reported. */
sk_folder sk_folder_open(const sk_load *load, const char *catalogue);

/** The tables of an entry: one, or the layers of its file. What is faulty in them is reported, and
 *  left out. */
sk_table_list sk_folder_entry_read(const sk_load *load, const sk_folder_entry *entry);

/** Reads the one table that must be there: `name` as the project ships it ("figures.csv"), or with
 *  another ending. NULL when it is missing or can't be read, or when columns of `form` are missing,
 *  which is reported. */
sk_table *sk_folder_table(const sk_load *load, const sk_folder *folder, const char *name,
                          const sk_table_form *form);

/** The file or layer that the table stands in, or would stand in. */
const char *sk_folder_table_file(const sk_load *load, const sk_folder *folder, const char *name);

/** Is there a second file with this table, so that it may not be whole? */
bool sk_folder_table_has_twin(const sk_load *load, const sk_folder *folder, const char *name);

/** Reports that one of `others` is in a format that is not read. */
void sk_folder_report_unread(const sk_load *load, const sk_folder_entry *other);

/** Reports that the table is not there, or is there in a format that is not read. */
void sk_folder_report_missing(const sk_load *load, const sk_folder *folder, const char *name);

#endif
