#include "cli/manual/manual.h"

#include "base/suggestion.h"
#include "cli/arguments/option.h"
#include "cli/manual/forms.h"

static const struct {
    const char *name;
    void (*print)(const sk_command *commands); /* NULL: the man page */
} forms[] = {{"man", NULL},
             {"bash", sk_bash_print},
             {"zsh", sk_zsh_print},
             {"fish", sk_fish_print},
             {"markdown", sk_readme_tables_print}};
enum { FORM_COUNT = sizeof forms / sizeof *forms };

static sk_status print_man_page(const sk_arguments *arguments, sk_report *report) {
    const sk_command *command = NULL;
    if (arguments->operand_count > 1) {
        command = sk_command_choose(arguments, arguments->operands[1], report->diag);
        if (command == NULL) return SK_ERR_USAGE;
    }
    sk_man_page_print(arguments->commands, command);
    return SK_OK;
}

sk_status sk_manual_command(const sk_arguments *arguments, sk_report *report) {
    const char *wanted = arguments->operands[0];
    sk_suggestion suggestion = sk_suggestion_for(wanted);
    for (size_t i = 0; i < FORM_COUNT; i++) {
        sk_suggestion_consider(&suggestion, forms[i].name);
        if (strcmp(forms[i].name, wanted) != 0) continue;
        if (forms[i].print == NULL) return print_man_page(arguments, report);
        if (arguments->operand_count > 1) {
            SK_USAGE_ERROR(report->diag, "manual", "leave it out", "too much: \"%s\"",
                           arguments->operands[1]);
            return SK_ERR_USAGE;
        }
        forms[i].print(arguments->commands);
        return SK_OK;
    }
    SK_USAGE_ERROR(report->diag, "manual",
                   sk_suggestion_remedy(&suggestion, arguments->arena,
                                        "the forms are man, bash, zsh, fish and markdown"),
                   "unknown form \"%s\"", wanted);
    return SK_ERR_USAGE;
}
