#include "render/svg/svg_styles.h"

#include <math.h>
#include <stdarg.h>
#include <string.h>

#include "scene/id_set.h"

typedef struct {
    const char *wish, *declarations; /* what the scene says */
    const char *name;                /* what the file says */
} class_row;

typedef struct sk_svg_styles {
    class_row *rows;
    size_t count, capacity;
    sk_id_set *names;
} sk_svg_styles;

/* Appends one declaration to the others. */
static void declare(const sk_svg_writer *svg, const char **css, const char *format, ...)
    SK_PRINTF_LIKE(3, 4);
static void declare(const sk_svg_writer *svg, const char **css, const char *format, ...) {
    char text[256];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    *css = sk_arena_printf(svg->scratch, "%s%s%s", *css, (*css)[0] != '\0' ? ";" : "", text);
}

static unsigned byte_of(double part) {
    return (unsigned)lround(fmin(fmax(part, 0), 1) * 255);
}

/* `fill` or `stroke`, and its opacity where it has one. */
static void declare_colour(const sk_svg_writer *svg, const char **css, const char *property,
                           sk_colour colour) {
    if (!(colour.alpha > 0)) {
        declare(svg, css, "%s:none", property);
        return;
    }
    declare(svg, css, "%s:#%02x%02x%02x", property, byte_of(colour.red), byte_of(colour.green),
            byte_of(colour.blue));
    if (colour.alpha < 1)
        declare(svg, css, "%s-opacity:%s", property, sk_number_text(svg->scratch, colour.alpha, 3));
}

/* CSS wants a unit; its px is the drawing's own. */
static void declare_length(const sk_svg_writer *svg, const char **css, const char *property,
                           double mm) {
    declare(svg, css, "%s:%spx", property, sk_svg_length_text(svg, mm));
}

static bool strokes(const sk_stroke *line) {
    return line->width_mm > 0 && line->colour.alpha > 0;
}

static void declare_dashes(const sk_svg_writer *svg, const char **css, const sk_stroke *line) {
    if (line->dash_count == 0) return;
    const char *text = "";
    for (size_t i = 0; i < line->dash_count; i++)
        text = sk_arena_printf(svg->scratch, "%s%s%spx", text, i == 0 ? "" : " ",
                               sk_svg_length_text(svg, line->dash_mm[i]));
    declare(svg, css, "stroke-dasharray:%s", text);
}

static sk_svg_style paint_style(const sk_svg_writer *svg, const sk_paint *paint) {
    const char *css = "";
    declare_colour(svg, &css, "fill", paint->fill);
    if (paint->fill.alpha > 0) declare(svg, &css, "fill-rule:evenodd");
    if (strokes(&paint->line)) {
        declare_colour(svg, &css, "stroke", paint->line.colour);
        declare_length(svg, &css, "stroke-width", paint->line.width_mm);
        declare_dashes(svg, &css, &paint->line);
        if (paint->round_caps) declare(svg, &css, "stroke-linecap:round;stroke-linejoin:round");
    }
    return (sk_svg_style){paint->class_name, css};
}

static const char *font_declarations(const sk_svg_writer *svg, const sk_text_style *style) {
    const char *css = "";
    if (svg->target->text_as_outlines) return css;
    declare_length(svg, &css, "font-size", style->size_mm);
    if (style->weight != 400) declare(svg, &css, "font-weight:%d", style->weight);
    if (style->italic) declare(svg, &css, "font-style:italic");
    if (style->tracking_mm != 0) declare_length(svg, &css, "letter-spacing", style->tracking_mm);
    return css;
}

static void declare_halo(const sk_svg_writer *svg, const char **css, const sk_text_style *style) {
    declare_colour(svg, css, "stroke", style->halo);
    declare_length(svg, css, "stroke-width", 2 * style->halo_mm);
    declare(svg, css, "stroke-linejoin:round");
}

static size_t text_styles(const sk_svg_writer *svg, const sk_text *text,
                          sk_svg_style styles[SK_SVG_STYLES_MAX]) {
    const sk_text_style *style = &text->style;
    const char *letters = font_declarations(svg, style), *below = letters;
    bool halo = style->halo_mm > 0 && style->halo.alpha > 0;
    size_t count = 0;
    declare_colour(svg, &letters, "fill", style->colour);
    if (halo && !svg->target->halo_apart) {
        declare_halo(svg, &letters, style);
        declare(svg, &letters, "paint-order:stroke");
    } else if (halo) {
        declare(svg, &below, "fill:none");
        declare_halo(svg, &below, style);
        const char *name = text->class_name;
        if (name != NULL) name = sk_arena_printf(svg->scratch, "%s-halo", name);
        styles[count++] = (sk_svg_style){name, below};
    }
    styles[count++] = (sk_svg_style){text->class_name, letters};
    return count;
}

