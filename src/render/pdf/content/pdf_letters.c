#include "render/pdf/content/pdf_letters.h"

#include <math.h>
#include <string.h>

#include "render/cairo/units.h"
#include "render/pdf/content/pdf_colour.h"
#include "render/pdf/content/pdf_faces.h"
#include "render/pdf/content/pdf_outlines.h"
#include "render/pdf/content/pdf_settings.h"
#include "render/pdf/content/pdf_words.h"
#include "render/pdf/objects/pdf_strings.h"

static const double per_size = 1000; /* units of letters in their size */

/* Larger letters cover what lies below them, which would shine through the black ink. */
static const double overprint_most_pt = 12;

/* A matrix that turns, scales and moves; y upwards, so that a turn to the right is negative. */
static void put_matrix(sk_pdf_content *content, const sk_pdf_setting *setting, double scale) {
    enum { TURN_DECIMALS = 5 };
    double c = scale * cos(setting->direction), s = scale * sin(setting->direction);
    const double parts[] = {c, -s, s, c};
    for (size_t i = 0; i < 4; i++) {
        sk_pdf_put_number(&content->bytes, parts[i], TURN_DECIMALS);
        sk_pdf_put_text(&content->bytes, " ");
    }
    sk_pdf_put_place(content, sk_pdf_place_of(content, setting->origin));
}

/* The outlines, each from where the last one stood, in whole thousandths of the size. */
static void draw_halo_of(sk_pdf_content *content, const sk_text_style *style,
                         const sk_pdf_setting *setting) {
    double size_pt = sk_pt(style->size_mm), scale = size_pt / per_size;
    long long x = 0, y = 0;
    bool begun = false;
    for (size_t i = 0; i < setting->count; i++) {
        const sk_pdf_glyph *glyph = &setting->glyphs[i];
        sk_pdf_face *face = sk_pdf_faces_find(content->shared->faces, glyph->font);
        size_t outline = 0;
        if (!sk_pdf_outline_find(content->shared, face, glyph->glyph, &outline)) continue;
        if (!begun) {
            sk_pdf_save(content);
            put_matrix(content, setting, scale);
            sk_pdf_put_text(&content->bytes, "cm\n");
            sk_pdf_set_width(content, 2 * sk_pt(style->halo_mm) / scale);
            begun = true;
        }
        long long to_x = llround(sk_pt(glyph->x_mm) / scale);
        long long to_y = llround(sk_pt(glyph->rise_mm) / scale);
        if (to_x != x || to_y != y)
            sk_pdf_put_format(&content->bytes, "1 0 0 1 %lld %lld cm", to_x - x, to_y - y);
        x = to_x;
        y = to_y;
        sk_pdf_put_use(&content->bytes, &content->uses, SK_PDF_GLYPH, outline);
        sk_pdf_put_text(&content->bytes, " Do\n");
    }
    if (begun) sk_pdf_restore(content);
}

static void draw_halo(sk_pdf_content *content, const sk_text_style *style,
                      const sk_pdf_setting *settings, size_t count) {
    sk_pdf_set_colours(content, NULL, &style->halo);
    sk_pdf_set_line_ends(content, SK_PDF_LINES_ROUND);
    sk_pdf_set_dash(content, NULL, 0);
    for (size_t i = 0; i < count; i++) draw_halo_of(content, style, &settings[i]);
}

/* An empty box in the place of each letter that the font lacks: its own sign for that may be empty.
 */
