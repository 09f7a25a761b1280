/** What can stand behind a command or an option, for the completions: read off the tables. */
#ifndef STREEKKAART_CLI_MANUAL_WORDS_H
#define STREEKKAART_CLI_MANUAL_WORDS_H

#include <stdbool.h>

#include "cli/arguments/option.h"

/** What a command works on, or what an option's value is. */
typedef enum {
    SK_WORDS_NONE,     /* nothing, or what nobody can guess */
    SK_WORDS_LISTED,   /* one of a few words: sk_words_next() */
    SK_WORDS_COMMANDS, /* the name of a command */
    SK_WORDS_FIGURES,  /* what the project has: column 1 of what `list` prints of the figures */
    SK_WORDS_REGIONS,  /* column 2 */
    SK_WORDS_SECTORS,  /* column 3 */
    SK_WORDS_FILES,
    SK_WORDS_FOLDERS,
} sk_words;

sk_words sk_words_of_command(const sk_command *command);
sk_words sk_words_of_option(const sk_option *option);

/** The column of `list` that has such words; 0: none. */
int sk_words_column(sk_words words);

/** Goes through the listed words of a command or an option: copies word `index` into `word`, which
 *  has room for SK_WORD_BYTES. False: there are no more. */
enum { SK_WORD_BYTES = 32 };
bool sk_words_of_command_at(const sk_command *command, size_t index, char *word);
bool sk_words_of_option_at(const sk_option *option, size_t index, char *word);

/** The commands that take the option, with `separator` between them; and all of them. */
void sk_words_takers_print(const sk_command *commands, const sk_option *option,
                           const char *separator);
void sk_words_commands_print(const sk_command *commands, const char *separator);

/** The same for who reads: the commands that draw are called so, all of them "all". */
void sk_words_takers_tell(const sk_command *commands, const sk_option *option);

/** Prints a text within single quotes, before each byte of `special` a backslash, and each quote as
 *  `quote`. */
void sk_words_quoted_print(const char *text, const char *special, const char *quote);

/** Prints them all, with `separator` between them. */
void sk_words_of_command_print(const sk_command *command, const char *separator);
void sk_words_of_option_print(const sk_option *option, const char *separator);

#endif
