#include "streekkaart/svg_target.h"

#include <stddef.h>
#include <string.h>

static const sk_svg_target targets[] = {
    {.name = "inkscape",
     .summary = "layers and live text, for any drawing program",
     .halo_apart = true,
     .style_attributes = true},
    {.name = "illustrator",
     .summary = "the same with layer names as ids",
     .halo_apart = true,
     .style_attributes = true,
     .layer_ids_are_names = true},
    {.name = "web",
     .summary = "the font embedded, points linked to their rows, read by screen readers",
     .embeds_font = true,
     .accessible = true},
    {.name = "outlined",
     .summary = "letters as shapes, for who has not the font",
     .halo_apart = true,
     .text_as_outlines = true,
     .style_attributes = true,
     .layer_ids_are_names = true},
    {.name = "office",
     .summary = "letters as shapes, for Word and PowerPoint",
     .halo_apart = true,
     .text_as_outlines = true,
     .style_attributes = true,
     .no_classes = true,
     .layer_ids_are_names = true},
    {.name = NULL},
};

const sk_svg_target *sk_svg_targets(void) {
    return targets;
}

const sk_svg_target *sk_svg_target_find(const char *name) {
    for (const sk_svg_target *t = targets; t->name != NULL; t++)
        if (strcmp(t->name, name) == 0) return t;
    return NULL;
}
