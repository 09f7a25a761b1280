#include "resolve/figure_map.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "load/tables/ground_box.h"
#include "resolve/figure_rows.h"
#include "resolve/projection.h"

enum { POLE_TOLERANCE_M = 50 };

typedef struct {
    const sk_project *project;
    const sk_projection *projection;
    sk_shape_ops *ops;
    sk_arena *arena;
    sk_diag *diag;
    sk_figure_map *map;
    sk_status status;
} resolver;

static void resolve_regions(resolver *r) {
    for (int level = 0; level < SK_REGION_LEVEL_COUNT; level++) {
        sk_region_list source = r->project->regions[level];
        sk_region *copies = SK_NEW_ARRAY(r->arena, sk_region, source.count);
        const sk_region **list = SK_NEW_ARRAY(r->arena, const sk_region *, source.count);
        for (size_t i = 0; i < source.count; i++) {
            copies[i] = source.items[i];
            copies[i].shape = sk_projection_shape(r->projection, &copies[i].shape, r->arena);
            if (level != SK_REGION_SMALLEST) /* which are many, and hardly asked */
                sk_shape_index_edges(&copies[i].shape, r->arena);
            list[i] = &copies[i];
        }
        r->map->regions[level] = list;
        r->map->region_count[level] = source.count;
    }
}

/* The copy in the figure's CRS of one of the project's regions. */
static const sk_region *resolved_region(const resolver *r, const sk_region *region) {
    size_t index = (size_t)(region - r->project->regions[region->level].items);
    return r->map->regions[region->level][index];
}

static void resolve_borders(resolver *r) {
    static const sk_region_level levels[] = {SK_REGION_SMALLEST, SK_REGION_NEIGHBOUR,
                                             SK_REGION_SEA};
    size_t count = 0;
    for (size_t i = 0; i < sizeof levels / sizeof levels[0]; i++)
        count += r->map->region_count[levels[i]];
    const sk_region **all = SK_NEW_ARRAY(r->arena, const sk_region *, count);
    size_t next = 0;
    for (size_t i = 0; i < sizeof levels / sizeof levels[0]; i++)
        for (size_t j = 0; j < r->map->region_count[levels[i]]; j++)
            all[next++] = r->map->regions[levels[i]][j];
    r->map->borders = sk_border_lines(all, count, r->arena);
}

static void report_lost(resolver *r, const sk_feature *feature, const char *reference) {
    sk_diag_error(r->diag, feature->origin, "mend the reference, or add what it names",
                  "the reference \"%s\" leads nowhere", reference);
    r->status = SK_ERR_DATA;
}

static void resolve_chosen(resolver *r) {
    const sk_figure *figure = r->map->figure;
    r->map->chosen = SK_NEW_ARRAY(r->arena, sk_chosen_region, r->project->presence_count);
    for (size_t i = 0; i < r->project->presence_count; i++) {
        const sk_presence *presence = &r->project->presence[i];
        if (!sk_figure_lists(figure, presence)) continue;
        sk_target target = sk_project_find(r->project, presence->actor);
        if (target.kind != SK_TARGET_REGION) continue; /* sk_project_open() has reported it */
        r->map->chosen[r->map->chosen_count++] =
            (sk_chosen_region){presence, resolved_region(r, target.region)};
    }
}

/* The union of the regions that `area` names; *single gets the region when it is just one. */
static sk_shape area_shape(resolver *r, const sk_feature *zone, const sk_region **single) {
    sk_shape *shapes = SK_NEW_ARRAY(r->arena, sk_shape, zone->area.count);
    size_t count = 0;
    for (size_t i = 0; i < zone->area.count; i++) {
        sk_target target = sk_project_find(r->project, zone->area.items[i]);
        if (target.kind != SK_TARGET_REGION) {
            report_lost(r, zone, zone->area.items[i]);
            continue;
        }
        const sk_region *region = resolved_region(r, target.region);
        shapes[count++] = region->shape;
        *single = count == 1 ? region : NULL;
    }
    if (count == 1) return shapes[0];
    return sk_shape_union(r->ops, shapes, count);
}

