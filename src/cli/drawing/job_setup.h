/** What the command line says about how all figures of a run are drawn. */
#ifndef STREEKKAART_CLI_DRAWING_JOB_SETUP_H
#define STREEKKAART_CLI_DRAWING_JOB_SETUP_H

#include "cli/arguments/arguments.h"
#include "streekkaart/compose.h"
#include "streekkaart/hyphenator.h"
#include "streekkaart/render.h"

/** Of shapes that figures share, or runs: twice what the annex of the study comes to. */
enum { SK_MOST_KNOWN_BYTES = 32 << 20 };

/** What all figures of a run have in common; only read. */
typedef struct {
    sk_composer composer;            /* without a typesetter: each thread has its own */
    const sk_hyphenator *hyphenator; /* for sheets; NULL: none can be set */
    sk_page_request page;
    sk_render_options render;
    bool world_files; /* beside bitmaps of maps */
    bool force;       /* files that were edited since they were drawn are replaced for good */
} sk_job_setup;

/** The style that is asked for, else the project's own: a name, or a path to a file. */
const char *sk_style_wanted(const sk_arguments *arguments, const sk_project *project);

/** Opens the style and the language, and puts the project into that language. All in `arena`.
 *  Otherwise than SK_OK `diag` says what is wrong; out->composer.style is NULL where nothing can be
 * drawn for it. SK_ERR_USAGE: the command line names a language that the project lacks. */
SK_CHECKED sk_status sk_job_setup_open(const sk_arguments *arguments, sk_project *project,
                                       sk_arena *arena, sk_diag *diag, sk_job_setup *out);

#endif
