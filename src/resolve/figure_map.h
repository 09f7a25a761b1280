/** What one figure shows, with all references looked up and all geometry in the figure's CRS. */
#ifndef STREEKKAART_RESOLVE_FIGURE_MAP_H
#define STREEKKAART_RESOLVE_FIGURE_MAP_H

#include "resolve/border_lines.h"
#include "resolve/feature_keys.h"
#include "resolve/shape_ops.h"
#include "streekkaart/diag.h"
#include "streekkaart/memory.h"
#include "streekkaart/project.h"

/** A region that chose the sector. */
typedef struct {
    const sk_presence *presence;
    const sk_region *region; /* in the figure's CRS */
} sk_chosen_region;

/** What a zone covers: ground of its own, down to single regions of the smallest level, or whole
 * regions. */
typedef enum {
    SK_ZONE_OF_ITS_OWN,
    SK_ZONE_OF_PARTS, /* regions between the smallest level and that of homes */
    SK_ZONE_OF_HOMES, /* regions of the level that maps are about, or larger */
} sk_zone_ground;

typedef struct {
    const sk_feature *feature;
    sk_shape shape;          /* polygons */
    const sk_region *region; /* when the zone is exactly one region; else NULL */
    sk_zone_ground ground;
    sk_region_level level; /* of the largest of the regions that it is made of, if it is */
    double area_m2;
    sk_ground_box bounds;
} sk_map_zone;

typedef struct {
    const sk_feature *feature;
    int number;    /* on this map; 0: none. On an overview numbers run on from home to home */
    size_t colour; /* of its disc, as in sk_figure_row */
    sk_ground_point at;
} sk_map_point;

/** One end of a link. */
typedef struct {
    sk_target_kind kind;
    const char *name;
    sk_ground_point at; /* the point or place; of a smallest region its town; of another area its
                           pole of inaccessibility */
    sk_shape area;      /* of a zone or a region; else empty */
    size_t point_index; /* of a point feature, in sk_figure_map.points; else SIZE_MAX */
    bool is_region, is_town; /* is_town: of a smallest region, and `at` is its centre */
} sk_link_end;

/** One line of a link: a feature with several ends has several. */
typedef struct {
    const sk_feature *feature;
    sk_link_end from, to;
    sk_shape course; /* lines; empty for a link that has none */
} sk_map_link;

typedef struct {
    const sk_figure *figure;
    const sk_project_settings *settings; /* the project's */
    const char *crs;                     /* of the figure's geometry: "EPSG:3035" */
    const char **sectors;                /* names of those that the figure is about */
    const sk_region **homes;             /* that the map is about; none for an overview */
    size_t home_count;
    const sk_region *const *regions[SK_REGION_LEVEL_COUNT];
    size_t region_count[SK_REGION_LEVEL_COUNT];
    sk_border_line_list borders;
    sk_chosen_region *chosen;
    size_t chosen_count;
    sk_map_zone *zones; /* in the legend's order */
    size_t zone_count;
    sk_map_link *links;
    size_t link_count;
    sk_map_point *points;
    size_t point_count;
    const sk_feature_keys *keys; /* of its zones and links, for a map that has no room for names */
    const sk_context_item *context; /* in the figure's CRS */
    size_t context_count;
    sk_shape_ops *ops; /* lent */
} sk_figure_map;

/** Regions of one level, in the figure's CRS. */
typedef struct {
    const sk_region *const *items;
    size_t count;
} sk_figure_regions;

/** Resolves `figure` in the projection `crs`, which may be SK_CRS_OF_PROJECT. A feature whose
 * references lead nowhere is reported and left out. SK_OK, or SK_ERR_DATA with what could be
 * resolved in *out. All is the arena's of `ops`, which the map needs as long as it is used. */
SK_CHECKED sk_status sk_figure_map_resolve(const sk_project *project, const sk_figure *figure,
                                           const char *crs, sk_shape_ops *ops, sk_diag *diag,
                                           sk_figure_map *out);

/** What a zone of the catalogue covers. */
sk_zone_ground sk_zone_ground_of(const sk_project *project, const sk_feature *zone);

/** Has a region before that of `index` been the same? One may have chosen several sectors. */
bool sk_figure_map_is_chosen_before(const sk_figure_map *map, size_t index);

/** True for zones that are the same whole regions. */
bool sk_zones_share_ground(const sk_map_zone *a, const sk_map_zone *b);

/** All regions of the level that maps are about. */
sk_figure_regions sk_figure_map_homes(const sk_figure_map *map);

/** Is the region of the level that maps are about, or of a larger one? Such regions have a sign of
 *  their own, and those that lie in them another. */
bool sk_figure_map_is_home_level(const sk_figure_map *map, const sk_region *region);

/** Is the map about all homes? */
bool sk_figure_map_is_overview(const sk_figure_map *map);

/** Is the home one of those that the map is about? An overview is about all. */
bool sk_figure_map_is_about(const sk_figure_map *map, const sk_region *home);

/** The homes that the map is about. */
sk_figure_regions sk_figure_map_own_homes(const sk_figure_map *map);

/** The box around all homes. */
sk_ground_box sk_figure_map_homes_box(const sk_figure_map *map);

/** The box around those that the map is about. */
sk_ground_box sk_figure_map_own_box(const sk_figure_map *map);

/** True when the link begins or ends at points[point] of its map. */
bool sk_map_link_ends_at(const sk_map_link *link, size_t point);

#endif