/* Regions of two kinds together are ground of the zone's own. */
sk_zone_ground sk_zone_ground_of(const sk_project *project, const sk_feature *zone) {
    sk_zone_ground ground = SK_ZONE_OF_ITS_OWN;
    for (size_t i = 0; i < zone->area.count; i++) {
        sk_target target = sk_project_find(project, zone->area.items[i]);
        if (target.kind != SK_TARGET_REGION) continue;
        sk_region_level level = target.region->level;
        bool is_part = level > SK_REGION_SMALLEST && level < project->settings.home;
        sk_zone_ground here = is_part ? SK_ZONE_OF_PARTS : SK_ZONE_OF_ITS_OWN;
        if (sk_settings_is_home_level(&project->settings, level)) here = SK_ZONE_OF_HOMES;
        if (i > 0 && here != ground) return SK_ZONE_OF_ITS_OWN;
        ground = here;
    }
    return ground;
}

static bool names_region(const sk_feature *zone, const char *region) {
    for (size_t i = 0; i < zone->area.count; i++)
        if (strcmp(zone->area.items[i], region) == 0) return true;
    return false;
}

bool sk_zones_share_ground(const sk_map_zone *a, const sk_map_zone *b) {
    if (a->ground == SK_ZONE_OF_ITS_OWN || a->feature->area.count != b->feature->area.count)
        return false;
    for (size_t i = 0; i < a->feature->area.count; i++)
        if (!names_region(b->feature, a->feature->area.items[i])) return false;
    return true;
}

static sk_region_level largest_level(const sk_project *project, const sk_feature *zone) {
    sk_region_level largest = SK_REGION_SMALLEST;
    for (size_t i = 0; i < zone->area.count; i++) {
        sk_target target = sk_project_find(project, zone->area.items[i]);
        if (target.kind == SK_TARGET_REGION && target.region->level > largest)
            largest = target.region->level;
    }
    return largest;
}

static void resolve_zone(resolver *r, const sk_feature *feature) {
    sk_map_zone zone = {.feature = feature, .ground = sk_zone_ground_of(r->project, feature)};
    zone.level = largest_level(r->project, feature);
    zone.shape = feature->area.count > 0
                     ? area_shape(r, feature, &zone.region)
                     : sk_projection_shape(r->projection, &feature->geometry, r->arena);
    if (zone.shape.kind != SK_SHAPE_POLYGONS) return;
    sk_shape_index_edges(&zone.shape, r->arena);
    zone.area_m2 = sk_shape_area(&zone.shape);
    zone.bounds = sk_shape_bounds(&zone.shape);
    r->map->zones[r->map->zone_count++] = zone;
}

static void resolve_point(resolver *r, const sk_figure_row *row, size_t room) {
    const sk_shape *shape = &row->feature->geometry;
    for (size_t i = 0; i < shape->part_count && r->map->point_count < room; i++)
        r->map->points[r->map->point_count++] = (sk_map_point){
            .feature = row->feature,
            .number = row->number,
            .colour = row->colour,
            .at = sk_projection_point(r->projection, shape->parts[i].points[0]),
        };
}

static size_t index_of_point(const sk_figure_map *map, const sk_feature *feature) {
    for (size_t i = 0; i < map->point_count; i++)
        if (map->points[i].feature == feature) return i;
    return SIZE_MAX;
}

static const sk_map_zone *zone_of(const sk_figure_map *map, const sk_feature *feature) {
    for (size_t i = 0; i < map->zone_count; i++)
        if (map->zones[i].feature == feature) return &map->zones[i];
    return NULL;
}

static sk_link_end area_end(resolver *r, sk_target_kind kind, const char *name, sk_shape area) {
    sk_link_end end = {.kind = kind, .name = name, .area = area, .point_index = SIZE_MAX};
    end.at = sk_shape_pole(r->ops, &area, POLE_TOLERANCE_M, NULL);
    return end;
}

