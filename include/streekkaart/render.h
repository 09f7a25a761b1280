/** Turns a scene into a file. Every format draws the same picture.
 *
 *  A file gets its name only when it is whole (see output.h). When it could not be made, `diag`
 * says why, and no file of that name was made or changed. SK_ERR_ENVIRONMENT: it could not be
 * written, or the font is missing. SK_ERR_DATA: a group has a coordinate or a length that is no
 * usable number. SK_ERR_USAGE: at this resolution the bitmap has no pixels, or too many. */
#ifndef STREEKKAART_RENDER_H
#define STREEKKAART_RENDER_H

#include "streekkaart/diag.h"
#include "streekkaart/document.h"
#include "streekkaart/scene.h"
#include "streekkaart/status.h"
#include "streekkaart/svg_target.h"

typedef struct {
    double dpi;                      /* of a bitmap */
    const sk_svg_target *svg_target; /* of an SVG; NULL: the first one */
} sk_render_options;

typedef struct {
    const char *name; /* also the file's extension */
    sk_status (*render)(const sk_scene *scene, const char *path, const sk_render_options *options,
                        sk_diag *diag);
    /* All pages in one file; NULL for a format whose files hold one page. */
    sk_status (*render_document)(const sk_document *document, const char *path, sk_diag *diag);
    /* False when somebody has edited the file since it was drawn; NULL for a format that nobody
     * edits. */
    bool (*is_as_drawn)(const char *path);
} sk_renderer;

/** The renderer called `name` ("pdf", "png", "svg"), or NULL. */
const sk_renderer *sk_renderer_find(const char *name);
/** All of them, ended by one without a name. */
const sk_renderer *sk_renderers(void);

#endif
