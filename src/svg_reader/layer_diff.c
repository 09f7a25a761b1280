#include "svg_reader/layer_diff.h"

#include <math.h>
#include <string.h>

#include "svg_reader/figure_order.h"

enum { NONE = -1 };

ptrdiff_t sk_svg_layer_with_id(const sk_svg_figure *figure, const char *id) {
    for (size_t i = 0; i < figure->layer_count; i++)
        if (figure->layers[i].id != NULL && id != NULL && strcmp(figure->layers[i].id, id) == 0)
            return (ptrdiff_t)i;
    return NONE;
}

const char *sk_svg_layer_called(const sk_svg_layer *layer, sk_arena *arena) {
    const char *name = layer->label != NULL ? layer->label : layer->id;
    return sk_arena_printf(arena, "layer \"%s\"", name == NULL ? "" : name);
}

static bool holds(const sk_svg_figure *figure, size_t layer, const char *id) {
    for (size_t i = 0; i < figure->object_count; i++)
        if (figure->objects[i].layer == (ptrdiff_t)layer && strcmp(figure->objects[i].id, id) == 0)
            return true;
    return false;
}

/* A layer whose objects are still there was only ungrouped, which nobody sees. */
static bool is_gone(const sk_svg_figure *old, size_t layer, const sk_svg_figure *now) {
    if (now->layer_count == 0 || sk_svg_layer_with_id(now, old->layers[layer].id) != NONE)
        return false;
    for (size_t i = 0; i < now->object_count; i++)
        if (holds(old, layer, now->objects[i].id)) return false;
    return true;
}

bool sk_layer_is_gone_of(const sk_svg_figure *old, const sk_svg_figure *now,
                         const sk_svg_object *object) {
    return object->layer >= 0 && is_gone(old, (size_t)object->layer, now);
}

static void compare_layers(const sk_svg_layer *old, const sk_svg_layer *now, sk_arena *arena,
                           sk_layer_report *report, void *context) {
    const double unseen = 0.01;
    const char *name = sk_svg_layer_called(old, arena);
    const char *before = old->label != NULL ? old->label : old->id;
    if (before != NULL && now->label != NULL && strcmp(before, now->label) != 0)
        report(context, now->id, SK_CHANGE_RENAMED,
               sk_arena_printf(arena, "%s is now called \"%s\"", name, now->label));
    if (old->hidden != now->hidden)
        report(context, now->id, SK_CHANGE_HIDDEN,
               sk_arena_printf(arena, "%s is %s", name, now->hidden ? "hidden" : "shown"));
    if (fabs(old->opacity - now->opacity) > unseen)
        report(context, now->id, SK_CHANGE_FADED,
               sk_arena_printf(arena, "%s has an opacity of %.2f instead of %.2f", name,
                               now->opacity, old->opacity));
}

void sk_layer_diff(const sk_svg_figure *old, const sk_svg_figure *now, sk_arena *arena,
                   sk_layer_report *report, void *context) {
    size_t *ranks = SK_NEW_ARRAY(arena, size_t, now->layer_count + 1);
    size_t *layers = SK_NEW_ARRAY(arena, size_t, now->layer_count + 1), count = 0;
    for (size_t i = 0; i < old->layer_count; i++)
        if (is_gone(old, i, now))
            report(
                context, old->layers[i].id, SK_CHANGE_GONE,
                sk_arena_printf(arena, "%s is gone", sk_svg_layer_called(&old->layers[i], arena)));
    for (size_t i = 0; i < now->layer_count; i++) {
        ptrdiff_t before = sk_svg_layer_with_id(old, now->layers[i].id);
        if (before == NONE) {
            report(
                context, now->layers[i].id, SK_CHANGE_ADDED,
                sk_arena_printf(arena, "%s is new", sk_svg_layer_called(&now->layers[i], arena)));
            continue;
        }
        compare_layers(&old->layers[before], &now->layers[i], arena, report, context);
        layers[count] = i;
        ranks[count++] = (size_t)before;
    }
    const bool *moved = sk_ranks_out_of_order(ranks, count, arena);
    for (size_t i = 0; i < count; i++)
        if (moved[i])
            report(context, now->layers[layers[i]].id, SK_CHANGE_REORDERED,
                   sk_arena_printf(arena, "%s lies elsewhere in the stack",
                                   sk_svg_layer_called(&old->layers[ranks[i]], arena)));
}
