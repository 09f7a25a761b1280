/** The lists of a new project: sectors, figures, who chose what. */
#ifndef STREEKKAART_STARTER_STARTER_LISTS_H
#define STREEKKAART_STARTER_STARTER_LISTS_H

#include "starter/starter_map.h"

enum { SK_STARTER_SECTORS = 2 };

/** Writes them; sector 1 has a map of homes[0], sector 2 of homes[1]. */
SK_CHECKED sk_status sk_starter_lists_write(const sk_starter_work *work,
                                            const sk_region *const homes[SK_STARTER_SECTORS]);

#endif
