#include "svg_reader/element/svg_text.h"

#include <math.h>
#include <string.h>

typedef struct {
    sk_arena *arena;
    sk_page_point pen;
    char *words;
    size_t length, word_capacity;
    sk_page_point *lines; /* where each begins */
    size_t line_count, line_capacity;
    bool along_path;
} text_lines;

static void add_letter(text_lines *t, char letter) {
    t->words = sk_arena_grow(t->arena, t->words, t->length + 1, &t->word_capacity, 1);
    t->words[t->length++] = letter;
    t->words[t->length] = '\0';
}

static bool is_space(char letter) {
    return strchr(" \t\r\n", letter) != NULL;
}

static void begin_line(text_lines *t) {
    while (t->length > 0 && t->words[t->length - 1] == ' ') t->words[--t->length] = '\0';
    if (t->line_count > 0) add_letter(t, '\n');
    t->lines =
        sk_arena_grow(t->arena, t->lines, t->line_count, &t->line_capacity, sizeof *t->lines);
    t->lines[t->line_count++] = t->pen;
}

/* Runs of spaces are one, and none where a line begins. */
static void add_words(text_lines *t, const char *words) {
    const double same_height = 0.05;
    if (strspn(words, " \t\r\n") == strlen(words) && strchr(words, '\n') != NULL) return;
    bool begins =
        t->line_count == 0 || fabs(t->lines[t->line_count - 1].y_mm - t->pen.y_mm) > same_height;
    if (begins && words[0] != '\0') begin_line(t);
    for (; *words != '\0'; words++) {
        bool space = is_space(*words);
        bool first = t->length == 0 || t->words[t->length - 1] == '\n';
        if (space && (first || t->words[t->length - 1] == ' ')) continue;
        add_letter(t, space ? ' ' : *words);
    }
}

static void move_pen(text_lines *t, const xmlNode *node) {
    if (sk_svg_node_has(node, "x")) t->pen.x_mm = sk_svg_node_number(node, "x");
    if (sk_svg_node_has(node, "y")) t->pen.y_mm = sk_svg_node_number(node, "y");
    t->pen.y_mm += sk_svg_node_number(node, "dy");
}

enum { DEPTH_MAX = 16 };

static void read_lines(text_lines *t, const xmlNode *parent, int depth) {
    for (const xmlNode *node = parent->children; node != NULL && depth < DEPTH_MAX;
         node = node->next) {
        bool words = node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
        if (words && node->content != NULL) add_words(t, (const char *)node->content);
        if (!sk_svg_node_is(node, "tspan") && !sk_svg_node_is(node, "textPath") &&
            !sk_svg_node_is(node, "a"))
            continue;
        if (sk_svg_node_is(node, "textPath")) t->along_path = true;
        move_pen(t, node);
        read_lines(t, node, depth + 1);
    }
}

static void read_widths(const xmlNode *text, sk_arena *arena, size_t lines, sk_svg_piece *piece) {
    const char *at = sk_svg_node_attribute(text, "data-widths", arena);
    double *widths = SK_NEW_ARRAY(arena, double, lines + 1);
    while (at != NULL && piece->width_count < lines &&
           sk_svg_number_scan(&at, &widths[piece->width_count]))
        piece->width_count++;
    piece->widths_mm = widths;
}

void sk_svg_text_read(const xmlNode *text, sk_arena *arena, sk_svg_piece *piece) {
    text_lines t = {.arena = arena, .words = SK_NEW_ARRAY(arena, char, 1)};
    move_pen(&t, text);
    read_lines(&t, text, 0);
    while (t.length > 0 && t.words[t.length - 1] == ' ') t.words[--t.length] = '\0';
    piece->element = SK_SVG_TEXT;
    piece->text = t.words;
    piece->points = t.lines;
    piece->point_count = t.line_count;
    piece->at = t.line_count > 0 ? t.lines[0] : t.pen;
    piece->line_count = t.along_path ? 0 : t.line_count;
    read_widths(text, arena, t.line_count, piece);
}