static bool feature_end(resolver *r, const sk_feature *feature, sk_link_end *out) {
    size_t point = index_of_point(r->map, feature);
    if (point != SIZE_MAX) {
        *out = (sk_link_end){.kind = SK_TARGET_FEATURE,
                             .name = feature->name,
                             .at = r->map->points[point].at,
                             .point_index = point};
        return true;
    }
    const sk_map_zone *zone = zone_of(r->map, feature);
    if (zone == NULL) return false;
    *out = area_end(r, SK_TARGET_FEATURE, feature->name, zone->shape);
    out->is_region = zone->region != NULL;
    return true;
}

/* A town is meant by its municipality's name: its centre, not the middle of its fields and docks.
 */
static void lead_to_town(const resolver *r, sk_link_end *end, const sk_region *smallest) {
    for (size_t i = 0; i < r->project->context_count; i++) {
        const sk_context_item *town = &r->project->context[i];
        if (town->kind != SK_CONTEXT_TOWN || strcmp(town->name, smallest->name) != 0) continue;
        sk_ground_point at = sk_projection_point(r->projection, town->shape.parts[0].points[0]);
        if (!sk_shape_contains(&smallest->shape, at)) continue;
        end->at = at;
        end->is_town = true;
    }
}

static bool resolve_end(resolver *r, const sk_feature *link, const char *reference,
                        sk_link_end *out) {
    sk_target target = sk_project_find(r->project, reference);
    switch (target.kind) {
        case SK_TARGET_REGION: {
            const sk_region *region = resolved_region(r, target.region);
            *out = area_end(r, SK_TARGET_REGION, region->name, region->shape);
            out->is_region = true;
            if (region->level == SK_REGION_SMALLEST) lead_to_town(r, out, region);
            return true;
        }
        case SK_TARGET_PLACE:
            *out = (sk_link_end){.kind = SK_TARGET_PLACE,
                                 .name = target.place->name,
                                 .at = sk_projection_point(r->projection, target.place->point),
                                 .point_index = SIZE_MAX};
            return true;
        case SK_TARGET_FEATURE:
            if (feature_end(r, target.feature, out)) return true;
            break;
        default:
            break;
    }
    report_lost(r, link, reference);
    return false;
}

typedef struct {
    sk_map_link *items;
    size_t count, capacity;
} link_buffer;

static void resolve_link(resolver *r, const sk_feature *feature, link_buffer *out) {
    sk_shape course = sk_projection_shape(r->projection, &feature->geometry, r->arena);
    for (size_t i = 0; i < feature->from.count; i++)
        for (size_t j = 0; j < feature->to.count; j++) {
            sk_map_link link = {.feature = feature, .course = course};
            if (!resolve_end(r, feature, feature->from.items[i], &link.from)) continue;
            if (!resolve_end(r, feature, feature->to.items[j], &link.to)) continue;
            out->items = sk_heap_grow(out->items, out->count, &out->capacity, sizeof link);
            out->items[out->count++] = link;
            if (course.kind == SK_SHAPE_LINES) return; /* the course is drawn once */
        }
}

/* Links last: they lead to points and zones. */
static void resolve_features(resolver *r) {
    sk_figure_map *map = r->map;
    size_t point_room = 0;
    sk_figure_row_list rows = sk_figure_rows(r->project, map->figure, r->arena);
    for (size_t i = 0; i < rows.count; i++)
        point_room += rows.items[i].feature->geometry.part_count;
    map->zones = SK_NEW_ARRAY(r->arena, sk_map_zone, rows.count);
    map->points = SK_NEW_ARRAY(r->arena, sk_map_point, point_room);
    for (size_t i = 0; i < rows.count; i++) {
        const sk_feature *feature = rows.items[i].feature;
        if (feature->kind == SK_FEATURE_ZONE) resolve_zone(r, feature);
        if (feature->kind == SK_FEATURE_POINT) resolve_point(r, &rows.items[i], point_room);
    }
    map->keys = sk_feature_keys_create(r->project, &rows, r->arena);
    link_buffer links = {0};
    for (size_t i = 0; i < rows.count; i++)
        if (rows.items[i].feature->kind == SK_FEATURE_LINK)
            resolve_link(r, rows.items[i].feature, &links);
    map->links = SK_NEW_ARRAY(r->arena, sk_map_link, links.count);
    map->link_count = links.count;
    for (size_t i = 0; i < links.count; i++) map->links[i] = links.items[i];
    free(links.items);
}