static void draw_boxes(sk_pdf_content *content, const sk_text_style *style,
                       const sk_pdf_setting *setting) {
    static const double high = 0.7, pen = 0.05, side = 0.1; /* of the size, and of the width */
    for (size_t i = 0; i < setting->count; i++) {
        const sk_pdf_glyph *glyph = &setting->glyphs[i];
        if (!(glyph->missing_mm > 0)) continue;
        const double box[] = {glyph->x_mm + side * glyph->missing_mm, glyph->rise_mm,
                              (1 - 2 * side) * glyph->missing_mm, high * style->size_mm};
        sk_pdf_save(content);
        put_matrix(content, setting, 1);
        sk_pdf_put_text(&content->bytes, "cm\n");
        sk_pdf_set_colours(content, NULL, &style->colour);
        sk_pdf_set_width(content, sk_pt(pen * style->size_mm));
        sk_pdf_set_dash(content, NULL, 0);
        for (size_t k = 0; k < 4; k++) {
            sk_pdf_put_number(&content->bytes, sk_pt(box[k]), SK_PDF_PLACE_DECIMALS);
            sk_pdf_put_text(&content->bytes, " ");
        }
        sk_pdf_put_text(&content->bytes, "re S\n");
        sk_pdf_restore(content);
    }
}

/* Where the reader's pen is in a line, in points from its start. */
typedef struct {
    sk_pdf_content *content;
    double pen_pt;
    bool in_array, in_string;
    bool replaced; /* what is shown stands for another text */
} showing;

static void end_string(showing *s) {
    if (s->in_string) sk_pdf_put_text(&s->content->bytes, ">");
    s->in_string = false;
}

static void end_array(showing *s) {
    end_string(s);
    if (s->in_array) sk_pdf_put_text(&s->content->bytes, "]TJ\n");
    s->in_array = false;
}

static void set_spacing(sk_pdf_content *content, const sk_text_style *style) {
    double spacing_pt = sk_pt(style->tracking_mm);
    if (content->state.spacing_pt == spacing_pt) return;
    sk_pdf_put_number(&content->bytes, spacing_pt, SK_PDF_LENGTH_DECIMALS);
    sk_pdf_put_text(&content->bytes, " Tc\n");
    content->state.spacing_pt = spacing_pt;
}

static void set_font(showing *s, const sk_pdf_face *face, double size_pt) {
    sk_pdf_state *state = &s->content->state;
    if (state->font == face->resource + 1 && state->size_pt == size_pt) return;
    end_array(s);
    sk_pdf_put_use(&s->content->bytes, &s->content->uses, SK_PDF_FONT, face->resource);
    sk_pdf_put_text(&s->content->bytes, " ");
    sk_pdf_put_number(&s->content->bytes, size_pt, SK_PDF_LENGTH_DECIMALS);
    sk_pdf_put_text(&s->content->bytes, " Tf\n");
    state->font = face->resource + 1;
    state->size_pt = size_pt;
}

static void set_rise(showing *s, double rise_pt) {
    if (s->content->state.rise_pt == rise_pt) return;
    end_array(s);
    sk_pdf_put_number(&s->content->bytes, rise_pt, SK_PDF_LENGTH_DECIMALS);
    sk_pdf_put_text(&s->content->bytes, " Ts\n");
    s->content->state.rise_pt = rise_pt;
}

/* Kerning, and what rounding adds up to, in whole thousandths of the size. */
static void move_pen(showing *s, double to_pt, double size_pt) {
    long long step = llround((s->pen_pt - to_pt) * per_size / size_pt);
    if (step == 0) return;
    end_string(s);
    sk_pdf_put_format(&s->content->bytes, "%lld", step);
    s->pen_pt -= (double)step * size_pt / per_size;
}

static void show_glyph(showing *s, const sk_text_style *style, const sk_pdf_glyph *glyph,
                       const char *utf8, size_t length) {
    sk_pdf_faces *faces = s->content->shared->faces;
    double size_pt = sk_pt(style->size_mm);
    sk_pdf_face *face = sk_pdf_faces_find(faces, glyph->font);
    const sk_pdf_letter *letter = sk_pdf_faces_letter(faces, face, glyph->glyph, utf8, length);
    set_font(s, face, size_pt);
    set_rise(s, sk_pt(glyph->rise_mm));
    if (!s->in_array) sk_pdf_put_text(&s->content->bytes, "[");
    s->in_array = true;
    move_pen(s, sk_pt(glyph->x_mm), size_pt);
    if (!s->in_string) sk_pdf_put_text(&s->content->bytes, "<");
    s->in_string = true;
    sk_pdf_put_format(&s->content->bytes, "%04X", letter->code);
    s->pen_pt += letter->width * size_pt / per_size + s->content->state.spacing_pt;
}

