#include "streekkaart/typesetter.h"

#include <fontconfig/fontconfig.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <stdlib.h>
#include <string.h>

#include "base/clean_text.h"
#include "text/extent_cache.h"
#include "text/shaping.h"

/* What a font says of itself, as a part of its size. */
typedef struct {
    int weight;
    bool italic;
    double ascent, descent, cap_height;
} face;

enum { FACE_CACHE_SIZE = 8 };

/* The tag of BCP 47 for what is not known: without one Pango takes the environment's. */
static const char no_language[] = "und";

struct sk_typesetter {
    PangoFontMap *font_map;
    PangoContext *context;
    PangoLayout *layout;
    PangoFontDescription *font;
    face faces[FACE_CACHE_SIZE];
    size_t face_count;
    sk_arena *arena;
    sk_extent_cache *extents;
};

/* What GLib takes for an error it does not go on from: no memory, or no thread. */
static GLogWriterOutput write_log(GLogLevelFlags level, const GLogField *fields, gsize count,
                                  gpointer data) {
    if ((level & G_LOG_LEVEL_ERROR) != 0) sk_memory_exhaust();
    return g_log_writer_default(level, fields, count, data);
}

void sk_typesetter_prepare(void) {
    g_log_set_writer_func(write_log, NULL, NULL);
}

static bool has_family(const FcPattern *match, const char *family) {
    FcChar8 *name = NULL;
    for (int i = 0; FcPatternGetString(match, FC_FAMILY, i, &name) == FcResultMatch; i++)
        if (FcStrCmpIgnoreCase(name, (const FcChar8 *)family) == 0) return true;
    return false;
}

/* Asks as Pango will ask: an alias in the user's settings can put another family in its stead. */
static bool match_is_family(const char *family) {
    FcPattern *wish = FcPatternCreate();
    FcPatternAddString(wish, FC_FAMILY, (const FcChar8 *)family);
    FcConfigSubstitute(NULL, wish, FcMatchPattern);
    FcDefaultSubstitute(wish);
    FcResult result;
    FcPattern *match = FcFontMatch(NULL, wish, &result);
    bool installed = match != NULL && has_family(match, family);
    if (match != NULL) FcPatternDestroy(match);
    FcPatternDestroy(wish);
    return installed;
}

/* Asked once for a font map, which remembers the last family that was there. */
static bool family_is_installed(PangoFontMap *font_map, const char *family) {
    static const char key[] = "streekkaart-family";
    const char *known = g_object_get_data(G_OBJECT(font_map), key);
    if (known != NULL && strcmp(known, family) == 0) return true;
    if (!match_is_family(family)) return false;
    g_object_set_data_full(G_OBJECT(font_map), key, g_strdup(family), g_free);
    return true;
}

/* Without a configuration Fontconfig complains by itself, and looks where it likes. */
static bool fonts_are_configured(sk_diag *diag) {
    FcConfig *empty = FcConfigCreate();
    FcChar8 *file = FcConfigGetFilename(empty, NULL);
    FcConfigDestroy(empty);
    bool found = file != NULL;
    FcStrFree(file);
    if (!found)
        sk_diag_error(diag, (sk_place){.file = "fonts.conf"},
                      "install Debian's fontconfig-config, and let FONTCONFIG_FILE and "
                      "FONTCONFIG_PATH name it or nothing",
                      "the configuration of fonts is not there");
    return found;
}

static void report_missing_family(const char *family, const char *debian_package, sk_diag *diag) {
    sk_arena *scratch = sk_arena_create();
    const char *remedy = "install it, or choose another in the style";
    if (debian_package != NULL && debian_package[0] != '\0')
        remedy = sk_arena_printf(scratch, "apt-get install %s", debian_package);
    sk_diag_error(diag, (sk_place){0}, remedy, "the font family \"%s\" is not installed", family);
    sk_arena_free(scratch);
}

/* The font map that Pango keeps for each thread: it finds and opens each font once, which takes
 * milliseconds, and a figure is drawn with a dozen typesetters. There is none where the environment
 * asks Pango for something that it does not know. */
static PangoFontMap *font_map_of_thread(void) {
    PangoFontMap *map = pango_cairo_font_map_get_default();
    if (map != NULL) return g_object_ref(map);
    return pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
}

/* Hinting fits letters to the pixels of one device: it would give each format its own widths. */
static PangoContext *unhinted_context(PangoFontMap *font_map, const char *language) {
    PangoContext *context = pango_font_map_create_context(font_map);
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR);
    pango_context_set_language(context, pango_language_from_string(language));
    return context;
}

