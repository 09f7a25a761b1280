#include "svg_reader/element/svg_look.h"

#include <math.h>
#include <string.h>

#include "base/number_text.h"
#include "svg_reader/element/svg_colour.h"
#include "svg_reader/element/svg_node.h"
#include "svg_reader/element/svg_transform.h"

typedef enum { COLOUR, NUMBER, LENGTHS, WORD, WEIGHT, FAMILY } value_kind;
typedef enum { OF_ALL, OF_STROKES, OF_TEXTS, OF_PLACES } property_use;

typedef struct {
    const char *name;
    value_kind kind;
    property_use use;
    const char *initial;
} property;

static const property properties[SK_SVG_LOOK_MAX] = {
    {"fill", COLOUR, OF_ALL, "#000000"},
    {"fill-opacity", NUMBER, OF_ALL, "1"},
    {"stroke", COLOUR, OF_STROKES, "none"},
    {"stroke-opacity", NUMBER, OF_STROKES, "1"},
    {"stroke-width", LENGTHS, OF_STROKES, "1"},
    {"stroke-dasharray", LENGTHS, OF_STROKES, "none"},
    {"stroke-linecap", WORD, OF_STROKES, "butt"},
    {"stroke-linejoin", WORD, OF_STROKES, "miter"},
    {"font-family", FAMILY, OF_TEXTS, ""},
    {"font-size", LENGTHS, OF_TEXTS, ""},
    {"font-weight", WEIGHT, OF_TEXTS, "400"},
    {"font-style", WORD, OF_TEXTS, "normal"},
    {"letter-spacing", LENGTHS, OF_TEXTS, "0"},
    {"filter", WORD, OF_ALL, "none"},
    {"mask", WORD, OF_ALL, "none"},
    {"mix-blend-mode", WORD, OF_ALL, "normal"},
    {"text-anchor", WORD, OF_PLACES, "start"}, /* where a text stands, not what it looks like */
};
enum { FILL = 0, STROKE = 2, FONT_FAMILY = 8, FONT_WEIGHT = 10, FONT_STYLE = 11, ANCHOR = 16 };

sk_svg_look sk_svg_look_default(void) {
    return (sk_svg_look){.opacity = 1};
}

static void set_property(sk_svg_look *look, double *opacity, const char *name, const char *value) {
    double number;
    const char *at = value;
    if (strcmp(name, "opacity") == 0 && sk_svg_number_scan(&at, &number)) {
        *opacity = *at == '%' ? number / 100 : number;
    } else if (strcmp(name, "display") == 0 && strcmp(value, "none") == 0) {
        look->hidden = true;
    } else if (strcmp(name, "visibility") == 0) {
        look->hidden = look->hidden || strcmp(value, "hidden") == 0;
    } else if (strcmp(name, "transform") == 0) {
        look->transform = value;
    } else if (strcmp(name, "clip-path") == 0) {
        look->clip_path = value;
    }
    for (size_t i = 0; i < SK_SVG_LOOK_MAX; i++)
        if (strcmp(properties[i].name, name) == 0 && strcmp(value, "inherit") != 0)
            look->values[i] = value;
}

static const char *trimmed(sk_arena *arena, const char *begin, size_t length) {
    static const char space[] = " \t\r\n";
    while (length > 0 && strchr(space, *begin) != NULL) begin++, length--;
    while (length > 0 && strchr(space, begin[length - 1]) != NULL) length--;
    return sk_arena_string_n(arena, begin, length);
}

static void set_declarations(sk_svg_look *look, double *opacity, const char *css, sk_arena *arena) {
    for (const char *at = css; *at != '\0'; at += *at == ';') {
        size_t length = strcspn(at, ";"), name = strcspn(at, ":;");
        if (name < length) {
            const char *value = trimmed(arena, at + name + 1, length - name - 1);
            char *important = strstr(value, "!important");
            if (important != NULL) value = trimmed(arena, value, (size_t)(important - value));
            set_property(look, opacity, trimmed(arena, at, name), value);
        }
        at += length;
    }
}

static bool has_class(const char *classes, const char *name) {
    static const char space[] = " \t\r\n";
    for (const char *at = classes + strspn(classes, space); *at != '\0'; at += strspn(at, space)) {
        size_t length = strcspn(at, space);
        if (strlen(name) == length && memcmp(at, name, length) == 0) return true;
        at += length;
    }
    return false;
}

/* In the order of CSS: attributes, then classes in the order of their rules, then the style. */
sk_svg_look sk_svg_look_of(const xmlNode *node, const sk_svg_look *outer, const sk_svg_rule *rules,
                           size_t rule_count, sk_arena *arena) {
    sk_svg_look look = *outer;
    look.transform = look.clip_path = NULL;
    double opacity = 1;
    for (const xmlAttr *a = node->properties; a != NULL; a = a->next)
        if (a->ns == NULL) {
            const char *name = (const char *)a->name;
            set_property(&look, &opacity, name, sk_svg_node_attribute(node, name, arena));
        }
    const char *classes = sk_svg_node_attribute(node, "class", arena);
    for (size_t i = 0; classes != NULL && i < rule_count; i++)
        if (has_class(classes, rules[i].name))
            set_declarations(&look, &opacity, rules[i].declarations, arena);
    const char *style = sk_svg_node_attribute(node, "style", arena);
    if (style != NULL) set_declarations(&look, &opacity, style, arena);
    look.opacity = outer->opacity * opacity;
    look.hidden = look.hidden || outer->hidden;
    bool own_clip = look.clip_path != NULL && strcmp(look.clip_path, "none") != 0;
    look.clipped = outer->clipped || own_clip;
    return look;
}

