#include "boundaries/sources/nis.h"

#include <string.h>

const sk_nis_province sk_nis_provinces[SK_NIS_PROVINCE_COUNT] = {
    {"antwerpen", "Antwerpen"},
    {"limburg", "Limburg"},
    {"oost-vlaanderen", "Oost-Vlaanderen"},
    {"vlaams-brabant", "Vlaams-Brabant"},
    {"west-vlaanderen", "West-Vlaanderen"},
};

/* Rows with one digit stand for all codes that begin with it and have no row of their own. */
static const struct {
    const char *prefix;
    sk_nis_district district;
} districts[] = {
    {"11", {SK_NIS_FLANDERS, "Antwerpen", "antwerpen"}},
    {"12", {SK_NIS_FLANDERS, "Mechelen", "antwerpen"}},
    {"13", {SK_NIS_FLANDERS, "Turnhout", "antwerpen"}},
    {"21", {SK_NIS_BRUSSELS, NULL, NULL}},
    {"23", {SK_NIS_FLANDERS, "Halle-Vilvoorde", "vlaams-brabant"}},
    {"24", {SK_NIS_FLANDERS, "Leuven", "vlaams-brabant"}},
    {"25", {SK_NIS_WALLONIA, NULL, NULL}},
    {"31", {SK_NIS_FLANDERS, "Brugge", "west-vlaanderen"}},
    {"32", {SK_NIS_FLANDERS, "Diksmuide", "west-vlaanderen"}},
    {"33", {SK_NIS_FLANDERS, "Ieper", "west-vlaanderen"}},
    {"34", {SK_NIS_FLANDERS, "Kortrijk", "west-vlaanderen"}},
    {"35", {SK_NIS_FLANDERS, "Oostende", "west-vlaanderen"}},
    {"36", {SK_NIS_FLANDERS, "Roeselare", "west-vlaanderen"}},
    {"37", {SK_NIS_FLANDERS, "Tielt", "west-vlaanderen"}},
    {"38", {SK_NIS_FLANDERS, "Veurne", "west-vlaanderen"}},
    {"41", {SK_NIS_FLANDERS, "Aalst", "oost-vlaanderen"}},
    {"42", {SK_NIS_FLANDERS, "Dendermonde", "oost-vlaanderen"}},
    {"43", {SK_NIS_FLANDERS, "Eeklo", "oost-vlaanderen"}},
    {"44", {SK_NIS_FLANDERS, "Gent", "oost-vlaanderen"}},
    {"45", {SK_NIS_FLANDERS, "Oudenaarde", "oost-vlaanderen"}},
    {"46", {SK_NIS_FLANDERS, "Sint-Niklaas", "oost-vlaanderen"}},
    {"5", {SK_NIS_WALLONIA, NULL, NULL}},
    {"6", {SK_NIS_WALLONIA, NULL, NULL}},
    {"71", {SK_NIS_FLANDERS, "Hasselt", "limburg"}},
    {"72", {SK_NIS_FLANDERS, "Maaseik", "limburg"}},
    {"73", {SK_NIS_FLANDERS, "Tongeren", "limburg"}},
    {"8", {SK_NIS_WALLONIA, NULL, NULL}},
    {"9", {SK_NIS_WALLONIA, NULL, NULL}},
};

const sk_nis_district *sk_nis_district_of(const char *nis) {
    if (strlen(nis) != SK_NIS_LENGTH || strspn(nis, "0123456789") != SK_NIS_LENGTH) return NULL;
    for (size_t i = 0; i < sizeof districts / sizeof districts[0]; i++)
        if (strncmp(nis, districts[i].prefix, strlen(districts[i].prefix)) == 0)
            return &districts[i].district;
    return NULL;
}
