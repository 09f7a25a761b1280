#include "load/files/json_text.h"

#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "load/files/cell_text.h"
#include "streekkaart/memory.h"

static const char *const not_in_json[] = {"-Infinity", "Infinity", "NaN"};

/* Skips the string that begins at `at`; the text may end within it. */
static size_t after_string(const char *bytes, size_t length, size_t at) {
    for (at++; at < length && bytes[at] != '"'; at++)
        if (bytes[at] == '\\') at++;
    return at < length ? at + 1 : length;
}

static bool report_at(const char *bytes, size_t at, const char *file, sk_diag *diag,
                      const char *what, const char *remedy) {
    long line = 1;
    for (size_t i = 0; i < at; i++)
        if (bytes[i] == '\n') line++;
    sk_diag_error(diag, (sk_place){file, line, NULL}, remedy, "%s", what);
    return false;
}

/* Where a string that begins at `at` and ends before `end` has an escaped NUL; `end` when it has
 * none. */
static size_t escaped_nul(const char *bytes, size_t at, size_t end) {
    static const char nul[] = "\\u0000";
    for (; at < end; at++) {
        if (bytes[at] != '\\') continue;
        if (end - at >= sizeof nul - 1 && memcmp(bytes + at, nul, sizeof nul - 1) == 0) return at;
        at++;
    }
    return end;
}

/* Text in UTF-16 has a mark in front, or a NUL in each of its first letters. */
static bool is_wide(const char *bytes, size_t length) {
    if (length < 2) return false;
    return memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0 ||
           (bytes[0] == '\0') != (bytes[1] == '\0');
}

/* What would be read as something else: bytes that are no text, a NUL that ends a text early, and
 * brackets deeper than any parser follows. */
static bool is_readable(const char *bytes, size_t length, const char *file, sk_diag *diag) {
    size_t sound = sk_utf8_length(bytes, length), depth = 0;
    if (is_wide(bytes, length))
        return report_at(bytes, 0, file, diag, "the text is in UTF-16", "save it in UTF-8");
    if (sound < length && bytes[sound] != '\0')
        return report_at(bytes, sound, file, diag, "the text is not in UTF-8", "save it in UTF-8");
    for (size_t at = 0; at < length;) {
        size_t end = bytes[at] == '"' ? after_string(bytes, length, at) : at + 1;
        size_t nul = bytes[at] == '"' ? escaped_nul(bytes, at, end) : end;
        if (nul < end)
            return report_at(bytes, nul, file, diag, "a text holds a NUL, which is no character",
                             "take \\u0000 out");
        if (bytes[at] == '[' || bytes[at] == '{') depth++;
        if ((bytes[at] == ']' || bytes[at] == '}') && depth > 0) depth--;
        if (depth > CJSON_NESTING_LIMIT)
            return report_at(bytes, at, file, diag, "brackets lie in brackets more than 1000 deep",
                             "look for brackets too many");
        at = end;
    }
    return true;
}

/* Turns NaN into "a": a string of the same length, so that no place in the text moves. */
static void quote_what_json_lacks(char *bytes, size_t length) {
    for (size_t at = 0; at < length;) {
        if (bytes[at] == '"') {
            at = after_string(bytes, length, at);
            continue;
        }
        bool may_be = bytes[at] == '-' || bytes[at] == 'I' || bytes[at] == 'N';
        for (size_t i = 0; may_be && i < sizeof not_in_json / sizeof not_in_json[0]; i++) {
            size_t size = strlen(not_in_json[i]);
            if (length - at < size || memcmp(bytes + at, not_in_json[i], size) != 0) continue;
            bytes[at] = bytes[at + size - 1] = '"';
            at += size - 1;
            break;
        }
        at++;
    }
}

/* Walks the text beside the tree that was made of it. */
typedef struct {
    const char *bytes;
    size_t length, at;
    int line;
} line_cursor;

static bool is_space(char c) {
    return (unsigned char)c <= ' '; /* as cJSON sees it */
}

static void step_to(line_cursor *cursor, size_t at) {
    for (; cursor->at < at; cursor->at++)
        if (cursor->bytes[cursor->at] == '\n' && cursor->line < INT_MAX) cursor->line++;
}

static void skip_space(line_cursor *cursor) {
    while (cursor->at < cursor->length && is_space(cursor->bytes[cursor->at]))
        step_to(cursor, cursor->at + 1);
}

static void skip_mark(line_cursor *cursor) {
    skip_space(cursor);
    step_to(cursor, cursor->at + 1);
}

static void skip_string(line_cursor *cursor) {
    skip_space(cursor);
    step_to(cursor, after_string(cursor->bytes, cursor->length, cursor->at));
}

static void skip_word(line_cursor *cursor) {
    while (cursor->at < cursor->length && !is_space(cursor->bytes[cursor->at]) &&
           strchr(",]}", cursor->bytes[cursor->at]) == NULL)
        cursor->at++;
}

/* cJSON leaves `valueint` unused in all but numbers, and numbers are read as `valuedouble`: the
 * line is kept there. Recursion is as deep as cJSON allowed (CJSON_NESTING_LIMIT). */
static void note_lines(line_cursor *cursor, cJSON *item) {
    skip_space(cursor);
    item->valueint = cursor->line;
    if (cJSON_IsString(item)) {
        skip_string(cursor);
    } else if (cJSON_IsObject(item) || cJSON_IsArray(item)) {
        skip_mark(cursor);
        for (cJSON *child = item->child; child != NULL; child = child->next) {
            if (cJSON_IsObject(item)) {
                skip_string(cursor);
                skip_mark(cursor);
            }
            note_lines(cursor, child);
            if (child->next != NULL) skip_mark(cursor);
        }
        skip_mark(cursor);
    } else {
        skip_word(cursor);
    }
}

static size_t byte_order_mark(const char *bytes, size_t length) {
    return length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

static void report_syntax(const char *bytes, size_t length, size_t at, bool complete,
                          const char *file, sk_diag *diag) {
    line_cursor cursor = {bytes, length, 0, 1};
    size_t end = length;
    while (end > 0 && is_space(bytes[end - 1])) end--;
    step_to(&cursor, at < end ? at : end);
    sk_place place = {.file = file, .line = cursor.line};
    if (!complete && at + 1 >= end)
        sk_diag_error(diag, place, "close what is open, or take the file from a copy that is whole",
                      "the file ends in the middle of its JSON");
    else
        sk_diag_error(diag, place, "look for a comma, quote or bracket too many or too few here",
                      "this is not JSON");
}

cJSON *sk_json_parse(const char *bytes, size_t length, const char *file, sk_diag *diag) {
    size_t mark = byte_order_mark(bytes, length);
    bytes += mark;
    length -= mark;
    if (!is_readable(bytes, length, file, diag)) return NULL;
    char *copy = sk_heap_array(length + 1, 1);
    if (length > 0) memcpy(copy, bytes, length);
    quote_what_json_lacks(copy, length);

    const char *end = copy;
    cJSON *root = cJSON_ParseWithLengthOpts(copy, length, &end, 0);
    line_cursor cursor = {copy, length, 0, 1};
    if (root != NULL) {
        note_lines(&cursor, root);
        skip_space(&cursor);
    }
    if (root == NULL || cursor.at < length) {
        size_t at = root == NULL ? (size_t)(end - copy) : cursor.at;
        report_syntax(copy, length, at, root != NULL, file, diag);
        cJSON_Delete(root);
        root = NULL;
    }
    free(copy);
    return root;
}

long sk_json_line(const cJSON *item) {
    return item->valueint;
}
