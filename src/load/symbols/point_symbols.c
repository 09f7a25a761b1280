#include "load/symbols/point_symbols.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/suggestion.h"
#include "base/text_file.h"
#include "load/symbols/symbol_svg.h"

static const char folder[] = "symbols", ending[] = ".svg";

/** One that was asked for. */
typedef struct known_symbol {
    sk_point_symbol symbol;
    bool sound;
    struct known_symbol *next;
} known_symbol;

struct sk_point_symbols {
    const sk_load *load;
    known_symbol *first;
};

sk_point_symbols *sk_point_symbols_create(const sk_load *load) {
    sk_point_symbols *symbols = SK_NEW(load->arena, sk_point_symbols);
    *symbols = (sk_point_symbols){.load = load};
    return symbols;
}

/* Names lead to no other folder. */
static bool is_plain(const char *name) {
    return name[strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")] ==
           '\0';
}

static void report_missing(const sk_load *load, const char *name, sk_place place) {
    sk_suggestion nearest = sk_suggestion_for(name);
    DIR *files = opendir(sk_load_path(load, folder));
    for (const struct dirent *file; files != NULL && (file = readdir(files)) != NULL;) {
        const char *dot = strrchr(file->d_name, '.');
        if (dot != NULL && strcmp(dot, ending) == 0)
            sk_suggestion_consider(&nearest, sk_arena_string_n(load->arena, file->d_name,
                                                               (size_t)(dot - file->d_name)));
    }
    if (files != NULL) closedir(files);
    sk_diag_error(
        load->diag, place,
        sk_suggestion_remedy(
            &nearest, load->arena,
            is_plain(name) ? sk_arena_printf(load->arena, "draw %s/%s%s", folder, name, ending)
                           : "write just the file's name, without .svg: letters, "
                             "digits and hyphens"),
        "there is no symbol \"%s\"", name);
}

static known_symbol *read_symbol(sk_point_symbols *symbols, const char *name, const char *file) {
    const sk_load *load = symbols->load;
    known_symbol *known = SK_NEW(load->arena, known_symbol);
    size_t length = 0;
    char *bytes = NULL;
    *known = (known_symbol){.next = symbols->first};
    symbols->first = known;
    if (sk_load_may_read(load, file))
        bytes = sk_text_file_read(sk_load_path(load, file), file, SK_SYMBOL_BYTES_MAX, load->diag,
                                  &length);
    known->sound = bytes != NULL && sk_symbol_svg_parse(bytes, length, file, load->arena,
                                                        load->diag, &known->symbol);
    known->symbol.name = name;
    free(bytes);
    return known;
}

const sk_point_symbol *sk_point_symbols_find(sk_point_symbols *symbols, const char *name,
                                             sk_place place) {
    const sk_load *load = symbols->load;
    known_symbol *known = symbols->first;
    while (known != NULL && strcmp(known->symbol.name, name) != 0) known = known->next;
    if (known == NULL) {
        const char *file = sk_arena_printf(load->arena, "%s/%s%s", folder, name, ending);
        if (!is_plain(name) || access(sk_load_path(load, file), F_OK) != 0) {
            report_missing(load, name, place);
            return NULL;
        }
        known = read_symbol(symbols, name, file);
    }
    return known->sound ? &known->symbol : NULL;
}
