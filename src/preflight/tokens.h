/** A stream of content as its smallest parts (ISO 32000-1, 7.2 and 7.8.2). */
#ifndef STREEKKAART_PREFLIGHT_TOKENS_H
#define STREEKKAART_PREFLIGHT_TOKENS_H

#include <stdbool.h>
#include <stddef.h>

typedef enum {
    SK_TOKEN_NUMBER,
    SK_TOKEN_NAME,     /* with its slash */
    SK_TOKEN_OPERATOR, /* or true, false, null */
    SK_TOKEN_OTHER,    /* a string, or the begin or end of an array or a dictionary */
} sk_token_kind;

typedef struct {
    sk_token_kind kind;
    double number;
    const char *text; /* of a name or an operator, in the stream, `length` bytes */
    size_t length;
} sk_token;

/** Where reading is. */
typedef struct {
    const char *data;
    size_t length, at;
} sk_tokens;

/** False at the end. The data of a picture in the stream are left out, behind its operator ID. */
bool sk_tokens_next(sk_tokens *tokens, sk_token *out);
/** It is the operator or name `text`. */
bool sk_token_is(const sk_token *token, const char *text);

#endif
