#include "cli/arguments/arguments.h"

#include <string.h>

#include "base/suggestion.h"
#include "cli/arguments/installation.h"
#include "cli/arguments/option.h"
#include "cli/arguments/project_folder.h"
#include "streekkaart/project_settings.h"
#include "streekkaart/render.h"

/** The words that are still to be read. */
typedef struct {
    char *const *words;
    size_t count, next;
    sk_arena *arena;
    sk_diag *diag;
} reader;

static const sk_option *find_option(const char *name, size_t length) {
    for (const sk_option *o = sk_options(); o->name != NULL; o++)
        if (strlen(o->name) == length && memcmp(o->name, name, length) == 0) return o;
    return NULL;
}

static sk_status unknown_option(const reader *r, const char *word) {
    size_t length = strcspn(word, "=");
    const char *shown = sk_arena_string_n(r->arena, word, length);
    sk_suggestion suggestion = sk_suggestion_for(shown);
    for (const sk_option *o = sk_options(); o->name != NULL; o++)
        sk_suggestion_consider(&suggestion, sk_arena_printf(r->arena, "--%s", o->name));
    SK_USAGE_ERROR(r->diag, shown,
                   sk_suggestion_remedy(&suggestion, r->arena, "streekkaart --help lists them all"),
                   "unknown option");
    return SK_ERR_USAGE;
}

/* The value of `option`, from behind the = in `word` or from the next word. */
static sk_status option_value(reader *r, const sk_option *option, const char *word,
                              const char **value) {
    const char *equals = strchr(word, '=');
    *value = equals == NULL ? NULL : equals + 1;
    const char *shown = sk_arena_printf(r->arena, "--%s", option->name);
    if (option->kind == SK_OPTION_FLAG) {
        if (*value == NULL) return SK_OK;
        SK_USAGE_ERROR(r->diag, shown, "leave out what follows it", "it takes no value");
        return SK_ERR_USAGE;
    }
    if (*value == NULL && sk_option_stands_alone(option)) return SK_OK;
    if (*value == NULL && r->next < r->count) *value = r->words[r->next++];
    if (*value != NULL) return SK_OK;
    SK_USAGE_ERROR(r->diag, shown,
                   sk_arena_printf(r->arena, "give it as --%s=%s", option->name, option->value),
                   "its value is missing");
    return SK_ERR_USAGE;
}

/* "--dpi", "--dpi=150" or "-h"; NULL: none of that name. */
static const sk_option *option_of(const char *word) {
    if (word[1] == '-') return find_option(word + 2, strcspn(word + 2, "="));
    const char *name = word[2] == '\0' ? sk_option_by_letter(word[1]) : NULL;
    return name == NULL ? NULL : find_option(name, strlen(name));
}

static sk_status read_option(reader *r, const char *word, bool *given, sk_arguments *out) {
    const sk_option *option = option_of(word);
    if (option == NULL) return unknown_option(r, word);
    const char *value = NULL;
    sk_status status = option_value(r, option, word, &value);
    if (status != SK_OK) return status;
    bool again = given[option - sk_options()] && option->kind != SK_OPTION_FLAG &&
                 option->kind != SK_OPTION_LIST;
    given[option - sk_options()] = true;
    if (again) {
        SK_USAGE_ERROR(r->diag, sk_arena_printf(r->arena, "--%s", option->name),
                       "keep the one that is meant", "it is given twice");
        return SK_ERR_USAGE;
    }
    return sk_option_set(option, value, r->arena, r->diag, out);
}

/* The slug of the level that the project's maps are about; NULL where no project says so. */
static const char *home_level(const sk_arguments *arguments) {
    sk_arena *arena = arguments->arena;
    bool is_there = false;
    const char *folder = arguments->demo              ? sk_installed_study(arena, &is_there)
                         : arguments->project != NULL ? arguments->project
                                                      : sk_project_nearest(arena);
    if (folder == NULL) return NULL;
    sk_diag *unheard = sk_diag_create(); /* who works on the project is told its faults */
    sk_project_settings settings;
    sk_status status = sk_project_settings_open(folder, arena, unheard, &settings);
    sk_diag_free(unheard);
    return status == SK_OK ? settings.levels[settings.home].slug : NULL;
}

/* What draws home regions, by the name that they have in the project. */
static const sk_command *home_command(const sk_arguments *arguments, const char *name) {
    const sk_command *c = arguments->commands;
    while (c->name != NULL && c->scope != SK_SCOPE_HOME) c++;
    if (c->name == NULL) return NULL;
    sk_command *named = SK_NEW(arguments->arena, sk_command);
    *named = *c;
    named->name = name;
    return named;
}

const sk_command *sk_command_choose(const sk_arguments *arguments, const char *name,
                                    sk_diag *diag) {
    const sk_command *found = sk_command_find(arguments->commands, name);
    if (found != NULL) return found;
    const char *home = home_level(arguments);
    if (home != NULL && strcmp(home, name) == 0) return home_command(arguments, home);
    sk_suggestion suggestion = sk_suggestion_for(name);
    for (const sk_command *c = arguments->commands; c->name != NULL; c++)
        sk_suggestion_consider(&suggestion, c->name);
    if (home != NULL) sk_suggestion_consider(&suggestion, home);
    SK_USAGE_ERROR(
        diag, NULL,
        sk_suggestion_remedy(&suggestion, arguments->arena, "streekkaart --help lists them all"),
        "unknown command \"%s\"", name);
    return NULL;
}

