/* The letters of zones and links, on a map that has no room for their names. */
#include <math.h>
#include <string.h>

#include "base/page_id.h"
#include "compose/names/name_area.h"
#include "compose/names/name_costs.h"
#include "compose/names/name_rules.h"
#include "compose/names/names.h"
#include "compose/names/zone_pieces.h"
#include "page/beside.h"

/* What the dot at a line's start takes of it, with some air. */
static const double start_room_mm = 1.5;

static const sk_plate *sign_for(const sk_composition *c, const sk_feature *feature,
                                const char *letters) {
    sk_plate *sign = SK_NEW(c->drawing->arena, sk_plate);
    *sign =
        (sk_plate){.form = feature->kind == SK_FEATURE_ZONE ? SK_PLATE_ZONE : SK_PLATE_LINK,
                   .link_type = feature->link_type,
                   .zone_class = feature->zone_class,
                   .letters = letters != NULL ? letters : sk_feature_key(c->map->keys, feature)};
    return sign;
}

static sk_label_spec spec_of(const sk_composition *c, const sk_feature *feature,
                             const sk_plate *sign, size_t index) {
    const char *id = sk_page_id_ended(c->drawing->arena, feature->id, SK_PAGE_ID_LABEL);
    return (sk_label_spec){.id = sk_page_id_counted(c->drawing->arena, id, index + 1),
                           .feature = feature,
                           .title = feature->name,
                           .class_name = sign->form == SK_PLATE_ZONE ? "zone-key" : "link-key",
                           .role = SK_ROLE_LABEL,
                           .drop_cost = SK_LABEL_MUST_STAY,
                           .sign = sign};
}

/* The upright box around a sign that stands there. */
static sk_page_box sign_box(const sk_drawing *d, const sk_plate *sign, sk_page_point centre) {
    double half = sk_symbol_plate_half_height(d, sign) + sk_symbol_plate_rim(d, sign) / 2;
    double middle = sk_symbol_plate_half_middle(d, sign);
    return (sk_page_box){centre.x_mm - middle - half, centre.y_mm - half, 2 * (middle + half),
                         2 * half};
}

/* All over a part of a zone, dearer with the distance from its pole. */
static void inside_options(const sk_composition *c, sk_label_set *set, const sk_name_area *area,
                           const sk_plate *sign) {
    enum { PLACES = 200 };
    double step = fmax(1, sqrt(area->bounds.width_mm * area->bounds.height_mm / PLACES));
    sk_page_point pole = area->open_pole;
    /* the grid has a point at the pole */
    double x0 = pole.x_mm - floor((pole.x_mm - area->bounds.x_mm) / step) * step;
    double y0 = pole.y_mm - floor((pole.y_mm - area->bounds.y_mm) / step) * step;
    for (double y = y0; y < area->bounds.y_mm + area->bounds.height_mm; y += step)
        for (double x = x0; x < area->bounds.x_mm + area->bounds.width_mm; x += step) {
            sk_page_point centre = {x, y};
            sk_page_box box = sign_box(c->drawing, sign, centre);
            if (!sk_name_box_lies_in(c, &area->open, box)) continue;
            sk_label_set_sign(set, centre,
                              any_name_cost.from_target_mm * sk_page_distance(centre, pole) +
                                  sk_name_area_covering(c, area, box));
        }
}

/* Where a sign stands whose edge is so far from the place in that direction. */
static sk_page_point led_centre(const sk_drawing *d, const sk_plate *sign, sk_page_point place,
                                sk_page_point way, double off_mm) {
    const double diagonal = 1.42; /* a corner is the nearest point of a plate that lies across */
    sk_page_box box = sign_box(d, sign, place);
    double x = fmax(-1, fmin(1, way.x_mm * diagonal)), y = fmax(-1, fmin(1, way.y_mm * diagonal));
    return sk_page_point_moved(place, way.x_mm * off_mm + x * box.width_mm / 2,
                               way.y_mm * off_mm + y * box.height_mm / 2);
}

