/** The command line, read: which command, on what, with which options. */
#ifndef STREEKKAART_CLI_ARGUMENTS_ARGUMENTS_H
#define STREEKKAART_CLI_ARGUMENTS_ARGUMENTS_H

#include <stdbool.h>
#include <stddef.h>

#include "cli/arguments/command.h"
#include "cli/arguments/shard.h"
#include "streekkaart/captions.h"
#include "streekkaart/diag.h"
#include "streekkaart/memory.h"
#include "streekkaart/page_request.h"
#include "streekkaart/status.h"
#include "streekkaart/svg_target.h"

struct sk_shape_store;

struct sk_arguments {
    const sk_command *commands;    /* all of them */
    sk_arena *arena;               /* for what the arguments lead to */
    struct sk_shape_store *shapes; /* that earlier runs have worked out; NULL: there were none */
    const sk_command *command;     /* NULL where --help or --version stands alone */
    const char *const *operands;
    size_t operand_count;

    bool help, version, quiet, json, list;
    const char *project;   /* NULL when left out */
    bool demo;             /* the study that is installed with the program, from wherever */
    const char *catalogue; /* NULL: what stands in layers/ */
    const char *out;
    const char *layout_report;       /* NULL when left out */
    const sk_caption_form *captions; /* NULL: none are wanted */
    const char *style;               /* NULL: the project's */
    const char *language;            /* NULL when left out */
    sk_page_size page;
    unsigned formats; /* a bit for each row of sk_renderers() */
    const sk_svg_target *svg_target;
    double dpi;
    bool palette, world_file; /* of a PNG */
    const char *print;        /* the profile; NULL: no edition for a printing house */
    double bleed_mm;
    bool marks;
    bool archive;
    double jobs;     /* 0: one a core */
    bool keep_going; /* when something is wrong, draw what can be drawn */

    sk_string_list levels, homes;         /* "province=PROVINCE", "province:limburg" */
    const char *boundaries, *source_line; /* of a new project; NULL when left out */
    const char *mergers, *neighbours, *neighbour_layer;
    const char *layer, *crs, *code_column, *name_column;
    double tolerance_m;

    const char *to;
    const char *drawn; /* NULL when left out */
    bool force;
    bool dry_run;
    const char *depfile; /* NULL when left out; ends in .d */
    sk_shard shard;
    int serve_port; /* where the figures are shown; 0: any free one, below 0: nowhere */
    bool bind;      /* the parts that lie in the operands, or where figures are drawn */
};

/** Reads the words after the program's name, of which one names a row of `commands`. The texts in
 * *out are those of `words`. SK_ERR_USAGE: `diag` says what is wrong with each of them. */
SK_CHECKED sk_status sk_arguments_read(const sk_command *commands, size_t count,
                                       char *const words[], sk_arena *arena, sk_diag *diag,
                                       sk_arguments *out);

/** Does the command draw or bind the whole annex, and not just sheets of some figures? */
bool sk_arguments_mean_annex(const sk_arguments *arguments);

/** The command of that name, which may be the slug of the project's home level; NULL: there is
 * none, which is reported with the nearest. Of `arguments` it needs commands, arena, and which
 * project. */
const sk_command *sk_command_choose(const sk_arguments *arguments, const char *name, sk_diag *diag);

#endif
