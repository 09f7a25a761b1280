#include <stdio.h>

#include "cli/manual/forms.h"
#include "cli/manual/words.h"

static const char column[] =
    "# What the project has: a column of its list of figures.\n"
    "_streekkaart_column() {\n"
    "    local -a names\n"
    "    names=(${(fu)\"$(streekkaart list 2>/dev/null |\n"
    "        awk -v n=$1 'NF == 0 { exit } NR > 1 && $n != \"-\" && !seen[$n]++ { print $n "
    "}')\"})\n"
    "    compadd -a names\n"
    "}\n";

/* A text within a specification of _arguments. */
static void print_text(const char *text) {
    sk_words_quoted_print(text, "[]:\\", "'\\''");
}

/* "--dpi=", whose value may follow as a word; "--serve=-", whose value may not, and may be missing.
 */
static const char *joint(const sk_option *option) {
    if (option->value == NULL) return "";
    return sk_option_stands_alone(option) ? "=-" : "=";
}

static void print_value(const sk_option *option) {
    sk_words words = sk_words_of_option(option);
    printf("%s:%s:", sk_option_stands_alone(option) ? ":" : "", option->value);
    if (words == SK_WORDS_LISTED) {
        printf(option->kind == SK_OPTION_FORMATS ? "_sequence compadd - " : "(");
        sk_words_of_option_print(option, " ");
        if (option->kind != SK_OPTION_FORMATS) printf(")");
    } else if (words == SK_WORDS_FILES) {
        printf("_files");
    } else if (words == SK_WORDS_FOLDERS) {
        printf("_files -/");
    }
}

static void print_option(const sk_option *option) {
    printf("            '--%s%s[", option->name, joint(option));
    print_text(option->help);
    printf("]");
    if (option->value != NULL) print_value(option);
    printf("'\n");
}

static void print_operands(const sk_command *command, const sk_command *commands) {
    sk_words words = sk_words_of_command(command);
    if (words == SK_WORDS_NONE) return;
    printf("            '%s: :",
           words == SK_WORDS_LISTED || words == SK_WORDS_COMMANDS ? "1" : "*");
    if (words == SK_WORDS_LISTED) {
        printf("(");
        sk_words_of_command_print(command, " ");
        printf(")'\n            '*: :_files");
    } else if (words == SK_WORDS_COMMANDS) {
        printf("(");
        sk_words_commands_print(commands, " ");
        printf(")");
    } else if (words == SK_WORDS_FILES) {
        printf("_files");
    } else {
        printf(" _streekkaart_column %d", sk_words_column(words)); /* as it is, by the blank */
    }
    printf("'\n");
}

static void print_command(const sk_command *command, const sk_command *commands) {
    printf("        %s) specifications=(\n", command->name);
    for (const sk_option *o = sk_options(); o->name != NULL; o++)
        if ((o->families & command->families) != 0) print_option(o);
    print_operands(command, commands);
    printf("        ) ;;\n");
}

void sk_zsh_print(const sk_command *commands) {
    printf(
        "#compdef streekkaart\n# Completions of zsh; made by `streekkaart manual zsh`.\n%s"
        "_streekkaart() {\n"
        "    local curcontext=$curcontext state line\n"
        "    local -a commands specifications\n"
        "    commands=(\n",
        column);
    for (const sk_command *c = commands; c->name != NULL; c++) {
        printf("        '%s:", c->name);
        print_text(c->summary);
        printf("'\n");
    }
    printf(
        "    )\n"
        "    _arguments -C '(- *)'{-h,--help}'[show the help]' \\\n"
        "        '(- *)'{-V,--version}'[show the version]' \\\n"
        "        '1:command:->command' '*::operand:->operand' && return\n"
        "    case $state in\n"
        "    command) _describe command commands ;;\n"
        "    operand)\n"
        "        case $line[1] in\n");
    for (const sk_command *c = commands; c->name != NULL; c++) print_command(c, commands);
    printf(
        "        esac\n"
        "        _arguments $specifications\n"
        "        ;;\n"
        "    esac\n"
        "}\n"
        "_streekkaart \"$@\"\n");
}
