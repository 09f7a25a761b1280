/** Where the map's frame lies on the ground. */
#ifndef STREEKKAART_COMPOSE_DRAWING_GROUND_FRAME_H
#define STREEKKAART_COMPOSE_DRAWING_GROUND_FRAME_H

#include "compose/drawing/composition.h"

/** Notes it in the scene, for the formats that say it. */
void sk_scene_georeference_set(const sk_composition *c);

#endif
