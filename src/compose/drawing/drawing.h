/** What every part of a figure or a sheet draws with. Internal to compose and annex. */
#ifndef STREEKKAART_COMPOSE_DRAWING_DRAWING_H
#define STREEKKAART_COMPOSE_DRAWING_DRAWING_H

#include "compose/drawing/kept_work.h"
#include "compose/drawing/layout_notes.h"
#include "compose/drawing/pinned.h"
#include "streekkaart/diag.h"
#include "streekkaart/memory.h"
#include "streekkaart/project.h"
#include "streekkaart/scene.h"
#include "streekkaart/style_sheet.h"
#include "streekkaart/typesetter.h"
#include "streekkaart/wording.h"

/** All lent. */
typedef struct {
    const sk_style_sheet *style;
    const sk_wording *words;
    sk_typesetter *typesetter;
    sk_arena *arena;
    sk_diag *diag;
    sk_scene *scene;        /* NULL until the page is planned */
    sk_pinned *pins;        /* NULL where nothing is pinned: on a sheet, around its map */
    sk_layout_notes *notes; /* likewise */
    sk_kept_work *kept;     /* of all tries at a map; NULL: each works out all for itself */
} sk_drawing;

/** A new group called `id` for a feature, with its title, kind and source. */
sk_group *sk_drawing_feature_group(const sk_drawing *d, sk_layer *layer, const sk_feature *feature,
                                   const char *id, sk_role role);

/** What the ids of all that shows the region begin with: "province-utrecht". */
const char *sk_region_page_id(const sk_drawing *d, const sk_region *region);

/** What a feature is: "point", "zone", or a link's type. */
const char *sk_feature_kind_name(const sk_drawing *d, const sk_feature *feature);

#endif
