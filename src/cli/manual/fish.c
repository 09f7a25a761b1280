#include <stdio.h>

#include "cli/manual/forms.h"
#include "cli/manual/words.h"

static const char column[] =
    "# What the project has: a column of its list of figures.\n"
    "function __streekkaart_column\n"
    "    streekkaart list 2>/dev/null |\n"
    "        awk -v n=$argv[1] 'NF == 0 { exit } NR > 1 && $n != \"-\" && !seen[$n]++ { print $n "
    "}'\n"
    "end\n";

static void print_description(const char *text) {
    printf(" -d '");
    sk_words_quoted_print(text, "\\'", "'");
    printf("'\n");
}

static void print_option(const sk_command *commands, const sk_option *option) {
    printf("complete -c streekkaart");
    if (option->families != SK_FAMILY_ALL) {
        printf(" -n '__fish_seen_subcommand_from ");
        sk_words_takers_print(commands, option, " ");
        printf("'");
    }
    if (sk_option_letter(option) != '\0') printf(" -s %c", sk_option_letter(option));
    printf(" -l %s", option->name);
    sk_words words = sk_words_of_option(option);
    if (words == SK_WORDS_LISTED) {
        printf(" -x -a '");
        sk_words_of_option_print(option, " ");
        printf("'");
    } else if (words == SK_WORDS_FILES) {
        printf(" -r -F");
    } else if (words == SK_WORDS_FOLDERS) {
        printf(" -x -a '(__fish_complete_directories)'");
    } else if (!sk_option_stands_alone(option)) {
        printf(" -x");
    }
    print_description(option->help);
}

static void print_operands(const sk_command *command, const sk_command *commands) {
    sk_words words = sk_words_of_command(command);
    if (words == SK_WORDS_NONE) return;
    printf("complete -c streekkaart -n '__fish_seen_subcommand_from %s'", command->name);
    if (words == SK_WORDS_LISTED) {
        printf(" -F -a '");
        sk_words_of_command_print(command, " ");
        printf("'");
    } else if (words == SK_WORDS_COMMANDS) {
        printf(" -a '");
        sk_words_commands_print(commands, " ");
        printf("'");
    } else if (words == SK_WORDS_FILES) {
        printf(" -F");
    } else {
        printf(" -a '(__streekkaart_column %d)'", sk_words_column(words));
    }
    printf("\n");
}

void sk_fish_print(const sk_command *commands) {
    printf(
        "# Completions of fish; made by `streekkaart manual fish`.\n%s"
        "complete -c streekkaart -f\n",
        column);
    for (const sk_command *c = commands; c->name != NULL; c++) {
        printf("complete -c streekkaart -n __fish_use_subcommand -a %s", c->name);
        print_description(c->summary);
    }
    for (const sk_command *c = commands; c->name != NULL; c++) print_operands(c, commands);
    for (const sk_option *o = sk_options(); o->name != NULL; o++) print_option(commands, o);
}
