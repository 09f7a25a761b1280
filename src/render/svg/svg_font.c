#include "render/svg/svg_font.h"

#include <hb-subset.h>
#include <string.h>

#include "text/shaping.h"

/* A family's name, safe within CSS quotes. */
static const char *plain_family(const sk_svg_writer *svg, const char *family) {
    char *plain = sk_arena_string(svg->scratch, family);
    for (char *c = plain; *c != '\0'; c++)
        if (strchr("'\"\\<>{};", *c) != NULL || (unsigned char)*c < ' ') *c = ' ';
    return plain;
}

const char *sk_svg_font_families(const sk_svg_writer *svg, const char *family) {
    const char *plain = plain_family(svg, family);
    bool quoted =
        strspn(plain, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-") != strlen(plain);
    return sk_arena_printf(svg->scratch,
                           quoted ? "'%s', 'Open Sans', sans-serif" : "%s, 'Open Sans', sans-serif",
                           plain);
}

/* A weight and slant, and the letters that it is used for. */
typedef struct {
    sk_text_style style;
    hb_set_t *letters;
} used_face;

enum { FACES_MAX = 32 };

typedef struct {
    used_face faces[FACES_MAX];
    size_t count;
} used_faces;

static used_face *face_of(used_faces *used, const sk_text_style *style) {
    for (size_t i = 0; i < used->count; i++)
        if (used->faces[i].style.weight == style->weight &&
            used->faces[i].style.italic == style->italic)
            return &used->faces[i];
    if (used->count == FACES_MAX) return NULL;
    used->faces[used->count] = (used_face){*style, hb_set_create()};
    return &used->faces[used->count++];
}

static void add_text(used_faces *used, const sk_text *text) {
    used_face *face = face_of(used, &text->style);
    if (face == NULL) return;
    for (size_t i = 0; i < text->line_count; i++)
        for (const char *c = text->lines[i].utf8; *c != '\0'; c = g_utf8_next_char(c))
            hb_set_add(face->letters, g_utf8_get_char(c));
}

static used_faces gather(const sk_scene *scene) {
    used_faces used = {.count = 0};
    for (size_t i = 0; i < scene->count; i++)
        for (size_t j = 0; j < scene->layers[i]->count; j++) {
            const sk_group *group = scene->layers[i]->groups[j];
            for (size_t k = 0; k < group->count; k++)
                if (group->items[k].kind == SK_ITEM_TEXT) add_text(&used, &group->items[k].as.text);
        }
    return used;
}

/* Without hints, which the typesetter does not follow either. NULL: the font allows no subset. */
static hb_blob_t *subset(hb_face_t *face, const hb_set_t *letters) {
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (input == NULL) return NULL;
    hb_set_union(hb_subset_input_unicode_set(input), letters);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
    hb_face_t *part = hb_subset_or_fail(face, input);
    hb_subset_input_destroy(input);
    if (part == NULL) return NULL;
    hb_blob_t *bytes = hb_face_reference_blob(part);
    hb_face_destroy(part);
    return bytes;
}

static bool write_face(sk_svg_writer *svg, const char *family, const used_face *used) {
    hb_face_t *face = sk_typesetter_face(svg->typesetter, &used->style);
    hb_blob_t *bytes = face == NULL ? NULL : subset(face, used->letters);
    if (bytes == NULL) return false;
    unsigned length = 0;
    const char *data = hb_blob_get_data(bytes, &length);
    char *base64 = g_base64_encode((const guchar *)data, length);
    sk_svg_text_line(
        svg, sk_arena_printf(svg->scratch,
                             "@font-face{font-family:'%s';font-weight:%d;font-style:%s;"
                             "src:url(data:font/ttf;base64,%s)}",
                             family, used->style.weight, used->style.italic ? "italic" : "normal",
                             base64));
    g_free(base64);
    hb_blob_destroy(bytes);
    return true;
}

bool sk_svg_fonts_write(sk_svg_writer *svg, const sk_scene *scene) {
    used_faces used = gather(scene);
    const char *family = plain_family(svg, scene->font_family);
    bool sound = true;
    for (size_t i = 0; i < used.count; i++) {
        sound = write_face(svg, family, &used.faces[i]) && sound;
        hb_set_destroy(used.faces[i].letters);
    }
    return sound;
}
