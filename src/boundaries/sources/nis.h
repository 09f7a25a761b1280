/** The hierarchy that is in every NIS code: its first two digits name the arrondissement. */
#ifndef STREEKKAART_BOUNDARIES_SOURCES_NIS_H
#define STREEKKAART_BOUNDARIES_SOURCES_NIS_H

#include <stddef.h>

enum { SK_NIS_LENGTH = 5 };

typedef enum {
    SK_NIS_FLANDERS,
    SK_NIS_BRUSSELS,
    SK_NIS_WALLONIA,
    SK_NIS_REGION_COUNT
} sk_nis_region;

typedef struct {
    sk_nis_region region;
    const char *arrondissement; /* NULL outside Flanders */
    const char *province;       /* slug; NULL outside Flanders */
} sk_nis_district;

/** The district of a five-digit NIS code; NULL when no Belgian municipality can have it. */
const sk_nis_district *sk_nis_district_of(const char *nis);

typedef struct {
    const char *slug, *name;
} sk_nis_province;

/** The provinces of Flanders, by slug. */
enum { SK_NIS_PROVINCE_COUNT = 5 };
extern const sk_nis_province sk_nis_provinces[SK_NIS_PROVINCE_COUNT];

#endif
