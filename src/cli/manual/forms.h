/** The forms of the manual, a file each. Each is printed on standard output. */
#ifndef STREEKKAART_CLI_MANUAL_FORMS_H
#define STREEKKAART_CLI_MANUAL_FORMS_H

#include "cli/arguments/command.h"

/** A page for man(1), of one command or, where it is NULL, of the program. In the macros of man(7).
 */
void sk_man_page_print(const sk_command *commands, const sk_command *command);

/** The completions of bash, for the package bash-completion. */
void sk_bash_print(const sk_command *commands);

/** Those of zsh, for its function path. */
void sk_zsh_print(const sk_command *commands);

/** Those of fish. */
void sk_fish_print(const sk_command *commands);

/** The tables of README.md. */
void sk_readme_tables_print(const sk_command *commands);

#endif
