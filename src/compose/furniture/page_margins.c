#include "compose/furniture/page_margins.h"

#include <math.h>

#include "base/page_id.h"
#include "compose/drawing/ground_frame.h"
#include "page/text_block.h"

enum { LINES_MAX = 12 };
static const double line_room = 1.2; /* of a single line, with its descenders: part of its size */

static sk_text_block set_title(const sk_composition *c, double width_mm) {
    const char *title =
        sk_wording_figure_title(c->drawing->words, c->map->figure, c->drawing->arena);
    return sk_text_block_set(c->drawing->typesetter, c->drawing->arena, title,
                             &c->drawing->style->title.text, width_mm, LINES_MAX);
}

static sk_text_block set_source(const sk_drawing *d, double width_mm) {
    return sk_text_block_set(d->typesetter, d->arena, d->words->source_line, &d->style->source.text,
                             width_mm, LINES_MAX);
}

static double height_of(const sk_text_block *block, double width_mm, double gap_mm) {
    if (block->width_mm > width_mm) return INFINITY;
    double further = block->line_count > 1 ? (double)(block->line_count - 1) * block->line_mm : 0;
    return block->style->size_mm * line_room + further + gap_mm;
}

/* A sheet has a title of its own. */
static bool has_title(const sk_composition *c) {
    return c->drawing->style->title.shown && c->on_sheet == NULL;
}

double sk_title_height(const sk_composition *c, double map_width_mm) {
    if (!has_title(c)) return 0;
    sk_text_block block = set_title(c, map_width_mm);
    return height_of(&block, map_width_mm, c->drawing->style->title.gap_mm);
}

double sk_source_height(const sk_drawing *d, double map_width_mm) {
    if (!d->style->source.shown) return 0;
    sk_text_block block = set_source(d, map_width_mm);
    return height_of(&block, map_width_mm, d->style->source.gap_mm);
}

static void draw(const sk_composition *c, const char *id, const char *label,
                 const sk_text_block *block, double top_mm) {
    sk_layer *layer = sk_scene_layer(c->drawing->scene, id, label, NULL);
    sk_group *group = sk_scene_group(c->drawing->scene, layer, id, SK_ROLE_FURNITURE);
    sk_text text = sk_text_block_at(block, c->drawing->arena,
                                    (sk_page_point){c->view.frame.x_mm, top_mm}, SK_ANCHOR_START);
    text.class_name = id;
    sk_scene_text(c->drawing->scene, group, &text);
}

/* From margin to margin: furniture may stand beside the map. */
static double text_width(const sk_composition *c) {
    return c->drawing->scene->width_mm - 2 * c->drawing->style->page.margin_mm;
}

void sk_title_compose(const sk_composition *c) {
    if (!has_title(c)) return;
    sk_text_block block = set_title(c, text_width(c));
    draw(c, "title", c->drawing->words->layer.title, &block, c->drawing->style->page.margin_mm);
}

void sk_source_compose(const sk_composition *c, double top_mm) {
    if (!c->drawing->style->source.shown) return;
    sk_text_block block = set_source(c->drawing, text_width(c));
    draw(c, "source", c->drawing->words->layer.source, &block,
         top_mm + c->drawing->style->source.gap_mm);
}

void sk_neat_line_compose(const sk_composition *c) {
    sk_layer *layer =
        sk_scene_layer(c->drawing->scene, "frame", c->drawing->words->layer.frame, NULL);
    sk_group *group = sk_scene_group(c->drawing->scene, layer, SK_PAGE_ID_FRAME, SK_ROLE_FURNITURE);
    sk_path path = {0};
    sk_path_box(c->drawing->arena, &path, c->view.frame);
    sk_scene_path(c->drawing->scene, group, &path,
                  (sk_paint){.class_name = "frame", .line = c->drawing->style->frame.line});
}

/* What the picture shows, in words: its title, "Punten: 5", "Zones: 7". */
static const char *describe(const sk_composition *c) {
    size_t links = 0;
    for (size_t i = 0; i < c->map->link_count; i++)
        if (i == 0 || c->map->links[i].feature != c->map->links[i - 1].feature) links++;
    const struct {
        const char *word;
        size_t count;
    } counts[] = {{c->drawing->words->layer.points, c->map->point_count},
                  {c->drawing->words->layer.zones, c->map->zone_count},
                  {c->drawing->words->layer.links, links}};
    const char *text = c->drawing->scene->title;
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++)
        if (counts[i].count > 0)
            text = sk_arena_printf(c->drawing->arena, "%s. %s: %zu", text, counts[i].word,
                                   counts[i].count);
    return text;
}

void sk_scene_metadata_set(const sk_composition *c) {
    c->drawing->scene->paper = c->drawing->style->page.paper;
    c->drawing->scene->title =
        sk_wording_figure_title(c->drawing->words, c->map->figure, c->drawing->arena);
    c->drawing->scene->description = describe(c);
    c->drawing->scene->figure = c->map->figure->number;
    sk_scene_georeference_set(c);
    c->drawing->scene->author = sk_arena_string(c->drawing->arena, c->drawing->style->author);
    c->drawing->scene->subject = sk_arena_string(c->drawing->arena, c->drawing->words->source_line);
    c->drawing->scene->language = sk_arena_string(c->drawing->arena, c->drawing->words->language);
    c->drawing->scene->font_family =
        sk_arena_string(c->drawing->arena, c->drawing->style->font_family);
}