size_t sk_svg_item_styles(const sk_svg_writer *svg, const sk_item *item,
                          sk_svg_style styles[SK_SVG_STYLES_MAX]) {
    switch (item->kind) {
        case SK_ITEM_PATH:
            styles[0] = paint_style(svg, &item->as.path.paint);
            return 1;
        case SK_ITEM_CIRCLE:
            styles[0] = paint_style(svg, &item->as.circle.paint);
            return 1;
        case SK_ITEM_TEXT:
            return text_styles(svg, &item->as.text, styles);
    }
    return 0;
}

static const class_row *find(const sk_svg_styles *styles, sk_svg_style style) {
    for (size_t i = 0; i < styles->count; i++)
        if (strcmp(styles->rows[i].wish, style.class_name) == 0 &&
            strcmp(styles->rows[i].declarations, style.declarations) == 0)
            return &styles->rows[i];
    return NULL;
}

static void take(sk_svg_writer *svg, sk_svg_style style) {
    sk_svg_styles *styles = svg->styles;
    if (style.class_name == NULL || find(styles, style) != NULL) return;
    styles->rows = sk_arena_grow(svg->scratch, styles->rows, styles->count, &styles->capacity,
                                 sizeof *styles->rows);
    styles->rows[styles->count++] = (class_row){style.class_name, style.declarations,
                                                sk_id_set_take(styles->names, style.class_name)};
}

void sk_svg_styles_gather(sk_svg_writer *svg, const sk_scene *scene) {
    svg->styles = SK_NEW(svg->scratch, sk_svg_styles);
    svg->styles->names = sk_id_set_create(svg->scratch);
    for (size_t i = 0; i < scene->count; i++)
        for (size_t j = 0; j < scene->layers[i]->count; j++) {
            const sk_group *group = scene->layers[i]->groups[j];
            for (size_t k = 0; k < group->count; k++) {
                sk_svg_style styles[SK_SVG_STYLES_MAX];
                size_t count = sk_svg_item_styles(svg, &group->items[k], styles);
                for (size_t n = 0; n < count; n++) take(svg, styles[n]);
            }
        }
}

void sk_svg_styles_write(sk_svg_writer *svg) {
    for (size_t i = 0; i < svg->styles->count; i++) {
        const class_row *row = &svg->styles->rows[i];
        sk_svg_text_line(svg,
                         sk_arena_printf(svg->scratch, ".%s{%s}", row->name, row->declarations));
    }
}

/* A number of an attribute has no unit: it counts in the drawing's own, which CSS calls px. */
static const char *without_units(const sk_svg_writer *svg, const char *value, size_t length) {
    char *plain = sk_arena_string_n(svg->scratch, value, length), *to = plain;
    for (const char *from = plain; *from != '\0'; from++) {
        bool unit = from > plain && from[-1] >= '0' && from[-1] <= '9' && from[0] == 'p';
        if (unit && from[1] == 'x')
            from++;
        else
            *to++ = *from;
    }
    *to = '\0';
    return plain;
}

/* CSS in a class or a style goes before these. */
static void write_presentation(sk_svg_writer *svg, const char *declarations) {
    for (const char *at = declarations; *at != '\0'; at += *at == ';') {
        size_t length = strcspn(at, ";"), property = strcspn(at, ":");
        sk_svg_attribute(svg, sk_arena_string_n(svg->scratch, at, property),
                         without_units(svg, at + property + 1, length - property - 1));
        at += length;
    }
}

void sk_svg_style_attribute(sk_svg_writer *svg, sk_svg_style style) {
    bool plain = svg->target->no_classes;
    const class_row *row = style.class_name == NULL || plain ? NULL : find(svg->styles, style);
    if (row != NULL)
        sk_svg_attribute(svg, "class", row->name);
    else if (!plain)
        sk_svg_attribute(svg, "style", style.declarations);
    if (plain || (row != NULL && svg->target->style_attributes))
        write_presentation(svg, style.declarations);
}
