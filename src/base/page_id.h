/** The ids of what stands on a page: how they are made, and what they say.
 *
 *      id      =  whole [count] ["-leader"]
 *      whole   =  owner [ending]
 *      owner   =  the catalogue's id of a feature or a town; with "_" in front where it is the
 *                 furniture's and nothing is behind it
 *              |  prefix name                          "layer-zones", "fig-13"
 *              |  level "-" slug                       "province-utrecht": a region
 *              |  owner "-" name                       "province-utrecht-chemie": a sector's mark
 *              |  the furniture's and the borders' own "legend", "borders-coast"
 *      ending  =  "-label" | "-name" | "-outline"
 *      count   =  "-2" | "-3" | ...                    none: the first of its kind
 *
 *  Files that designers edit and layers/pins.json hold these ids, so that they are not to change.
 *  All that is made here is the arena's. */
#ifndef STREEKKAART_BASE_PAGE_ID_H
#define STREEKKAART_BASE_PAGE_ID_H

#include <stdbool.h>
#include <stddef.h>

#include "streekkaart/memory.h"

/** What a name has in front. */
typedef enum {
    SK_PAGE_ID_LAYER,
    SK_PAGE_ID_CHOSEN,     /* of a region's id: the tint or band of a region that chose a sector */
    SK_PAGE_ID_LEGEND_ROW, /* of a feature's or region's id, or of what the row explains */
    SK_PAGE_ID_TABLE_ROW,
    SK_PAGE_ID_FIGURE,
    SK_PAGE_ID_CONTENTS_ENTRY,
    SK_PAGE_ID_CONTENTS_HEADING,
    SK_PAGE_ID_RENDERER, /* what a renderer adds: no scene has such an id */
} sk_page_id_prefix;

/** What an owner has behind it. */
typedef enum {
    SK_PAGE_ID_ITSELF,
    SK_PAGE_ID_LABEL,     /* the name of a feature or a region */
    SK_PAGE_ID_TOWN_NAME, /* the name of a town, whose own id its dot has */
    SK_PAGE_ID_OUTLINE,   /* the outline of a zone that another covers */
} sk_page_id_ending;

/** The line around the map. */
#define SK_PAGE_ID_FRAME "frame"
/** Furniture that a hand may move. */
#define SK_PAGE_ID_LEGEND "legend"
#define SK_PAGE_ID_INSET "inset"
#define SK_PAGE_ID_SCALE_BAR "scale-bar"

const char *sk_page_id_prefixed(sk_arena *arena, sk_page_id_prefix prefix, const char *name);
const char *sk_page_id_numbered(sk_arena *arena, sk_page_id_prefix prefix, size_t number);
/** Of a region by the slug of its level and its own. */
const char *sk_page_id_of_region(sk_arena *arena, const char *level, const char *slug);
const char *sk_page_id_within(sk_arena *arena, const char *owner, const char *name);
/** Of an `owner` of the catalogue, never one of the furniture's. */
const char *sk_page_id_ended(sk_arena *arena, const char *owner, sk_page_id_ending ending);
/** Of the count-th of its kind, from 1. */
const char *sk_page_id_counted(sk_arena *arena, const char *whole, size_t count);
const char *sk_page_id_leader(sk_arena *arena, const char *id);

/** Is `id` that of the first or a further one of `whole`'s kind? */
bool sk_page_id_is_one_of(const char *id, const char *whole);
bool sk_page_id_is_leader(const char *id);
/** The id of the name that the leader `id` leads from; `id` where it is not a name's leader. */
const char *sk_page_id_without_leader(sk_arena *arena, const char *id);
bool sk_page_id_is_movable_furniture(const char *id);
/** Does it begin as a layer's? */
bool sk_page_id_is_of_layer(const char *id);
/** Does it begin as those that renderers add? */
bool sk_page_id_is_of_renderer(const char *id);

#endif