sk_status sk_typesetter_create(const char *family, const char *debian_package, const char *language,
                               sk_diag *diag, sk_typesetter **out) {
    *out = NULL;
    if (!fonts_are_configured(diag)) return SK_ERR_ENVIRONMENT;
    PangoFontMap *font_map = font_map_of_thread();
    if (!family_is_installed(font_map, family)) {
        g_object_unref(font_map);
        report_missing_family(family, debian_package, diag);
        return SK_ERR_ENVIRONMENT;
    }
    sk_typesetter *typesetter = sk_heap_array(1, sizeof *typesetter);
    typesetter->font_map = font_map;
    typesetter->context =
        unhinted_context(typesetter->font_map, language == NULL ? no_language : language);
    typesetter->layout = pango_layout_new(typesetter->context);
    pango_layout_set_auto_dir(typesetter->layout, FALSE);
    pango_layout_set_single_paragraph_mode(typesetter->layout, TRUE);
    typesetter->font = pango_font_description_new();
    pango_font_description_set_family(typesetter->font, family);
    typesetter->arena = sk_arena_create();
    typesetter->extents = sk_extent_cache_create(typesetter->arena);
    *out = typesetter;
    return SK_OK;
}

void sk_typesetter_free(sk_typesetter *typesetter) {
    if (typesetter == NULL) return;
    pango_font_description_free(typesetter->font);
    g_object_unref(typesetter->layout);
    g_object_unref(typesetter->context);
    g_object_unref(typesetter->font_map);
    sk_arena_free(typesetter->arena);
    free(typesetter);
}

static void choose_font(sk_typesetter *typesetter, int weight, bool italic, double size_mm) {
    PangoFontDescription *font = typesetter->font;
    pango_font_description_set_weight(font, (PangoWeight)weight);
    pango_font_description_set_style(font, italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    pango_font_description_set_absolute_size(font, size_mm * SK_TEXT_UNITS_PER_MM * PANGO_SCALE);
}

/* No ligatures: programs that show the SVG differ in which they know, and so in widths. No other
 * fonts: which there are differs from machine to machine. */
static PangoAttrList *attributes_for(double tracking_mm) {
    PangoAttrList *attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_fallback_new(FALSE));
    pango_attr_list_insert(attributes, pango_attr_font_features_new("liga=0,clig=0"));
    int spacing = (int)lround(tracking_mm * SK_TEXT_UNITS_PER_MM * PANGO_SCALE);
    if (spacing != 0) pango_attr_list_insert(attributes, pango_attr_letter_spacing_new(spacing));
    return attributes;
}

static void set_text(PangoLayout *layout, const char *utf8) {
    if (sk_text_is_clean(utf8)) {
        pango_layout_set_text(layout, utf8, -1);
        return;
    }
    sk_arena *scratch = sk_arena_create();
    pango_layout_set_text(layout, sk_text_clean(scratch, utf8), -1);
    sk_arena_free(scratch);
}

static PangoLayoutLine *shape(sk_typesetter *typesetter, const char *utf8,
                              const sk_text_style *style, double tracking_mm) {
    PangoLayout *layout = typesetter->layout;
    choose_font(typesetter, style->weight, style->italic, style->size_mm);
    pango_layout_set_font_description(layout, typesetter->font);
    PangoAttrList *attributes = attributes_for(tracking_mm);
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
    set_text(layout, utf8);
    return pango_layout_get_line_readonly(layout, 0);
}

PangoLayoutLine *sk_typesetter_shape(sk_typesetter *typesetter, const char *utf8,
                                     const sk_text_style *style) {
    return shape(typesetter, utf8, style, style->tracking_mm);
}

PangoLayoutLine *sk_typesetter_shape_untracked(sk_typesetter *typesetter, const char *utf8,
                                               const sk_text_style *style,
                                               const char **shaped_text) {
    PangoLayoutLine *line = shape(typesetter, utf8, style, 0);
    *shaped_text = pango_layout_get_text(typesetter->layout);
    return line;
}

