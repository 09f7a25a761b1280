#include "load/tables/field.h"

#include <cjson/cJSON.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/number.h"
#include "base/suggestion.h"
#include "load/tables/language_column.h"

void sk_field_fault(const sk_record *record, const char *remedy, const char *what_format, ...) {
    va_list arguments;
    va_start(arguments, what_format);
    sk_diag_error_list(record->load->diag, record->row->origin, remedy, what_format, arguments);
    va_end(arguments);
}

const char *sk_field_optional(const sk_record *record, const char *column) {
    return sk_table_cell(record->table, record->row, column);
}

bool sk_field_text(const sk_record *record, const char *column, const char **out) {
    *out = sk_field_optional(record, column);
    if (*out != NULL) return true;
    sk_field_fault(record, "fill it in", "%s is empty", column);
    return false;
}

const sk_translation *sk_field_translations(const sk_record *record, const char *column) {
    const sk_load *load = record->load;
    const sk_translation *found = NULL;
    for (size_t i = record->table->column_count; i-- > 0;) {
        const char *text = record->row->cells[i];
        if (text == NULL) continue;
        const char *language =
            sk_language_of_column(load->settings, record->table->columns[i], column);
        if (language == NULL) continue;
        sk_translation *translation = SK_NEW(load->arena, sk_translation);
        *translation = (sk_translation){language, text, found};
        found = translation;
    }
    return found;
}

bool sk_field_integer(const sk_record *record, const char *column, int least, int *out) {
    const char *text = sk_field_optional(record, column);
    if (text == NULL) return true;
    int value;
    if (sk_whole_number_parse(text, &value) && value >= least) {
        *out = value;
        return true;
    }
    sk_field_fault(record, "write a whole number", "%s \"%s\" is not a whole number of %d or more",
                   column, text, least);
    return false;
}

static const char *choice_remedy(const sk_record *record, const char *text,
                                 const sk_choice *choices) {
    sk_suggestion nearest = sk_suggestion_for(text);
    const char *all = "";
    for (const sk_choice *c = choices; c->word != NULL; c++) {
        sk_suggestion_consider(&nearest, c->word);
        const char *between = c == choices ? "" : c[1].word == NULL ? " or " : ", ";
        all = sk_arena_printf(record->load->arena, "%s%s%s", all, between, c->word);
    }
    return sk_suggestion_remedy(&nearest, record->load->arena,
                                sk_arena_printf(record->load->arena, "write %s", all));
}

bool sk_field_choice(const sk_record *record, const char *column, const sk_choice *choices,
                     bool may_be_empty, int *out) {
    const char *text = sk_field_optional(record, column);
    if (text == NULL && may_be_empty) return true;
    for (const sk_choice *c = choices; text != NULL && c->word != NULL; c++)
        if (strcmp(c->word, text) == 0) {
            *out = c->value;
            return true;
        }
    if (text == NULL)
        sk_field_fault(record, choice_remedy(record, "", choices), "%s is empty", column);
    else
        sk_field_fault(record, choice_remedy(record, text, choices), "unknown %s \"%s\"", column,
                       text);
    return false;
}

bool sk_field_truth(const sk_record *record, const char *column, bool *out) {
    static const sk_choice truths[] = {{"true", true}, {"false", false}, {NULL, 0}};
    /* A cell that holds a truth, and what Excel calls it in Dutch when it writes a CSV. */
    static const sk_choice spellings[] = {{"true", true}, {"false", false}, {"1", true},
                                          {"0", false},   {"waar", true},   {"onwaar", false},
                                          {NULL, 0}};
    const char *text = sk_field_optional(record, column);
    for (const sk_choice *c = spellings; text != NULL && c->word != NULL; c++)
        if (strcasecmp(c->word, text) == 0) {
            *out = c->value != 0;
            return true;
        }
    int value = *out;
    return sk_field_choice(record, column, truths, true, &value);
}

static bool list_from_json(const sk_record *record, const char *text, sk_string_list *out) {
    cJSON *array = cJSON_Parse(text);
    if (!cJSON_IsArray(array)) {
        cJSON_Delete(array);
        return false;
    }
    const char **items =
        SK_NEW_ARRAY(record->load->arena, const char *, (size_t)cJSON_GetArraySize(array));
    bool sound = true;
    for (const cJSON *item = array->child; item != NULL; item = item->next) {
        if (cJSON_IsString(item) && item->valuestring[0] != '\0')
            items[out->count++] = sk_arena_string(record->load->arena, item->valuestring);
        else
            sound = false;
    }
    out->items = items;
    cJSON_Delete(array);
    return sound;
}

static void list_from_text(sk_arena *arena, const char *text, sk_string_list *out) {
    const char **items = SK_NEW_ARRAY(arena, const char *, strlen(text) / 2 + 1);
    while (*text != '\0') {
        text += strspn(text, "; ");
        size_t length = strcspn(text, ";");
        const char *next = text + length;
        while (length > 0 && text[length - 1] == ' ') length--;
        if (length > 0) items[out->count++] = sk_arena_string_n(arena, text, length);
        text = next;
    }
    out->items = items;
}

bool sk_field_list(const sk_record *record, const char *column, sk_string_list *out) {
    *out = (sk_string_list){0};
    const char *text = sk_field_optional(record, column);
    if (text == NULL) return true;
    if (text[0] != '[') {
        list_from_text(record->load->arena, text, out);
        return true;
    }
    if (list_from_json(record, text, out)) return true;
    sk_field_fault(record, "write it as [\"...\", \"...\"]", "%s is not a list of texts", column);
    return false;
}
