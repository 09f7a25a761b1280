#include "render/svg/svg.h"

#include <string.h>

#include "base/page_id.h"
#include "render/svg/svg_access.h"
#include "render/svg/svg_font.h"
#include "render/svg/svg_items.h"
#include "render/svg/svg_metadata.h"
#include "render/svg/svg_styles.h"
#include "scene/id_set.h"
#include "scene/scene_check.h"

/* The file's clip path with this number. */
static const char *clip_id(const sk_svg_writer *svg, size_t index) {
    return sk_page_id_counted(svg->scratch, sk_svg_own_id(svg, "clip"), index + 1);
}

static bool same_box(const sk_page_box *a, const sk_page_box *b) {
    return a->x_mm == b->x_mm && a->y_mm == b->y_mm && a->width_mm == b->width_mm &&
           a->height_mm == b->height_mm;
}

/* The number of the clip path that is this box; `clip_count` where there is none yet. */
static size_t clip_of(const sk_svg_writer *svg, const sk_page_box *box) {
    size_t i = 0;
    while (i < svg->clip_count && !same_box(&svg->clips[i], box)) i++;
    return i;
}

/* Most layers are cut along one frame, which is one path for all of them. */
static void write_clip_path(sk_svg_writer *svg, const sk_page_box *box) {
    if (box == NULL || clip_of(svg, box) < svg->clip_count) return;
    svg->clips = sk_arena_grow(svg->scratch, svg->clips, svg->clip_count, &svg->clip_capacity,
                               sizeof *svg->clips);
    svg->clips[svg->clip_count++] = *box;
    sk_svg_open(svg, 2, "clipPath");
    sk_svg_attribute(svg, "id", clip_id(svg, svg->clip_count - 1));
    sk_svg_open_inline(svg, "rect");
    sk_svg_place(svg, "x", box->x_mm);
    sk_svg_place(svg, "y", box->y_mm);
    sk_svg_place(svg, "width", box->width_mm);
    sk_svg_place(svg, "height", box->height_mm);
    sk_svg_close(svg);
    sk_svg_close(svg);
}

static void write_clip(sk_svg_writer *svg, const sk_page_box *box) {
    if (box == NULL) return;
    sk_svg_attribute(svg, "clip-path",
                     sk_arena_printf(svg->scratch, "url(#%s)", clip_id(svg, clip_of(svg, box))));
}

static void write_definitions(sk_svg_writer *svg, const sk_scene *scene) {
    sk_svg_open(svg, 1, "defs");
    for (size_t i = 0; i < scene->count; i++) {
        const sk_layer *layer = scene->layers[i];
        write_clip_path(svg, layer->clip);
        for (size_t j = 0; j < layer->count; j++) {
            const sk_group *group = layer->groups[j];
            write_clip_path(svg, group->clip);
            for (size_t k = 0; k < group->count; k++) sk_svg_item_definition(svg, group, k);
        }
    }
    sk_svg_close_below(svg, 1);
}

static const char *millimetres(sk_svg_writer *svg, double mm) {
    return sk_arena_printf(svg->scratch, "%smm", sk_number_text(svg->scratch, mm, 3));
}

/* "fig-13-nl-inkscape", "fig-13-sheet-2-nl-inkscape": all that is needed to draw the page again, in
 * what programs keep best of a file. NULL for a page that is no figure's. */
static const char *page_id(const sk_svg_writer *svg, const sk_scene *scene) {
    if (scene->figure <= 0) return NULL;
    const char *id = sk_page_id_numbered(svg->scratch, SK_PAGE_ID_FIGURE, (size_t)scene->figure);
    if (scene->sheet_page > 0)
        id = sk_arena_printf(svg->scratch, "%s-sheet-%d", id, scene->sheet_page);
    return sk_arena_printf(svg->scratch, "%s-%s-%s", id,
                           scene->language != NULL ? scene->language : "", svg->target->name);
}

