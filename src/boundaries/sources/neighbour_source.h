/** What lies around the polygons of a source: countries and sea, cut so that nothing overlaps them.
 */
#ifndef STREEKKAART_BOUNDARIES_SOURCES_NEIGHBOUR_SOURCE_H
#define STREEKKAART_BOUNDARIES_SOURCES_NEIGHBOUR_SOURCE_H

#include "boundaries/mesh/planar.h"
#include "streekkaart/boundary_builder.h"
#include "streekkaart/memory.h"

/** A neighbour, or the sea. */
typedef struct {
    const char *slug, *name;
    bool is_sea;
    sk_string_list codes; /* what a file of countries may call it */
    sk_cm_shape shape;    /* beyond the polygons of the source; possibly empty */
} sk_around;

typedef struct {
    sk_around *items; /* in the order of the neighbour layer */
    size_t count, capacity;
} sk_around_list;

/** Begins the list with the surroundings of the project, and a sea where they have none. */
void sk_around_begin(sk_around_list *list, const sk_project_settings *settings, sk_arena *arena);
/** Adds a neighbour, unless there is one with that slug. Returns its index. */
uint32_t sk_around_add(sk_around_list *list, const char *slug, const char *name, sk_arena *arena);
/** The index of the one with that slug, which must be there. */
uint32_t sk_around_find(const sk_around_list *list, const char *slug);

/** What is known of the polygons. */
typedef struct {
    sk_cm_shape outline; /* of all of them together */
    sk_cm_box window;    /* what to fill around them */
    double tolerance_m;  /* how far a border may move */
} sk_around_request;

/** Fills the window outside the outline with the countries of `build->neighbours`, also those that
 *  the list does not have yet, and, where that has none and goes on to the window's edge, with sea:
 *  the shapes of the list, in `arena`. What is too narrow along a coast to be drawn with this
 *  tolerance is smoothed away. The country of the file that the polygons lie in is a neighbour only
 *  where it goes on beyond them by kilometres; strips along the border that it has, or that nobody
 *  has, go to the neighbour that is nearest. */
SK_CHECKED sk_status sk_neighbour_source_read(const sk_boundary_build *build,
                                              const sk_around_request *request, sk_arena *arena,
                                              sk_diag *diag, sk_around_list *around);

#endif
