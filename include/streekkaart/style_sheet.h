/** A style: every colour, width, size and font of a figure. Lengths are millimetres on paper,
 *  whatever unit the file used. */
#ifndef STREEKKAART_STYLE_SHEET_H
#define STREEKKAART_STYLE_SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "streekkaart/diag.h"
#include "streekkaart/graphic_style.h"
#include "streekkaart/project_settings.h"
#include "streekkaart/status.h"

enum { SK_STYLE_TEXT_MAX = 128, SK_STYLE_PALETTE_MAX = 64 };

/** Colours that are given out in turn. */
typedef struct {
    sk_colour colours[SK_STYLE_PALETTE_MAX];
    size_t count; /* 1 or more */
} sk_palette;

/** Where a piece of furniture stands: where it hides least, always in one corner of the map, or
 *  outside the map, where it hides nothing. */
typedef enum {
    SK_PLACE_EMPTIEST,
    SK_PLACE_TOP_LEFT,
    SK_PLACE_TOP_RIGHT,
    SK_PLACE_BOTTOM_LEFT,
    SK_PLACE_BOTTOM_RIGHT,
    SK_PLACE_OUTSIDE
} sk_furniture_place;

/** How links of a kind look. */
typedef struct {
    const char *kind; /* of the project's: lent by its settings */
    sk_stroke line;
} sk_link_sign;

/** How zones look, or those of a class. */
typedef struct {
    const char *zone_class; /* of the project's: lent by its settings; NULL where it has none */
    sk_colour fill;
    sk_stroke line;
    sk_stroke hatch; /* of a zone that is whole regions */
} sk_zone_sign;

/** All that a style says; src/load/style/style_keys.c gives each member its key. */
typedef struct {
    char crs[SK_STYLE_TEXT_MAX]; /* SK_CRS_OF_PROJECT, or another one: "EPSG:3035" */
    char author[SK_STYLE_TEXT_MAX];
    char language[SK_STYLE_TEXT_MAX]; /* of the words, where none is asked for: "nl" */
    char font_family[SK_STYLE_TEXT_MAX];
    char font_package[SK_STYLE_TEXT_MAX]; /* the Debian package that has it */

    struct {
        double width_mm;                 /* of a map of one home */
        double overview_width_mm;        /* of a map of all regions, which lies across the sheet */
        double max_height_mm, margin_mm; /* margin around the frame */
        sk_colour paper;
    } page;

    struct {
        sk_stroke line;    /* the neat line around the map */
        double padding_mm; /* between the neat line and the mapped home */
        double gap_mm;     /* between the neat line and what lies inside at its edge */
    } frame;

    sk_colour sea, neighbour, elsewhere, home;
    struct {
        sk_stroke smallest, part, home, country, coast;
        double small_parcel_mm; /* a parcel less wide than this has no band, */
        sk_stroke small_ring;   /* and this around it, whatever border it is */
    } border;

    struct {
        sk_colour part_fill; /* tint of a part of a home that chose the sector */
        sk_colour home_band; /* band inside the outline of a home that did */
        double band_width_mm;
        double overview_size_mm; /* of its name on a map of all regions, */
        sk_text_style name;      /* and elsewhere, of a part */
    } chosen;

    sk_stroke motorway_casing, motorway, canal, river;
    struct {
        sk_text_style name;  /* rank 1 and 2 */
        sk_text_style minor; /* below */
        sk_colour dot_fill;
        sk_stroke dot_line;
        double dot_mm, minor_dot_mm;           /* diameter */
        double offset_mm;                      /* from the dot's edge to the name */
        double frame_gap_mm, furniture_gap_mm; /* from the neat line and furniture to a dot */
        int max_rank, overview_max_rank;       /* towns of a lower rank are not drawn */
    } town;

    struct {
        sk_colour fill; /* this and the next two in a project without classes of zones */
        sk_stroke line;
        sk_stroke hatch; /* of a zone that is whole regions */
        sk_zone_sign classes[SK_ZONE_CLASSES_MAX];
        size_t class_count;
        double hatch_gap_mm; /* from one of its lines to the next */
        double least_mm;     /* across: a smaller zone is drawn as large as that, to be seen */
        sk_text_style name;
    } zone;

    struct {
        sk_link_sign kinds[SK_LINK_KINDS_MAX];
        size_t kind_count;
        sk_stroke casing;
        double arrow_length_mm, arrow_width_mm;
        double clearance_mm; /* between a link's end and the marker that it leads to */
        double bend;         /* sagitta of a free link, as a part of its length */
        double frame_gap_mm; /* from the neat line to an arrow that leaves the map */
        double into_zone_mm; /* how far a link reaches into a zone */
        double name_gap_mm;  /* from its edge to a name beside it */
        double along_gap_mm; /* from its edge to the halo of a name along it */
        sk_text_style name;
    } link;

    struct {
        double diameter_mm, gap_mm; /* gap: least distance between two markers */
        double name_gap_mm;         /* from a disc to the halo of its name */
        sk_colour fill;
        sk_stroke line;
        sk_text_style number;
        sk_text_style name; /* beside a disc without a number */
        sk_stroke leader;
        double leader_dot_mm;
        double max_displacement_mm;
    } marker;

    struct {
        double frame_gap_mm, furniture_gap_mm; /* from the neat line and furniture to a name */
        double least_leader_mm;                /* a shorter one would only be a speck */
        double into_area_mm;                   /* how far a leader reaches into what it names */
    } name;

    struct {
        sk_palette region_fills; /* for the homes in turn, and the parts in them */
        sk_palette symbols;      /* for the sectors in turn */
        double symbol_mm, symbol_gap_mm;
        double heading_gap_mm, block_gap_mm; /* under a region's name; between two blocks */
        double frame_gap_mm;                 /* from the neat line to a block */
        sk_colour halo;                      /* around a symbol */
        double halo_mm;
        sk_colour recent_fill; /* mark on the symbol of a newly chosen sector */
        sk_stroke recent_line;
        double recent_mm; /* its diameter */
        sk_text_style name;
        sk_stroke leader;
        double leader_dot_mm;
        double into_region_mm; /* how far a leader reaches into its region */
        double room_below_mm;  /* below the regions, for the regions on its southern edge */
        double legend_gap_mm;  /* from the map to the legend below it */
    } overview;

    struct {
        bool shown;                        /* the names of what the map lies in */
        sk_text_style region, water, road; /* road: on a shield */
        sk_colour road_fill;
    } context;

    struct {
        bool used;       /* letters for zones and links whose names find no place */
        double size_mm;  /* of the sign behind a letter */
        double inset_mm; /* from the ends of two letters to the edge of theirs */
        sk_text_style letter;
    } key;

    struct {
        bool shown, points_listed; /* points_listed: numbers with their names */
        sk_furniture_place place;
        sk_text_style heading, entry;
        double padding_mm, row_gap_mm, section_gap_mm, column_gap_mm, text_gap_mm;
        double swatch_width_mm, swatch_height_mm, max_column_mm;
        double disc_mm; /* of a point there */
        sk_colour fill;
        sk_stroke line;
    } legend;

    struct {
        bool shown;
        sk_furniture_place place;
        sk_text_style text;
        sk_stroke line;
        double height_mm, max_width_mm;
        double text_gap_mm; /* from the bar to its numbers */
        sk_colour dark, light;
    } scale_bar;

    struct {
        bool shown;
        sk_furniture_place place;
        double width_mm, padding_mm;
        sk_colour land, highlight, fill;
        sk_stroke border, line;
    } inset;

    struct {
        bool shown;
        sk_text_style text;
        double gap_mm;
    } title, source;

    struct {
        double width_mm, height_mm; /* of a page with one map; an overview's lies across */
        double side_margin_mm, top_margin_mm, bottom_margin_mm;
        sk_text_style title;
        sk_text_style running; /* the figure's number, and the title on further pages */
        sk_text_style folio;   /* page number of the bound annex */
        double title_gap_mm, table_gap_mm;
        double map_frame_mm, map_most_mm; /* greatest height of the map's frame, the same whatever
                                             stands below it, and with that */
    } sheet;

    struct {
        sk_text_style section, caption, cell; /* caption: what a column holds */
        double padding_mm, column_gap_mm, section_gap_mm;
        double symbol_gap_mm;                /* above and below a symbol */
        double name_most_mm, source_most_mm; /* widths */
        sk_stroke rule, section_rule;
    } table;

    struct {
        sk_text_style title, heading, entry;
        double title_gap_mm, heading_gap_mm, line_mm;
        double column_gap_mm; /* between number, title and page */
        sk_stroke leader;
    } contents;
} sk_style_sheet;

