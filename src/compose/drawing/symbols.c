#include "compose/drawing/symbols.h"

#include "compose/drawing/hatch.h"
#include "page/page_box.h"
#include "page/text_line.h"

#include <math.h>

static void write_centred(const sk_drawing *d, sk_group *group, sk_page_point centre,
                          const char *text, const char *class_name, const sk_text_style *style) {
    sk_text_extent extent = sk_typesetter_measure(d->typesetter, text, style);
    sk_page_point baseline = {centre.x_mm, centre.y_mm + extent.cap_height_mm / 2};
    sk_line_of_text_draw(d->typesetter, d->scene, group,
                         (sk_line_of_text){text, class_name, style, baseline, SK_ANCHOR_MIDDLE});
}

static sk_colour disc_fill(const sk_drawing *d, const sk_disc *disc) {
    const sk_palette *sectors = &d->style->overview.symbols;
    return disc->colour == 0 ? d->style->marker.fill
                             : sectors->colours[(disc->colour - 1) % sectors->count];
}

/* By the luma of ITU-R BT.709: white digits have less contrast there than dark ones. */
static bool is_light(const sk_drawing *d, const sk_disc *disc) {
    const double lightest = 0.48;
    const sk_colour fill = disc_fill(d, disc);
    return disc->colour > 0 &&
           0.2126 * fill.red + 0.7152 * fill.green + 0.0722 * fill.blue > lightest;
}

/* What stands on the disc is in the colour of all discs where that of the style is as light as its
 * sector's. */
static sk_colour colour_on(const sk_drawing *d, const sk_disc *disc) {
    return is_light(d, disc) ? d->style->marker.fill : d->style->marker.number.colour;
}

/* As large as the style says, or as the disc has room for: a number of three digits is smaller. */
static void write_number(const sk_drawing *d, sk_group *group, sk_page_point centre,
                         double radius_mm, const sk_disc *disc) {
    const double rim_mm = 0.05; /* that the digits keep from the disc's edge on either side */
    const double most = 1.42;   /* of the radius: two digits fit then */
    const char *text = sk_arena_printf(d->arena, "%d", disc->number);
    sk_text_style style = d->style->marker.number;
    style.colour = colour_on(d, disc);
    bool smaller = style.size_mm > most * radius_mm;
    if (smaller) style.size_mm = most * radius_mm;
    sk_text_extent extent = sk_typesetter_measure(d->typesetter, text, &style);
    double radius = radius_mm - rim_mm, half = extent.cap_height_mm / 2;
    double room = 2 * sqrt(fmax(radius * radius - half * half, 0));
    bool fits = extent.width_mm <= room || room <= 0;
    if (!fits) style.size_mm *= room / extent.width_mm;
    const char *size = !fits ? "long-" : smaller ? "small-" : "";
    write_centred(
        d, group, centre, text,
        sk_arena_printf(d->arena, "marker-%s%snumber", size, is_light(d, disc) ? "dark-" : ""),
        &style);
}

static sk_path path_of(sk_arena *arena, const sk_symbol_part *part, sk_page_point centre,
                       double radius) {
    sk_path path = {0};
    const sk_page_point *from = part->points;
    for (const char *command = part->commands; *command != '\0'; command++) {
        sk_page_point to[3];
        size_t count = *command == 'C' ? 3 : *command == 'Z' ? 0 : 1;
        for (size_t i = 0; i < count; i++, from++)
            to[i] = (sk_page_point){centre.x_mm + from->x_mm * radius,
                                    centre.y_mm + from->y_mm * radius};
        if (*command == 'M') sk_path_move(arena, &path, to[0]);
        if (*command == 'L') sk_path_line(arena, &path, to[0]);
        if (*command == 'C') sk_path_curve(arena, &path, to[0], to[1], to[2]);
        if (*command == 'Z') sk_path_close(arena, &path);
    }
    return path;
}

/* The project's own symbol for the point, within the disc's edge. */
static void draw_own(const sk_drawing *d, sk_group *group, sk_page_point centre, double radius,
                     const sk_disc *disc) {
    const sk_point_symbol *symbol = disc->symbol;
    for (size_t i = 0; i < symbol->part_count; i++) {
        sk_path path = path_of(d->arena, &symbol->parts[i], centre, radius);
        sk_scene_path(
            d->scene, group, &path,
            (sk_paint){.class_name = is_light(d, disc) ? "marker-dark-symbol" : "marker-symbol",
                       .fill = colour_on(d, disc)});
    }
}

