#include "load/tables/language_column.h"

#include <string.h>
#include <strings.h>

#include "base/suggestion.h"
#include "load/tables/table_formats.h"

/* What follows `base` and a sign in `column`; NULL when it begins otherwise, or nothing follows. */
static const char *tag_behind(const char *column, const char *base) {
    size_t length = strlen(base);
    if (strncasecmp(column, base, length) != 0 || column[length] == '\0') return NULL;
    const char *tag = column + length + 1;
    return strchr("_:-", column[length]) != NULL && *tag != '\0' ? tag : NULL;
}

/* Case is all one, and in databases no column's name has a hyphen: "pt_br" is "pt-BR". */
static bool is_tag(const char *text, const char *language) {
    char spelt[64];
    size_t length = strlen(text);
    if (length >= sizeof spelt) return false;
    for (size_t i = 0; i <= length; i++) spelt[i] = text[i] == '_' ? '-' : text[i];
    return strcasecmp(spelt, language) == 0;
}

const char *sk_language_of_column(const sk_project_settings *settings, const char *column,
                                  const char *base) {
    const char *tag = tag_behind(column, base);
    for (size_t i = 0; tag != NULL && i < settings->languages.count; i++)
        if (is_tag(tag, settings->languages.items[i])) return settings->languages.items[i];
    return NULL;
}

const sk_column *sk_form_column(const sk_load *load, const sk_table_form *form,
                                const char *column) {
    for (size_t i = 0; i < form->count; i++)
        if (strcasecmp(form->columns[i].name, column) == 0) return &form->columns[i];
    for (size_t i = 0; i < form->count; i++)
        if (form->columns[i].in_languages &&
            sk_language_of_column(load->settings, column, form->columns[i].name) != NULL)
            return &form->columns[i];
    return NULL;
}

bool sk_columns_are_one(const sk_load *load, const sk_table_form *form, const char *a,
                        const char *b) {
    if (strcasecmp(a, b) == 0) return true;
    const sk_column *of_a = sk_form_column(load, form, a), *of_b = sk_form_column(load, form, b);
    if (of_a == NULL || of_a != of_b) return false;
    const char *language = sk_language_of_column(load->settings, a, of_a->name);
    return language != NULL && language == sk_language_of_column(load->settings, b, of_a->name);
}

/* Two or three letters, or more behind a hyphen or an underscore: "fr", "pt-BR". */
static bool looks_like_tag(const char *text) {
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    size_t length = strspn(text, letters);
    return (length == 2 || length == 3) && strchr("-_", text[length]) != NULL;
}

sk_suggestion sk_language_column_nearest(const sk_load *load, const sk_table_form *form,
                                         const char *stray) {
    sk_suggestion nearest = sk_suggestion_for(stray);
    const sk_string_list *languages = &load->settings->languages;
    for (size_t i = 0; i < form->count; i++)
        for (size_t k = 0; form->columns[i].in_languages && k < languages->count; k++)
            sk_suggestion_consider(
                &nearest,
                sk_arena_printf(load->arena, "%s_%s", form->columns[i].name, languages->items[k]));
    return nearest;
}

/* "name_nl, name_fr or name_en" */
static const char *all_of(const sk_load *load, const char *base) {
    const char *all = "";
    const sk_string_list *languages = &load->settings->languages;
    for (size_t i = 0; i < languages->count; i++) {
        const char *joint = i == 0 ? "" : i + 1 < languages->count ? ", " : " or ";
        all = sk_arena_printf(load->arena, "%s%s%s_%s", all, joint, base, languages->items[i]);
    }
    return all;
}

/* The column whose name `stray` has in a language that the project lacks; NULL when it has none. */
static const sk_column *in_unknown_language(const sk_table_form *form, const char *stray) {
    for (size_t i = 0; i < form->count; i++) {
        if (!form->columns[i].in_languages) continue;
        const char *tag = tag_behind(stray, form->columns[i].name);
        if (tag != NULL && looks_like_tag(tag)) return &form->columns[i];
    }
    return NULL;
}

static void check_stray(const sk_load *load, const sk_table *table, const sk_table_form *form,
                        size_t index) {
    const char *stray = table->columns[index];
    const char *shown = sk_table_column_shown(load->arena, table, index);
    const sk_column *base = in_unknown_language(form, stray);
    if (base != NULL) {
        const char *tag = tag_behind(stray, base->name);
        sk_diag_warning(load->diag, (sk_place){.file = table->file},
                        sk_arena_printf(load->arena,
                                        "call it %s, or add the language: words.%s in project.json "
                                        "and styles/languages/%s.json",
                                        all_of(load, base->name), tag, tag),
                        "nothing reads the column \"%s\": the project has no language \"%s\"",
                        shown, tag);
        return;
    }
    sk_suggestion nearest = sk_language_column_nearest(load, form, stray);
    if (nearest.best == NULL) return;
    sk_diag_warning(load->diag, (sk_place){.file = table->file},
                    sk_suggestion_remedy(&nearest, load->arena, NULL),
                    "nothing reads the column \"%s\"", shown);
}

void sk_language_columns_check(const sk_load *load, const sk_table *table,
                               const sk_table_form *form) {
    for (size_t i = 0; i < table->column_count; i++)
        if (sk_form_column(load, form, table->columns[i]) == NULL &&
            !sk_table_is_shape_column(table->columns[i]))
            check_stray(load, table, form, i);
}
