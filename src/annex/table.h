/** The legend table of a sheet: sections of rows, each with a symbol and a few columns of text. */
#ifndef STREEKKAART_ANNEX_TABLE_H
#define STREEKKAART_ANNEX_TABLE_H

#include "compose/furniture/legend_symbol.h"
#include "page/column_widths.h"
#include "page/list_grid.h"
#include "streekkaart/hyphenator.h"

typedef enum {
    SK_TABLE_SECTION, /* a heading: its title, and what the further columns hold */
    SK_TABLE_ENTRY,   /* a symbol and a text in each column */
    SK_TABLE_LIST,    /* short entries side by side, each a symbol and a text */
    SK_TABLE_NOTE,    /* one text across the table, below it */
} sk_table_row_kind;

typedef struct {
    sk_table_row_kind kind;
    sk_legend_symbol symbols[SK_TABLE_COLUMNS_MAX]; /* of a list, one for each text; else one */
    int number;                                     /* of a marker */
    size_t colour;                                  /* of a marker, as in sk_figure_row */
    const char *letters;                            /* of a key */
    const char *cells[SK_TABLE_COLUMNS_MAX];        /* NULL where empty */
    const char *id;                                 /* of its group on the page */
    const sk_feature *feature;                      /* that the row is about; or NULL */
} sk_table_row;

typedef struct {
    const sk_table_row *rows;
    size_t row_count, column_count;
    sk_list_grid list;                    /* how the entries of a list stand side by side */
    double most_mm[SK_TABLE_COLUMNS_MAX]; /* greatest widths; the last column takes what is left */
    bool remarks_last;                    /* the last column's words may be hyphenated */
    const char *continued;                /* what is added to a heading that is repeated */
} sk_table_content;

typedef struct sk_table sk_table;

/** What a symbol takes, with the room between it and its text. */
double sk_table_symbol_width(const sk_style_sheet *style);

/** Sets the table in `width_mm`, in d->arena; `content` is lent. */
sk_table *sk_table_set(const sk_drawing *d, const sk_hyphenator *hyphenator,
                       const sk_table_content *content, double width_mm);

/** Its height when it is not broken. */
double sk_table_height(const sk_table *table);

/** Breaks it over pages with this much room (see page_flow.h); returns how many it takes. */
size_t sk_table_break(sk_table *table, double first_mm, double other_mm);

/** Draws what stands on `page` on d->scene, with the top left corner of its room at `corner`. */
void sk_table_compose(const sk_drawing *d, const sk_table *table, size_t page,
                      sk_page_point corner);

#endif
