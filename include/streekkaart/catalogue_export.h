/** The catalogue as one file, for people who edit it in a GIS or a spreadsheet. */
#ifndef STREEKKAART_CATALOGUE_EXPORT_H
#define STREEKKAART_CATALOGUE_EXPORT_H

#include <stddef.h>

#include "streekkaart/diag.h"
#include "streekkaart/status.h"

/** The bytes of a file, and how much of a catalogue they hold. */
typedef struct {
    void *bytes;
    size_t length;
    size_t features, figures;
} sk_catalogue_file;

/** Makes the file of all that the project in `directory` has in layers/, or in the file at the path
 *  `catalogue` where that is not NULL: a layer or sheet for features, figures, presence, sectors,
 *  places and context. sk_project_open_catalogue() reads from it what it read from the original.
 *  The ending of `name` is the format: .gpkg, .xlsx or .ods; `name` is also what findings call it.
 *
 *  SK_OK: *out is the caller's, until sk_catalogue_file_free().
 *  SK_ERR_USAGE: no such format. SK_ERR_DATA: the catalogue has errors, and an export without what
 *  is faulty would lose it. Otherwise *out is empty; `diag` says why. */
SK_CHECKED sk_status sk_catalogue_export(const char *directory, const char *catalogue,
                                         const char *name, sk_diag *diag, sk_catalogue_file *out);

/** Frees the bytes. */
void sk_catalogue_file_free(sk_catalogue_file *file);

#endif