static void draw_disc(const sk_drawing *d, sk_group *group, sk_page_point centre, double radius,
                      const sk_disc *disc) {
    const char *class_name = "marker";
    if (disc->colour > 0) class_name = sk_arena_printf(d->arena, "marker-sector%zu", disc->colour);
    sk_scene_circle(
        d->scene, group, centre, radius,
        (sk_paint){
            .class_name = class_name, .fill = disc_fill(d, disc), .line = d->style->marker.line})
        ->use = SK_USE_DISC;
    if (disc->symbol != NULL) {
        const double within = 0.78; /* part of the disc's radius */
        draw_own(d, group, centre, radius * within, disc);
        return;
    }
    if (disc->number == 0) {
        const double dot = 0.35; /* part of the disc's radius */
        sk_scene_circle(
            d->scene, group, centre, radius * dot,
            (sk_paint){.class_name = is_light(d, disc) ? "marker-dark-dot" : "marker-dot",
                       .fill = colour_on(d, disc)});
        return;
    }
    write_number(d, group, centre, radius, disc);
}

void sk_symbol_marker(const sk_drawing *d, sk_group *group, sk_page_point centre,
                      const sk_disc *disc) {
    draw_disc(d, group, centre, d->style->marker.diameter_mm / 2, disc);
}

void sk_symbol_listed_marker(const sk_drawing *d, sk_group *group, sk_page_point centre,
                             const sk_disc *disc) {
    draw_disc(d, group, centre, d->style->legend.disc_mm / 2, disc);
}

/* A line with round ends, as wide as a disc. */
static void draw_drawn_out(const sk_drawing *d, sk_group *group, const sk_path *path,
                           const char *class_name, sk_stroke line) {
    sk_scene_path(d->scene, group, path,
                  (sk_paint){.class_name = class_name, .line = line, .round_caps = true});
}

void sk_symbol_shared_marker(const sk_drawing *d, sk_group *group, sk_page_point centre,
                             double half_width_mm, const char *list) {
    const sk_style_sheet *s = d->style;
    double edge_mm = s->marker.line.width_mm, width_mm = s->marker.diameter_mm;
    sk_path path = {0};
    sk_path_move(d->arena, &path, sk_page_point_moved(centre, -half_width_mm, 0));
    sk_path_line(d->arena, &path, sk_page_point_moved(centre, half_width_mm + 0.01, 0));
    draw_drawn_out(d, group, &path, "marker-edge",
                   (sk_stroke){.colour = s->marker.line.colour, .width_mm = width_mm + edge_mm});
    draw_drawn_out(d, group, &path, "marker-shared",
                   (sk_stroke){.colour = s->marker.fill, .width_mm = width_mm - edge_mm});
    write_centred(d, group, centre, list, "marker-number", &s->marker.number);
}

static bool is_shield(const sk_plate *sign) {
    return sign->form == SK_PLATE_ROAD;
}

const sk_text_style *sk_symbol_plate_letter(const sk_drawing *d, const sk_plate *sign) {
    return is_shield(sign) ? &d->style->context.road : &d->style->key.letter;
}

double sk_symbol_plate_half_height(const sk_drawing *d, const sk_plate *sign) {
    const double letters = 0.56; /* of their size: so high is a shield, halved */
    return is_shield(sign) ? letters * d->style->context.road.size_mm : d->style->key.size_mm / 2;
}

double sk_symbol_plate_rim(const sk_drawing *d, const sk_plate *sign) {
    return is_shield(sign) ? 0 : d->style->marker.line.width_mm;
}

double sk_symbol_plate_half_middle(const sk_drawing *d, const sk_plate *sign) {
    sk_text_extent extent =
        sk_typesetter_measure(d->typesetter, sign->letters, sk_symbol_plate_letter(d, sign));
    return fmax(
        0, extent.width_mm / 2 + d->style->key.inset_mm - sk_symbol_plate_half_height(d, sign));
}

