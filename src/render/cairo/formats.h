/** The renderers, a file each; renderers.c lists them. */
#ifndef STREEKKAART_RENDER_FORMATS_H
#define STREEKKAART_RENDER_FORMATS_H

#include "streekkaart/render.h"

SK_CHECKED sk_status sk_render_pdf(const sk_scene *scene, const char *path,
                                   const sk_render_options *options, sk_diag *diag);
SK_CHECKED sk_status sk_render_pdf_document(const sk_document *document, const char *path,
                                            sk_diag *diag);
SK_CHECKED sk_status sk_render_png(const sk_scene *scene, const char *path,
                                   const sk_render_options *options, sk_diag *diag);
SK_CHECKED sk_status sk_render_svg(const sk_scene *scene, const char *path,
                                   const sk_render_options *options, sk_diag *diag);

#endif