static void write_root(sk_svg_writer *svg, const sk_scene *scene) {
    static const char *const namespaces[][2] = {
        {"xmlns", "http://www.w3.org/2000/svg"},
        {"xmlns:xlink", "http://www.w3.org/1999/xlink"},
        {"xmlns:inkscape", "http://www.inkscape.org/namespaces/inkscape"},
        {"xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
        {"xmlns:cc", "http://creativecommons.org/ns#"},
        {"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
    };
    sk_svg_open_inline(svg, "svg");
    for (size_t i = 0; i < sizeof namespaces / sizeof *namespaces; i++)
        sk_svg_attribute(svg, namespaces[i][0], namespaces[i][1]);
    sk_svg_attribute(svg, "id", page_id(svg, scene));
    sk_svg_attribute(svg, "version", "1.1");
    sk_svg_attribute(svg, "xml:lang", scene->language);
    sk_svg_attribute(svg, "width", millimetres(svg, scene->width_mm));
    sk_svg_attribute(svg, "height", millimetres(svg, scene->height_mm));
    sk_svg_attribute(
        svg, "viewBox",
        sk_arena_printf(svg->scratch, "0 0 %s %s", sk_svg_length_text(svg, scene->width_mm),
                        sk_svg_length_text(svg, scene->height_mm)));
    sk_svg_attribute(svg, "data-program", "streekkaart " SK_VERSION);
    sk_svg_attribute(svg, "data-svg-target", svg->target->name);
    if (scene->figure > 0)
        sk_svg_attribute(svg, "data-figure", sk_arena_printf(svg->scratch, "%d", scene->figure));
    if (scene->sheet_page > 0)
        sk_svg_attribute(svg, "data-sheet-page",
                         sk_arena_printf(svg->scratch, "%d", scene->sheet_page));
    sk_svg_access_root(svg);
    if (svg->target->text_as_outlines) return;
    sk_svg_attribute(svg, "font-family", sk_svg_font_families(svg, scene->font_family));
    sk_svg_attribute(svg, "text-rendering", "geometricPrecision");
    sk_svg_attribute(svg, "style", "font-variant-ligatures:none"); /* no attribute of its own */
}

/* A title or description that the root's attributes can point at. */
static void write_named(sk_svg_writer *svg, const char *name, const char *id, const char *text) {
    if (text == NULL || text[0] == '\0') return;
    sk_svg_open(svg, 1, name);
    sk_svg_attribute(svg, "id", id);
    sk_svg_text(svg, text);
    sk_svg_close(svg);
}

static bool write_styles(sk_svg_writer *svg, const sk_scene *scene) {
    bool sound = true;
    if (svg->target->no_classes) return sound;
    sk_svg_open(svg, 1, "style");
    if (svg->target->embeds_font) sound = sk_svg_fonts_write(svg, scene);
    sk_svg_styles_write(svg);
    sk_svg_access_rules(svg);
    sk_svg_close_below(svg, 1);
    return sound;
}

static void write_paper(sk_svg_writer *svg, const sk_scene *scene) {
    if (!(scene->paper.alpha > 0)) return;
    const sk_item paper = {.kind = SK_ITEM_PATH,
                           .as.path.paint = {.class_name = NULL, .fill = scene->paper}};
    sk_svg_style style[SK_SVG_STYLES_MAX];
    sk_svg_item_styles(svg, &paper, style);
    sk_svg_open(svg, 1, "rect");
    const char *page = page_id(svg, scene), *id = sk_svg_own_id(svg, "paper");
    sk_svg_attribute(svg, "id", page == NULL ? id : sk_page_id_within(svg->scratch, id, page));
    sk_svg_place(svg, "width", scene->width_mm);
    sk_svg_place(svg, "height", scene->height_mm);
    sk_svg_style_attribute(svg, style[0]);
    sk_svg_close(svg);
}

static void open_part(sk_svg_writer *svg, const sk_scene *scene, const sk_part *part) {
    sk_svg_open(svg, 3, "g");
    sk_svg_attribute(svg, "id", part->id);
    sk_svg_attribute(svg, "data-id", part->id);
    sk_svg_attribute(svg, "data-feature", part->feature_id);
    sk_svg_text_element(svg, 4, "title", part->title);
    const char *marker = sk_svg_access_marker(svg, scene, part);
    if (marker != NULL) sk_svg_access_open_link(svg, marker, part->title);
}

static void close_part(sk_svg_writer *svg, const sk_scene *scene, const sk_part *part) {
    if (sk_svg_access_marker(svg, scene, part) != NULL) sk_svg_close(svg);
    sk_svg_close_below(svg, 3);
}

static void write_items(sk_svg_writer *svg, const sk_scene *scene, const sk_group *group) {
    const sk_part *part = NULL;
    for (size_t i = 0; i < group->count; i++) {
        const sk_part *next = group->items[i].part;
        if (next != part && part != NULL) close_part(svg, scene, part);
        if (next != part && next != NULL) open_part(svg, scene, next);
        part = next;
        sk_svg_item(svg, group, i, part == NULL ? 3 : 4);
    }
    if (part != NULL) close_part(svg, scene, part);
}

static void write_group(sk_svg_writer *svg, const sk_scene *scene, const sk_group *group) {
    sk_svg_open(svg, 2, "g");
    sk_svg_attribute(svg, "id", group->id);
    /* Once more, for programs that take ids off or make their own. */
    sk_svg_attribute(svg, "data-id", group->id);
    sk_svg_attribute(svg, "data-feature", group->feature_id);
    sk_svg_attribute(svg, "data-role", sk_role_name(group->role));
    sk_svg_attribute(svg, "data-kind", group->kind);
    sk_svg_attribute(svg, "data-source", group->source);
    if (group->movable && strcmp(group->item, group->id) != 0)
        sk_svg_attribute(svg, "data-item", group->item);
    if (group->movable)
        sk_svg_millimetres(svg, "data-pin", (sk_page_point){group->dx_mm, group->dy_mm});
    sk_svg_access_group(svg, group);
    write_clip(svg, group->clip);
    sk_svg_text_element(svg, 3, "title", group->title);
    const char *row = sk_svg_access_row(svg, scene, group);
    if (row != NULL) sk_svg_access_open_link(svg, row, group->title);
    write_items(svg, scene, group);
    if (row != NULL) sk_svg_close(svg);
    sk_svg_close_below(svg, 2);
}

static void take_ids(sk_id_set *ids, const sk_scene *scene) {
    for (size_t i = 0; i < scene->count; i++)
        for (size_t j = 0; j < scene->layers[i]->count; j++) {
            const sk_group *group = scene->layers[i]->groups[j];
            sk_id_set_take(ids, group->id);
            for (size_t k = 0; k < group->count; k++) {
                const sk_part *part = group->items[k].part;
                if (part != NULL && (k == 0 || group->items[k - 1].part != part))
                    sk_id_set_take(ids, part->id);
            }
        }
}

static void write_layer(sk_svg_writer *svg, const sk_scene *scene, const sk_layer *layer,
                        sk_id_set *ids) {
    bool named = svg->target->layer_ids_are_names;
    sk_svg_open(svg, 1, "g");
    sk_svg_attribute(svg, "id", named ? sk_id_set_take(ids, layer->label) : layer->id);
    sk_svg_attribute(svg, "data-layer", layer->id);
    sk_svg_attribute(svg, "inkscape:groupmode", "layer");
    sk_svg_attribute(svg, "inkscape:label", layer->label);
    sk_svg_access_layer(svg, layer);
    write_clip(svg, layer->clip);
    for (size_t i = 0; i < layer->count; i++) write_group(svg, scene, layer->groups[i]);
    sk_svg_close_below(svg, 1);
}

static void write_document(sk_svg_writer *svg, const sk_scene *scene, sk_diag *diag) {
    sk_id_set *ids = sk_id_set_create(svg->scratch);
    take_ids(ids, scene);
    sk_svg_styles_gather(svg, scene);
    xmlTextWriterStartDocument(svg->xml, "1.0", "UTF-8", NULL);
    write_root(svg, scene);
    write_named(svg, "title", sk_svg_own_id(svg, "title"), scene->title);
    if (svg->target->accessible)
        write_named(svg, "desc", sk_svg_own_id(svg, "description"), scene->description);
    sk_svg_metadata_write(svg, scene);
    if (!write_styles(svg, scene))
        sk_diag_warning(diag, (sk_place){0}, "choose another font in the style",
                        "the font %s cannot be embedded in part; readers need it installed",
                        scene->font_family);
    write_definitions(svg, scene);
    write_paper(svg, scene);
    for (size_t i = 0; i < scene->count; i++) write_layer(svg, scene, scene->layers[i], ids);
    sk_svg_end_document(svg);
}

static sk_status write_scene(const sk_scene *scene, const sk_svg_target *target,
                             sk_typesetter *typesetter, sk_stream *stream, sk_diag *diag) {
    sk_svg_writer svg;
    bool begun = sk_svg_begin(&svg, stream, target);
    svg.typesetter = typesetter;
    if (begun) write_document(&svg, scene, diag);
    if (sk_svg_end(&svg)) return SK_OK;
    sk_diag_error(diag, (sk_place){.file = stream->name}, "draw fewer figures at once (--jobs 1)",
                  "cannot make the SVG: no memory left");
    return SK_ERR_ENVIRONMENT;
}

sk_status sk_svg_write(const sk_scene *scene, const sk_svg_target *target, sk_stream *stream,
                       sk_diag *diag) {
    sk_typesetter *typesetter = NULL;
    sk_status status = sk_scene_check(scene, stream->name, diag);
    if (status == SK_OK && (target->text_as_outlines || target->embeds_font))
        status = sk_typesetter_create(scene->font_family, NULL, scene->language, diag, &typesetter);
    if (status == SK_OK) status = write_scene(scene, target, typesetter, stream, diag);
    sk_typesetter_free(typesetter);
    return status;
}
