#include "svg_reader/object_texts.h"

#include <string.h>

static const char *words_of(const sk_svg_object *object, bool halo, sk_arena *arena) {
    const char *text = NULL;
    for (size_t i = 0; i < object->piece_count; i++) {
        const char *piece = object->pieces[i].text;
        if (piece == NULL || object->pieces[i].is_halo != halo) continue;
        text = text == NULL ? piece : sk_arena_printf(arena, "%s\n%s", text, piece);
    }
    return text;
}

const char *sk_object_words(const sk_svg_object *object, bool keep_lines, sk_arena *arena) {
    const char *text = words_of(object, false, arena);
    if (text == NULL || keep_lines) return text;
    char *copy = sk_arena_string(arena, text);
    for (char *at = copy; *at != '\0'; at++)
        if (*at == '\n') *at = ' ';
    return copy;
}

bool sk_object_has_halo(const sk_svg_object *object) {
    for (size_t i = 0; i < object->piece_count; i++)
        if (object->pieces[i].is_halo) return true;
    return false;
}

bool sk_object_halo_reads(const sk_svg_object *object, sk_arena *arena) {
    const char *halo = words_of(object, true, arena), *letters = words_of(object, false, arena);
    return halo == NULL || letters == NULL || strcmp(halo, letters) == 0;
}
