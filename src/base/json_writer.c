#include "base/json_writer.h"

#include <math.h>

#include "base/clean_text.h"
#include "base/number_text.h"

enum { DECIMALS = 3 };

static void write_string(FILE *stream, const char *text) {
    fputc('"', stream);
    for (const unsigned char *c = (const unsigned char *)text; *c != '\0';) {
        uint32_t character = 0;
        size_t length = sk_text_decode(c, &character);
        if (length == 0)
            fputs("\\ufffd", stream);
        else if (*c == '"' || *c == '\\')
            fprintf(stream, "\\%c", *c);
        else if (sk_text_steers(character))
            fprintf(stream, "\\u%04x", (unsigned)character);
        else
            fwrite(c, 1, length, stream);
        c += length == 0 ? 1 : length;
    }
    fputc('"', stream);
}

static void begin_line(const sk_json_writer *json) {
    fprintf(json->stream, "\n%*s", 2 * json->depth, "");
}

/* What stands before a value: the comma, a new line, the key. */
static void begin_value(sk_json_writer *json, const char *key) {
    if (json->after_value) fputc(',', json->stream);
    if (json->row_depth == 0 && json->depth > 0) begin_line(json);
    if (json->row_depth > 0 && json->after_value) fputc(' ', json->stream);
    if (key != NULL) {
        write_string(json->stream, key);
        fputs(": ", json->stream);
    }
    json->after_value = true;
}

static void open_level(sk_json_writer *json, const char *key, char bracket) {
    begin_value(json, key);
    fputc(bracket, json->stream);
    json->depth++;
    json->after_value = false;
}

static void close_level(sk_json_writer *json, char bracket) {
    json->depth--;
    if (json->after_value && json->row_depth == 0) begin_line(json);
    fputc(bracket, json->stream);
    if (json->depth == 0) fputc('\n', json->stream);
    json->after_value = true;
}

void sk_json_begin_object(sk_json_writer *json, const char *key) {
    open_level(json, key, '{');
}

void sk_json_end_object(sk_json_writer *json) {
    close_level(json, '}');
}

void sk_json_begin_array(sk_json_writer *json, const char *key) {
    open_level(json, key, '[');
}

void sk_json_end_array(sk_json_writer *json) {
    close_level(json, ']');
}

void sk_json_begin_row(sk_json_writer *json, const char *key) {
    open_level(json, key, '{');
    if (json->row_depth == 0) json->row_depth = json->depth;
}

void sk_json_end_row(sk_json_writer *json) {
    bool outermost = json->row_depth == json->depth;
    close_level(json, '}');
    if (outermost) json->row_depth = 0;
}

void sk_json_text(sk_json_writer *json, const char *key, const char *text) {
    begin_value(json, key);
    if (text == NULL)
        fputs("null", json->stream);
    else
        write_string(json->stream, text);
}

void sk_json_texts(sk_json_writer *json, const char *key, sk_string_list texts) {
    if (texts.count <= 1) {
        sk_json_text(json, key, texts.count == 1 ? texts.items[0] : NULL);
        return;
    }
    sk_json_begin_array(json, key);
    for (size_t i = 0; i < texts.count; i++) sk_json_text(json, NULL, texts.items[i]);
    sk_json_end_array(json);
}

void sk_json_integer(sk_json_writer *json, const char *key, long number) {
    begin_value(json, key);
    fprintf(json->stream, "%ld", number);
}

void sk_json_number(sk_json_writer *json, const char *key, double number) {
    char text[SK_NUMBER_MAX] = "null";
    if (isfinite(number)) sk_number_write(text, sk_number_scaled(number, DECIMALS), DECIMALS);
    begin_value(json, key);
    fputs(text, json->stream);
}

void sk_json_boolean(sk_json_writer *json, const char *key, bool value) {
    begin_value(json, key);
    fputs(value ? "true" : "false", json->stream);
}

void sk_json_copy(sk_json_writer *json, const char *bytes, size_t length) {
    if (json->after_value) fputc(',', json->stream);
    fwrite(bytes, 1, length, json->stream);
    json->after_value = true;
}
