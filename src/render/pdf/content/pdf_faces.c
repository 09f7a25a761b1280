#include "render/pdf/content/pdf_faces.h"

#include <hb-ot.h>
#include <stdlib.h>
#include <string.h>

#include "streekkaart/memory.h"

struct sk_pdf_faces {
    sk_pdf_face **items;
    size_t count, capacity;
    sk_pdf_objects *objects;
    sk_pdf_resources *resources;
    sk_arena *arena;
};

enum { UNITS = 1000 };

sk_pdf_faces *sk_pdf_faces_create(sk_pdf_objects *objects, sk_pdf_resources *resources) {
    sk_pdf_faces *faces = sk_heap_array(1, sizeof *faces);
    faces->objects = objects;
    faces->resources = resources;
    faces->arena = sk_arena_create();
    return faces;
}

void sk_pdf_faces_free(sk_pdf_faces *faces) {
    if (faces == NULL) return;
    for (size_t i = 0; i < faces->count; i++) {
        hb_font_destroy(faces->items[i]->font);
        hb_face_destroy(faces->items[i]->face);
    }
    sk_arena_free(faces->arena);
    free(faces);
}

static bool has_table(hb_face_t *face, hb_tag_t tag) {
    hb_blob_t *table = hb_face_reference_table(face, tag);
    bool has = hb_blob_get_length(table) > 0;
    hb_blob_destroy(table);
    return has;
}

static bool same_design(hb_font_t *a, hb_font_t *b) {
    unsigned count_a = 0, count_b = 0;
    const int *at_a = hb_font_get_var_coords_normalized(a, &count_a);
    const int *at_b = hb_font_get_var_coords_normalized(b, &count_b);
    return count_a == count_b && (count_a == 0 || memcmp(at_a, at_b, count_a * sizeof *at_a) == 0);
}

static sk_pdf_face *add_face(sk_pdf_faces *faces, hb_font_t *like) {
    faces->items = sk_arena_grow(faces->arena, faces->items, faces->count, &faces->capacity,
                                 sizeof(sk_pdf_face *));
    sk_pdf_face *face = SK_NEW(faces->arena, sk_pdf_face);
    faces->items[faces->count++] = face;
    face->face = hb_face_reference(hb_font_get_face(like));
    face->font = hb_font_create(face->face);
    hb_font_set_scale(face->font, UNITS, UNITS);
    unsigned coordinate_count = 0;
    const int *coordinates = hb_font_get_var_coords_normalized(like, &coordinate_count);
    hb_font_set_var_coords_normalized(face->font, coordinates, coordinate_count);
    face->has_true_type_outlines = has_table(face->face, HB_TAG('g', 'l', 'y', 'f'));
    face->glyph_count = hb_face_get_glyph_count(face->face);
    face->by_glyph = SK_NEW_ARRAY(faces->arena, size_t, face->glyph_count);
    face->outlines = SK_NEW_ARRAY(faces->arena, size_t, face->glyph_count);
    face->object = sk_pdf_object(faces->objects);
    face->resource = sk_pdf_resource_add(faces->resources, SK_PDF_FONT, face->object);
    return face;
}

sk_pdf_face *sk_pdf_faces_find(sk_pdf_faces *faces, hb_font_t *font) {
    for (size_t i = 0; i < faces->count; i++)
        if (faces->items[i]->face == hb_font_get_face(font) &&
            same_design(faces->items[i]->font, font))
            return faces->items[i];
    return add_face(faces, font);
}

/* In thousandths of the size: as the file says it, and so as readers move. */
static double width_of(const sk_pdf_face *face, hb_codepoint_t glyph) {
    enum { FINE = 10 };
    hb_font_t *fine = hb_font_create_sub_font(face->font);
    hb_font_set_scale(fine, UNITS * FINE, UNITS * FINE);
    double width = (double)hb_font_get_glyph_h_advance(fine, glyph) / FINE;
    hb_font_destroy(fine);
    return width;
}

static const sk_pdf_letter *add_letter(sk_pdf_faces *faces, sk_pdf_face *face,
                                       sk_pdf_letter letter) {
    face->letters = sk_arena_grow(faces->arena, face->letters, face->count, &face->capacity,
                                  sizeof *face->letters);
    letter.utf8 = sk_arena_string_n(faces->arena, letter.utf8, letter.length);
    letter.width = width_of(face, letter.glyph);
    letter.code = face->has_true_type_outlines ? (unsigned)face->count + 1 : letter.glyph;
    letter.next_of_glyph = face->by_glyph[letter.glyph];
    face->letters[face->count++] = letter;
    face->by_glyph[letter.glyph] = face->count;
    return &face->letters[face->count - 1];
}

const sk_pdf_letter *sk_pdf_faces_letter(sk_pdf_faces *faces, sk_pdf_face *face,
                                         hb_codepoint_t glyph, const char *utf8, size_t length) {
    if (glyph >= face->glyph_count) glyph = 0;
    for (size_t i = face->by_glyph[glyph]; i > 0; i = face->letters[i - 1].next_of_glyph) {
        const sk_pdf_letter *letter = &face->letters[i - 1];
        if (!face->has_true_type_outlines) return letter;
        if (letter->length == length && memcmp(letter->utf8, utf8, length) == 0) return letter;
    }
    return add_letter(faces, face, (sk_pdf_letter){.glyph = glyph, .utf8 = utf8, .length = length});
}

const sk_pdf_face *sk_pdf_faces_get(const sk_pdf_faces *faces, size_t index) {
    return index < faces->count ? faces->items[index] : NULL;
}
