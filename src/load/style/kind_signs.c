#include "load/style/kind_signs.h"

#include <math.h>
#include <string.h>

void sk_kind_signs_begin(sk_style_sheet *style, const sk_project_settings *settings) {
    style->link.kind_count = settings->link_kinds.count;
    for (size_t i = 0; i < style->link.kind_count; i++)
        style->link.kinds[i].kind = settings->link_kinds.items[i];
    style->zone.class_count = settings->zone_classes.count;
    for (size_t i = 0; i < style->zone.class_count; i++)
        style->zone.classes[i].zone_class = settings->zone_classes.items[i];
}

static bool has_kind(const sk_style_sheet *style, const char *kind) {
    for (size_t i = 0; i < style->link.kind_count; i++)
        if (strcmp(style->link.kinds[i].kind, kind) == 0) return true;
    return false;
}

const char *const *sk_kind_signs_idle(const sk_style_sheet *style, sk_arena *arena) {
    const sk_string_list usual = sk_settings_usual()->link_kinds;
    const char **idle = SK_NEW_ARRAY(arena, const char *, usual.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < usual.count; i++)
        if (!has_kind(style, usual.items[i]))
            idle[count++] = sk_arena_printf(arena, "link.%s", usual.items[i]);
    return idle;
}

static bool colours_alike(const sk_colour *a, const sk_colour *b) {
    const double little = 0.12; /* of each part: two such lines are one to whoever looks quickly */
    return fabs(a->red - b->red) < little && fabs(a->green - b->green) < little &&
           fabs(a->blue - b->blue) < little && fabs(a->alpha - b->alpha) < little;
}

static bool is_near(double a, double b) {
    const double times = 1.5;
    return fmax(a, b) <= times * fmin(a, b);
}

static bool strokes_alike(const sk_stroke *a, const sk_stroke *b) {
    if (a->dash_count != b->dash_count || !is_near(a->width_mm, b->width_mm)) return false;
    for (size_t i = 0; i < a->dash_count; i++)
        if (!is_near(a->dash_mm[i], b->dash_mm[i])) return false;
    return colours_alike(&a->colour, &b->colour);
}

static void report(const sk_keyed_file *file, const char *object, const char *one,
                   const char *other, const char *part, const char *remedy) {
    sk_keyed_fault(file, NULL, sk_arena_printf(file->arena, "%s.%s%s", object, other, part),
                   sk_arena_printf(file->arena, "it looks as %s.%s%s does", object, one, part),
                   remedy);
}

static void check_zones(const sk_keyed_file *file, const sk_zone_sign *one,
                        const sk_zone_sign *other) {
    if (colours_alike(&one->fill, &other->fill) && strokes_alike(&one->line, &other->line))
        report(file, "zone", one->zone_class, other->zone_class, ".fill",
               "give it another colour, or another outline");
    if (strokes_alike(&one->hatch, &other->hatch))
        report(file, "zone", one->zone_class, other->zone_class, ".hatch",
               "give it another colour, width or dash");
}

static void check_link(const sk_keyed_file *file, const sk_style_sheet *style, size_t index) {
    const sk_link_sign *sign = &style->link.kinds[index];
    if (sign->line.width_mm <= 0)
        sk_keyed_fault(file, NULL, sk_arena_printf(file->arena, "link.%s.width", sign->kind),
                       "nobody sees a link without a line", "write 0.1 mm or more");
    for (size_t i = 0; i < index; i++)
        if (strokes_alike(&style->link.kinds[i].line, &sign->line))
            report(file, "link", style->link.kinds[i].kind, sign->kind, "",
                   "give it another colour, width or dash");
}

void sk_kind_signs_check(const sk_keyed_file *file, const sk_style_sheet *style) {
    for (size_t i = 0; i < style->link.kind_count; i++) check_link(file, style, i);
    for (size_t i = 0; i < style->zone.class_count; i++)
        for (size_t k = i + 1; k < style->zone.class_count; k++)
            check_zones(file, &style->zone.classes[i], &style->zone.classes[k]);
}

const sk_stroke *sk_style_link(const sk_style_sheet *style, sk_link_type type) {
    return &style->link.kinds[type - 1].line;
}

sk_zone_sign sk_style_zone(const sk_style_sheet *style, sk_zone_class zone_class) {
    if (zone_class > 0) return style->zone.classes[zone_class - 1];
    return (sk_zone_sign){NULL, style->zone.fill, style->zone.line, style->zone.hatch};
}
