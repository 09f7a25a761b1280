#include "render/pdf/content/pdf_resources.h"

#include <stdlib.h>

#include "streekkaart/memory.h"

static const struct {
    char letter;
    const char *dictionary;
} kinds[SK_PDF_RESOURCE_KINDS] = {
    [SK_PDF_FONT] = {'F', "Font"},        [SK_PDF_GLYPH] = {'G', "XObject"},
    [SK_PDF_ALPHA] = {'A', "ExtGState"},  [SK_PDF_SHARED] = {'S', "XObject"},
    [SK_PDF_LAYER] = {'L', "Properties"}, [SK_PDF_COLOUR_SPACE] = {'C', "ColorSpace"},
};

void sk_pdf_resources_free(sk_pdf_resources *resources) {
    for (int kind = 0; kind < SK_PDF_RESOURCE_KINDS; kind++) free(resources->kinds[kind].objects);
    *resources = (sk_pdf_resources){0};
}

size_t sk_pdf_resource_add(sk_pdf_resources *resources, sk_pdf_resource_kind kind, int object) {
    size_t index = resources->kinds[kind].count++;
    resources->kinds[kind].objects =
        sk_heap_grow(resources->kinds[kind].objects, index, &resources->kinds[kind].capacity,
                     sizeof *resources->kinds[kind].objects);
    resources->kinds[kind].objects[index] = object;
    return index;
}

void sk_pdf_uses_free(sk_pdf_uses *uses) {
    for (int kind = 0; kind < SK_PDF_RESOURCE_KINDS; kind++) free(uses->kinds[kind].used);
    *uses = (sk_pdf_uses){0};
}

static void note(sk_pdf_uses *uses, sk_pdf_resource_kind kind, size_t index) {
    if (index >= uses->kinds[kind].count) {
        size_t count = 2 * index + 8;
        bool *used = sk_heap_resize(uses->kinds[kind].used, count, sizeof *used);
        for (size_t i = uses->kinds[kind].count; i < count; i++) used[i] = false;
        uses->kinds[kind].used = used;
        uses->kinds[kind].count = count;
    }
    uses->kinds[kind].used[index] = true;
}

void sk_pdf_put_use(sk_pdf_bytes *bytes, sk_pdf_uses *uses, sk_pdf_resource_kind kind,
                    size_t index) {
    note(uses, kind, index);
    sk_pdf_put_format(bytes, "/%c%zu", kinds[kind].letter, index);
}

void sk_pdf_uses_add(sk_pdf_uses *uses, const sk_pdf_uses *more) {
    for (int kind = 0; kind < SK_PDF_RESOURCE_KINDS; kind++)
        for (size_t i = 0; i < more->kinds[kind].count; i++)
            if (more->kinds[kind].used[i]) note(uses, (sk_pdf_resource_kind)kind, i);
}

static void put_kind(sk_pdf_bytes *bytes, const sk_pdf_resources *resources,
                     const sk_pdf_uses *uses, int kind) {
    for (size_t i = 0; i < uses->kinds[kind].count; i++)
        if (uses->kinds[kind].used[i])
            sk_pdf_put_format(bytes, "/%c%zu %d 0 R", kinds[kind].letter, i,
                              resources->kinds[kind].objects[i]);
}

static bool has_any(const sk_pdf_uses *uses, int kind) {
    for (size_t i = 0; i < uses->kinds[kind].count; i++)
        if (uses->kinds[kind].used[i]) return true;
    return false;
}

void sk_pdf_put_resources(sk_pdf_bytes *bytes, const sk_pdf_resources *resources,
                          const sk_pdf_uses *uses) {
    static const sk_pdf_resource_kind alone[] = {SK_PDF_FONT, SK_PDF_ALPHA, SK_PDF_LAYER,
                                                 SK_PDF_COLOUR_SPACE};
    sk_pdf_put_text(bytes, "<<");
    for (size_t i = 0; i < sizeof alone / sizeof *alone; i++) {
        if (!has_any(uses, alone[i])) continue;
        sk_pdf_put_format(bytes, "/%s<<", kinds[alone[i]].dictionary);
        put_kind(bytes, resources, uses, alone[i]);
        sk_pdf_put_text(bytes, ">>");
    }
    if (has_any(uses, SK_PDF_GLYPH) || has_any(uses, SK_PDF_SHARED)) {
        sk_pdf_put_text(bytes, "/XObject<<");
        put_kind(bytes, resources, uses, SK_PDF_GLYPH);
        put_kind(bytes, resources, uses, SK_PDF_SHARED);
        sk_pdf_put_text(bytes, ">>");
    }
    sk_pdf_put_text(bytes, ">>");
}
