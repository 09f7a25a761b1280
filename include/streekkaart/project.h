/** A project: the boundaries, the catalogue and the lists that figures are made of.
 *
 *  Plain structs, read once and never changed, so that every figure reads them at once from any
 *  thread. All geometry is in the project's CRS, in metres. A *home* is the region that a map is
 *  about: one of the level that project.json calls so. */
#ifndef STREEKKAART_PROJECT_H
#define STREEKKAART_PROJECT_H

#include <stdbool.h>
#include <stddef.h>

#include "streekkaart/diag.h"
#include "streekkaart/geometry.h"
#include "streekkaart/memory.h"
#include "streekkaart/point_symbol.h"
#include "streekkaart/project_settings.h"
#include "streekkaart/sector_symbol.h"
#include "streekkaart/status.h"
#include "streekkaart/translation.h"

/** An administrative region; for a neighbour or the sea no parents are set. */
typedef struct {
    sk_region_level level;
    const char *level_slug;  /* of its level: "district", "neighbour" */
    const char *slug;        /* "lek", "utrecht"; of the smallest often a code */
    const char *name;        /* "District Lek", "Utrecht" */
    const char *listed_name; /* in the boundary set: by it references name one of
                                the smallest level, whatever language is drawn */
    const sk_translation *names;
    sk_string_list formers; /* of the smallest level: codes and names of before mergers, by which
                               references name one, too */
    const char *parents[SK_REGION_LEVELS_MAX]; /* for each larger level the slug of the region that
                                                  it lies in; else NULL */
    sk_shape shape;                            /* polygons */
} sk_region;

/** All regions of one level. */
typedef struct {
    const sk_region *items;
    size_t count;
} sk_region_list;

/** What a feature of the catalogue is. */
typedef enum { SK_FEATURE_POINT, SK_FEATURE_ZONE, SK_FEATURE_LINK } sk_feature_kind;
/** One row of an annex legend table. */
typedef struct {
    const char *id, *home, *sector; /* home: slug of the region whose map it belongs to */
    sk_feature_kind kind;
    sk_link_type link_type;
    sk_zone_class zone_class;
    int number; /* 0 where the study prints none */
    const char *name;
    const char *source, *remark; /* NULL where empty */
    const sk_translation *names, *remarks;
    sk_basis basis;
    const sk_point_symbol *symbol; /* of a point without a number; NULL: a dot */
    const char *place;   /* for a point in the project's regions: one of the smallest; or NULL */
    sk_string_list area; /* for a zone made of regions: references */
    sk_string_list from, to; /* for a link: references */
    sk_shape geometry;       /* SK_SHAPE_EMPTY where the file has null */
    sk_place origin;         /* file, line and id, for diagnostics */
} sk_feature;

/** What a figure shows. */
typedef enum { SK_FIGURE_MAP, SK_FIGURE_SECTOR_OVERVIEW, SK_FIGURE_REGION_OVERVIEW } sk_figure_kind;

/** One figure of the report: which map it is, and its words. */
typedef struct {
    int number;
    sk_figure_kind kind;
    sk_string_list homes;   /* slugs of the regions that it is about; none for an overview */
    sk_string_list sectors; /* slugs; none for an overview of all sectors */
    sk_region_level level;  /* of a region overview: whose sectors it shows */
    const char *title, *caption;
    const sk_translation *titles, *captions;
    sk_place origin;
} sk_figure;

/** Is the figure's map about the region with that slug? About none of them, if it is an overview.
 */
bool sk_figure_names_home(const sk_figure *figure, const char *slug);

/** Does the figure name the sector with that slug? An overview of all sectors names none. */
bool sk_figure_names_sector(const sk_figure *figure, const char *slug);

/** Is on the figure what belongs to that region and that sector? An overview shows those of all
 *  regions, also what belongs to none (NULL), and one of all sectors those of all sectors. */
bool sk_figure_covers(const sk_figure *figure, const char *home, const char *sector);

/** Do both name the same regions, in whichever order? */
bool sk_figures_share_homes(const sk_figure *a, const sk_figure *b);

/** An actor chose a sector. */
typedef struct {
    const char *sector;
    const char *home;  /* the region on whose map it is listed; NULL when only overviews show it */
    const char *actor; /* a reference to the region: "district:lek" */
    bool recent;
    const char *note;
    sk_place origin;
} sk_presence;

/** A place outside the catalogue that links lead to. */
typedef struct {
    const char *id, *name;
    const sk_translation *names;
    sk_ground_point point;
    sk_place origin;
} sk_named_place;

/** What a thing of the base map is. */
typedef enum {
    SK_CONTEXT_MOTORWAY,
    SK_CONTEXT_CANAL,
    SK_CONTEXT_RIVER,
    SK_CONTEXT_TOWN
} sk_context_kind;

/** Something of the base map: a line, or a town with its rank (1 is the highest). */
typedef struct {
    const char *id;
    sk_context_kind kind;
    const char *name;
    const sk_translation *names;
    int rank;
    sk_shape shape;
    sk_place origin;
} sk_context_item;

/** An economic sector. */
typedef struct {
    const char *slug, *name;
    const sk_translation *names;
    sk_sector_symbol symbol;
} sk_sector;

/** A place that a hand fixed on a figure, or on the figure's annex sheet, in millimetres.
 *
 *  A marker or name: from its anchor to its middle. A marker's anchor is its true place; a name's
 *  that of sk_layout_item, and its middle that of the upright box around its letters.
 *  The leader of a name: from the name's anchor to where the leader ends.
 *  Furniture: from the frame's left edge to its own when dx is not negative, else from the right
 *  edges; dy likewise from the upper or the lower edges. */
