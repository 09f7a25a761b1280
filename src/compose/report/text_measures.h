/** What a reader needs of writing, measured from the scene. */
#ifndef STREEKKAART_COMPOSE_REPORT_TEXT_MEASURES_H
#define STREEKKAART_COMPOSE_REPORT_TEXT_MEASURES_H

#include "compose/report/layout.h"

/** The least contrast of the group's texts with what is under them: their halo, or the plate or
 * disc that they stand on (WCAG 2.1, 1.4.3: from 1 to 21); 0 where neither is known. */
double sk_text_contrast(const sk_group *group);

/** The distance from the outline of items[index] to the nearest other name or letter; infinite
 * where there is none. */
double sk_text_gap(const sk_described_item *items, size_t count, size_t index);

#endif
