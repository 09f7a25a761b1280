#include "cli/manual/words.h"

#include <stdio.h>
#include <string.h>

#include "cli/arguments/page_size.h"
#include "streekkaart/captions.h"
#include "streekkaart/render.h"
#include "streekkaart/svg_target.h"

static bool is_small(char c) {
    return c >= 'a' && c <= 'z';
}

sk_words sk_words_of_command(const sk_command *command) {
    if (command->scope == SK_SCOPE_NUMBER) return SK_WORDS_FIGURES;
    if (command->scope == SK_SCOPE_HOME) return SK_WORDS_REGIONS;
    if (command->scope == SK_SCOPE_SECTOR) return SK_WORDS_SECTORS;
    if (command->operands[0] == '\0') return SK_WORDS_NONE;
    if (is_small(command->operands[0])) return SK_WORDS_LISTED;
    return strcmp(command->operands, "[COMMAND]") == 0 ? SK_WORDS_COMMANDS : SK_WORDS_FILES;
}

static sk_words words_of_text(const sk_option *option) {
    static const char *const folders[] = {"DIR", "PATH"};
    static const char *const names[] = {"NAME", "TAG"};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        if (strcmp(option->value, folders[i]) == 0) return SK_WORDS_FOLDERS;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(option->value, names[i]) == 0) return SK_WORDS_NONE;
    return SK_WORDS_FILES;
}

sk_words sk_words_of_option(const sk_option *option) {
    char word[SK_WORD_BYTES];
    if (sk_words_of_option_at(option, 0, word)) return SK_WORDS_LISTED;
    bool text = option->kind == SK_OPTION_TEXT || option->kind == SK_OPTION_DEPFILE;
    return text ? words_of_text(option) : SK_WORDS_NONE;
}

int sk_words_column(sk_words words) {
    return words == SK_WORDS_FIGURES   ? 1
           : words == SK_WORDS_REGIONS ? 2
           : words == SK_WORDS_SECTORS ? 3
                                       : 0;
}

/* The first word of each alternative, as in "import EDITED.svg... | list". */
bool sk_words_of_command_at(const sk_command *command, size_t index, char *word) {
    const char *at = command->operands;
    if (!is_small(at[0])) return false;
    for (; index > 0 && at != NULL; index--) {
        at = strchr(at, '|');
        if (at != NULL) at += 1 + strspn(at + 1, " ");
    }
    if (at == NULL) return false;
    snprintf(word, SK_WORD_BYTES, "%.*s", (int)strcspn(at, " "), at);
    return true;
}

static const char *option_word(const sk_option *option, size_t index) {
    static const char *const yes_no[] = {"yes", "no", NULL};
    switch (option->kind) {
        case SK_OPTION_YES_NO:
            return yes_no[index];
        case SK_OPTION_SVG_TARGET:
            return sk_svg_targets()[index].name;
        case SK_OPTION_CAPTIONS:
            return sk_caption_forms()[index].name;
        case SK_OPTION_FORMATS:
            return sk_renderers()[index].name;
        case SK_OPTION_SIZE:
            return sk_page_size_name(index);
        case SK_OPTION_FLAG:
        case SK_OPTION_TEXT:
        case SK_OPTION_DEPFILE:
        case SK_OPTION_LIST:
        case SK_OPTION_NUMBER:
        case SK_OPTION_COUNT:
        case SK_OPTION_LENGTH:
        case SK_OPTION_SHARD:
        case SK_OPTION_PORT:
            return NULL;
    }
    return NULL;
}

bool sk_words_of_option_at(const sk_option *option, size_t index, char *word) {
    const char *found = option_word(option, index);
    if (found != NULL) snprintf(word, SK_WORD_BYTES, "%s", found);
    return found != NULL;
}

void sk_words_of_command_print(const sk_command *command, const char *separator) {
    char word[SK_WORD_BYTES];
    for (size_t i = 0; sk_words_of_command_at(command, i, word); i++)
        printf("%s%s", i == 0 ? "" : separator, word);
}

void sk_words_of_option_print(const sk_option *option, const char *separator) {
    char word[SK_WORD_BYTES];
    for (size_t i = 0; sk_words_of_option_at(option, i, word); i++)
        printf("%s%s", i == 0 ? "" : separator, word);
}

void sk_words_takers_print(const sk_command *commands, const sk_option *option,
                           const char *separator) {
    const char *between = "";
    for (const sk_command *c = commands; c->name != NULL; c++) {
        if ((option->families & c->families) == 0) continue;
        printf("%s%s", between, c->name);
        between = separator;
    }
}

void sk_words_takers_tell(const sk_command *commands, const sk_option *option) {
    const char *between = "";
    if (option->families == SK_FAMILY_ALL || (option->families & SK_FAMILY_DRAW) != 0) {
        printf("%s", option->families == SK_FAMILY_ALL ? "all" : "what draws");
        between = ", ";
    }
    for (const sk_command *c = commands; c->name != NULL; c++) {
        unsigned shared = option->families & c->families;
        if (option->families == SK_FAMILY_ALL || shared == 0) continue;
        if ((shared & SK_FAMILY_DRAW) != 0) continue;
        printf("%s%s", between, c->name);
        between = ", ";
    }
}

void sk_words_commands_print(const sk_command *commands, const char *separator) {
    for (const sk_command *c = commands; c->name != NULL; c++)
        printf("%s%s", c == commands ? "" : separator, c->name);
}

void sk_words_quoted_print(const char *text, const char *special, const char *quote) {
    for (; *text != '\0'; text++) {
        if (strchr(special, *text) != NULL) putchar('\\');
        if (*text == '\'')
            printf("%s", quote);
        else
            putchar(*text);
    }
}