/* All around a place, each with a leader to it; dearer than `cost` by their distance. */
static void led_options(const sk_composition *c, sk_label_set *set, sk_page_point place,
                        const sk_name_area *area, const sk_plate *sign, double cost) {
    const double distances_mm[] = {2.6, 3.8, 5.5, 7.5, 10};
    const double in_another =
        12; /* a letter is so small that it stands there for that area alone */
    for (size_t i = 0; i < sizeof distances_mm / sizeof distances_mm[0]; i++)
        for (int k = 0; k < SK_AROUND_STEPS; k++) {
            sk_page_point way = sk_around_direction(k);
            double off = distances_mm[i];
            sk_page_point centre = led_centre(c->drawing, sign, place, way, off);
            double covering = area != NULL
                                  ? in_another * sk_name_area_covering(
                                                     c, area, sign_box(c->drawing, sign, centre)) +
                                        sk_name_area_intrusion(c, area, place)
                                  : 0;
            sk_page_point end =
                area != NULL && area->dot_mm < c->drawing->style->marker.leader_dot_mm
                    ? sk_name_area_leader_end(c, area, centre, place)
                    : place;
            sk_label_set_sign_with_leader(set, centre, end,
                                          cost + any_name_cost.leader_mm * off + covering);
        }
}

static void gather_part(const sk_composition *c, sk_label_set *set, const sk_map_zone *zone,
                        const sk_shape *part, const sk_plate *sign, size_t index) {
    sk_label_spec spec = spec_of(c, zone->feature, sign, index);
    spec.zone = zone;
    if (sk_label_set_resume(set, spec)) return;
    sk_name_area area = sk_name_area_of(c, part, zone);
    if (area.visible.kind != SK_SHAPE_POLYGONS) return;
    spec.anchor = area.pole;
    spec.leader_dot_mm = area.dot_mm;
    sk_label_set_begin(set, spec);
    inside_options(c, set, &area, sign);
    sk_page_point anchors[SK_AREA_ANCHORS_MAX];
    size_t count = sk_name_area_anchors(c, &area, anchors);
    for (size_t i = 0; i < count; i++)
        led_options(c, set, anchors[i], &area, sign, area_name_cost.outside);
    sk_label_set_keep(set);
}

/* The letters of all zones that are the same ground, as one sign names them: "A, B, D–F". */
static const char *letters_of_ground(const sk_composition *c, size_t index) {
    const sk_map_zone *zones = c->map->zones;
    const sk_feature_keys *keys = c->map->keys;
    sk_arena *arena = c->drawing->arena;
    const char *text = sk_feature_key(keys, zones[index].feature), *end = NULL;
    size_t last = index;
    for (size_t i = index + 1; i < c->map->zone_count; i++) {
        if (!sk_zones_share_ground(&zones[index], &zones[i])) continue;
        const char *key = sk_feature_key(keys, zones[i].feature);
        bool goes_on = sk_feature_keys_follow(keys, zones[last].feature, zones[i].feature);
        if (!goes_on && end != NULL) text = sk_arena_printf(arena, "%s–%s", text, end);
        if (!goes_on) text = sk_arena_printf(arena, "%s, %s", text, key);
        end = goes_on ? key : NULL;
        last = i;
    }
    return end != NULL ? sk_arena_printf(arena, "%s–%s", text, end) : text;
}

static void report_off_map(const sk_composition *c, sk_label_set *set, const sk_map_zone *zone) {
    sk_label_spec spec = spec_of(c, zone->feature, sign_for(c, zone->feature, NULL), 0);
    spec.drop_reason = SK_OMITTED_OFF_MAP;
    sk_label_set_begin(set, spec);
}

void sk_zone_keys_gather(const sk_composition *c, sk_label_set *set) {
    for (size_t i = 0; i < c->map->zone_count; i++) {
        const sk_map_zone *zone = &c->map->zones[i];
        if (sk_zone_is_signed_before(c, i)) continue;
        const sk_plate *sign = sign_for(c, zone->feature, letters_of_ground(c, i));
        sk_shape *pieces;
        size_t count = sk_zone_pieces(c, zone, &pieces);
        if (count == 0) report_off_map(c, set, zone);
        for (size_t k = 0; k < count; k++) gather_part(c, set, zone, &pieces[k], sign, k);
    }
}

static bool comes_before(const char *key, const char *other) {
    size_t length = strlen(key), its_length = strlen(other);
    return length != its_length ? length < its_length : strcmp(key, other) < 0;
}

