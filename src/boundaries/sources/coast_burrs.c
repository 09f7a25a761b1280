#include "boundaries/sources/coast_burrs.h"

#include "boundaries/sources/ogr_source.h"

/* Of a corner that closing rounds no more is taken than nobody sees: in squares of the width. */
static const double AREA_MIN_SQUARES = 1.0 / 16;

/* To the quarter of a circle: it stays within a hundredth of the width. */
enum { ROUND_STEPS = 8 };

/* The area with its gaps, slits and notches below the width filled up; NULL when OGR fails. */
static OGRGeometryH closed(OGRGeometryH area, double width_m) {
    OGRGeometryH wide = OGR_G_Buffer(area, width_m / 2, ROUND_STEPS);
    OGRGeometryH back = wide ? OGR_G_Buffer(wide, -width_m / 2, ROUND_STEPS) : NULL;
    OGR_G_DestroyGeometry(wide);
    return back;
}

/* The polygons of `area` that are large enough to be seen; the caller's to destroy. */
static OGRGeometryH seen_parts(OGRGeometryH area, double width_m) {
    OGRGeometryH all = OGR_G_CreateGeometry(wkbMultiPolygon);
    OGRGeometryH seen = OGR_G_CreateGeometry(wkbMultiPolygon);
    sk_ogr_add_polygons(all, area);
    for (int i = 0; i < OGR_G_GetGeometryCount(all); i++) {
        OGRGeometryH part = OGR_G_GetGeometryRef(all, i);
        if (OGR_G_Area(part) >= AREA_MIN_SQUARES * width_m * width_m) OGR_G_AddGeometry(seen, part);
    }
    OGR_G_DestroyGeometry(all);
    return seen;
}

/* Puts the polygons of `now` in the place of *area. */
static void replace(OGRGeometryH *area, OGRGeometryH now) {
    OGR_G_DestroyGeometry(*area);
    *area = OGR_G_CreateGeometry(wkbMultiPolygon);
    sk_ogr_add_polygons(*area, now);
}

/* Gives to *winner what of *loser would fill its gaps. */
static bool fill_gaps(OGRGeometryH *winner, OGRGeometryH *loser, double width_m) {
    OGRGeometryH full = closed(*winner, width_m);
    OGRGeometryH filled = full ? OGR_G_Intersection(*loser, full) : NULL;
    OGRGeometryH gain = filled ? seen_parts(filled, width_m) : NULL;
    OGRGeometryH more = gain ? OGR_G_Union(*winner, gain) : NULL;
    OGRGeometryH less = gain ? OGR_G_Difference(*loser, gain) : NULL;
    bool good = more != NULL && less != NULL;
    if (good) {
        replace(winner, more);
        replace(loser, less);
    }
    OGRGeometryH used[] = {full, filled, gain, more, less};
    for (size_t i = 0; i < sizeof used / sizeof used[0]; i++) OGR_G_DestroyGeometry(used[i]);
    return good;
}

bool sk_coast_burrs_clear(OGRGeometryH *land, OGRGeometryH *sea, double width_m) {
    if (!OGR_G_Intersects(*land, *sea)) return true;
    return fill_gaps(sea, land, width_m) && fill_gaps(land, sea, width_m);
}