typedef struct {
    int figure;
    bool on_sheet;
    const char *id;
    double dx_mm, dy_mm; /* to the right, and down */
    int lines;           /* of a name: how many it is set in; 0: as reads best there */
    double turn_deg;     /* of a name on one line: how far it is turned, clockwise */
    sk_place origin;
} sk_pin;

/** What a loss takes from the figures that it concerns. */
typedef enum {
    SK_LOSS_REGIONS,  /* boundaries: no figure is whole without */
    SK_LOSS_SECTORS,  /* the list of sectors: nor without this */
    SK_LOSS_CONTEXT,  /* the base map: nor without this */
    SK_LOSS_PLACES,   /* none by itself: what it takes from links is lost with these */
    SK_LOSS_FEATURES, /* those that show features of `sector` in `home` */
    SK_LOSS_ACTORS,   /* those that list actors of them */
    SK_LOSS_PINS,     /* `figure` */
    SK_LOSS_FIGURES,  /* figures that are not listed any more: the annex lacks them */
} sk_loss_kind;
/** Something that figures are made of and that could not be read, which was reported. `sector`,
 *  `home` and `figure` say whose; NULL and 0: of any. */
typedef struct {
    sk_loss_kind kind;
    const char *sector, *home;
    int figure;
    bool is_whole;   /* a whole table is gone, not some of its rows */
    sk_place origin; /* of what was lost */
} sk_loss;

/** All that figures are made of. */
typedef struct {
    const char *directory;
    sk_project_settings settings;
    sk_region_list regions[SK_REGION_LEVEL_COUNT];
    const sk_feature *features; /* by file, then in the file's order */
    size_t feature_count;
    const sk_figure *figures; /* by number */
    size_t figure_count;
    const sk_presence *presence;
    size_t presence_count;
    const sk_named_place *places;
    size_t place_count;
    const sk_context_item *context;
    size_t context_count;
    const sk_sector *sectors;
    size_t sector_count;
    const sk_pin *pins; /* by figure, its own before those of its sheet, then by id */
    size_t pin_count;
    const sk_loss *losses; /* in the order of reading */
    size_t loss_count;
    struct sk_text_index *feature_numbers; /* of each id the feature's place, from 1; NULL: to find
                                              one, all are looked through */
} sk_project;

/** Reads the project in `directory`. Faults in single features are reported and the feature is left
 *  out, so that one run shows every mistake and what is sound can still be drawn:
 *  SK_OK: *out is sound and the caller's, until sk_project_free().
 *  SK_ERR_DATA: `diag` says what is wrong; *out is what could be read, the caller's to free, or
 *  NULL when without the missing part (no boundaries, no figures.csv) nothing can be drawn. */
SK_CHECKED sk_status sk_project_open(const char *directory, sk_diag *diag, sk_project **out);

/** The same, with all that stands in layers/ taken from the file at the path `catalogue` instead:
 *  its layers or sheets are called features, figures, presence, sectors, places and context, and
 *  features has a column `sector`. NULL: layers/. */
SK_CHECKED sk_status sk_project_open_catalogue(const char *directory, const char *catalogue,
                                               sk_diag *diag, sk_project **out);

/** What keeps the figure from showing all that it should: of several losses a whole table before
 *  single rows. NULL when the figure is whole. */
const sk_loss *sk_project_loss(const sk_project *project, const sk_figure *figure);

/** Was something of this kind lost? Then what is missing of it has been told, and what leads to it
 * is not at fault. */
bool sk_project_has_lost(const sk_project *project, sk_loss_kind kind);

/** Likewise of features: may the one called `id`, or any where it is NULL, have stood on a map of
 *  `sector` (any where it is NULL) in `home` (likewise)? */
bool sk_project_has_lost_feature(const sk_project *project, const char *id, const char *sector,
                                 const char *home);

/** May a feature that was lost have stood on the figure? */
bool sk_project_has_lost_feature_of(const sk_project *project, const sk_figure *figure);

/** True for the legend, the inset and the scale bar. */
bool sk_pin_is_of_furniture(const sk_pin *pin);

/** Frees the project and all that it owns. NULL is fine. */
void sk_project_free(sk_project *project);

/** What a reference such as "district:lek", "place:eindhoven" or a feature's id points at. */
typedef enum {
    SK_TARGET_NONE,
    SK_TARGET_REGION,
    SK_TARGET_PLACE,
    SK_TARGET_FEATURE
} sk_target_kind;
/** What a reference leads to: the member that `kind` says is set. */
typedef struct {
    sk_target_kind kind;
    const sk_region *region;
    const sk_named_place *place;
    const sk_feature *feature;
} sk_target;

/** Looks a reference up; kind SK_TARGET_NONE when it leads nowhere. Regions of the smallest level
 *  are named by their name or their slug. */
sk_target sk_project_find(const sk_project *project, const char *reference);

/** The name of the sector with that slug; NULL when there is none, as for NULL. */
const char *sk_project_sector_name(const sk_project *project, const char *slug);

/** The region of `level` with that slug (or, of the smallest level, listed name); NULL when there
 * is none. */
const sk_region *sk_project_region(const sk_project *project, sk_region_level level,
                                   const char *slug);

/** The same of the level that the maps are about. */
const sk_region *sk_project_home(const sk_project *project, const char *slug);

/** The slug of the region of `level` that `region` is or lies in; NULL where it does not say. */
const char *sk_region_slug_at(const sk_region *region, sk_region_level level);

#endif
