#include "compose/furniture/legend_symbol.h"

#include <math.h>

#include "compose/drawing/symbols.h"
#include "page/page_box.h"

sk_legend_symbol sk_legend_symbol_of_zone(sk_zone_ground ground) {
    switch (ground) {
        case SK_ZONE_OF_ITS_OWN:
            return SK_LEGEND_ZONE;
        case SK_ZONE_OF_PARTS:
            return SK_LEGEND_ZONE_PART;
        case SK_ZONE_OF_HOMES:
            break;
    }
    return SK_LEGEND_ZONE_HOME;
}

sk_legend_symbol sk_legend_symbol_of_key(const sk_feature *feature) {
    return feature->kind == SK_FEATURE_ZONE ? SK_LEGEND_ZONE_KEY : SK_LEGEND_LINK_KEY;
}

double sk_legend_symbol_width(const sk_style_sheet *style) {
    double round = fmax(style->legend.disc_mm, style->key.size_mm) + style->marker.line.width_mm;
    return fmax(style->legend.swatch_width_mm, round);
}

double sk_legend_symbol_height(const sk_style_sheet *style, sk_legend_symbol symbol) {
    switch (symbol) {
        case SK_LEGEND_NONE:
            return 0;
        case SK_LEGEND_MARKER:
            return style->legend.disc_mm;
        case SK_LEGEND_ZONE_KEY:
        case SK_LEGEND_LINK_KEY:
            return style->key.size_mm;
        default:
            return style->legend.swatch_height_mm;
    }
}

static void draw_line(const sk_drawing *d, sk_group *group, sk_page_box box, sk_link_type type) {
    double inset = d->style->link.casing.width_mm / 2; /* its round end is in the box too */
    sk_page_point ends[2] = {{box.x_mm + inset, box.y_mm + box.height_mm / 2},
                             {box.x_mm + box.width_mm - inset, box.y_mm + box.height_mm / 2}};
    sk_polyline line = {ends, 2};
    sk_symbol_link(
        d, group,
        &(sk_link_symbol){.line = &line, .type = type, .arrow_at_end = true, .is_sample = true});
}

/* The border around a region, as on the map. */
static sk_paint border_of(const sk_style_sheet *style, bool is_home) {
    return is_home ? (sk_paint){.class_name = "legend-home", .line = style->border.home}
                   : (sk_paint){.class_name = "legend-part", .line = style->border.part};
}

/* The hatching goes on what is a region's ground on the map, within its border. */
static void draw_hatched(const sk_drawing *d, sk_group *group, sk_page_box box,
                         sk_zone_ground ground, sk_zone_class zone_class) {
    const sk_style_sheet *style = d->style;
    sk_path outline = {0};
    sk_path_box(d->arena, &outline, box);
    sk_scene_path(d->scene, group, &outline, (sk_paint){.class_name = "home", .fill = style->home});
    sk_symbol_zone_hatch_sample(d, group, &outline, ground, zone_class);
    sk_scene_path(d->scene, group, &outline, border_of(style, ground == SK_ZONE_OF_HOMES));
}

static void draw_swatch(const sk_drawing *d, sk_group *group, sk_page_box box,
                        sk_legend_mark mark) {
    const sk_style_sheet *style = d->style;
    sk_arena *arena = d->arena;
    sk_path outline = {0}, band = {0};
    sk_path_box(arena, &outline, box);
    if (mark.symbol == SK_LEGEND_ZONE) {
        sk_scene_path(d->scene, group, &outline, sk_symbol_zone(d, mark.zone_class));
        return;
    }
    /* Tint and band are painted as on the map, so that who recolours one recolours the other. */
    bool is_home = mark.symbol == SK_LEGEND_HOME;
    if (is_home) {
        sk_path_box(arena, &band, box);
        sk_path_box(arena, &band, sk_page_box_grown(box, -style->chosen.band_width_mm * 0.75));
        sk_scene_path(d->scene, group, &band, sk_symbol_chosen_home(style));
    } else {
        sk_scene_path(d->scene, group, &outline, sk_symbol_chosen_part(style));
    }
    sk_scene_path(d->scene, group, &outline, border_of(style, is_home));
}

static void draw_key(const sk_drawing *d, sk_group *group, sk_legend_mark mark, sk_page_box box) {
    const sk_plate sign = {
        .form = mark.symbol == SK_LEGEND_ZONE_KEY ? SK_PLATE_ZONE : SK_PLATE_LINK,
        .link_type = mark.link_type,
        .zone_class = mark.zone_class,
        .letters = mark.letters};
    sk_symbol_plate(d, group, sk_page_box_centre(box), &sign);
}

void sk_legend_symbol_compose(const sk_drawing *d, sk_group *group, sk_legend_mark mark,
                              sk_page_box box) {
    switch (mark.symbol) {
        case SK_LEGEND_NONE:
            return;
        case SK_LEGEND_MARKER:
            sk_symbol_listed_marker(
                d, group, sk_page_box_centre(box),
                &(sk_disc){.number = mark.number, .symbol = mark.own, .colour = mark.colour});
            return;
        case SK_LEGEND_LINK:
            draw_line(d, group, box, mark.link_type);
            return;
        case SK_LEGEND_ZONE_PART:
            draw_hatched(d, group, box, SK_ZONE_OF_PARTS, mark.zone_class);
            return;
        case SK_LEGEND_ZONE_HOME:
            draw_hatched(d, group, box, SK_ZONE_OF_HOMES, mark.zone_class);
            return;
        case SK_LEGEND_ZONE_KEY:
        case SK_LEGEND_LINK_KEY:
            draw_key(d, group, mark, box);
            return;
        case SK_LEGEND_HOME:
        case SK_LEGEND_PART:
        case SK_LEGEND_ZONE:
            break;
    }
    draw_swatch(d, group, box, mark);
}
