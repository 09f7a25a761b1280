/** What lies around Belgium: countries and sea, cut so that nothing overlaps it. */
#ifndef STREEKKAART_BOUNDARIES_SOURCES_NEIGHBOUR_SOURCE_H
#define STREEKKAART_BOUNDARIES_SOURCES_NEIGHBOUR_SOURCE_H

#include "boundaries/mesh/planar.h"
#include "streekkaart/boundary_builder.h"
#include "streekkaart/memory.h"

/** What is around Flanders, in the order of the neighbour layer. */
typedef enum {
    SK_AROUND_BRUSSELS,
    SK_AROUND_WALLONIA,
    SK_AROUND_NETHERLANDS,
    SK_AROUND_FRANCE,
    SK_AROUND_GERMANY,
    SK_AROUND_LUXEMBOURG,
    SK_AROUND_BRITAIN,
    SK_AROUND_SEA,
    SK_AROUND_COUNT,
} sk_around;

/** Slug and name of each, as in a boundary set. */
extern const char *const sk_around_slugs[SK_AROUND_COUNT];
extern const char *const sk_around_names[SK_AROUND_COUNT];

/** What is known of Belgium from the municipalities. */
typedef struct {
    sk_cm_shape outline; /* of all of them together */
    bool whole;          /* false: they are those of Flanders alone */
    sk_cm_box window;    /* what to fill around them */
    double tolerance_m;  /* how far a border may move */
} sk_around_request;

/** Fills the window outside the outline with the countries of `build->neighbours` and, where it has
 *  none and that goes on to the window's edge, with sea: shapes[SK_AROUND_COUNT], in `arena`,
 *  possibly empty. What is too narrow along a coast to be drawn with this tolerance is smoothed
 *  away. Where that file has nothing inland, or says that a strip along the border is Belgian, each
 *  part of it goes to the neighbour that is nearest. When Belgium is not whole, the rest of it
 *  becomes Brussels and Wallonia. */
SK_CHECKED sk_status sk_neighbour_source_read(const sk_boundary_build *build,
                                              const sk_around_request *request, sk_arena *arena,
                                              sk_diag *diag, sk_cm_shape *shapes);

#endif
