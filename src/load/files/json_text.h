/** JSON that knows its lines. */
#ifndef STREEKKAART_LOAD_FILES_JSON_TEXT_H
#define STREEKKAART_LOAD_FILES_JSON_TEXT_H

#include <cjson/cJSON.h>

#include "streekkaart/diag.h"

/** Parses all of `bytes`, which need no NUL and may hold one. The caller's, until cJSON_Delete();
 *  NULL when it is no JSON, which `diag` says with the line. NaN and Infinity, which JSON does not
 *  have but some programs write, are read as strings, so that whoever expects a number can say
 *  where they stand. */
cJSON *sk_json_parse(const char *bytes, size_t length, const char *file, sk_diag *diag);

/** The line on which `item` begins. */
long sk_json_line(const cJSON *item);

#endif