static sk_status check_operands(const reader *r, const sk_arguments *out) {
    const sk_command *command = out->command;
    size_t count = out->operand_count;
    if (count > 0 && out->shard.count > 0) {
        SK_USAGE_ERROR(r->diag, "--shard", "leave out one of them",
                       "it is a part of all figures, and \"%s\" names some", out->operands[0]);
        return SK_ERR_USAGE;
    }
    if (count >= command->least_operands && count <= command->most_operands) return SK_OK;
    const char *remedy = sk_arena_printf(r->arena, "use it as: streekkaart %s%s%s", command->name,
                                         command->operands[0] ? " " : "", command->operands);
    if (count < command->least_operands)
        SK_USAGE_ERROR(r->diag, command->name, remedy, "what it should work on is missing");
    else
        SK_USAGE_ERROR(r->diag, command->name, remedy, "too much: \"%s\"",
                       out->operands[command->most_operands]);
    return SK_ERR_USAGE;
}

static sk_status check_options(const reader *r, const bool *given, const sk_arguments *out) {
    sk_status status = SK_OK;
    for (const sk_option *o = sk_options(); o->name != NULL; o++) {
        if (!given[o - sk_options()] || (o->families & out->command->families) != 0) continue;
        SK_USAGE_ERROR(
            r->diag, sk_arena_printf(r->arena, "--%s", o->name),
            sk_arena_printf(r->arena, "leave it out; streekkaart %s --help lists what fits",
                            out->command->name),
            "not an option of \"%s\"", out->command->name);
        status = SK_ERR_USAGE;
    }
    return status;
}

static bool is_given(const bool *given, const char *name) {
    return given[find_option(name, strlen(name)) - sk_options()];
}

/* An option of one format says something only where that is drawn. */
static sk_status check_formats(const reader *r, const bool *given, const sk_arguments *out) {
    static const struct {
        const char *option, *format;
    } rows[] = {{"palette", "png"},
                {"world-file", "png"},
                {"svg-target", "svg"},
                {"print", "pdf"},
                {"archive", "pdf"}};
    sk_status status = SK_OK;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        unsigned bit = 1u << (sk_renderer_find(rows[i].format) - sk_renderers());
        if (!is_given(given, rows[i].option) || (out->formats & bit) != 0) continue;
        SK_USAGE_ERROR(
            r->diag, sk_arena_printf(r->arena, "--%s", rows[i].option),
            sk_arena_printf(r->arena, "add %s to --format, or leave it out", rows[i].format),
            "it is for %s, which is not drawn", rows[i].format);
        status = SK_ERR_USAGE;
    }
    return status;
}

/* An option that says more of another one, which must be there, or must not. */
static sk_status check_pairs(const reader *r, const bool *given) {
    static const struct {
        const char *option, *other;
        bool together;
        const char *fault, *remedy;
    } rows[] = {
        {"bleed", "print", true, "it is for the edition of a printing house",
         "add --print PROFILE.icc, or leave it out"},
        {"marks", "print", true, "it is for the edition of a printing house",
         "add --print PROFILE.icc, or leave it out"},
        {"archive", "print", false, "a PDF is for a printing house or for an archive",
         "draw twice, into two folders"},
        {"shard", "bind", false, "a part is drawn, or the parts are bound",
         "bind when all parts are drawn"},
        {"caption", "shard", false, "a part has not all figures to list",
         "give it when the parts are bound, with --bind"},
    };
    sk_status status = SK_OK;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (!is_given(given, rows[i].option) || is_given(given, rows[i].other) == rows[i].together)
            continue;
        SK_USAGE_ERROR(r->diag, sk_arena_printf(r->arena, "--%s", rows[i].option), rows[i].remedy,
                       "%s", rows[i].fault);
        status = SK_ERR_USAGE;
    }
    return status;
}

/* The first word that is no option is the command, the others are its operands. */
static sk_status settle_command(const reader *r, const bool *given, sk_arguments *out) {
    if (out->operand_count == 0) {
        if (out->help || out->version) return SK_OK;
        SK_USAGE_ERROR(r->diag, NULL, "streekkaart --help shows what it can do", "no command");
        return SK_ERR_USAGE;
    }
    out->command = sk_command_choose(out, out->operands[0], r->diag);
    if (out->command == NULL) return SK_ERR_USAGE;
    out->operands++;
    out->operand_count--;
    if (out->help || out->version) return SK_OK;
    sk_status status = check_options(r, given, out);
    if (status == SK_OK) status = check_formats(r, given, out);
    if (status == SK_OK) status = check_pairs(r, given);
    return status == SK_OK ? check_operands(r, out) : status;
}

sk_status sk_arguments_read(const sk_command *commands, size_t count, char *const words[],
                            sk_arena *arena, sk_diag *diag, sk_arguments *out) {
    reader r = {.words = words, .count = count, .arena = arena, .diag = diag};
    size_t option_count = 0;
    while (sk_options()[option_count].name != NULL) option_count++;
    bool *given = SK_NEW_ARRAY(arena, bool, option_count);
    const char **operands = SK_NEW_ARRAY(arena, const char *, count);
    *out = sk_option_defaults();
    out->commands = commands;
    out->arena = arena;
    out->operands = operands;

    sk_status status = SK_OK;
    bool only_operands = false;
    while (r.next < count) {
        const char *word = words[r.next++];
        if (only_operands || word[0] != '-' || word[1] == '\0')
            operands[out->operand_count++] = word;
        else if (strcmp(word, "--") == 0)
            only_operands = true;
        else if (read_option(&r, word, given, out) != SK_OK)
            status = SK_ERR_USAGE;
    }
    return status == SK_OK ? settle_command(&r, given, out) : status;
}

bool sk_arguments_mean_annex(const sk_arguments *arguments) {
    bool some = arguments->operand_count > 0 || arguments->shard.count > 0;
    return arguments->command->scope == SK_SCOPE_ALL && (arguments->bind || !some);
}
