/** What a command is; cli/command_table.c lists them, a row each. */
#ifndef STREEKKAART_CLI_ARGUMENTS_COMMAND_H
#define STREEKKAART_CLI_ARGUMENTS_COMMAND_H

#include <stddef.h>
#include <string.h>

#include "cli/arguments/report.h"
#include "streekkaart/status.h"

typedef struct sk_arguments sk_arguments;

/** What a command does decides which options it takes. */
typedef enum {
    SK_FAMILY_DRAW = 1,
    SK_FAMILY_LIST = 2,
    SK_FAMILY_CHECK = 4,
    SK_FAMILY_BOUNDARIES = 8,
    SK_FAMILY_CATALOGUE = 16,
    SK_FAMILY_DIFF = 32,
    SK_FAMILY_PINS = 64,
    SK_FAMILY_PREFLIGHT = 128,
    SK_FAMILY_DOCTOR = 256,
    SK_FAMILY_ABOUT = 512, /* tells of the program itself, and works on nothing */
    SK_FAMILY_NEW = 1024,
    SK_FAMILY_ANNEX = 2048, /* draws all of them, and binds */
    SK_FAMILY_ALL = 4095,
} sk_command_family;

/** Those that read a project and leave it as it is, so that it may be the installed one. */
enum {
    SK_FAMILIES_DEMO =
        SK_FAMILY_DRAW | SK_FAMILY_LIST | SK_FAMILY_CHECK | SK_FAMILY_CATALOGUE | SK_FAMILY_DOCTOR
};

/** Which figures a drawing command is about. */
typedef enum {
    SK_SCOPE_NONE,
    SK_SCOPE_NUMBER,
    SK_SCOPE_SECTOR,
    SK_SCOPE_HOME,
    SK_SCOPE_OVERVIEWS,
    SK_SCOPE_ALL,
} sk_figure_scope;

typedef struct {
    const char *name;
    const char *operands; /* as the help shows them; "" for none */
    size_t least_operands, most_operands;
    unsigned families; /* sk_command_family; most are of one */
    sk_figure_scope scope;
    const char *summary;
    const char *example; /* what follows the program's name */
    /* Does it; faults go to the report. */
    sk_status (*run)(const sk_arguments *arguments, sk_report *report);
} sk_command;

/** The row of that name; NULL: there is none. */
static inline const sk_command *sk_command_find(const sk_command *commands, const char *name) {
    for (const sk_command *c = commands; c->name != NULL; c++)
        if (strcmp(c->name, name) == 0) return c;
    return NULL;
}

#endif
