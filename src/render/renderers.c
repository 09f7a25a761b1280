#include <string.h>

#include "render/cairo/formats.h"
#include "render/svg/svg_seal.h"

static const sk_renderer renderers[] = {
    {.name = "pdf", .render = sk_render_pdf, .render_document = sk_render_pdf_document},
    {.name = "png", .render = sk_render_png},
    {.name = "svg", .render = sk_render_svg, .is_as_drawn = sk_svg_is_as_drawn},
    {0},
};

const sk_renderer *sk_renderers(void) {
    return renderers;
}

const sk_renderer *sk_renderer_find(const char *name) {
    for (const sk_renderer *r = renderers; r->name != NULL; r++)
        if (strcmp(r->name, name) == 0) return r;
    return NULL;
}
