/** The date that is written into files: the same input is to give the same bytes. */
#ifndef STREEKKAART_BASE_SOURCE_DATE_H
#define STREEKKAART_BASE_SOURCE_DATE_H

#include <stdbool.h>
#include <time.h>

/** The moment that SOURCE_DATE_EPOCH gives, in whole seconds since 1970. False when it gives none
 *  that can be read; then *utc is the beginning of 1970. */
bool sk_source_date(struct tm *utc);

#endif