static bool is_none(const sk_svg_look *look, size_t index) {
    const char *value = look->values[index];
    return strcmp(value == NULL ? properties[index].initial : value, "none") == 0;
}

const char *sk_svg_look_fill(const sk_svg_look *look, sk_arena *arena) {
    const char *fill = look->values[FILL];
    return sk_svg_colour(fill != NULL ? fill : properties[FILL].initial, arena);
}

bool sk_svg_look_has_line(const sk_svg_look *look) {
    return !is_none(look, STROKE);
}

bool sk_svg_look_is_invisible(const sk_svg_look *look) {
    return look->hidden || look->opacity <= 0 || (is_none(look, FILL) && is_none(look, STROKE));
}

double sk_svg_look_anchor(const sk_svg_look *look) {
    const char *anchor = look->values[ANCHOR];
    if (anchor == NULL) return 0;
    return strcmp(anchor, "middle") == 0 ? 0.5 : strcmp(anchor, "end") == 0 ? 1 : 0;
}

/* Each number of a list in points. CSS's px is the drawing's unit, as is a number without one. */
static const char *lengths_text(const char *value, double points, sk_arena *arena) {
    const double most = 1e9; /* larger is as good as endless, and no number to write */
    enum { DECIMALS = 3 };
    const char *text = "", *at = value;
    double number;
    while (sk_svg_number_scan(&at, &number)) {
        if (strncmp(at, "px", 2) == 0) at += 2;
        text = sk_arena_printf(
            arena, "%s%s%s", text, text[0] == '\0' ? "" : " ",
            sk_number_text(arena, fmax(-most, fmin(number * points, most)), DECIMALS));
    }
    return text[0] == '\0' ? value : text;
}

/* What a family is called, without those that stand in for it. */
static const char *family_text(const char *value, sk_arena *arena) {
    size_t length = strcspn(value, ",");
    while (length > 0 && strchr("'\" ", *value) != NULL) value++, length--;
    while (length > 0 && strchr("'\" ", value[length - 1]) != NULL) length--;
    return sk_arena_string_n(arena, value, length);
}

/* Illustrator gives each weight and slant of a font as a family: 'Lato-BoldItalic'. */
static void split_family(const char *values[SK_SVG_LOOK_MAX], sk_arena *arena) {
    const char *family = values[FONT_FAMILY], *face = strrchr(family, '-');
    if (face == NULL) return;
    bool bold = strncmp(face, "-Bold", 5) == 0, italic = strstr(face, "Italic") != NULL;
    if (!bold && !italic && strcmp(face, "-Regular") != 0) return;
    values[FONT_FAMILY] = sk_arena_string_n(arena, family, (size_t)(face - family));
    if (bold) values[FONT_WEIGHT] = "700";
    if (italic) values[FONT_STYLE] = "italic";
}

static const char *value_text(const property *p, const char *value, double points,
                              sk_arena *arena) {
    switch (p->kind) {
        case COLOUR:
            return sk_svg_colour(value, arena);
        case LENGTHS:
            return strcmp(value, "normal") == 0 ? "0" : lengths_text(value, points, arena);
        case WEIGHT:
            return strcmp(value, "bold") == 0     ? "700"
                   : strcmp(value, "normal") == 0 ? "400"
                                                  : value;
        case FAMILY:
            return family_text(value, arena);
        case NUMBER:
        case WORD:
            return value;
    }
    return value;
}

/* What is not seen is not told: a stroke's width where there is no stroke, a line's font. */
static bool is_seen(const sk_svg_look *look, size_t index, bool is_text) {
    if (properties[index].use == OF_PLACES) return false;
    if (properties[index].use == OF_TEXTS) return is_text;
    if (properties[index].use == OF_STROKES) return !is_none(look, STROKE);
    return index != FILL + 1 || !is_none(look, FILL);
}

const char *sk_svg_look_text(const sk_svg_look *look, bool is_text, double points,
                             sk_arena *arena) {
    const char *values[SK_SVG_LOOK_MAX], *text = "";
    for (size_t i = 0; i < SK_SVG_LOOK_MAX; i++) {
        const char *value = look->values[i];
        if (value == NULL) value = properties[i].initial;
        values[i] = value_text(&properties[i], value, points, arena);
    }
    split_family(values, arena);
    for (size_t i = 0; i < SK_SVG_LOOK_MAX; i++) {
        bool initial = i != FILL && strcmp(values[i], properties[i].initial) == 0;
        if (!initial && is_seen(look, i, is_text))
            text = sk_arena_printf(arena, "%s%s%s:%s", text, text[0] == '\0' ? "" : ";",
                                   properties[i].name, values[i]);
    }
    return text;
}