enum { SK_STYLE_BYTES_MAX = 1 << 20, SK_STYLE_DEPTH_MAX = 16 };

/** Reads a style from `length` bytes, which need no NUL and may hold one. `file` is only for
 *  diagnostics. Every key must be known and of the right kind; a message names the key's path and
 *  the nearest known one. Keys that are left out keep what *out holds on entry, so that a style can
 *  extend another; its kinds and classes are those that *out has then. */
SK_CHECKED sk_status sk_style_sheet_parse(const char *bytes, size_t length, const char *file,
                                          sk_diag *diag, sk_style_sheet *out);

/** Reads `directory`/styles/`name`.json and what it extends, deepest first. A style that extends
 *  nothing must give every key; with what it extends, a style gives each kind of link and each
 *  class of zone of the project a sign of its own. `name` may also be a path that ends in .json.
 *  `settings`: the project's, lent for as long as *out is used; NULL: sk_settings_usual(). */
SK_CHECKED sk_status sk_style_sheet_open(const char *directory, const sk_project_settings *settings,
                                         const char *name, sk_diag *diag, sk_style_sheet *out);

/** The same of the style at `index` of all `count` in `directory`, by name: one that others there
 *  extend, and that the project does not name, may leave the signs of its kinds to these. */
SK_CHECKED sk_status sk_style_sheet_check(const char *directory,
                                          const sk_project_settings *settings,
                                          const char *const *names, size_t count, size_t index,
                                          sk_diag *diag, sk_style_sheet *out);

/** The sign of links of that type. Lent. */
const sk_stroke *sk_style_link(const sk_style_sheet *style, sk_link_type type);

/** The sign of zones of that class, 0 where the project has none. */
sk_zone_sign sk_style_zone(const sk_style_sheet *style, sk_zone_class zone_class);

#endif
