#include "render/svg/svg_access.h"

#include <string.h>

void sk_svg_access_root(sk_svg_writer *svg) {
    if (!svg->target->accessible) return;
    sk_svg_attribute(svg, "role", "graphics-document document");
    sk_svg_attribute(svg, "aria-labelledby", sk_svg_own_id(svg, "title"));
    sk_svg_attribute(svg, "aria-describedby", sk_svg_own_id(svg, "description"));
}

void sk_svg_access_layer(sk_svg_writer *svg, const sk_layer *layer) {
    if (!svg->target->accessible) return;
    sk_svg_attribute(svg, "role", "group");
    sk_svg_attribute(svg, "aria-label", layer->label);
}

/* The name is the group's <title>. */
void sk_svg_access_group(sk_svg_writer *svg, const sk_group *group) {
    if (!svg->target->accessible || group->title == NULL) return;
    sk_svg_attribute(svg, "role",
                     group->role == SK_ROLE_MARKER ? "graphics-symbol" : "graphics-object");
}

static bool same(const char *a, const char *b) {
    return a != NULL && b != NULL && strcmp(a, b) == 0;
}

static const sk_part *row_in(const sk_group *group, const char *feature_id) {
    for (size_t i = 0; i < group->count; i++) {
        const sk_part *part = group->items[i].part;
        if (part != NULL && same(part->feature_id, feature_id)) return part;
    }
    return NULL;
}

const char *sk_svg_access_row(const sk_svg_writer *svg, const sk_scene *scene,
                              const sk_group *group) {
    if (!svg->target->accessible || group->role != SK_ROLE_MARKER) return NULL;
    for (size_t i = 0; i < scene->count; i++)
        for (size_t j = 0; j < scene->layers[i]->count; j++) {
            const sk_part *row = row_in(scene->layers[i]->groups[j], group->feature_id);
            if (row != NULL) return row->id;
        }
    return NULL;
}

const char *sk_svg_access_marker(const sk_svg_writer *svg, const sk_scene *scene,
                                 const sk_part *part) {
    if (!svg->target->accessible || part == NULL) return NULL;
    for (size_t i = 0; i < scene->count; i++)
        for (size_t j = 0; j < scene->layers[i]->count; j++) {
            const sk_group *group = scene->layers[i]->groups[j];
            if (group->role == SK_ROLE_MARKER && same(group->feature_id, part->feature_id))
                return group->id;
        }
    return NULL;
}

void sk_svg_access_open_link(sk_svg_writer *svg, const char *id, const char *title) {
    sk_svg_open_inline(svg, "a");
    sk_svg_attribute(svg, "href", sk_arena_printf(svg->scratch, "#%s", id));
    sk_svg_attribute(svg, "aria-label", title);
}

void sk_svg_access_rules(sk_svg_writer *svg) {
    if (!svg->target->accessible) return;
    const char *reach = sk_svg_length_text(svg, 0.6);
    sk_svg_text_line(svg, sk_arena_printf(svg->scratch,
                                          ":target,a:focus{outline:%spx solid;outline-offset:%spx}",
                                          reach, reach));
}
