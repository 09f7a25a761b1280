#include "compose/overview/sector_legend.h"

#include <math.h>
#include <string.h>

#include "base/page_id.h"
#include "page/text_line.h"

/* One row; the last explains the recent mark. */
typedef struct {
    const char *text;
    sk_text_extent extent;
    sk_sector_mark mark;
    bool is_sector;
} entry;

struct sk_sector_legend {
    entry *entries;
    size_t count, columns, rows;
    double width_mm, row_mm, heading_mm;
};

/* What the widest entry of each column takes, with what stands between the columns. */
static double column_width(const sk_drawing *d, const sk_sector_legend *legend, size_t column) {
    double widest = 0;
    for (size_t i = column * legend->rows; i < (column + 1) * legend->rows; i++)
        if (i < legend->count) widest = fmax(widest, legend->entries[i].extent.width_mm);
    return d->style->overview.symbol_mm + d->style->legend.text_gap_mm + widest;
}

static double columns_width(const sk_drawing *d, const sk_sector_legend *legend) {
    double width = 0;
    for (size_t i = 0; i < legend->columns; i++)
        width += column_width(d, legend, i) + (i > 0 ? d->style->legend.column_gap_mm : 0);
    return width;
}

/* As many columns as fit, of equal length but for the last. */
static void choose_columns(const sk_drawing *d, sk_sector_legend *legend) {
    for (legend->rows = 1;; legend->rows++) {
        legend->columns = (legend->count + legend->rows - 1) / legend->rows;
        if (legend->columns == 1 || columns_width(d, legend) <= legend->width_mm) return;
    }
}

static bool is_used(const sk_figure_map *map, const char *sector) {
    for (size_t i = 0; i < map->chosen_count; i++)
        if (map->chosen[i].region->level == map->figure->level &&
            strcmp(map->chosen[i].presence->sector, sector) == 0)
            return true;
    return false;
}

static bool any_recent(const sk_figure_map *map) {
    for (size_t i = 0; i < map->chosen_count; i++)
        if (map->chosen[i].presence->recent && map->chosen[i].region->level == map->figure->level)
            return true;
    return false;
}

static void add_entry(const sk_drawing *d, sk_sector_legend *legend, entry e) {
    e.extent = sk_typesetter_measure(d->typesetter, e.text, &d->style->legend.entry);
    legend->entries[legend->count++] = e;
}

sk_sector_legend *sk_sector_legend_create(const sk_composition *c, const sk_project *project,
                                          double width_mm) {
    const sk_style_sheet *s = c->drawing->style;
    sk_sector_legend *legend = SK_NEW(c->drawing->arena, sk_sector_legend);
    if (!s->legend.shown) return legend;
    legend->width_mm = width_mm;
    legend->heading_mm = sk_line_spacing(&s->legend.heading) + s->legend.row_gap_mm;
    legend->row_mm =
        fmax(s->overview.symbol_mm, sk_line_spacing(&s->legend.entry)) + s->legend.row_gap_mm;
    legend->entries = SK_NEW_ARRAY(c->drawing->arena, entry, project->sector_count + 1);
    for (size_t i = 0; i < project->sector_count; i++)
        if (is_used(c->map, project->sectors[i].slug))
            add_entry(c->drawing, legend,
                      (entry){.text = project->sectors[i].name,
                              .mark = {i, project->sectors[i].symbol, false},
                              .is_sector = true});
    if (any_recent(c->map))
        add_entry(c->drawing, legend, (entry){.text = c->drawing->words->legend.newly_chosen});
    choose_columns(c->drawing, legend);
    return legend;
}

double sk_sector_legend_height(const sk_sector_legend *legend) {
    if (legend->count == 0) return 0;
    return legend->heading_mm + (double)legend->rows * legend->row_mm;
}

static void draw_entry(const sk_drawing *d, sk_layer *layer, const entry *e, sk_page_point corner) {
    const sk_style_sheet *s = d->style;
    double half = s->overview.symbol_mm / 2;
    sk_page_point centre = {corner.x_mm + half, corner.y_mm + half};
    sk_group *group = sk_scene_group(d->scene, layer, "legend-entry", SK_ROLE_FURNITURE);
    group->title = e->text;
    if (e->is_sector)
        sk_sector_mark_draw(d, group, centre, e->mark);
    else
        sk_recent_mark_draw(d, group, centre);
    sk_page_point baseline = {corner.x_mm + s->overview.symbol_mm + s->legend.text_gap_mm,
                              centre.y_mm + e->extent.cap_height_mm / 2};
    sk_line_of_text_draw(
        d->typesetter, d->scene, group,
        (sk_line_of_text){e->text, "legend-entry", &s->legend.entry, baseline, SK_ANCHOR_START});
}

void sk_sector_legend_compose(const sk_drawing *d, const sk_sector_legend *legend,
                              sk_page_point corner) {
    if (legend->count == 0) return;
    const sk_style_sheet *s = d->style;
    const char *heading = d->words->legend.sectors;
    sk_layer *layer = sk_scene_layer(d->scene, "legend", d->words->layer.legend, NULL);
    sk_group *group = sk_scene_group(d->scene, layer, SK_PAGE_ID_LEGEND, SK_ROLE_FURNITURE);
    sk_text_extent extent = sk_typesetter_measure(d->typesetter, heading, &s->legend.heading);
    sk_line_of_text_draw(
        d->typesetter, d->scene, group,
        (sk_line_of_text){.utf8 = heading,
                          .class_name = "legend-heading",
                          .style = &s->legend.heading,
                          .baseline = {corner.x_mm, corner.y_mm + extent.cap_height_mm}});
    /* what is left over goes between the columns */
    double gap = s->legend.column_gap_mm;
    if (legend->columns > 1)
        gap += fmax(0, legend->width_mm - columns_width(d, legend)) / (double)(legend->columns - 1);
    double x = corner.x_mm;
    for (size_t column = 0; column < legend->columns; column++) {
        for (size_t row = 0; row < legend->rows; row++) {
            size_t i = column * legend->rows + row;
            if (i >= legend->count) break;
            draw_entry(d, layer, &legend->entries[i],
                       (sk_page_point){
                           x, corner.y_mm + legend->heading_mm + (double)row * legend->row_mm});
        }
        x += column_width(d, legend, column) + gap;
    }
}