/* A glyph belongs to what replaces it where its text begins there. */
static bool within(const sk_pdf_setting *setting, const sk_pdf_glyph *glyph,
                   const sk_pdf_stretch *stretch) {
    size_t at = (size_t)(glyph->utf8 - setting->utf8);
    return at >= stretch->begin && at < stretch->end;
}

static void begin_replaced(showing *s, const char *utf8) {
    end_array(s);
    sk_pdf_put_text(&s->content->bytes, "/Span<</ActualText");
    sk_pdf_put_string(&s->content->bytes, utf8);
    sk_pdf_put_text(&s->content->bytes, ">>BDC\n");
    s->replaced = true;
}

static void end_replaced(showing *s) {
    if (!s->replaced) return;
    end_array(s);
    sk_pdf_put_text(&s->content->bytes, "EMC\n");
    s->replaced = false;
}

/* Between this line's last word and the next line's first one: who reads the lines as one text has
 * nothing else to tell the two apart by. */
static void show_blank(showing *s, const sk_text_style *style, const sk_pdf_glyph *last) {
    sk_pdf_glyph blank = {.font = last->font, .x_mm = s->pen_pt / sk_pt(1)};
    if (hb_font_get_nominal_glyph(last->font, ' ', &blank.glyph) == 0) return;
    show_glyph(s, style, &blank, " ", 1);
}

/* From one stretch of a line to another, NULL being none. */
static void change_stretch(showing *s, const sk_pdf_stretch *stretch) {
    if (stretch != NULL && stretch->actual == NULL) return;
    end_replaced(s);
    if (stretch != NULL) begin_replaced(s, stretch->actual);
}

static const sk_pdf_stretch *stretch_of(const sk_pdf_line_words *words,
                                        const sk_pdf_setting *setting, const sk_pdf_glyph *glyph) {
    const sk_pdf_stretch *found = NULL;
    for (size_t i = 0; i < words->count; i++)
        if (within(setting, glyph, &words->stretches[i])) found = &words->stretches[i];
    return found;
}

/* A word that the line's end cuts stays open for the next line. */
static void show_line(showing *s, const sk_text_style *style, const sk_pdf_setting *setting,
                      const sk_pdf_line_words *words) {
    static const char soft_hyphen[] = "\xC2\xAD";
    const sk_pdf_stretch *open = NULL;
    s->pen_pt = 0;
    for (size_t i = 0; i < setting->count; i++) {
        const sk_pdf_glyph *glyph = &setting->glyphs[i];
        const sk_pdf_stretch *stretch = stretch_of(words, setting, glyph);
        if (i == 0 || stretch != open) change_stretch(s, stretch);
        open = stretch;
        bool hyphen = words->end == SK_LINE_ENDS_HYPHENATED &&
                      (size_t)(glyph->utf8 - setting->utf8) + glyph->length == setting->length;
        show_glyph(s, style, glyph, hyphen ? soft_hyphen : glyph->utf8,
                   hyphen ? sizeof soft_hyphen - 1 : glyph->length);
    }
    if (open == NULL && words->goes_on) show_blank(s, style, &setting->glyphs[setting->count - 1]);
    end_array(s);
    if (!words->cut) end_replaced(s);
}

