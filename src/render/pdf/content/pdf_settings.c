#include "render/pdf/content/pdf_settings.h"

#include <math.h>
#include <string.h>

#include "base/angle.h"
#include "render/cairo/text_course.h"
#include "scene/text_start.h"
#include "text/shaping.h"

/* The glyphs of a line as they are gathered, from left to right. */
typedef struct {
    sk_pdf_glyph *glyphs;
    size_t *clusters; /* the byte of the line at which each glyph's cluster begins */
    size_t count, capacity, cluster_capacity;
    double x_mm; /* where the next one stands */
    sk_arena *arena;
} gathering;

/* The text of a cluster is shared out among its glyphs, from the first on: a letter each, and what
 * is left is the last one's. */
static void share_out(sk_pdf_glyph *glyphs, size_t count, bool leftwards, const char *utf8,
                      size_t length) {
    for (size_t i = 0; i < count; i++) {
        sk_pdf_glyph *glyph = &glyphs[leftwards ? count - 1 - i : i];
        size_t part = length;
        if (i + 1 < count && length > 0) part = (size_t)(g_utf8_next_char(utf8) - utf8);
        glyph->utf8 = utf8;
        glyph->length = part;
        utf8 += part;
        length -= part;
    }
}

static void share_out_run(gathering *g, size_t first, const PangoItem *item, const char *utf8) {
    bool leftwards = item->analysis.level % 2 == 1;
    size_t end = (size_t)item->offset + (size_t)item->length;
    for (size_t i = first; i < g->count;) {
        size_t next = i;
        while (next < g->count && g->clusters[next] == g->clusters[i]) next++;
        size_t begin = g->clusters[i], stop = end;
        if (!leftwards && next < g->count) stop = g->clusters[next];
        if (leftwards && i > first) stop = g->clusters[i - 1];
        share_out(g->glyphs + i, next - i, leftwards, utf8 + begin, stop - begin);
        i = next;
    }
}

static bool is_missing(const PangoGlyphInfo *info) {
    return info->glyph != PANGO_GLYPH_EMPTY && (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0;
}

static void gather_run(gathering *g, const PangoGlyphItem *run, const char *utf8) {
    size_t first = g->count;
    hb_font_t *font = pango_font_get_hb_font(run->item->analysis.font);
    for (int i = 0; i < run->glyphs->num_glyphs; i++) {
        const PangoGlyphInfo *info = &run->glyphs->glyphs[i];
        sk_pdf_glyph glyph = {
            .font = font,
            .glyph = is_missing(info) ? 0 : info->glyph,
            .x_mm = g->x_mm + sk_mm_from_pango(info->geometry.x_offset),
            .rise_mm = -sk_mm_from_pango(info->geometry.y_offset),
        };
        if (is_missing(info)) glyph.missing_mm = sk_mm_from_pango(info->geometry.width);
        g->x_mm += sk_mm_from_pango(info->geometry.width);
        if (info->glyph == PANGO_GLYPH_EMPTY) continue;
        g->glyphs = sk_arena_grow(g->arena, g->glyphs, g->count, &g->capacity, sizeof *g->glyphs);
        g->clusters = sk_arena_grow(g->arena, g->clusters, g->count, &g->cluster_capacity,
                                    sizeof *g->clusters);
        g->clusters[g->count] = (size_t)run->item->offset + (size_t)run->glyphs->log_clusters[i];
        g->glyphs[g->count++] = glyph;
    }
    share_out_run(g, first, run->item, utf8);
}

static gathering gather_line(PangoLayoutLine *line, const char *utf8, sk_arena *arena) {
    gathering g = {.arena = arena};
    for (GSList *runs = line->runs; runs != NULL; runs = runs->next)
        gather_run(&g, runs->data, utf8);
    return g;
}

static sk_page_point turned(const sk_text *text, sk_page_point point) {
    if (text->rotation_deg == 0) return point;
    sk_page_point pivot = text->lines[0].baseline;
    double turn = sk_radians(text->rotation_deg), c = cos(turn), s = sin(turn);
    double x = point.x_mm - pivot.x_mm, y = point.y_mm - pivot.y_mm;
    return (sk_page_point){pivot.x_mm + c * x - s * y, pivot.y_mm + s * x + c * y};
}

static sk_pdf_setting set_line(sk_typesetter *typesetter, const sk_text *text, size_t index,
                               sk_arena *arena) {
    const sk_text_line *line = &text->lines[index];
    PangoLayoutLine *shaped = sk_typesetter_shape(typesetter, line->utf8, &text->style);
    gathering g = gather_line(shaped, line->utf8, arena);
    sk_page_point begin = {line->baseline.x_mm - sk_text_before_anchor_mm(text, index),
                           line->baseline.y_mm};
    return (sk_pdf_setting){
        turned(text, begin), sk_radians(text->rotation_deg), g.glyphs, g.count, line->utf8,
        strlen(line->utf8)};
}

/* Each cluster stands upright on the course at its own middle, as in SVG. */
static size_t set_along(sk_typesetter *typesetter, const sk_text *text, sk_arena *arena,
                        sk_pdf_setting *out) {
    const char *utf8 = NULL;
    PangoLayoutLine *line =
        sk_typesetter_shape_untracked(typesetter, text->lines[0].utf8, &text->style, &utf8);
    gathering g = gather_line(line, text->lines[0].utf8, arena);
    sk_text_course course = sk_text_course_create(text->along, arena);
    double start = text->along_start_mm - sk_text_before_anchor_mm(text, 0);
    size_t count = 0, clusters = 0;
    for (size_t i = 0; i < g.count; clusters++) {
        size_t next = i;
        while (next < g.count && g.clusters[next] == g.clusters[i]) next++;
        double left = g.glyphs[i].x_mm, right = next < g.count ? g.glyphs[next].x_mm : g.x_mm;
        double middle = start + (left + right) / 2 + (double)clusters * text->style.tracking_mm;
        sk_page_point at;
        double direction = 0;
        if (sk_text_course_at(&course, middle, &at, &direction)) {
            double back = (right - left) / 2;
            for (size_t k = i; k < next; k++) g.glyphs[k].x_mm -= left;
            sk_pdf_setting *setting = &out[count++];
            setting->origin =
                (sk_page_point){at.x_mm - back * cos(direction), at.y_mm - back * sin(direction)};
            setting->direction = direction;
            setting->glyphs = g.glyphs + i;
            setting->count = next - i;
        }
        i = next;
    }
    return count;
}

size_t sk_pdf_settings_create(sk_typesetter *typesetter, const sk_text *text, sk_arena *arena,
                              sk_pdf_setting **out) {
    size_t most = text->line_count;
    if (text->along != NULL) most = 4 * strlen(text->lines[0].utf8); /* glyphs of a letter */
    *out = SK_NEW_ARRAY(arena, sk_pdf_setting, most);
    if (text->along != NULL) return set_along(typesetter, text, arena, *out);
    for (size_t i = 0; i < text->line_count; i++) (*out)[i] = set_line(typesetter, text, i, arena);
    return text->line_count;
}
