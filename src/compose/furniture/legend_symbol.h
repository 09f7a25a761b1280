/** What stands before a line of the legend, or of the legend table. */
#ifndef STREEKKAART_COMPOSE_FURNITURE_LEGEND_SYMBOL_H
#define STREEKKAART_COMPOSE_FURNITURE_LEGEND_SYMBOL_H

#include "compose/drawing/composition.h"

typedef enum {
    SK_LEGEND_NONE,
    SK_LEGEND_HOME,
    SK_LEGEND_PART,
    SK_LEGEND_MARKER,
    SK_LEGEND_ZONE,
    SK_LEGEND_ZONE_PART, /* that is whole regions */
    SK_LEGEND_ZONE_HOME,
    SK_LEGEND_LINK,
    SK_LEGEND_ZONE_KEY, /* the letters of one zone */
    SK_LEGEND_LINK_KEY,
} sk_legend_symbol;

/** A symbol with what is written on it. */
typedef struct {
    sk_legend_symbol symbol;
    sk_link_type link_type;     /* of a link, or of one's key */
    sk_zone_class zone_class;   /* of a zone, likewise */
    int number;                 /* of a marker */
    const char *letters;        /* of a key */
    const sk_point_symbol *own; /* of a marker: the project's symbol on it, or NULL */
    size_t colour;              /* of a marker, as in sk_figure_row */
} sk_legend_mark;

/** That of a zone that covers such ground. */
sk_legend_symbol sk_legend_symbol_of_zone(sk_zone_ground ground);

/** The widest of all symbols: where texts begin. */
double sk_legend_symbol_width(const sk_style_sheet *style);
double sk_legend_symbol_height(const sk_style_sheet *style, sk_legend_symbol symbol);

/** The symbol of a feature's letters. */
sk_legend_symbol sk_legend_symbol_of_key(const sk_feature *feature);

/** Draws it in `box`. */
void sk_legend_symbol_compose(const sk_drawing *d, sk_group *group, sk_legend_mark mark,
                              sk_page_box box);

#endif
