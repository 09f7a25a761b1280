/** The parts of a ZIP file in memory: what XLSX and ODS are packed in. */
#ifndef STREEKKAART_LOAD_SHEETS_ZIP_FILE_H
#define STREEKKAART_LOAD_SHEETS_ZIP_FILE_H

#include <stdbool.h>
#include <stddef.h>

typedef struct sk_zip_file sk_zip_file;

/** What one part may unpack to. */
#define SK_ZIP_PART_MAX ((size_t)256 * 1024 * 1024)

/** What came of opening a part. */
typedef enum { SK_ZIP_FOUND, SK_ZIP_MISSING, SK_ZIP_TOO_LARGE } sk_zip_result;

/** A part that is being unpacked. */
typedef struct sk_zip_part sk_zip_part;

/** `bytes` are lent until sk_zip_close(). What is no ZIP file has no parts. */
sk_zip_file *sk_zip_open(char *bytes, size_t length);
void sk_zip_close(sk_zip_file *zip);

/** Opens the part of that name, such as "xl/workbook.xml". *out is the caller's, until
 *  sk_zip_part_close(), when it is found; else NULL. A part that says it is larger than
 *  SK_ZIP_PART_MAX is not opened. */
sk_zip_result sk_zip_part_open(const sk_zip_file *zip, const char *name, sk_zip_part **out);
void sk_zip_part_close(sk_zip_part *part);

/** Unpacks up to `room` bytes. 0 at the end; -1 when the part is damaged or longer than it said. */
int sk_zip_part_read(sk_zip_part *part, char *buffer, int room);

#endif
