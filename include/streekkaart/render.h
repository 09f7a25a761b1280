/** Turns pages into a file, or into the bytes of one. Every format draws the same picture.
 *
 *  When a page could not be drawn, `diag` says why. SK_ERR_ENVIRONMENT: the font or memory is
 *  missing. SK_ERR_DATA: a group has a coordinate or a length that is no usable number.
 *  SK_ERR_USAGE: at this resolution the bitmap has no pixels, or too many. */
#ifndef STREEKKAART_RENDER_H
#define STREEKKAART_RENDER_H

#include "streekkaart/diag.h"
#include "streekkaart/document.h"
#include "streekkaart/output.h"
#include "streekkaart/print_edition.h"
#include "streekkaart/status.h"
#include "streekkaart/stream.h"
#include "streekkaart/svg_target.h"

/** What a format needs to know beside the pages. */
typedef struct {
    double dpi;                      /* of a bitmap */
    bool palette;                    /* a bitmap has few colours: */
    size_t colours;                  /* as many at most, from 8 to 256; 0: 256 */
    const sk_svg_target *svg_target; /* of an SVG; NULL: the first one */
    const sk_print_edition *print;   /* of a PDF; NULL: for screens */
    bool archive;                    /* of a PDF for screens: for an archive, PDF/A-2b and UA-1 */
} sk_render_options;

/** A format: a row of the table that sk_renderers() gives. */
typedef struct {
    const char *name;      /* also the file's extension */
    bool holds_many_pages; /* else a document of one page is all that it can draw */
    /* Draws on the stream, which holds half a file where this fails. */
    sk_status (*render)(const sk_document *document, sk_stream *stream,
                        const sk_render_options *options, sk_diag *diag);
    /* False when somebody has edited the open file since it was drawn; NULL for a format that
     * nobody edits. */
    bool (*is_as_drawn)(int descriptor);
} sk_renderer;

/** The renderer called `name` ("pdf", "png", "svg"), or NULL. */
const sk_renderer *sk_renderer_find(const char *name);
/** All of them, ended by one without a name. */
const sk_renderer *sk_renderers(void);

/** Draws on `file`, which was just begun, commits it when it is whole, and frees it: otherwise than
 *  SK_OK, no file of its name was made or changed. SK_ERR_ENVIRONMENT also where it could not be
 *  written, or where it is NULL, which sk_output_begin() has explained. */
SK_CHECKED sk_status sk_render_file(const sk_renderer *renderer, const sk_document *document,
                                    sk_output *file, const sk_render_options *options,
                                    sk_diag *diag);

/** The world file of the page's bitmap at that resolution, for GIS: six lines that take its pixels
 * to the map's coordinates (Esri's form). NULL for a page without a map. The arena's. */
const char *sk_world_file_text(const sk_scene *page, double dpi, sk_arena *arena);

#endif
