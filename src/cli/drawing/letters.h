/** Letters that the style's font lacks, on a page that was composed. */
#ifndef STREEKKAART_CLI_DRAWING_LETTERS_H
#define STREEKKAART_CLI_DRAWING_LETTERS_H

#include "streekkaart/compose.h"

/** SK_ERR_DATA where a text has some: `diag` names them, each text once, with the file and line of
 *  the feature that it is of. */
SK_CHECKED sk_status sk_letters_check(const sk_composer *composer, const sk_scene *page,
                                      sk_diag *diag);

#endif
