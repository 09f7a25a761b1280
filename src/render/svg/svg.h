/** A page as an SVG that a designer can edit, for one of the programs of svg_target.h. */
#ifndef STREEKKAART_RENDER_SVG_SVG_H
#define STREEKKAART_RENDER_SVG_SVG_H

#include "streekkaart/diag.h"
#include "streekkaart/scene.h"
#include "streekkaart/status.h"
#include "streekkaart/stream.h"
#include "streekkaart/svg_target.h"

/** Otherwise than SK_OK `diag` says why; see render.h for what each means. */
SK_CHECKED sk_status sk_svg_write(const sk_scene *scene, const sk_svg_target *target,
                                  sk_stream *stream, sk_diag *diag);

#endif
