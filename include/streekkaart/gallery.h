/** The gallery: a page to leaf through all figures in a web browser, also from a disk and without a
 *  network, and the pictures that it shows.
 *
 *  The page holds its style and its script, which are the sources in src/gallery/page/; pictures
 *  stand in a folder of their own beside it, two for each figure: STEM.png, its map at a glance,
 * and STEM.js, its SVG as a script, since a page that was opened as a file may read nothing else.
 */
#ifndef STREEKKAART_GALLERY_H
#define STREEKKAART_GALLERY_H

#include "streekkaart/compose.h"
#include "streekkaart/output.h"

/** The folder of the pictures, in that of the page. */
#define SK_GALLERY_PICTURES "gallery"

/** A file that a figure of the gallery leads to. */
typedef struct {
    const char *format; /* "pdf" */
    const char *path;   /* from the page's folder */
} sk_gallery_file;

/** Files of one sort. */
typedef struct {
    sk_gallery_file *items;
    size_t count;
} sk_gallery_file_list;

/** A figure of the gallery. */
typedef struct {
    const sk_figure *figure;
    const char *stem;                /* of the names of its files and pictures */
    bool keyed;                      /* letters stand on it, which its table lists */
    sk_gallery_file_list map, sheet; /* those of the map: none where it could not be drawn */
} sk_gallery_figure;

/** All that the page shows; lent. */
typedef struct {
    const sk_composer *composer; /* needs no typesetter */
    const char *book;            /* the bound annex, from the page's folder; NULL: there is none */
    const sk_gallery_figure *figures;
    size_t figure_count;
} sk_gallery;

/** Writes the page as `name` in `folder`, when it is whole. Otherwise than SK_OK it is as it was,
 * and `diag` says why. */
SK_CHECKED sk_status sk_gallery_write(const sk_gallery *gallery, const sk_output_folder *folder,
                                      const char *name, sk_arena *arena, sk_diag *diag);

/** Writes one of the two pictures of a composed figure in `folder`, that of the page's pictures;
 * see render.h for what each status means. */
SK_CHECKED sk_status sk_gallery_thumbnail_write(const sk_composed_figure *figure,
                                                const sk_output_folder *folder, const char *name,
                                                sk_diag *diag);
/** The same for the large view; `stem` is the figure's. */
SK_CHECKED sk_status sk_gallery_drawing_write(const sk_composed_figure *figure, const char *stem,
                                              const sk_output_folder *folder, const char *name,
                                              sk_diag *diag);

#endif
