#include "render/svg/svg_items.h"

#include <string.h>

#include "render/cairo/cairo_text.h"
#include "render/svg/svg_path_data.h"
#include "render/svg/svg_styles.h"
#include "scene/text_start.h"

enum { DEFINITION_DEPTH = 2 };

/* Where the first item of a group stands that a hand may move: what tells later how far it was. */
static void write_drawn_at(sk_svg_writer *svg, const sk_group *group, size_t index,
                           sk_page_point at) {
    if (group->movable && index == 0) sk_svg_millimetres(svg, "data-drawn-at", at);
}

static const char *course_id(sk_svg_writer *svg, const sk_group *group, size_t index) {
    return sk_svg_own_id(svg, sk_arena_printf(svg->scratch, "course-%zu-%s", index, group->id));
}

static bool runs_along(const sk_item *item) {
    return item->kind == SK_ITEM_TEXT && item->as.text.along != NULL;
}

void sk_svg_item_definition(sk_svg_writer *svg, const sk_group *group, size_t index) {
    const sk_item *item = &group->items[index];
    if (!runs_along(item) || svg->target->text_as_outlines) return;
    sk_svg_open(svg, DEFINITION_DEPTH, "path");
    sk_svg_attribute(svg, "id", course_id(svg, group, index));
    sk_svg_attribute(svg, "d", sk_svg_path_data(svg->scratch, item->as.text.along));
    sk_svg_close(svg);
}

static void write_rotation(sk_svg_writer *svg, const sk_text *text) {
    if (text->rotation_deg == 0 || text->along != NULL) return;
    sk_page_point pivot = text->lines[0].baseline;
    sk_svg_attribute(
        svg, "transform",
        sk_arena_printf(svg->scratch, "rotate(%s %s %s)",
                        sk_number_text(svg->scratch, text->rotation_deg, 3),
                        sk_svg_length_text(svg, pivot.x_mm), sk_svg_length_text(svg, pivot.y_mm)));
}

/* Programs differ in whether tracking behind the last letter counts when they centre or end a line:
 * tracked text begins where it was measured to begin. Other text keeps its anchor, so that it stays
 * centred when a designer edits it or lacks the font. */
static bool keeps_anchor(const sk_text *text) {
    return text->style.tracking_mm == 0;
}

static double shift_mm(const sk_text *text, size_t line) {
    return keeps_anchor(text) ? 0 : sk_text_before_anchor_mm(text, line);
}

static void write_anchor(sk_svg_writer *svg, const sk_text *text) {
    static const char *const anchors[] = {
        [SK_ANCHOR_START] = NULL, [SK_ANCHOR_MIDDLE] = "middle", [SK_ANCHOR_END] = "end"};
    if (keeps_anchor(text)) sk_svg_attribute(svg, "text-anchor", anchors[text->anchor]);
}

static sk_page_point position_of(const sk_text *text, size_t line) {
    sk_page_point at = text->lines[line].baseline;
    return (sk_page_point){at.x_mm - shift_mm(text, line), at.y_mm};
}

static void write_position(sk_svg_writer *svg, const sk_text *text, size_t line) {
    sk_page_point at = position_of(text, line);
    sk_svg_place(svg, "x", at.x_mm);
    sk_svg_place(svg, "y", at.y_mm);
}

/* Letters along a path have no position of their own. */
static sk_page_point first_position(const sk_text *text) {
    return text->along != NULL ? (sk_page_point){0, 0} : position_of(text, 0);
}

/* XML programs trim and join spaces unless they are told not to. */
static bool needs_its_spaces(const sk_text *text) {
    for (size_t i = 0; i < text->line_count; i++) {
        const char *utf8 = text->lines[i].utf8;
        size_t length = strlen(utf8);
        if (length == 0) continue;
        if (utf8[0] == ' ' || utf8[length - 1] == ' ' || strstr(utf8, "  ") != NULL) return true;
    }
    return false;
}

static void write_lines(sk_svg_writer *svg, const sk_text *text) {
    for (size_t i = 0; i < text->line_count; i++) {
        sk_svg_open_inline(svg, "tspan");
        write_position(svg, text, i);
        sk_svg_text(svg, text->lines[i].utf8);
        sk_svg_close(svg);
    }
}

static void write_along(sk_svg_writer *svg, const sk_group *group, size_t index) {
    const sk_text *text = &group->items[index].as.text;
    sk_svg_open_inline(svg, "textPath");
    /* The older spelling, since Inkscape 1.2 and Illustrator know only that. */
    sk_svg_attribute(svg, "xlink:href",
                     sk_arena_printf(svg->scratch, "#%s", course_id(svg, group, index)));
    sk_svg_length(svg, "startOffset", text->along_start_mm - shift_mm(text, 0));
    sk_svg_text(svg, text->lines[0].utf8);
    sk_svg_close(svg);
}

