/** What a legend lists: a row for each heading, sign and name, with its lines of text. */
#ifndef STREEKKAART_COMPOSE_FURNITURE_LEGEND_LIST_H
#define STREEKKAART_COMPOSE_FURNITURE_LEGEND_LIST_H

#include "compose/drawing/composition.h"
#include "compose/furniture/legend_symbol.h"

typedef struct {
    const char **lines;
    size_t count;
    double width_mm;
} sk_legend_text;

typedef struct {
    const char *key;           /* what the row is about: its id is "legend-" and this */
    const sk_feature *feature; /* NULL where it is about no single one */
    sk_legend_mark mark;       /* of no symbol: the row is a heading */
    sk_legend_text text;
    sk_legend_text repeated; /* of a heading: where its entries go on in another column */
    double height_mm, repeated_mm;
} sk_legend_entry;

/** How it is written. */
typedef struct {
    bool points_listed; /* by number and name; else only their symbol */
    double most_mm;     /* no row is wider */
} sk_legend_manner;

typedef struct {
    sk_legend_entry *rows;
    size_t count;
} sk_legend_list;

/** All rows that c->map needs, in the arena. */
sk_legend_list sk_legend_list_of(const sk_composition *c, sk_legend_manner manner);

bool sk_legend_entry_is_heading(const sk_legend_entry *entry);
/** A kind of zone or link, with the letters of that kind below it. */
bool sk_legend_entry_leads(const sk_legend_list *list, size_t index);
const sk_text_style *sk_legend_entry_style(const sk_style_sheet *style,
                                           const sk_legend_entry *entry);
/** From the left end of the row to its text. */
double sk_legend_entry_indent(const sk_style_sheet *style, const sk_legend_entry *entry);

#endif
