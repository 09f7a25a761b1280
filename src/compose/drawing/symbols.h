/** The map's symbols, drawn alike on the map and in the legend. */
#ifndef STREEKKAART_COMPOSE_DRAWING_SYMBOLS_H
#define STREEKKAART_COMPOSE_DRAWING_SYMBOLS_H

#include "compose/drawing/composition.h"

/** A point's disc: its symbol on it (NULL: it has none), else its number, else a dot. */
typedef struct {
    int number;
    const sk_point_symbol *symbol;
    size_t colour; /* as in sk_figure_row */
} sk_disc;
void sk_symbol_marker(const sk_drawing *d, sk_group *group, sk_page_point centre,
                      const sk_disc *disc);
/** The same in a list, as large as the style has discs there. */
void sk_symbol_listed_marker(const sk_drawing *d, sk_group *group, sk_page_point centre,
                             const sk_disc *disc);

/** A disc that several points share, drawn out to the sides, with the list of their numbers. */
void sk_symbol_shared_marker(const sk_drawing *d, sk_group *group, sk_page_point centre,
                             double half_width_mm, const char *list);

typedef enum { SK_PLATE_ZONE, SK_PLATE_LINK, SK_PLATE_ROAD } sk_plate_form;

/** Letters on a plate: those that stand for a zone, on a plate with corners, or for a link, on a
 *  round one, as points have digits in their discs; and a motorway's shield. */
typedef struct {
    sk_plate_form form;
    sk_link_type link_type;   /* of a link */
    sk_zone_class zone_class; /* of a zone */
    const char *letters;
} sk_plate;

/** Half of what the straight middle of the sign takes from left to right; 0 for a single letter. */
double sk_symbol_plate_half_middle(const sk_drawing *d, const sk_plate *sign);
/** Half of its height, without the rim around it. */
double sk_symbol_plate_half_height(const sk_drawing *d, const sk_plate *sign);
/** How wide that rim is; 0: none. */
double sk_symbol_plate_rim(const sk_drawing *d, const sk_plate *sign);
/** How its letters look; lent by the style. */
const sk_text_style *sk_symbol_plate_letter(const sk_drawing *d, const sk_plate *sign);
void sk_symbol_plate(const sk_drawing *d, sk_group *group, sk_page_point centre,
                     const sk_plate *sign);

/** A line with its casing, but for where it is bare; an arrowhead at its start or end where that is
 *  asked for. */
typedef struct {
    const sk_polyline *line;
    sk_link_type type;
    bool arrow_at_start, arrow_at_end;
    bool dashed_from_end;            /* its dashes begin at its end */
    double bare_from_mm, bare_to_mm; /* along it */
    bool is_sample; /* of a legend, so short that its dashes are shortened to show two of them */
} sk_link_symbol;
void sk_symbol_link(const sk_drawing *d, sk_group *group, const sk_link_symbol *link);

/** How a zone on ground of its own is painted. */
sk_paint sk_symbol_zone(const sk_drawing *d, sk_zone_class zone_class);
/** Its outline by itself, where another zone lies over it. */
sk_paint sk_symbol_zone_outline(const sk_drawing *d, sk_zone_class zone_class);
/** A zone that is whole regions: hatching, which leaves the tint below to be read; homes in one
 *  direction, parts of them in the other, so that both can be seen at once; each class of zones is
 *  turned a little further. */
void sk_symbol_zone_hatch(const sk_drawing *d, sk_group *group, const sk_path *area,
                          sk_zone_ground ground, sk_zone_class zone_class);
/** The same in a swatch, which holds so few of the map's lines that they would be no hatching. */
void sk_symbol_zone_hatch_sample(const sk_drawing *d, sk_group *group, const sk_path *area,
                                 sk_zone_ground ground, sk_zone_class zone_class);
/** How it is shown that a home (a band inside its outline) or a part of one chose the sector. */
sk_paint sk_symbol_chosen_home(const sk_style_sheet *style);
sk_paint sk_symbol_chosen_part(const sk_style_sheet *style);

/** The radius of the dot where a link of that kind begins, or of the ring where several do, with
 *  its rim, where it has room: so large that no two lines from it seem to be one. */
double sk_symbol_link_start_radius(const sk_style_sheet *style, sk_link_type type, bool is_ring);
/** Of that, the rim, in the colour of the casing. */
double sk_symbol_link_start_rim(const sk_style_sheet *style, sk_link_type type);

/** That dot or ring; the radius is with the rim. */
typedef struct {
    sk_link_type type;
    double radius_mm;
    bool is_ring;
} sk_link_start_symbol;
void sk_symbol_link_start(const sk_drawing *d, sk_group *group, sk_page_point centre,
                          const sk_link_start_symbol *start);

/** The kind of link that the project calls so: "road". Lent by the style. */
const char *sk_link_type_name(const sk_style_sheet *style, sk_link_type type);

#endif