/* The plate behind the letters, `grown_mm` larger on all sides. */
static sk_path plate_path(const sk_drawing *d, sk_page_point centre, const sk_plate *sign,
                          double grown_mm) {
    double half = sk_symbol_plate_half_height(d, sign) + grown_mm;
    double middle = sk_symbol_plate_half_middle(d, sign);
    sk_path path = {0};
    if (sign->form == SK_PLATE_LINK)
        sk_path_stadium(d->arena, &path, centre, middle, half);
    else
        sk_path_box(d->arena, &path,
                    (sk_page_box){centre.x_mm - middle - half, centre.y_mm - half,
                                  2 * (middle + half), 2 * half});
    return path;
}

static sk_paint plate_paint(const sk_drawing *d, const sk_plate *sign) {
    const sk_style_sheet *s = d->style;
    switch (sign->form) {
        case SK_PLATE_ZONE:
            return (sk_paint){.class_name = "key-zone",
                              .fill = sk_style_zone(s, sign->zone_class).line.colour};
        case SK_PLATE_ROAD:
            return (sk_paint){.class_name = "shield", .fill = s->context.road_fill};
        case SK_PLATE_LINK:
            break;
    }
    const char *type = sk_link_type_name(s, sign->link_type);
    return (sk_paint){.class_name = sk_arena_printf(d->arena, "key-%s", type),
                      .fill = sk_style_link(s, sign->link_type)->colour};
}

void sk_symbol_plate(const sk_drawing *d, sk_group *group, sk_page_point centre,
                     const sk_plate *sign) {
    double rim_mm = sk_symbol_plate_rim(d, sign);
    if (rim_mm > 0) {
        sk_path rim = plate_path(d, centre, sign, rim_mm / 2);
        sk_scene_path(d->scene, group, &rim,
                      (sk_paint){.class_name = "key-edge", .fill = d->style->marker.line.colour})
            ->use = SK_USE_CASING;
    }
    sk_path plate = plate_path(d, centre, sign, 0);
    sk_scene_path(d->scene, group, &plate, plate_paint(d, sign))->use = SK_USE_DISC;
    write_centred(d, group, centre, sign->letters, is_shield(sign) ? "shield-letter" : "key-letter",
                  sk_symbol_plate_letter(d, sign));
}

/* The class in an SVG: "zone", or "zone-protected" where the project has classes. */
static const char *zone_class_name(const sk_drawing *d, const char *name, sk_zone_class of) {
    const char *zone_class = sk_style_zone(d->style, of).zone_class;
    return zone_class == NULL ? name : sk_arena_printf(d->arena, "%s-%s", name, zone_class);
}

sk_paint sk_symbol_zone(const sk_drawing *d, sk_zone_class zone_class) {
    const sk_zone_sign sign = sk_style_zone(d->style, zone_class);
    return (sk_paint){.class_name = zone_class_name(d, "zone", zone_class),
                      .fill = sign.fill,
                      .line = sign.line,
                      .round_caps = true};
}

sk_paint sk_symbol_zone_outline(const sk_drawing *d, sk_zone_class zone_class) {
    return (sk_paint){.class_name = zone_class_name(d, "zone-outline", zone_class),
                      .line = sk_style_zone(d->style, zone_class).line,
                      .round_caps = true};
}

/* Each class has a direction of its own, so that none covers another on the same regions. */
static double hatch_angle(sk_zone_ground ground, sk_zone_class zone_class) {
    const double turn = 90.0 / SK_ZONE_CLASSES_MAX;
    return (ground == SK_ZONE_OF_PARTS ? 135 : 45) + turn * (zone_class > 0 ? zone_class - 1 : 0);
}

static void draw_hatching(const sk_drawing *d, sk_group *group, const sk_path *area,
                          sk_zone_ground ground, sk_zone_class zone_class, double gap_mm) {
    const char *name = ground == SK_ZONE_OF_PARTS ? "zone-part" : "zone-home";
    sk_path lines =
        sk_hatch_lines(d->arena, area, (sk_hatch){hatch_angle(ground, zone_class), gap_mm});
    sk_scene_path(d->scene, group, &lines,
                  (sk_paint){.class_name = zone_class_name(d, name, zone_class),
                             .line = sk_style_zone(d->style, zone_class).hatch});
}