/* The letters of a line: its link's, and those of the links that share it, once each. */
static const char *letters_of_line(const sk_composition *c, const sk_drawn_link *drawn) {
    const char **keys = SK_NEW_ARRAY(c->drawing->arena, const char *, c->links.count);
    size_t count = 0;
    for (size_t i = 0; i < c->links.count; i++) {
        const sk_drawn_link *other = &c->links.items[i];
        if (other != drawn && other->same_as != drawn) continue;
        const char *key = sk_feature_key(c->map->keys, other->link->feature);
        size_t at = count;
        while (at > 0 && comes_before(key, keys[at - 1])) at--;
        if (at > 0 && keys[at - 1] == key) continue;
        memmove(&keys[at + 1], &keys[at], (count++ - at) * sizeof *keys);
        keys[at] = key;
    }
    const char *letters = keys[0];
    for (size_t i = 1; i < count; i++)
        letters = sk_arena_printf(c->drawing->arena, "%s, %s", letters, keys[i]);
    return letters;
}

/* A letter so near another link seems to be that one's too; on it, it is. */
static double confusion_cost(const sk_composition *c, const sk_drawn_link *drawn,
                             sk_page_point centre) {
    const double margin_mm = 0.8, touching_mm = 0.6;
    double half = c->drawing->style->key.size_mm / 2, cost = 0;
    for (size_t i = 0; i < c->links.count; i++) {
        const sk_drawn_link *other = &c->links.items[i];
        if (sk_drawn_links_share_letter(c, other, drawn)) continue;
        double gap = sk_polyline_distance_within(&other->line, centre, half + 2 * margin_mm) - half;
        if (gap < margin_mm) cost += link_name_cost.doubtful;
        if (gap < touching_mm) cost += link_name_cost.on_another;
    }
    return cost;
}

/* What an end of the line takes: its head, where it has one. */
static double end_room(const sk_drawing *d, bool has_head) {
    return d->style->key.size_mm / 2 + (has_head ? d->style->link.arrow_length_mm : start_room_mm);
}

/* On its line, away from its ends. */
static void on_line_options(const sk_composition *c, sk_label_set *set,
                            const sk_drawn_link *drawn) {
    enum { PLACES = 40 };
    const double step_mm = 1.5;
    double length = sk_polyline_length(&drawn->line), middle = length / 2;
    double from = fmin(middle, end_room(c->drawing, drawn->head_at_start));
    double to = fmax(middle, length - end_room(c->drawing, drawn->head_at_end));
    double step = fmax(step_mm, (to - from) / PLACES);
    for (double off = 0; off < fmax(middle - from, to - middle) + step; off += step)
        for (int side = -1; side <= (off > 0 ? 1 : -1); side += 2) {
            double along = fmin(to, fmax(from, middle + side * off));
            sk_page_point centre = sk_polyline_at(&drawn->line, along).at;
            sk_label_set_sign(set, centre,
                              link_name_cost.from_middle_mm * fabs(along - middle) +
                                  confusion_cost(c, drawn, centre));
        }
}

static void gather_line(const sk_composition *c, sk_label_set *set, const sk_drawn_link *drawn,
                        size_t index) {
    const double parts[] = {0.5, 0.3, 0.7};
    const sk_plate *sign = sign_for(c, drawn->link->feature, letters_of_line(c, drawn));
    double length = sk_polyline_length(&drawn->line);
    sk_label_spec spec = spec_of(c, drawn->link->feature, sign, index);
    spec.anchor = sk_polyline_at(&drawn->line, length / 2).at;
    spec.drawn = drawn;
    sk_polyline_shapes(c->drawing->arena, &spec.named, &drawn->line, 0);
    sk_label_set_begin(set, spec);
    on_line_options(c, set, drawn);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        led_options(c, set, sk_polyline_at(&drawn->line, parts[i] * length).at, NULL, sign,
                    link_name_cost.distant);
}

void sk_link_keys_gather(const sk_composition *c, sk_label_set *set) {
    size_t index = 0; /* of a line among those of its link, which stand together */
    for (size_t i = 0; i < c->links.count; i++) {
        const sk_drawn_link *drawn = &c->links.items[i];
        bool goes_on = i > 0 && drawn[-1].link->feature == drawn->link->feature;
        index = goes_on ? index + 1 : 0;
        if (drawn->same_as == NULL) gather_line(c, set, drawn, index);
    }
}