/* A line that is not turned starts relatively to the one before, `last`. */
static void put_start(sk_pdf_content *content, const sk_pdf_setting *setting, sk_pdf_place *last) {
    if (setting->direction == 0) {
        sk_pdf_place at = sk_pdf_place_of(content, setting->origin);
        sk_pdf_put_place(content, (sk_pdf_place){at.x - last->x, at.y - last->y});
        sk_pdf_put_text(&content->bytes, "Td\n");
        *last = at;
        return;
    }
    put_matrix(content, setting, 1);
    sk_pdf_put_text(&content->bytes, "Tm\n");
}

/* A turned line is one word for who copies it, as some programs take each of its letters for a line
 * of its own. */
static sk_pdf_line_words words_of(const sk_text *text, size_t index, const char *name,
                                  const sk_pdf_setting *setting, sk_arena *scratch) {
    if (setting->direction == 0) return sk_pdf_words_of_line(text, index, name, scratch);
    return (sk_pdf_line_words){.stretches = {{0, setting->length, setting->utf8}}, .count = 1};
}

/* All lines are one object, so that a word that goes on in the next line is marked as one. */
static void draw_lines(sk_pdf_content *content, const sk_text *text, const char *name,
                       const sk_pdf_setting *settings, size_t count, sk_arena *scratch) {
    showing s = {.content = content};
    sk_pdf_place last = {0};
    sk_pdf_put_text(&content->bytes, "BT\n");
    for (size_t i = 0; i < count; i++) {
        if (settings[i].count == 0) continue;
        sk_pdf_line_words words = words_of(text, i, name, &settings[i], scratch);
        put_start(content, &settings[i], &last);
        show_line(&s, &text->style, &settings[i], &words);
    }
    end_replaced(&s);
    sk_pdf_put_text(&content->bytes, "ET\n");
}

/* One object, and one word for who copies it, whatever way its letters are turned. */
static void draw_along(sk_pdf_content *content, const sk_text *text, const sk_pdf_setting *settings,
                       size_t count) {
    showing s = {.content = content};
    sk_pdf_put_text(&content->bytes, "BT\n");
    begin_replaced(&s, text->lines[0].utf8);
    for (size_t i = 0; i < count; i++) {
        put_matrix(content, &settings[i], 1);
        sk_pdf_put_text(&content->bytes, "Tm\n");
        s.pen_pt = 0;
        for (size_t k = 0; k < settings[i].count; k++) {
            const sk_pdf_glyph *glyph = &settings[i].glyphs[k];
            show_glyph(&s, &text->style, glyph, glyph->utf8, glyph->length);
        }
        end_array(&s);
    }
    end_replaced(&s);
    sk_pdf_put_text(&content->bytes, "ET\n");
}

/* A plate that is a hair off would leave a white rim around small black letters. */
static bool is_small_and_black(const sk_pdf_content *content, const sk_text_style *style) {
    return sk_pt(style->size_mm) <= overprint_most_pt &&
           sk_pdf_is_black_ink(style->colour, content->shared->print);
}

void sk_pdf_draw_text(sk_pdf_content *content, sk_typesetter *typesetter, const sk_text *text,
                      const char *name) {
    if (text->line_count == 0 || !(text->style.size_mm > 0)) return;
    sk_arena *scratch = sk_arena_create();
    sk_pdf_setting *settings = NULL;
    size_t count = sk_pdf_settings_create(typesetter, text, scratch, &settings);
    const sk_text_style *style = &text->style;
    if (style->halo_mm > 0 && style->halo.alpha > 0) draw_halo(content, style, settings, count);
    if (style->colour.alpha > 0 && count > 0) {
        sk_pdf_set_overprint(content, is_small_and_black(content, style));
        sk_pdf_set_colours(content, &style->colour, NULL);
        for (size_t i = 0; i < count; i++) draw_boxes(content, style, &settings[i]);
        set_spacing(content, style);
        if (text->along != NULL)
            draw_along(content, text, settings, count);
        else
            draw_lines(content, text, name, settings, count, scratch);
        sk_pdf_set_overprint(content, false);
    }
    sk_arena_free(scratch);
}
