/** Writes JSON to a stream. (cJSON, which reads the project's files, is known in `load` only.)
 *
 *  Calls nest as the JSON does. `key` is NULL for the outermost value and in an array. A failed
 *  write shows in the stream's ferror(). */
#ifndef STREEKKAART_BASE_JSON_WRITER_H
#define STREEKKAART_BASE_JSON_WRITER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "streekkaart/memory.h"

typedef struct {
    FILE *stream;
    int depth;
    bool after_value; /* a value stands before the next one on this level */
    int row_depth;    /* all from this depth on stands on one line; 0: nothing does */
} sk_json_writer;

void sk_json_begin_object(sk_json_writer *json, const char *key);
void sk_json_end_object(sk_json_writer *json);
void sk_json_begin_array(sk_json_writer *json, const char *key);
void sk_json_end_array(sk_json_writer *json);
/** An object that stands on one line with all that is in it. */
void sk_json_begin_row(sk_json_writer *json, const char *key);
void sk_json_end_row(sk_json_writer *json);
/** A string; null where `text` is NULL. */
void sk_json_text(sk_json_writer *json, const char *key, const char *text);
/** Null for none, a string for one, an array of strings for several. */
void sk_json_texts(sk_json_writer *json, const char *key, sk_string_list texts);
void sk_json_integer(sk_json_writer *json, const char *key, long number);
/** A number with three decimals at most; null when it is infinite or none. */
void sk_json_number(sk_json_writer *json, const char *key, double number);
void sk_json_boolean(sk_json_writer *json, const char *key, bool value);
/** A value that was written before, by a writer that began at this one's depth. */
void sk_json_copy(sk_json_writer *json, const char *bytes, size_t length);

#endif
