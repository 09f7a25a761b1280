/** Which figures a drawing command draws, and what their files are called. */
#ifndef STREEKKAART_CLI_CHOICE_FIGURE_CHOICE_H
#define STREEKKAART_CLI_CHOICE_FIGURE_CHOICE_H

#include "cli/arguments/arguments.h"
#include "streekkaart/project.h"

typedef struct {
    const sk_figure **items; /* each once, by number */
    size_t count;
    const sk_figure **left_out; /* that belong to the command's, with too little to draw */
    size_t left_out_count;
    const char *language;   /* that they are drawn in: set by who draws */
    size_t held_back_count; /* that were taken out since they could not be right */
} sk_figure_choice;

/** The figures that the command stands for and that the catalogue holds enough for.
 *  SK_ERR_USAGE: an operand names none, which is reported with the nearest that is known.
 *  SK_ERR_DATA: one that was asked for by itself can't be drawn, which `diag` explains.
 *  *out holds the others even then. */
SK_CHECKED sk_status sk_choose_figures(const sk_project *project, const sk_arguments *arguments,
                                       sk_arena *arena, sk_diag *diag, sk_figure_choice *out);

/** The name of the figure's files when it is drawn in that language, without an extension:
 *  "fig-13-utrecht-chemie", or "fig-13-utrecht-chemie-fr" in another language than the catalogue's,
 *  unless the project says where the language stands. */
const char *sk_figure_stem(const sk_project *project, const sk_figure *figure, const char *language,
                           sk_arena *arena);

/** What a file of all figures has behind its name, so that two languages can lie in one folder: ""
 *  in the catalogue's own, "-fr" in another. */
const char *sk_language_suffix(const sk_project *project, const char *language, sk_arena *arena);

#endif
