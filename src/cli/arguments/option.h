/** The options, a row each: parser, defaults, help and "did you mean" all read them. */
#ifndef STREEKKAART_CLI_ARGUMENTS_OPTION_H
#define STREEKKAART_CLI_ARGUMENTS_OPTION_H

#include <stddef.h>

#include "cli/arguments/arguments.h"

typedef enum {
    SK_OPTION_FLAG,       /* bool */
    SK_OPTION_YES_NO,     /* bool: "yes" or "no" */
    SK_OPTION_TEXT,       /* const char * */
    SK_OPTION_DEPFILE,    /* const char *: ends in .d */
    SK_OPTION_LIST,       /* sk_string_list: one more each time that it is given */
    SK_OPTION_NUMBER,     /* double, from `least` to `most` */
    SK_OPTION_COUNT,      /* the same, whole */
    SK_OPTION_LENGTH,     /* double, in mm: a number with its unit */
    SK_OPTION_SVG_TARGET, /* const sk_svg_target *: one of its names */
    SK_OPTION_CAPTIONS,   /* const sk_caption_form *: one of its names */
    SK_OPTION_SIZE,       /* sk_page_size */
    SK_OPTION_FORMATS,    /* unsigned: a comma between the names of renderers */
    SK_OPTION_SHARD,      /* sk_shard: "2/3" */
    SK_OPTION_PORT,       /* int: a port, or nothing, which is SK_PORT */
} sk_option_kind;

/** Where figures are shown if nothing else is said. */
enum { SK_PORT = 8753 };

typedef struct {
    const char *name;
    const char *value; /* as the help shows it; NULL for a flag */
    sk_option_kind kind;
    size_t offset;     /* in sk_arguments */
    unsigned families; /* of the commands that take it */
    double least, most;
    const char *help;
} sk_option;

/** All of them, ended by one without a name. */
const sk_option *sk_options(void);

/** What stands between its name and its value: "=", or "[=" where the value may be left out; and
 * what stands behind that. Nothing for a flag. */
const char *sk_option_before_value(const sk_option *option);
const char *sk_option_behind_value(const sk_option *option);

/** May it stand without a value? */
bool sk_option_stands_alone(const sk_option *option);

/** The name of the option that a single letter stands for, as in -h; NULL: none. */
const char *sk_option_by_letter(char letter);

/** The letter that stands for the option; 0: none does. */
char sk_option_letter(const sk_option *option);

/** What the arguments are before the first word is read. */
sk_arguments sk_option_defaults(void);

/** Puts `value` (NULL for a flag, or for one that is left out) where the option keeps it.
 * SK_ERR_USAGE: `diag` says why not. */
SK_CHECKED sk_status sk_option_set(const sk_option *option, const char *value, sk_arena *arena,
                                   sk_diag *diag, sk_arguments *arguments);

/** Reports a fault of the command line; `word` is where it is. */
#define SK_USAGE_ERROR(diag, word, remedy, ...)                                           \
    sk_diag_error((diag), (sk_place){.file = "streekkaart", .feature = (word)}, (remedy), \
                  __VA_ARGS__)

#endif
