#include "compose/furniture/legend_symbol.h"

#include <math.h>

#include "compose/drawing/symbols.h"
#include "page/page_box.h"

sk_legend_symbol sk_legend_symbol_of_zone(sk_zone_ground ground) {
    switch (ground) {
        case SK_ZONE_OF_ITS_OWN:
            return SK_LEGEND_ZONE;
        case SK_ZONE_OF_RESOCS:
            return SK_LEGEND_ZONE_RESOC;
        case SK_ZONE_OF_PROVINCES:
            break;
    }
    return SK_LEGEND_ZONE_PROVINCE;
}

sk_legend_symbol sk_legend_symbol_of_key(const sk_feature *feature) {
    if (feature->kind == SK_FEATURE_ZONE) return SK_LEGEND_ZONE_KEY;
    return feature->link_type == SK_LINK_ORGANISATIONAL ? SK_LEGEND_ORGANISATIONAL_KEY
                                                        : SK_LEGEND_INFRASTRUCTURAL_KEY;
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
        case SK_LEGEND_INFRASTRUCTURAL_KEY:
        case SK_LEGEND_ORGANISATIONAL_KEY:
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
static sk_paint border_of(const sk_style_sheet *style, bool province) {
    return province ? (sk_paint){.class_name = "legend-province", .line = style->border.province}
                    : (sk_paint){.class_name = "legend-resoc", .line = style->border.resoc};
}

/* The hatching goes on what is a region's ground on the map, within its border. */
static void draw_hatched(const sk_drawing *d, sk_group *group, sk_page_box box,
                         sk_zone_ground ground) {
    const sk_style_sheet *style = d->style;
    sk_path outline = {0};
    sk_path_box(d->arena, &outline, box);
    sk_scene_path(d->scene, group, &outline,
                  (sk_paint){.class_name = "province-home", .fill = style->home_province});
    sk_symbol_zone_hatch_sample(d, group, &outline, ground);
    sk_scene_path(d->scene, group, &outline, border_of(style, ground == SK_ZONE_OF_PROVINCES));
}

static void draw_swatch(const sk_drawing *d, sk_group *group, sk_page_box box,
                        sk_legend_symbol symbol) {
    const sk_style_sheet *style = d->style;
    sk_arena *arena = d->arena;
    sk_path outline = {0}, band = {0};
    sk_path_box(arena, &outline, box);
    if (symbol == SK_LEGEND_ZONE) {
        sk_scene_path(d->scene, group, &outline, sk_symbol_zone(style));
        return;
    }
    /* Tint and band are painted as on the map, so that who recolours one recolours the other. */
    bool province = symbol == SK_LEGEND_PROVINCE;
    if (province) {
        sk_path_box(arena, &band, box);
        sk_path_box(arena, &band, sk_page_box_grown(box, -style->chosen.band_width_mm * 0.75));
        sk_scene_path(d->scene, group, &band, sk_symbol_chosen_province(style));
    } else {
        sk_scene_path(d->scene, group, &outline, sk_symbol_chosen_resoc(style));
    }
    sk_scene_path(d->scene, group, &outline, border_of(style, province));
}

static void draw_key(const sk_drawing *d, sk_group *group, sk_legend_mark mark, sk_page_box box) {
    const sk_plate sign = {
        .form = mark.symbol == SK_LEGEND_ZONE_KEY ? SK_PLATE_ZONE : SK_PLATE_LINK,
        .link_type = mark.symbol == SK_LEGEND_ORGANISATIONAL_KEY ? SK_LINK_ORGANISATIONAL
                                                                 : SK_LINK_INFRASTRUCTURAL,
        .letters = mark.letters};
    sk_symbol_plate(d, group, sk_page_box_centre(box), &sign);
}

void sk_legend_symbol_compose(const sk_drawing *d, sk_group *group, sk_legend_mark mark,
                              sk_page_box box) {
    switch (mark.symbol) {
        case SK_LEGEND_NONE:
            return;
        case SK_LEGEND_MARKER:
            sk_symbol_listed_marker(d, group, sk_page_box_centre(box), mark.number);
            return;
        case SK_LEGEND_INFRASTRUCTURAL:
            draw_line(d, group, box, SK_LINK_INFRASTRUCTURAL);
            return;
        case SK_LEGEND_ORGANISATIONAL:
            draw_line(d, group, box, SK_LINK_ORGANISATIONAL);
            return;
        case SK_LEGEND_ZONE_RESOC:
            draw_hatched(d, group, box, SK_ZONE_OF_RESOCS);
            return;
        case SK_LEGEND_ZONE_PROVINCE:
            draw_hatched(d, group, box, SK_ZONE_OF_PROVINCES);
            return;
        case SK_LEGEND_ZONE_KEY:
        case SK_LEGEND_INFRASTRUCTURAL_KEY:
        case SK_LEGEND_ORGANISATIONAL_KEY:
            draw_key(d, group, mark, box);
            return;
        case SK_LEGEND_PROVINCE:
        case SK_LEGEND_RESOC:
        case SK_LEGEND_ZONE:
            break;
    }
    draw_swatch(d, group, box, mark.symbol);
}
