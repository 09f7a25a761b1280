#include <stdio.h>

#include "cli/manual/forms.h"
#include "cli/manual/words.h"

/* A comma begins a word anew, as in "pdf,png". */
static const char helpers[] =
    "_streekkaart_words() {\n"
    "    local head=\n"
    "    [[ $cur != *,* ]] || head=${cur%,*},\n"
    "    mapfile -t COMPREPLY < <(compgen -P \"$head\" -W \"$1\" -- \"${cur##*,}\")\n"
    "}\n"
    "_streekkaart_files() {\n"
    "    compopt -o filenames 2>/dev/null\n"
    "    mapfile -t COMPREPLY < <(compgen \"$1\" -- \"$cur\")\n"
    "}\n"
    "# What the project has: a column of its list of figures.\n"
    "_streekkaart_column() {\n"
    "    _streekkaart_words \"$(streekkaart list 2>/dev/null |\n"
    "        awk -v n=\"$1\" 'NF == 0 { exit } NR > 1 && $n != \"-\" && !seen[$n]++ { print $n "
    "}')\"\n"
    "}\n";

/* Bash takes --dpi=150 for three words. */
static const char beginning[] =
    "    local cur=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command= word\n"
    "    COMPREPLY=()\n"
    "    if [[ $cur == = ]]; then\n"
    "        cur=\n"
    "    elif [[ $before == = ]]; then\n"
    "        before=${COMP_WORDS[COMP_CWORD - 2]}\n"
    "    fi\n"
    "    _streekkaart_value \"$before\" && return\n"
    "    for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
    "        [[ \" $commands \" != *\" $word \"* ]] || { command=$word && break; }\n"
    "    done\n";

static void print_values(void) {
    printf("_streekkaart_value() {\n    case $1 in\n");
    for (const sk_option *o = sk_options(); o->name != NULL; o++) {
        if (sk_option_stands_alone(o)) continue;
        sk_words words = sk_words_of_option(o);
        printf("    --%s) ", o->name);
        if (words == SK_WORDS_LISTED) {
            printf("_streekkaart_words '");
            sk_words_of_option_print(o, " ");
            printf("' ");
        } else if (words == SK_WORDS_FILES || words == SK_WORDS_FOLDERS) {
            printf("_streekkaart_files %s ", words == SK_WORDS_FILES ? "-f" : "-d");
        }
        printf(";;\n");
    }
    printf("    *) return 1 ;;\n    esac\n}\n");
}

static void print_options(const sk_command *command) {
    printf("        %s) _streekkaart_words '", command->name);
    for (const sk_option *o = sk_options(); o->name != NULL; o++)
        if ((o->families & command->families) != 0) printf("--%s ", o->name);
    printf("' ;;\n");
}

static void print_operands(const sk_command *command) {
    sk_words words = sk_words_of_command(command);
    if (words == SK_WORDS_NONE) return;
    printf("    %s) ", command->name);
    if (words == SK_WORDS_LISTED) {
        printf("_streekkaart_words '");
        sk_words_of_command_print(command, " ");
        printf("'");
        /* behind such a word may stand files */
        printf("; [[ $before == %s ]] || _streekkaart_files -f", command->name);
    } else if (words == SK_WORDS_COMMANDS) {
        printf("_streekkaart_words \"$commands\"");
    } else if (words == SK_WORDS_FILES) {
        printf("_streekkaart_files -f");
    } else {
        printf("_streekkaart_column %d", sk_words_column(words));
    }
    printf(" ;;\n");
}

void sk_bash_print(const sk_command *commands) {
    printf("# Completions of bash; made by `streekkaart manual bash`.\n%s", helpers);
    print_values();
    printf("_streekkaart() {\n    local commands='");
    sk_words_commands_print(commands, " ");
    printf("'\n%s    if [[ $cur == -* ]]; then\n        case $command in\n", beginning);
    for (const sk_command *c = commands; c->name != NULL; c++) print_options(c);
    printf(
        "        *) _streekkaart_words '--help --version' ;;\n        esac\n        return\n"
        "    fi\n    case $command in\n    '') _streekkaart_words \"$commands\" ;;\n");
    for (const sk_command *c = commands; c->name != NULL; c++) print_operands(c);
    printf("    esac\n}\ncomplete -F _streekkaart streekkaart\n");
}
