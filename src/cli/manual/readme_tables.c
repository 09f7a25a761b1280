#include <stdio.h>

#include "cli/arguments/exit_status.h"
#include "cli/arguments/option.h"
#include "cli/manual/forms.h"
#include "cli/manual/words.h"

/* GitHub Flavored Markdown 4.10: a bar would end the cell. */
static void print_cell(const char *text) {
    for (; *text != '\0'; text++) printf(*text == '|' ? "\\|" : "%c", *text);
}

static void print_commands(const sk_command *commands) {
    printf("| command | what it does | example |\n|---|---|---|\n");
    for (const sk_command *c = commands; c->name != NULL; c++) {
        printf("| `%s%s", c->name, c->operands[0] == '\0' ? "" : " ");
        print_cell(c->operands);
        printf("` | ");
        print_cell(c->summary);
        printf(" | `streekkaart ");
        print_cell(c->example);
        printf("` |\n");
    }
}

static void print_options(const sk_command *commands) {
    printf("\n| option | what it does | of |\n|---|---|---|\n");
    for (const sk_option *o = sk_options(); o->name != NULL; o++) {
        printf("| `");
        if (sk_option_letter(o) != '\0') printf("-%c`, `", sk_option_letter(o));
        printf("--%s%s", o->name, sk_option_before_value(o));
        if (o->value != NULL) print_cell(o->value);
        printf("%s` | ", sk_option_behind_value(o));
        print_cell(o->help);
        printf(" | ");
        sk_words_takers_tell(commands, o);
        printf(" |\n");
    }
}

void sk_readme_tables_print(const sk_command *commands) {
    print_commands(commands);
    print_options(commands);
    printf("\n| exit status | means |\n|---|---|\n");
    for (const sk_exit_status *s = sk_exit_statuses(); s->means != NULL; s++)
        printf("| %d | %s |\n", (int)s->status, s->means);
}
