#include "page/text_block.h"

#include <math.h>

sk_text_block sk_text_block_set(sk_typesetter *typesetter, sk_arena *arena, const char *utf8,
                                const sk_text_style *style, double max_width_mm, size_t max_lines) {
    sk_text_block block = {.style = style, .line_mm = sk_line_spacing(style)};
    block.line_count = sk_typesetter_wrap(
        typesetter, utf8, style, (sk_wrap_limits){max_width_mm, max_lines}, arena, &block.lines);
    block.widths_mm = SK_NEW_ARRAY(arena, double, block.line_count);
    for (size_t i = 0; i < block.line_count; i++) {
        sk_text_extent extent = sk_typesetter_measure(typesetter, block.lines[i], style);
        block.widths_mm[i] = extent.width_mm;
        block.width_mm = fmax(block.width_mm, extent.width_mm);
        block.cap_height_mm = extent.cap_height_mm;
        block.descent_mm = fmax(block.descent_mm, extent.ink.y_mm + extent.ink.height_mm);
    }
    block.height_mm = block.cap_height_mm;
    if (block.line_count > 1) block.height_mm += (double)(block.line_count - 1) * block.line_mm;
    return block;
}

sk_text_block_forms sk_text_block_forms_set(sk_typesetter *typesetter, sk_arena *arena,
                                            const char *utf8, const sk_text_style *style,
                                            double slack) {
    sk_text_block_forms forms = {.count = 0};
    double whole = sk_typesetter_measure(typesetter, utf8, style).width_mm;
    for (size_t lines = 1; lines <= SK_BLOCK_LINES_MAX; lines++) {
        double width = lines == 1 ? INFINITY : whole / (double)lines * slack;
        sk_text_block block = sk_text_block_set(typesetter, arena, utf8, style, width, lines);
        if (block.line_count == lines) forms.items[forms.count++] = block;
    }
    return forms;
}

sk_text sk_text_block_at(const sk_text_block *block, sk_arena *arena, sk_page_point top_left,
                         sk_text_anchor anchor) {
    const double shares[] = {[SK_ANCHOR_START] = 0, [SK_ANCHOR_MIDDLE] = 0.5, [SK_ANCHOR_END] = 1};
    sk_text text = {.lines = SK_NEW_ARRAY(arena, sk_text_line, block->line_count),
                    .line_count = block->line_count,
                    .anchor = anchor,
                    .style = *block->style};
    for (size_t i = 0; i < block->line_count; i++)
        text.lines[i] = (sk_text_line){
            block->lines[i],
            {top_left.x_mm + shares[anchor] * block->width_mm,
             top_left.y_mm + block->cap_height_mm + (double)i * block->line_mm},
            block->widths_mm[i],
        };
    return text;
}

sk_page_box sk_text_block_cover(const sk_text_block *block, sk_page_point top_left) {
    double halo = block->style->halo_mm;
    return (sk_page_box){top_left.x_mm - halo, top_left.y_mm - halo, block->width_mm + 2 * halo,
                         block->height_mm + block->descent_mm + 2 * halo};
}

sk_text sk_text_along(const sk_text_block *block, sk_arena *arena, const sk_polyline *path,
                      double middle_mm) {
    sk_path *along = SK_NEW(arena, sk_path);
    *along = sk_polyline_path(arena, path);
    sk_text text = {.lines = SK_NEW_ARRAY(arena, sk_text_line, 1),
                    .line_count = 1,
                    .anchor = SK_ANCHOR_MIDDLE,
                    .style = *block->style,
                    .along = along,
                    .along_start_mm = middle_mm};
    text.lines[0] = (sk_text_line){block->lines[0], path->points[0], block->widths_mm[0]};
    return text;
}
