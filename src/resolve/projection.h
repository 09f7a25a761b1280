/** From the project's CRS to the figure's, by PROJ. */
#ifndef STREEKKAART_RESOLVE_PROJECTION_H
#define STREEKKAART_RESOLVE_PROJECTION_H

#include "streekkaart/diag.h"
#include "streekkaart/geometry.h"
#include "streekkaart/memory.h"
#include "streekkaart/status.h"

typedef struct sk_projection sk_projection;

/** From the project's CRS `from`. SK_OK: *out is the caller's, until sk_projection_free(), for one
 *  thread. SK_ERR_DATA: PROJ does not know `crs`, it is not a projected one in metres, or it is for
 *  another part of the world than `from`. */
SK_CHECKED sk_status sk_projection_create(const char *from, const char *crs, sk_diag *diag,
                                          sk_projection **out);
void sk_projection_free(sk_projection *projection);

sk_ground_point sk_projection_point(const sk_projection *projection, sk_ground_point point);
/** A copy in `arena`; the same shape where nothing changes. */
sk_shape sk_projection_shape(const sk_projection *projection, const sk_shape *shape,
                             sk_arena *arena);

#endif
