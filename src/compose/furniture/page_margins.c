#include "compose/furniture/page_margins.h"

#include <math.h>

#include "page/text_block.h"

enum { LINES_MAX = 12 };
static const double leading = 1.2;

static sk_text_block set_title(const sk_composition *c, double width_mm) {
    const char *title = sk_wording_figure_title(c->words, c->map->figure, c->arena);
    return sk_text_block_set(c->typesetter, c->arena, title, &c->style->title.text, width_mm,
                             LINES_MAX);
}

static sk_text_block set_source(const sk_composition *c, double width_mm) {
    return sk_text_block_set(c->typesetter, c->arena, c->words->source_line, &c->style->source.text,
                             width_mm, LINES_MAX);
}

static double height_of(const sk_text_block *block, double width_mm, double gap_mm) {
    if (block->width_mm > width_mm) return INFINITY;
    double further = block->line_count > 1 ? (double)(block->line_count - 1) * block->line_mm : 0;
    return block->style->size_mm * leading + further + gap_mm;
}

double sk_title_height(const sk_composition *c, double map_width_mm) {
    if (!c->style->title.shown) return 0;
    sk_text_block block = set_title(c, map_width_mm);
    return height_of(&block, map_width_mm, c->style->title.gap_mm);
}

double sk_source_height(const sk_composition *c, double map_width_mm) {
    if (!c->style->source.shown) return 0;
    sk_text_block block = set_source(c, map_width_mm);
    return height_of(&block, map_width_mm, c->style->source.gap_mm);
}

static void draw(sk_composition *c, const char *id, const char *label, const sk_text_block *block,
                 double top_mm) {
    sk_layer *layer = sk_scene_layer(c->scene, id, label, NULL);
    sk_group *group = sk_scene_group(c->scene, layer, id, SK_ROLE_FURNITURE);
    sk_text text = sk_text_block_at(block, c->arena, (sk_page_point){c->view.frame.x_mm, top_mm},
                                    SK_ANCHOR_START);
    text.class_name = id;
    sk_scene_text(c->scene, group, &text);
}

void sk_title_compose(sk_composition *c) {
    if (!c->style->title.shown) return;
    sk_text_block block = set_title(c, c->view.frame.width_mm);
    draw(c, "title", c->words->layer.title, &block, c->style->page.margin_mm);
}

void sk_source_compose(sk_composition *c, double top_mm) {
    if (!c->style->source.shown) return;
    sk_text_block block = set_source(c, c->view.frame.width_mm);
    draw(c, "source", c->words->layer.source, &block, top_mm + c->style->source.gap_mm);
}

void sk_neat_line_compose(sk_composition *c) {
    sk_layer *layer = sk_scene_layer(c->scene, "frame", c->words->layer.frame, NULL);
    sk_group *group = sk_scene_group(c->scene, layer, "frame", SK_ROLE_FURNITURE);
    sk_path path = {0};
    sk_path_box(c->arena, &path, c->view.frame);
    sk_scene_path(c->scene, group, &path,
                  (sk_paint){.class_name = "frame", .line = c->style->frame.line});
}

/* What the picture shows, in words: its title, "Punten: 5", "Zones: 7". */
static const char *describe(const sk_composition *c) {
    size_t links = 0;
    for (size_t i = 0; i < c->map->link_count; i++)
        if (i == 0 || c->map->links[i].feature != c->map->links[i - 1].feature) links++;
    const struct {
        const char *word;
        size_t count;
    } counts[] = {{c->words->layer.points, c->map->point_count},
                  {c->words->layer.zones, c->map->zone_count},
                  {c->words->layer.links, links}};
    const char *text = c->scene->title;
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++)
        if (counts[i].count > 0)
            text = sk_arena_printf(c->arena, "%s. %s: %zu", text, counts[i].word, counts[i].count);
    return text;
}

void sk_scene_metadata_set(sk_composition *c) {
    c->scene->paper = c->style->page.paper;
    c->scene->title = sk_wording_figure_title(c->words, c->map->figure, c->arena);
    c->scene->description = describe(c);
    c->scene->figure = c->map->figure->number;
    c->scene->author = sk_arena_string(c->arena, c->style->author);
    c->scene->subject = sk_arena_string(c->arena, c->words->source_line);
    c->scene->language = sk_arena_string(c->arena, c->words->language);
    c->scene->font_family = sk_arena_string(c->arena, c->style->font_family);
}
