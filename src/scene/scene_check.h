/** What every renderer asks of a scene before it writes a byte. */
#ifndef STREEKKAART_SCENE_SCENE_CHECK_H
#define STREEKKAART_SCENE_SCENE_CHECK_H

#include "streekkaart/diag.h"
#include "streekkaart/scene.h"
#include "streekkaart/status.h"

/** SK_OK: the page has a size, and every measure on it is a number that all formats can hold.
 *  SK_ERR_DATA: it is not so; `diag` names the groups. No format would say so by itself: each draws
 *  a shape with such a corner as another shape. */
SK_CHECKED sk_status sk_scene_check(const sk_scene *scene, const char *file, sk_diag *diag);

#endif
