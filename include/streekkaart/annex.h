/** The annex: a sheet for each figure, and all sheets bound. */
#ifndef STREEKKAART_ANNEX_H
#define STREEKKAART_ANNEX_H

#include "streekkaart/compose.h"
#include "streekkaart/document.h"
#include "streekkaart/hyphenator.h"
#include "streekkaart/memory.h"
#include "streekkaart/project.h"
#include "streekkaart/scene.h"
#include "streekkaart/wording.h"

/** The figure's own map, for its sheet: as sk_compose_figure() made it on a page of the style's
 * size, or as an earlier sheet of the same has shown it; else it is composed for the sheet. */
typedef struct {
    const sk_decided_map *decided;
    const sk_scene *kept; /* sk_sheet.map */
    bool keyed;           /* what sk_sheet.keyed was with it */
} sk_sheet_map;

/** The annex sheet of a figure: the map and, under it, its legend table. */
typedef struct {
    sk_scene **pages; /* none when nothing could be drawn */
    size_t page_count;
    const char *anchor;      /* on the first page, for links from elsewhere: "fig-13" */
    const sk_layout *layout; /* of the map on the first page; how fine things are, of all pages */
    sk_scene *map; /* the figure's map as it shows it; NULL where it has one of its own, or
                      nothing says where that lies on the ground */
    bool keyed;    /* letters stand on its map, which its table lists */
} sk_sheet;

/** Composes the sheet of a figure on as many pages as its table needs. It shows the very map of the
 *  figure, unless that finds no room there or the sheet has pins of its own. With a map that was
 *  kept, the layout has nothing of it but its frame.
 *  SK_OK: *out is the whole sheet, in `arena`. SK_ERR_DATA: as for a figure; without pages when
 *  nothing could be drawn. What is wrong with a map that the figure shows too is told with the
 *  figure. */
SK_CHECKED sk_status sk_compose_sheet(const sk_composer *composer, const sk_hyphenator *hyphenator,
                                      const sk_figure *figure, sk_sheet_map map, sk_arena *arena,
                                      sk_diag *diag, sk_sheet *out);

/** What links elsewhere call the sheet of the figure; in `arena`. */
const char *sk_sheet_anchor(const sk_figure *figure, sk_arena *arena);

/** A sheet that is bound, and the figure that it is of. */
typedef struct {
    const sk_figure *figure;
    const sk_sheet *sheet;
} sk_bound_sheet;

/** Binds sheets in their order: a list of contents before them, page numbers on them (which are
 *  added to their pages), bookmarks by home region and sector. All in `arena`. */
void sk_compose_book(const sk_composer *composer, const sk_bound_sheet *sheets, size_t sheet_count,
                     sk_arena *arena, sk_document *out);

/** What the figures of a home, or those of all of them, stand under: "Provincie Utrecht". */
const char *sk_compose_group_name(const sk_project *project, const sk_wording *words,
                                  const sk_figure *figure, sk_arena *arena);

#endif
