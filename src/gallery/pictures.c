#include <math.h>
#include <string.h>

#include "streekkaart/gallery.h"
#include "streekkaart/render.h"

/* Layers that nobody could read at a glance, and that would make the picture ten times as large. */
static const char *const too_small[] = {"names", "towns",     "base-lines", "legend",
                                        "inset", "scale-bar", "title",      "source"};

/* As large as a card. */
enum { WIDTH_PX = 360, HEIGHT_PX = 270, COLOURS = 48 };

static bool can_be_seen(const sk_layer *layer) {
    for (size_t i = 0; i < sizeof too_small / sizeof *too_small; i++)
        if (strcmp(layer->name, too_small[i]) == 0) return false;
    return true;
}

/* The map without what stands around it. */
static const sk_scene *thumbnail(const sk_composed_figure *figure, sk_arena *arena) {
    const sk_page_box frame = figure->layout->frame;
    sk_scene map = *figure->scene;
    map.layers = SK_NEW_ARRAY(arena, sk_layer *, map.count);
    map.count = 0;
    for (size_t i = 0; i < figure->scene->count; i++)
        if (can_be_seen(figure->scene->layers[i]))
            map.layers[map.count++] = figure->scene->layers[i];
    sk_scene *page = sk_scene_create(arena, frame.width_mm, frame.height_mm);
    page->paper = map.paper;
    page->font_family = map.font_family;
    page->language = map.language;
    sk_scene_append(page, &map, (sk_page_point){-frame.x_mm, -frame.y_mm});
    return page;
}

sk_status sk_gallery_thumbnail_write(const sk_composed_figure *figure,
                                     const sk_output_folder *folder, const char *name,
                                     sk_diag *diag) {
    const double mm_per_inch = 25.4;
    sk_arena *arena = sk_arena_create();
    const sk_scene *page = thumbnail(figure, arena);
    const sk_document document = {.pages = &page, .page_count = 1};
    const double px_per_mm = fmin(WIDTH_PX / page->width_mm, HEIGHT_PX / page->height_mm);
    const sk_render_options options = {
        .dpi = px_per_mm * mm_per_inch, .palette = true, .colours = COLOURS};
    sk_status status = sk_render_file(sk_renderer_find("png"), &document,
                                      sk_output_begin_in(folder, name, diag), &options, diag);
    sk_arena_free(arena);
    return status;
}

/* What a script's template literal would take for its own gets a backslash. */
static void write_in_literal(void *target, const void *bytes, size_t length) {
    const char *text = bytes;
    size_t done = 0;
    for (size_t i = 0; i < length; i++) {
        if (strchr("\\`$", text[i]) == NULL || text[i] == '\0') continue;
        sk_output_write(target, text + done, i - done);
        sk_output_write(target, "\\", 1);
        done = i;
    }
    sk_output_write(target, text + done, length - done);
}

static void put(sk_output *file, const char *text) {
    sk_output_write(file, text, strlen(text));
}

sk_status sk_gallery_drawing_write(const sk_composed_figure *figure, const char *stem,
                                   const sk_output_folder *folder, const char *name,
                                   sk_diag *diag) {
    sk_output *file = sk_output_begin_in(folder, name, diag);
    if (file == NULL) return SK_ERR_ENVIRONMENT;
    const sk_document document = {.pages = &figure->scene, .page_count = 1};
    const sk_render_options options = {.svg_target = sk_svg_target_find("web")};
    sk_stream stream = {.name = name, .write = write_in_literal, .target = file};
    put(file, "galleryDrawing(\"");
    put(file, stem);
    put(file, "\", `");
    sk_status status = sk_renderer_find("svg")->render(&document, &stream, &options, diag);
    put(file, "`);\n");
    if (status == SK_OK) status = sk_output_commit(file);
    sk_output_free(file);
    return status;
}
