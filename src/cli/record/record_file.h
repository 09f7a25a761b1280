/** The file of a record. */
#ifndef STREEKKAART_CLI_RECORD_RECORD_FILE_H
#define STREEKKAART_CLI_RECORD_RECORD_FILE_H

#include "cli/record/record.h"

#define SK_RECORD_FILE "record.json"

/** Drawings, those without a name counting for nothing. */
typedef struct {
    const sk_drawn *items;
    size_t count;
    sk_shard part; /* that the record is of */
} sk_drawn_list;

/** What the file at the path holds, in `arena`; nothing where it is not whole or another version's.
 */
sk_drawn_list sk_record_file_read(const char *path, sk_arena *arena);

/** Writes the file into the folder, whole or not at all. */
SK_CHECKED sk_status sk_record_file_write(const sk_output_folder *folder, sk_drawn_list drawn,
                                          sk_diag *diag);

#endif
