/** Values of a style: from JSON to the field that holds them. */
#ifndef STREEKKAART_LOAD_STYLE_STYLE_VALUE_H
#define STREEKKAART_LOAD_STYLE_STYLE_VALUE_H

#include <cjson/cJSON.h>

#include "load/style/style_keys.h"

/** What is wrong with a value, and what to write instead. */
typedef struct {
    const char *what, *remedy;
} sk_style_fault;

/** Puts `value` into `target`, the field of `key` (which holds no object). NULL when all is well;
 *  else what is wrong, and the field is as it was. */
const sk_style_fault *sk_style_value_set(const sk_style_key *key, const cJSON *value, void *target);

#endif
