#include "page/text_line.h"

void sk_line_of_text_draw(sk_typesetter *typesetter, sk_scene *scene, sk_group *group,
                          sk_line_of_text line) {
    double width = sk_typesetter_measure(typesetter, line.utf8, line.style).width_mm;
    sk_text_line set = {line.utf8, line.baseline, width};
    sk_text text = {.class_name = line.class_name,
                    .lines = &set,
                    .line_count = 1,
                    .anchor = line.anchor,
                    .style = *line.style};
    sk_scene_text(scene, group, &text);
}
