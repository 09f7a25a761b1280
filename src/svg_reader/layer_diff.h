/** What changed of a figure's layers. */
#ifndef STREEKKAART_SVG_READER_LAYER_DIFF_H
#define STREEKKAART_SVG_READER_LAYER_DIFF_H

#include "svg_reader/figure_diff.h"

/** Gives `report` each change of a layer: gone, renamed, hidden, faded, elsewhere in the stack. */
typedef void sk_layer_report(void *context, const char *id, sk_change_kind kind, const char *words);
void sk_layer_diff(const sk_svg_figure *old, const sk_svg_figure *now, sk_arena *arena,
                   sk_layer_report *report, void *context);

/** Its index; -1 where there is none. */
ptrdiff_t sk_svg_layer_with_id(const sk_svg_figure *figure, const char *id);

/** `layer "Zones"`. The arena's. */
const char *sk_svg_layer_called(const sk_svg_layer *layer, sk_arena *arena);

/** Is the layer of `old` that `object` of it lies in missing in `now`, though that has others? */
bool sk_layer_is_gone_of(const sk_svg_figure *old, const sk_svg_figure *now,
                         const sk_svg_object *object);

#endif