void sk_symbol_zone_hatch(const sk_drawing *d, sk_group *group, const sk_path *area,
                          sk_zone_ground ground, sk_zone_class zone_class) {
    draw_hatching(d, group, area, ground, zone_class, d->style->zone.hatch_gap_mm);
}

void sk_symbol_zone_hatch_sample(const sk_drawing *d, sk_group *group, const sk_path *area,
                                 sk_zone_ground ground, sk_zone_class zone_class) {
    draw_hatching(d, group, area, ground, zone_class,
                  fmin(d->style->zone.hatch_gap_mm, d->style->legend.swatch_width_mm / 4));
}

sk_paint sk_symbol_chosen_home(const sk_style_sheet *style) {
    return (sk_paint){.class_name = "chosen-home", .fill = style->chosen.home_band};
}

sk_paint sk_symbol_chosen_part(const sk_style_sheet *style) {
    return (sk_paint){.class_name = "chosen-part", .fill = style->chosen.part_fill};
}

double sk_symbol_link_start_rim(const sk_style_sheet *style, sk_link_type type) {
    return sk_style_link(style, type)->width_mm / 4;
}

double sk_symbol_link_start_radius(const sk_style_sheet *style, sk_link_type type, bool is_ring) {
    const double dot = 1.6, ring = 2.1; /* in widths of the line */
    return (is_ring ? ring : dot) * sk_style_link(style, type)->width_mm +
           sk_symbol_link_start_rim(style, type);
}

void sk_symbol_link_start(const sk_drawing *d, sk_group *group, sk_page_point centre,
                          const sk_link_start_symbol *start) {
    const double hole = 0.45; /* of the ring */
    double rim = sk_symbol_link_start_rim(d->style, start->type), radius = start->radius_mm - rim;
    const char *kind = sk_link_type_name(d->style, start->type);
    sk_scene_circle(
        d->scene, group, centre, radius,
        (sk_paint){.class_name = sk_arena_printf(d->arena, "link-start-%s", kind),
                   .fill = sk_style_link(d->style, start->type)->colour,
                   .line = {.colour = d->style->link.casing.colour, .width_mm = 2 * rim}})
        ->use = SK_USE_START_DOT;
    if (start->is_ring)
        sk_scene_circle(d->scene, group, centre, hole * radius,
                        (sk_paint){.class_name = "link-start-hole", .fill = d->style->page.paper});
}

const char *sk_link_type_name(const sk_style_sheet *style, sk_link_type type) {
    return style->link.kinds[type - 1].kind;
}

static sk_path arrowhead(const sk_drawing *d, sk_page_point tip, double direction_rad) {
    double length = d->style->link.arrow_length_mm, half = d->style->link.arrow_width_mm / 2;
    double cosine = cos(direction_rad), sine = sin(direction_rad);
    const double notch = 0.72; /* how far back the arrow's tail reaches between its barbs */
    const double outline[][2] = {{-length, -half}, {-length * notch, 0}, {-length, half}};
    sk_path path = {0};
    sk_path_move(d->arena, &path, tip);
    for (size_t i = 0; i < 3; i++)
        sk_path_line(d->arena, &path,
                     (sk_page_point){tip.x_mm + outline[i][0] * cosine - outline[i][1] * sine,
                                     tip.y_mm + outline[i][0] * sine + outline[i][1] * cosine});
    sk_path_close(d->arena, &path);
    return path;
}

/* The head at the tip of `line`, which ends `cut_mm` further than its shaft. */
static sk_path head_of(const sk_drawing *d, const sk_polyline *line, double cut_mm) {
    sk_page_point tip = line->points[line->count - 1];
    sk_page_point back = sk_polyline_at(line, sk_polyline_length(line) - cut_mm).at;
    return arrowhead(d, tip, atan2(tip.y_mm - back.y_mm, tip.x_mm - back.x_mm));
}

/* What of the shaft, which begins `offset_mm` along the line, has a casing; how many pieces. */
static size_t cased_pieces(const sk_drawing *d, const sk_link_symbol *link,
                           const sk_polyline *shaft, double offset_mm, sk_polyline pieces[2]) {
    double length = sk_polyline_length(shaft);
    double from = link->bare_from_mm - offset_mm, to = link->bare_to_mm - offset_mm;
    size_t count = 0;
    if (to <= from) {
        pieces[count++] = *shaft;
        return count;
    }
    if (from > 0) pieces[count++] = sk_polyline_part(d->arena, shaft, 0, from);
    if (to < length) pieces[count++] = sk_polyline_part(d->arena, shaft, to, length);
    return count;
}