/* The letter behind a glyph that Pango draws as an empty box; 0 behind any other. */
static gunichar missing_letter(const PangoGlyphInfo *glyph) {
    bool missing = (glyph->glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0;
    return missing ? glyph->glyph & ~(PangoGlyph)PANGO_GLYPH_UNKNOWN_FLAG : 0;
}

static const char *add_letter(sk_arena *arena, const char *list, gunichar letter) {
    char utf8[7] = "";
    utf8[g_unichar_to_utf8(letter, utf8)] = '\0';
    const char *told = sk_arena_printf(arena, "%s (U+%04X)", utf8, letter);
    if (list == NULL) return told;
    return strstr(list, told) != NULL ? list : sk_arena_printf(arena, "%s, %s", list, told);
}

const char *sk_typesetter_lacks(sk_typesetter *typesetter, const char *utf8,
                                const sk_text_style *style, sk_arena *arena) {
    const char *list = NULL;
    const PangoLayoutLine *line = sk_typesetter_shape(typesetter, utf8, style);
    for (const GSList *runs = line->runs; runs != NULL; runs = runs->next) {
        const PangoGlyphItem *run = runs->data;
        for (int i = 0; i < run->glyphs->num_glyphs; i++) {
            gunichar letter = missing_letter(&run->glyphs->glyphs[i]);
            if (letter != 0) list = add_letter(arena, list, letter);
        }
    }
    return list;
}

hb_face_t *sk_typesetter_face(sk_typesetter *typesetter, const sk_text_style *style) {
    PangoLayoutLine *line = sk_typesetter_shape(typesetter, "H", style);
    if (line->runs == NULL) return NULL;
    const PangoGlyphItem *run = line->runs->data;
    hb_font_t *font = pango_font_get_hb_font(run->item->analysis.font);
    return font == NULL ? NULL : hb_font_get_face(font);
}

static double cap_height_mm(sk_typesetter *typesetter, const sk_text_style *style) {
    PangoRectangle ink;
    PangoLayoutLine *line = sk_typesetter_shape(typesetter, "H", style);
    pango_layout_line_get_extents(line, &ink, NULL);
    return sk_mm_from_pango(ink.height);
}

/* The font's own measures grow with its size, so they are asked for once, at a large one. */
static face measure_face(sk_typesetter *typesetter, int weight, bool italic) {
    const sk_text_style large = {.size_mm = 100, .weight = weight, .italic = italic};
    choose_font(typesetter, weight, italic, large.size_mm);
    PangoFontMetrics *metrics =
        pango_context_get_metrics(typesetter->context, typesetter->font, NULL);
    face result = {
        .weight = weight,
        .italic = italic,
        .ascent = sk_mm_from_pango(pango_font_metrics_get_ascent(metrics)) / large.size_mm,
        .descent = sk_mm_from_pango(pango_font_metrics_get_descent(metrics)) / large.size_mm,
        .cap_height = cap_height_mm(typesetter, &large) / large.size_mm,
    };
    pango_font_metrics_unref(metrics);
    return result;
}

static face find_face(sk_typesetter *typesetter, int weight, bool italic) {
    for (size_t i = 0; i < typesetter->face_count; i++)
        if (typesetter->faces[i].weight == weight && typesetter->faces[i].italic == italic)
            return typesetter->faces[i];
    face fresh = measure_face(typesetter, weight, italic);
    if (typesetter->face_count < FACE_CACHE_SIZE)
        typesetter->faces[typesetter->face_count++] = fresh;
    return fresh;
}

static sk_text_extent measure(sk_typesetter *typesetter, const char *utf8,
                              const sk_text_style *style) {
    face metrics = find_face(typesetter, style->weight, style->italic);
    PangoRectangle ink, logical;
    PangoLayoutLine *line = sk_typesetter_shape(typesetter, utf8, style);
    pango_layout_line_get_extents(line, &ink, &logical);
    return (sk_text_extent){
        .width_mm = sk_mm_from_pango(logical.width),
        .ascent_mm = metrics.ascent * style->size_mm,
        .descent_mm = metrics.descent * style->size_mm,
        .cap_height_mm = metrics.cap_height * style->size_mm,
        .ink = {sk_mm_from_pango(ink.x), sk_mm_from_pango(ink.y), sk_mm_from_pango(ink.width),
                sk_mm_from_pango(ink.height)},
    };
}

sk_text_extent sk_typesetter_measure(sk_typesetter *typesetter, const char *utf8,
                                     const sk_text_style *style) {
    const sk_text_extent *known = sk_extent_cache_find(typesetter->extents, utf8, style);
    if (known != NULL) return *known;
    sk_text_extent extent = measure(typesetter, utf8, style);
    sk_extent_cache_keep(typesetter->extents, utf8, style, extent);
    return extent;
}

size_t sk_typesetter_clusters(sk_typesetter *typesetter, const char *utf8,
                              const sk_text_style *style, sk_arena *arena, sk_text_cluster **out) {
    shape(typesetter, utf8, style, 0);
    size_t most = strlen(pango_layout_get_text(typesetter->layout)), count = 0;
    *out = SK_NEW_ARRAY(arena, sk_text_cluster, most);
    PangoLayoutIter *at = pango_layout_get_iter(typesetter->layout);
    int baseline = pango_layout_iter_get_baseline(at);
    do {
        PangoRectangle ink, logical;
        pango_layout_iter_get_cluster_extents(at, &ink, &logical);
        if (count == most || pango_layout_iter_get_run_readonly(at) == NULL) continue;
        (*out)[count] = (sk_text_cluster){
            .start_mm = sk_mm_from_pango(logical.x) + (double)count * style->tracking_mm,
            .width_mm = sk_mm_from_pango(logical.width),
            .ink = {sk_mm_from_pango(ink.x - logical.x), sk_mm_from_pango(ink.y - baseline),
                    sk_mm_from_pango(ink.width), sk_mm_from_pango(ink.height)},
        };
        count++;
    } while (pango_layout_iter_next_cluster(at));
    pango_layout_iter_free(at);
    return count;
}
