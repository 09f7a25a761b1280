/** What people call figures, sectors and regions: as the program shows them, or by their slugs. */
#ifndef STREEKKAART_CLI_CHOICE_FIGURE_NAMES_H
#define STREEKKAART_CLI_CHOICE_FIGURE_NAMES_H

#include "base/suggestion.h"
#include "cli/arguments/arguments.h"
#include "streekkaart/project.h"

/** The slugs of the sectors or home regions, as the scope says, that the figure is about. */
sk_string_list sk_figure_slugs(const sk_figure *figure, sk_figure_scope scope);

/** The slug that figures have for the sector or home region, as the scope says, that `name` names:
 * by itself, by the name of the sector or home region in any language of the project, or by the
 * title of a figure of just that sector. Case, and which blanks, hyphens and other signs stand
 * between the words, is all one. NULL: none. */
const char *sk_slug_named(const sk_project *project, sk_figure_scope scope, const char *name);

/** What the sector or home region of that slug is called; NULL: it has no name. */
const char *sk_slug_name(const sk_project *project, sk_figure_scope scope, const char *slug);

/** What it is called in the languages of the project; NULL where it has no name. */
const sk_translation *sk_slug_names(const sk_project *project, sk_figure_scope scope,
                                    const char *slug);

/** Suggests each of the names. */
void sk_consider_names(sk_suggestion *suggestion, const sk_translation *names);

/** Marks the figures that an operand of `figure` names: "13", "13-15", "13,14,20-24", the name of a
 *  figure's file, its caption, or a title, which several may have, in any language of the project.
 * A number must be a figure's, and of a range one. SK_ERR_USAGE: a part of it names none; `diag`
 * says which, unless `is_known_to_lack` says that a fault in the list of figures was told. */
SK_CHECKED sk_status sk_figures_mark(const sk_project *project, const char *operand,
                                     bool is_known_to_lack, sk_arena *arena, sk_diag *diag,
                                     bool *marks);

#endif
