/** What is too narrow to print along a coast. */
#ifndef STREEKKAART_BOUNDARIES_SOURCES_COAST_BURRS_H
#define STREEKKAART_BOUNDARIES_SOURCES_COAST_BURRS_H

#include <ogr_api.h>
#include <stdbool.h>

/** Between a country and the sea, gives what is narrower than `width_m` to the other: piers and
 *  islets to the sea, slits and creeks to the land. Both are multipolygons in metres, the caller's
 *  before and after; together they cover what they did. False when OGR fails. */
bool sk_coast_burrs_clear(OGRGeometryH *land, OGRGeometryH *sea, double width_m);

#endif
