/** project.json: what a project is about, and what its levels of regions are.
 *
 *  Every other file of the project is read by it: the levels name the layers of the boundary set,
 *  the columns of the lists and the beginnings of references. */
#ifndef STREEKKAART_PROJECT_SETTINGS_H
#define STREEKKAART_PROJECT_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "streekkaart/diag.h"
#include "streekkaart/memory.h"
#include "streekkaart/status.h"

/** The file at a project's root that says what it is about. */
#define SK_SETTINGS_FILE "project.json"
/** What stands in `file_name` for the language that is drawn. */
#define SK_LANGUAGE_BLANK "{language}"
/** What a style calls the project's own CRS. */
#define SK_CRS_OF_PROJECT "project"
/** What a style calls the language of the project's catalogue. */
#define SK_LANGUAGE_OF_PROJECT "project"
/** The style of a project that names none. */
#define SK_STYLE_DEFAULT "study"

/** A level of regions: the project's own from the smallest, 0, to its largest; behind them what
 *  lies around. */
typedef int sk_region_level;
enum {
    SK_REGION_SMALLEST,
    SK_REGION_LEVELS_MAX = 6, /* of a project's own */
    SK_REGION_NEIGHBOUR = SK_REGION_LEVELS_MAX,
    SK_REGION_SEA,
    SK_REGION_LEVEL_COUNT,
};

/** A level that the project has. */
typedef struct {
    const char *slug;   /* "province": of its layer, its columns, its references */
    const char *plural; /* "provincies": in the name of an overview's file */
    bool chooses;       /* its regions choose sectors */
} sk_level;

/** Something around the project's regions, in the file that `boundaries build` takes it from. */
typedef struct {
    const char *slug, *name;
    bool is_sea;
    sk_string_list codes; /* what the file may call it */
} sk_surrounding;

/** Where two of what lies around meet on the border of what the source has: in a file of countries
 *  they may miss it by kilometres. */
typedef struct {
    const char *one, *other; /* slugs */
    double east_m, north_m;  /* in the project's CRS */
} sk_meeting;

/** How many kinds of links, classes of zones and bases of features a project may declare: more
 *  could not be told apart on a map or in a table. */
enum { SK_LINK_KINDS_MAX = 8, SK_ZONE_CLASSES_MAX = 6, SK_BASES_MAX = 6 };

/** What a link stands for: its place among the project's `link_kinds`, from 1; 0 for a feature that
 *  is no link. */
typedef int sk_link_type;
/** Likewise of a zone among its `zone_classes`; 0 where the project has none. */
typedef int sk_zone_class;
/** What a feature is known from: its place among the project's `bases`, from 0, the usual one. */
typedef int sk_basis;

/** What project.json says. */
typedef struct {
    const char *name;
    const char *crs; /* of all geometry in memory and of the boundary set: "EPSG:3035" */
    sk_level levels[SK_REGION_LEVEL_COUNT]; /* the project's own, and the two around it */
    sk_region_level level_count;            /* of the project's own */
    sk_region_level home;     /* the level that maps are about: a map shows a region of it */
    const char *area;         /* slug of all regions together: "midden" */
    const char *file_name;    /* with {figure}, {region}, {subject} and SK_LANGUAGE_BLANK */
    const char *language;     /* of the catalogue: "nl" */
    sk_string_list languages; /* that it has words for */
    const char *style;        /* that figures are drawn in; SK_STYLE_DEFAULT where none is named */
    const sk_surrounding *surroundings;
    size_t surrounding_count;
    const sk_meeting *meetings;
    size_t meeting_count;
    sk_string_list link_kinds;   /* slugs: "road", "rail"; one at least */
    sk_string_list zone_classes; /* likewise; none where all zones have one sign */
    sk_string_list bases; /* what a feature is known from; one at least, the first the usual one */
} sk_project_settings;

enum { SK_SETTINGS_BYTES_MAX = 1 << 20 };

/** Reads `directory`/project.json; all of *out is the arena's. SK_ERR_DATA: `diag` says, with
 *  place and remedy, each key that is missing, unknown or wrong. */
SK_CHECKED sk_status sk_project_settings_open(const char *directory, sk_arena *arena, sk_diag *diag,
                                              sk_project_settings *out);

/** The same from `length` bytes, which need no NUL and may hold one. */
SK_CHECKED sk_status sk_project_settings_parse(const char *bytes, size_t length, sk_arena *arena,
                                               sk_diag *diag, sk_project_settings *out);

/** What holds for a project that says nothing of it: its style, its kinds of links and its bases.
 */
const sk_project_settings *sk_settings_usual(void);

/** Is it the level that maps are about, or a larger one of the project's own? */
bool sk_settings_is_home_level(const sk_project_settings *settings, sk_region_level level);

/** The language that a style's `language` is. Lent. */
const char *sk_settings_language(const sk_project_settings *settings, const char *language);

/** Is it what something else than a level is called in references: "place", "neighbour", "sea"? */
bool sk_settings_slug_is_reserved(const char *slug);

/** The project's level with that slug; -1 when there is none. */
sk_region_level sk_settings_level(const sk_project_settings *settings, const char *slug);

/** The slugs of the project's levels, as in "municipality, district or province"; the arena's. */
const char *sk_settings_level_names(const sk_project_settings *settings, sk_arena *arena);

#endif
