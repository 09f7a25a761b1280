/** The tables of a catalogue and their columns, once: readers hold files against them, and an
 * export has them all. */
#ifndef STREEKKAART_LOAD_PROJECT_CATALOGUE_FORMS_H
#define STREEKKAART_LOAD_PROJECT_CATALOGUE_FORMS_H

#include "load/tables/load.h"
#include "load/tables/table.h"

/** The tables, in the order in which an export has them. */
typedef enum {
    SK_CATALOGUE_FEATURES,
    SK_CATALOGUE_FIGURES,
    SK_CATALOGUE_PRESENCE,
    SK_CATALOGUE_SECTORS,
    SK_CATALOGUE_PLACES,
    SK_CATALOGUE_CONTEXT,
    SK_CATALOGUE_TABLE_COUNT,
} sk_catalogue_list;

/** What a table is called: "features". */
const char *sk_catalogue_name(sk_catalogue_list list);

/** True when its rows have a shape. */
bool sk_catalogue_has_shapes(sk_catalogue_list list);

/** The columns of a table of the project; the arena's. */
sk_table_form sk_catalogue_form(const sk_load *load, sk_catalogue_list list);

/** Those of the features of one sector, whose file is named after it: all but `sector`. */
sk_table_form sk_catalogue_sector_form(const sk_load *load);

/** True for the name of what holds no features: sectors, figures, presence ..., and pins.json. */
bool sk_catalogue_is_list(const char *stem);

#endif
