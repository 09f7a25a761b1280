/** The letters that stand for zones and links on a map that has no room for their names, and in its
 *  legend and table: A, B, ... for zones, a, b, ... for links, after Z AA, AB and so on. */
#ifndef STREEKKAART_RESOLVE_FEATURE_KEYS_H
#define STREEKKAART_RESOLVE_FEATURE_KEYS_H

#include "resolve/figure_rows.h"

typedef struct sk_feature_keys sk_feature_keys;

/** The keys of a figure, in the legend's order: by sector, by sort, then as in the catalogue. Links
 * of one type and name have one key: it stands for what their name says. In `arena`; features are
 * lent. */
const sk_feature_keys *sk_feature_keys_create(const sk_project *project,
                                              const sk_figure_row_list *rows, sk_arena *arena);

/** The key of a zone or a link of the figure; NULL for what has none. */
const char *sk_feature_key(const sk_feature_keys *keys, const sk_feature *feature);

/** True when the key of `next` is the one after that of `feature`. */
bool sk_feature_keys_follow(const sk_feature_keys *keys, const sk_feature *feature,
                            const sk_feature *next);

/** True when the feature is the first that has its key: lists name it once. */
bool sk_feature_is_first_of_key(const sk_feature_keys *keys, const sk_feature *feature);

#endif
