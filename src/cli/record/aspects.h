/** What a drawing is made of, as digests: a drawing is what it was as long as these are.
 *
 *  Whatever a figure or its sheet is composed of must be in one of them: what is forgotten here is
 *  not drawn anew when it changes. tests/cli/only_what_changed.sh holds each against a full run. */
#ifndef STREEKKAART_CLI_RECORD_ASPECTS_H
#define STREEKKAART_CLI_RECORD_ASPECTS_H

#include <stdint.h>

#include "cli/arguments/arguments.h"
#include "streekkaart/project.h"
#include "streekkaart/render.h"
#include "streekkaart/style_sheet.h"
#include "streekkaart/wording.h"

/** What a drawing is made of. */
typedef enum {
    SK_ASPECT_PROGRAM,  /* and its libraries, fonts and patterns for hyphenation */
    SK_ASPECT_OPTIONS,  /* that concern it */
    SK_ASPECT_SETTINGS, /* project.json */
    SK_ASPECT_STYLE,
    SK_ASPECT_WORDS,
    SK_ASPECT_BOUNDARIES,
    SK_ASPECT_CONTEXT,  /* the base map */
    SK_ASPECT_FIGURE,   /* its line in the list of figures, and its sectors */
    SK_ASPECT_FEATURES, /* that it shows, and the places that these lead to */
    SK_ASPECT_PRESENCE, /* the actors that it shows */
    SK_ASPECT_PINS,
    SK_ASPECT_SHEETS,  /* that are bound; of the annex alone */
    SK_ASPECT_ORIGINS, /* on which lines all that stands: of use where findings name them */
    SK_ASPECT_COUNT,
} sk_aspect;

/** A digest of each; 0 for what the drawing has nothing of. */
typedef struct {
    uint64_t of[SK_ASPECT_COUNT];
} sk_aspects;

/** What all drawings of a run are made of. */
typedef struct {
    const sk_arguments *arguments;
    const sk_project *project; /* in the language of `words` */
    const sk_style_sheet *style;
    const sk_wording *words;
    const sk_render_options *render;
} sk_inputs;

/** The aspects that figures have in common; their options are those that they are composed by. */
sk_aspects sk_aspects_common(const sk_inputs *inputs);

/** Those of a figure, or of its annex sheet, beside the `common` ones. */
sk_aspects sk_aspects_of_figure(const sk_aspects *common, const sk_project *project,
                                const sk_figure *figure, bool on_sheet);

/** The same of its files in one format, with the options that matter to it. */
sk_aspects sk_aspects_of_format(const sk_aspects *figure, const sk_inputs *inputs,
                                const sk_renderer *renderer);

/** One number for all but the origins. */
uint64_t sk_aspects_key(const sk_aspects *aspects);

/** What has changed, as in "the style has changed"; NULL: nothing. The origins count only with
 *  `has_findings`. */
const char *sk_aspects_change(const sk_aspects *before, const sk_aspects *now, bool has_findings);

/** What the aspect is called in the record. */
const char *sk_aspect_name(sk_aspect aspect);

#endif
