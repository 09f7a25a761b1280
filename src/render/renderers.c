#include <string.h>

#include "render/cairo/png.h"
#include "render/pdf/pdf.h"
#include "render/svg/svg.h"
#include "render/svg/svg_seal.h"
#include "streekkaart/output.h"
#include "streekkaart/render.h"

static sk_status render_pdf(const sk_document *document, sk_stream *stream,
                            const sk_render_options *options, sk_diag *diag) {
    return sk_pdf_write(document, options->print, options->archive, stream, diag);
}

static sk_status render_png(const sk_document *document, sk_stream *stream,
                            const sk_render_options *options, sk_diag *diag) {
    const sk_png_options of_png = {options->dpi, options->palette, options->colours};
    return sk_png_write(document->pages[0], &of_png, stream, diag);
}

static sk_status render_svg(const sk_document *document, sk_stream *stream,
                            const sk_render_options *options, sk_diag *diag) {
    const sk_svg_target *target = options->svg_target;
    return sk_svg_write(document->pages[0], target != NULL ? target : sk_svg_targets(), stream,
                        diag);
}

static const sk_renderer renderers[] = {
    {.name = "pdf", .holds_many_pages = true, .render = render_pdf},
    {.name = "png", .render = render_png},
    {.name = "svg", .render = render_svg, .is_as_drawn = sk_svg_is_as_drawn},
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

sk_status sk_render_file(const sk_renderer *renderer, const sk_document *document, sk_output *file,
                         const sk_render_options *options, sk_diag *diag) {
    if (file == NULL) return SK_ERR_ENVIRONMENT;
    sk_stream stream = sk_output_stream(file);
    sk_status status = renderer->render(document, &stream, options, diag);
    if (status == SK_OK) status = sk_output_commit(file);
    sk_output_free(file);
    return status;
}
