/** The files of a figure, or of its sheet, in one format. */
#ifndef STREEKKAART_CLI_DRAWING_PIECE_H
#define STREEKKAART_CLI_DRAWING_PIECE_H

#include "cli/drawing/figure_job.h"
#include "streekkaart/compose.h"

/** Draws the pages, one of a figure or all of a sheet, on as many files as the format needs. Others
 *  may draw other pieces of the pages meanwhile. */
void sk_piece_draw(sk_piece *piece, const sk_job_part *part, const char *stem,
                   const sk_document *pages, const sk_job_setup *setup);

/** Draws the gallery's pictures of a figure. */
void sk_piece_draw_pictures(sk_piece *piece, const sk_job_part *part, const char *stem,
                            const sk_composed_figure *composed);

/** How files of that renderer are told that a designer has edited since they were drawn, whose work
 * is not lost: it gets another name, unless all is drawn by force. NULL: pictures. */
sk_edit_check sk_piece_edit_check(const sk_renderer *renderer, bool force);

/** Takes over the files of a piece that is as it would be drawn, in the folder at that path. */
void sk_piece_keep(sk_piece *piece, const char *folder);

/** Adds what there is to say of the piece. */
void sk_piece_tell(const sk_piece *piece, sk_diag *diag);

/** Frees what was drawn or taken over. */
void sk_piece_free(sk_piece *piece);

#endif