/* How wide the lines are that don't begin at their anchor: programs that write a text again begin
 * it at its left end, and what seems to have moved by half of its width has not. */
static void write_widths(sk_svg_writer *svg, const sk_text *text) {
    enum { DECIMALS = 2 };
    if (text->anchor == SK_ANCHOR_START || !keeps_anchor(text)) return;
    const char *widths = "";
    for (size_t i = 0; i < text->line_count; i++)
        widths = sk_arena_printf(svg->scratch, "%s%s%s", widths, i == 0 ? "" : " ",
                                 sk_number_text(svg->scratch, text->lines[i].width_mm, DECIMALS));
    sk_svg_attribute(svg, "data-widths", widths);
}

static void write_live_text(sk_svg_writer *svg, const sk_group *group, size_t index) {
    const sk_text *text = &group->items[index].as.text;
    write_anchor(svg, text);
    write_widths(svg, text);
    write_rotation(svg, text);
    write_drawn_at(svg, group, index, first_position(text));
    if (needs_its_spaces(text)) sk_svg_attribute(svg, "xml:space", "preserve");
    if (text->along != NULL)
        write_along(svg, group, index);
    else
        write_lines(svg, text);
}

/* Says what the letters say, since they are none any more. */
static void write_outlined_text(sk_svg_writer *svg, const sk_group *group, size_t index) {
    const sk_text *text = &group->items[index].as.text;
    const char *words = text->lines[0].utf8;
    for (size_t i = 1; i < text->line_count; i++)
        words = sk_arena_printf(svg->scratch, "%s %s", words, text->lines[i].utf8);
    sk_path outlines = sk_cairo_text_outlines(svg->typesetter, text, svg->scratch);
    sk_svg_attribute(svg, "aria-label", words);
    sk_svg_attribute(svg, "d", sk_svg_path_data(svg->scratch, &outlines));
    if (outlines.count > 0) write_drawn_at(svg, group, index, outlines.segments[0].points[0]);
}

/* A halo by itself is to move with its letters: who takes hold of one of them takes both. */
static bool needs_a_group(const sk_group *group, size_t elements) {
    return elements > 1 && group->count > 1;
}

static void write_text(sk_svg_writer *svg, const sk_group *group, size_t index, int depth) {
    const sk_item *item = &group->items[index];
    const sk_text *text = &item->as.text;
    if (text->line_count == 0 || !(text->style.size_mm > 0)) return;
    sk_svg_style styles[SK_SVG_STYLES_MAX];
    size_t count = sk_svg_item_styles(svg, item, styles);
    bool grouped = needs_a_group(group, count);
    if (grouped) sk_svg_open(svg, depth++, "g");
    for (size_t i = 0; i < count; i++) {
        sk_svg_open(svg, depth, svg->target->text_as_outlines ? "path" : "text");
        sk_svg_style_attribute(svg, styles[i]);
        if (svg->target->text_as_outlines)
            write_outlined_text(svg, group, index);
        else
            write_live_text(svg, group, index);
        sk_svg_close(svg);
    }
    if (grouped) sk_svg_close_below(svg, depth - 1);
}

static void write_path(sk_svg_writer *svg, const sk_path *path) {
    sk_svg_attribute(svg, "d", sk_svg_path_data(svg->scratch, path));
}

static void write_circle(sk_svg_writer *svg, sk_page_point centre, double radius_mm) {
    sk_svg_place(svg, "cx", centre.x_mm);
    sk_svg_place(svg, "cy", centre.y_mm);
    sk_svg_length(svg, "r", radius_mm);
}

/* The centre of a circle, the first point of a path. */
static sk_page_point begin_of(const sk_item *item) {
    if (item->kind == SK_ITEM_CIRCLE) return item->as.circle.centre;
    const sk_path *path = &item->as.path.path;
    return path->count > 0 ? path->segments[0].points[0] : (sk_page_point){0, 0};
}

void sk_svg_item(sk_svg_writer *svg, const sk_group *group, size_t index, int depth) {
    const sk_item *item = &group->items[index];
    if (item->kind == SK_ITEM_TEXT) {
        write_text(svg, group, index, depth);
        return;
    }
    sk_svg_style styles[SK_SVG_STYLES_MAX];
    sk_svg_item_styles(svg, item, styles);
    sk_svg_open(svg, depth, item->kind == SK_ITEM_PATH ? "path" : "circle");
    sk_svg_style_attribute(svg, styles[0]);
    write_drawn_at(svg, group, index, begin_of(item));
    if (item->kind == SK_ITEM_PATH)
        write_path(svg, &item->as.path.path);
    else
        write_circle(svg, item->as.circle.centre, item->as.circle.radius_mm);
    sk_svg_close(svg);
}