static void resolve_context(resolver *r) {
    size_t count = r->project->context_count;
    sk_context_item *items = SK_NEW_ARRAY(r->arena, sk_context_item, count);
    for (size_t i = 0; i < count; i++) {
        items[i] = r->project->context[i];
        items[i].shape = sk_projection_shape(r->projection, &items[i].shape, r->arena);
    }
    r->map->context = items;
    r->map->context_count = count;
}

bool sk_figure_map_is_chosen_before(const sk_figure_map *map, size_t index) {
    for (size_t i = 0; i < index; i++)
        if (map->chosen[i].region == map->chosen[index].region) return true;
    return false;
}

sk_figure_regions sk_figure_map_homes(const sk_figure_map *map) {
    sk_region_level home = map->settings->home;
    return (sk_figure_regions){map->regions[home], map->region_count[home]};
}

bool sk_figure_map_is_home_level(const sk_figure_map *map, const sk_region *region) {
    return sk_settings_is_home_level(map->settings, region->level);
}

bool sk_figure_map_is_overview(const sk_figure_map *map) {
    return map->home_count == 0;
}

bool sk_figure_map_is_about(const sk_figure_map *map, const sk_region *home) {
    for (size_t i = 0; i < map->home_count; i++)
        if (map->homes[i] == home) return true;
    return sk_figure_map_is_overview(map);
}

sk_figure_regions sk_figure_map_own_homes(const sk_figure_map *map) {
    if (sk_figure_map_is_overview(map)) return sk_figure_map_homes(map);
    return (sk_figure_regions){map->homes, map->home_count};
}

static sk_ground_box box_around(sk_figure_regions homes) {
    sk_ground_box box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < homes.count; i++)
        box = sk_ground_box_union(box, sk_shape_bounds(&homes.items[i]->shape));
    return box;
}

sk_ground_box sk_figure_map_homes_box(const sk_figure_map *map) {
    return box_around(sk_figure_map_homes(map));
}

sk_ground_box sk_figure_map_own_box(const sk_figure_map *map) {
    return box_around(sk_figure_map_own_homes(map));
}

static void resolve_homes(resolver *r) {
    sk_string_list slugs = r->map->figure->homes;
    r->map->homes = SK_NEW_ARRAY(r->arena, const sk_region *, slugs.count);
    for (size_t i = 0; i < slugs.count; i++) {
        const sk_region *home = sk_project_home(r->project, slugs.items[i]);
        if (home != NULL) r->map->homes[r->map->home_count++] = resolved_region(r, home);
    }
}

static const char **sector_names(const sk_project *project, const sk_figure *figure,
                                 sk_arena *arena) {
    const char **names = SK_NEW_ARRAY(arena, const char *, figure->sectors.count);
    for (size_t i = 0; i < figure->sectors.count; i++)
        names[i] = sk_project_sector_name(project, figure->sectors.items[i]);
    return names;
}

sk_status sk_figure_map_resolve(const sk_project *project, const sk_figure *figure, const char *crs,
                                sk_shape_ops *ops, sk_diag *diag, sk_figure_map *out) {
    const char *from = project->settings.crs;
    *out = (sk_figure_map){.figure = figure,
                           .settings = &project->settings,
                           .crs = strcmp(crs, SK_CRS_OF_PROJECT) == 0 ? from : crs,
                           .sectors = sector_names(project, figure, sk_shape_ops_arena(ops)),
                           .ops = ops};
    sk_projection *projection = NULL;
    sk_status status = sk_projection_create(from, out->crs, diag, &projection);
    if (status != SK_OK) return status;
    resolver r = {project, projection, ops, sk_shape_ops_arena(ops), diag, out, SK_OK};
    resolve_regions(&r);
    resolve_borders(&r);
    resolve_chosen(&r);
    resolve_features(&r);
    resolve_context(&r);
    resolve_homes(&r);
    sk_projection_free(projection);
    return r.status;
}

bool sk_map_link_ends_at(const sk_map_link *link, size_t point) {
    return link->from.point_index == point || link->to.point_index == point;
}