static void draw_head_casing(const sk_drawing *d, sk_group *group, const sk_path *head,
                             sk_link_type type) {
    const sk_stroke *stroke = sk_style_link(d->style, type);
    const sk_stroke *casing = &d->style->link.casing;
    sk_stroke rim = {.colour = casing->colour, .width_mm = casing->width_mm - stroke->width_mm};
    const char *kind = sk_link_type_name(d->style, type);
    sk_scene_path(d->scene, group, head,
                  (sk_paint){.class_name = sk_arena_printf(d->arena, "arrow-casing-%s", kind),
                             .line = rim,
                             .round_caps = true})
        ->use = SK_USE_CASING;
}

static void draw_shaft_casing(const sk_drawing *d, sk_group *group, const sk_polyline *piece) {
    sk_path path = sk_polyline_path(d->arena, piece);
    sk_scene_path(
        d->scene, group, &path,
        (sk_paint){.class_name = "link-casing", .line = d->style->link.casing, .round_caps = true})
        ->use = SK_USE_CASING;
}

/* A dashed line of which two dashes, with the gaps behind them, are as long as the sample. */
static sk_stroke sample_stroke(const sk_stroke *stroke, double length_mm) {
    enum { SHOWN = 2 };
    sk_stroke sample = *stroke;
    double part = fmin(1, length_mm / (SHOWN * sk_dash_period(stroke)));
    for (size_t i = 0; i < stroke->dash_count; i++) sample.dash_mm[i] *= part;
    return sample;
}

static void draw_shaft(const sk_drawing *d, sk_group *group, const sk_link_symbol *link,
                       const sk_polyline *shaft) {
    const sk_stroke *stroke = sk_style_link(d->style, link->type);
    bool shortened = link->is_sample && stroke->dash_count > 0;
    const char *class_name = sk_arena_printf(d->arena, shortened ? "link-%s-sample" : "link-%s",
                                             sk_link_type_name(d->style, link->type));
    sk_path path = sk_polyline_path(d->arena, shaft);
    sk_scene_path(
        d->scene, group, &path,
        (sk_paint){.class_name = class_name,
                   .line = shortened ? sample_stroke(stroke, sk_polyline_length(shaft)) : *stroke});
}

void sk_symbol_link(const sk_drawing *d, sk_group *group, const sk_link_symbol *link) {
    const sk_stroke *stroke = sk_style_link(d->style, link->type);
    const char *kind = sk_link_type_name(d->style, link->type);
    double length = sk_polyline_length(link->line);
    double cut = fmin(d->style->link.arrow_length_mm * 0.7, length / 3);
    double from = link->arrow_at_start ? cut : 0, to = length - (link->arrow_at_end ? cut : 0);
    sk_polyline shaft = sk_polyline_part(d->arena, link->line, from, to);
    sk_polyline back = sk_polyline_reversed(d->arena, link->line);
    sk_polyline shaft_back = sk_polyline_reversed(d->arena, &shaft);
    sk_path heads[2];
    sk_polyline pieces[2];
    size_t head_count = 0, piece_count = cased_pieces(d, link, &shaft, from, pieces);
    if (link->arrow_at_end) heads[head_count++] = head_of(d, link->line, cut);
    if (link->arrow_at_start) heads[head_count++] = head_of(d, &back, cut);
    if (d->style->link.casing.width_mm > stroke->width_mm) {
        for (size_t i = 0; i < head_count; i++) draw_head_casing(d, group, &heads[i], link->type);
        for (size_t i = 0; i < piece_count; i++) draw_shaft_casing(d, group, &pieces[i]);
    }
    draw_shaft(d, group, link, link->dashed_from_end ? &shaft_back : &shaft);
    for (size_t i = 0; i < head_count; i++)
        sk_scene_path(d->scene, group, &heads[i],
                      (sk_paint){.class_name = sk_arena_printf(d->arena, "arrow-%s", kind),
                                 .fill = stroke->colour})
            ->use = SK_USE_ARROWHEAD;
}
