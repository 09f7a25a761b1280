#include <ctype.h>
#include <stdio.h>

#include "cli/arguments/exit_status.h"
#include "cli/arguments/option.h"
#include "cli/manual/forms.h"
#include "cli/manual/words.h"

/* Text as roff takes it literally, man-pages(7): a hyphen is one that can be copied to a shell, and
 * no line begins with a control character. */
static void print_text(const char *text) {
    if (text[0] == '.' || text[0] == '\'') printf("\\&");
    for (; *text != '\0'; text++) {
        if (*text == '\\')
            printf("\\e");
        else if (*text == '-')
            printf("\\-");
        else if (*text == '\'')
            printf("\\(aq");
        else if (*text == '`')
            printf("\\(ga");
        else
            putchar(*text);
    }
}

static void print_line(const char *text) {
    print_text(text);
    putchar('\n');
}

static void print_heading(const sk_command *command) {
    printf(".\\\" Made by `streekkaart manual man`; see src/cli/manual/.\n.TH STREEKKAART");
    for (const char *c = command == NULL ? "" : command->name; *c != '\0'; c++)
        printf("%s%c", c == command->name ? "\\-" : "", toupper((unsigned char)*c));
    printf(" 1 %s \"streekkaart %s\" \"User Commands\"\n", SK_RELEASED, SK_VERSION);
}

/* Operands: capital letters stand for what the user fills in. */
static void print_operands(const char *operands) {
    bool filled_in = false;
    for (; *operands != '\0'; operands++) {
        bool now = (*operands >= 'A' && *operands <= 'Z');
        bool small = (*operands >= 'a' && *operands <= 'z');
        if (now && !filled_in) printf("\\fI");
        if (filled_in && !now && !small && *operands != '.') printf("\\fR");
        filled_in = (filled_in && (small || *operands == '.')) || now;
        putchar(*operands);
    }
    if (filled_in) printf("\\fR");
}

static void print_usage(const sk_command *command) {
    printf("\\fBstreekkaart %s\\fR ", command->name);
    if (command->operands[0] != '\0') print_operands(command->operands);
    printf("%s[\\fIOPTION\\fR]...\n", command->operands[0] == '\0' ? "" : " ");
}

static void print_option(const sk_option *option) {
    printf(".TP\n");
    if (sk_option_letter(option) != '\0') printf("\\fB\\-%c\\fR, ", sk_option_letter(option));
    printf("\\fB\\-\\-");
    print_text(option->name);
    printf("\\fR");
    if (option->value != NULL) {
        printf("%s\\fI", sk_option_before_value(option));
        print_text(option->value);
        printf("\\fR%s", sk_option_behind_value(option));
    }
    putchar('\n');
    print_line(option->help);
}

/* "Of what draws, list." */
static void print_takers(const sk_command *commands, const sk_option *option) {
    if (option->families == SK_FAMILY_ALL) return;
    printf(".br\nOf ");
    sk_words_takers_tell(commands, option);
    printf(".\n");
}

static void print_statuses(void) {
    printf(".SH EXIT STATUS\n");
    for (const sk_exit_status *s = sk_exit_statuses(); s->means != NULL; s++) {
        printf(".TP\n.B %d\n", (int)s->status);
        print_line(s->means);
    }
}

static void print_example(const sk_command *command) {
    printf(".RS\n.nf\nstreekkaart ");
    print_line(command->example);
    printf(".fi\n.RE\n");
}

static void print_program_page(const sk_command *commands) {
    printf(
        ".SH NAME\nstreekkaart \\- print\\-ready thematic maps from a catalogue of features\n"
        ".SH SYNOPSIS\n.B streekkaart\n.I COMMAND\n.RI [ OPERAND ]...\n.RI [ OPTION ]...\n");
    printf(
        ".SH DESCRIPTION\n"
        "Draws the maps of a report from a catalogue of points, zones and links and from\n"
        "administrative boundaries: each map as PDF, PNG and layered SVG.\n"
        ".PP\n"
        "It works on a project, a folder with \\fIboundaries/\\fR, \\fIlayers/\\fR and\n"
        "\\fIstyles/\\fR: the one that \\fB\\-\\-project\\fR names, else the nearest, from the\n"
        "current folder upwards. \\fB\\-\\-demo\\fR takes the study that comes with the program.\n"
        "What is drawn goes to \\fIout/\\fR.\n"
        ".SH COMMANDS\n");
    for (const sk_command *c = commands; c->name != NULL; c++) {
        printf(".TP\n\\fB%s\\fR%s", c->name, c->operands[0] == '\0' ? "" : " ");
        print_operands(c->operands);
        putchar('\n');
        print_line(c->summary);
    }
    printf(
        ".SH OPTIONS\nLong options may be written as \\fB\\-\\-dpi=150\\fR or \\fB\\-\\-dpi "
        "150\\fR. What draws are the commands\n");
    for (const sk_command *c = commands; c->name != NULL; c++)
        if ((c->families & SK_FAMILY_DRAW) != 0)
            printf("\\fB%s\\fR%s\n", c->name, (c[1].families & SK_FAMILY_DRAW) != 0 ? "," : ".");
    for (const sk_option *o = sk_options(); o->name != NULL; o++) {
        print_option(o);
        print_takers(commands, o);
    }
    print_statuses();
    printf(
        ".SH ENVIRONMENT\n.TP\n.B SOURCE_DATE_EPOCH\n"
        "The date that files say they were made, in seconds since 1970.\n"
        ".SH FILES\n.TP\n.I PREFIX/share/streekkaart/study/\n"
        "The study that \\fB\\-\\-demo\\fR draws, where the program is "
        "\\fIPREFIX/bin/streekkaart\\fR.\n"
        "Copied, it is a project to begin from.\n"
        ".SH EXAMPLES\n");
    for (const sk_command *c = commands; c->name != NULL; c++) print_example(c);
    printf(".SH SEE ALSO\n");
    for (const sk_command *c = commands; c->name != NULL; c++)
        printf(".BR streekkaart\\-%s (1)%s\n", c->name, c[1].name == NULL ? "" : ",");
}

static void print_command_page(const sk_command *command) {
    printf(".SH NAME\nstreekkaart\\-%s \\- ", command->name);
    print_line(command->summary);
    printf(".SH SYNOPSIS\n");
    print_usage(command);
    printf(".SH DESCRIPTION\n");
    printf("The command \\fB%s\\fR of\n.BR streekkaart (1):\n", command->name);
    print_line(command->summary);
    printf(".SH OPTIONS\n");
    for (const sk_option *o = sk_options(); o->name != NULL; o++)
        if ((o->families & command->families) != 0) print_option(o);
    print_statuses();
    printf(".SH EXAMPLES\n");
    print_example(command);
    printf(".SH SEE ALSO\n.BR streekkaart (1)\n");
}

void sk_man_page_print(const sk_command *commands, const sk_command *command) {
    print_heading(command);
    if (command != NULL)
        print_command_page(command);
    else
        print_program_page(commands);
}
