#include "preflight/tokens.h"

#include <string.h>

static bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static bool is_delimiter(char c) {
    return c != '\0' && strchr("()<>[]{}/%", c) != NULL;
}

static void skip_blanks(sk_tokens *t) {
    while (t->at < t->length) {
        if (t->data[t->at] == '%')
            while (t->at < t->length && t->data[t->at] != '\n' && t->data[t->at] != '\r') t->at++;
        else if (is_blank(t->data[t->at]))
            t->at++;
        else
            return;
    }
}

static void skip_string(sk_tokens *t) {
    size_t depth = 0;
    for (; t->at < t->length; t->at++) {
        char c = t->data[t->at];
        if (c == '\\') {
            t->at++;
        } else if (c == '(') {
            depth++;
        } else if (c == ')' && --depth == 0) {
            t->at++;
            return;
        }
    }
    t->at = t->length;
}

/* What begins with a delimiter other than a slash. */
static void skip_other(sk_tokens *t) {
    const char *c = &t->data[t->at];
    bool twice = t->at + 1 < t->length && c[1] == c[0] && (c[0] == '<' || c[0] == '>');
    if (c[0] == '(') {
        skip_string(t);
    } else if (c[0] == '<' && !twice) {
        const char *end = memchr(c, '>', t->length - t->at);
        t->at = end == NULL ? t->length : (size_t)(end - t->data) + 1;
    } else {
        t->at += twice ? 2 : 1;
    }
}

static void skip_picture(sk_tokens *t) {
    for (size_t i = t->at; i + 3 < t->length; i++) {
        const char *c = &t->data[i];
        bool ends = i + 4 >= t->length || is_blank(c[3]);
        if (is_blank(c[0]) && c[1] == 'E' && c[2] == 'I' && ends) {
            t->at = i + 1;
            return;
        }
    }
    t->at = t->length;
}

/* "-.5", "4." and "+12" are numbers; there are no exponents. */
static bool is_number(const char *text, size_t length, double *number) {
    size_t i = text[0] == '-' || text[0] == '+' ? 1 : 0, digits = 0;
    double value = 0, place = 1;
    bool behind_point = false;
    for (; i < length; i++) {
        if (text[i] == '.' && !behind_point) {
            behind_point = true;
        } else if (text[i] >= '0' && text[i] <= '9') {
            value = 10 * value + (text[i] - '0');
            if (behind_point) place *= 10;
            digits++;
        } else {
            return false;
        }
    }
    *number = (text[0] == '-' ? -value : value) / place;
    return digits > 0;
}

bool sk_tokens_next(sk_tokens *tokens, sk_token *out) {
    skip_blanks(tokens);
    if (tokens->at >= tokens->length) return false;
    size_t begin = tokens->at;
    char first = tokens->data[begin];
    *out = (sk_token){.kind = SK_TOKEN_OTHER, .text = &tokens->data[begin]};
    if (is_delimiter(first) && first != '/') {
        skip_other(tokens);
        out->length = tokens->at - begin;
        return true;
    }
    tokens->at++;
    while (tokens->at < tokens->length && !is_blank(tokens->data[tokens->at]) &&
           !is_delimiter(tokens->data[tokens->at]))
        tokens->at++;
    out->length = tokens->at - begin;
    if (first == '/')
        out->kind = SK_TOKEN_NAME;
    else
        out->kind =
            is_number(out->text, out->length, &out->number) ? SK_TOKEN_NUMBER : SK_TOKEN_OPERATOR;
    if (sk_token_is(out, "ID")) skip_picture(tokens);
    return true;
}

bool sk_token_is(const sk_token *token, const char *text) {
    return token->kind != SK_TOKEN_NUMBER && token->kind != SK_TOKEN_OTHER &&
           strlen(text) == token->length && memcmp(text, token->text, token->length) == 0;
}
