/** The symbols of a project, each read once: symbols/NAME.svg. */
#ifndef STREEKKAART_LOAD_SYMBOLS_POINT_SYMBOLS_H
#define STREEKKAART_LOAD_SYMBOLS_POINT_SYMBOLS_H

#include "load/tables/load.h"
#include "streekkaart/point_symbol.h"

typedef struct sk_point_symbols sk_point_symbols;

/** None yet; the load's arena's. */
sk_point_symbols *sk_point_symbols_create(const sk_load *load);

/** The symbol of that name, which is asked for at `place`. NULL when there is none, or it can't be
 *  drawn: reported, of a file that is there once only. */
const sk_point_symbol *sk_point_symbols_find(sk_point_symbols *symbols, const char *name,
                                             sk_place place);

#endif
