#include "render/pdf/pdf_layers.h"

#include <stdlib.h>
#include <string.h>

#include "render/pdf/objects/pdf_strings.h"
#include "streekkaart/memory.h"

void sk_pdf_layers_free(sk_pdf_layers *layers) {
    free(layers->labels);
    *layers = (sk_pdf_layers){0};
}

size_t sk_pdf_layers_find(sk_pdf_layers *layers, sk_pdf_shared *shared, const char *label) {
    for (size_t i = 0; i < layers->count; i++)
        if (strcmp(layers->labels[i], label) == 0) return i;
    layers->labels =
        sk_heap_grow(layers->labels, layers->count, &layers->capacity, sizeof *layers->labels);
    layers->labels[layers->count++] = label;
    sk_pdf_bytes value = {0};
    sk_pdf_put_text(&value, "<</Type/OCG/Name");
    sk_pdf_put_string(&value, label);
    sk_pdf_put_text(&value, ">>");
    return sk_pdf_resource_add(&shared->resources, SK_PDF_LAYER,
                               sk_pdf_object_add(shared->objects, &value));
}

static void put_list(sk_pdf_bytes *bytes, const sk_pdf_layers *layers,
                     const sk_pdf_shared *shared) {
    sk_pdf_put_text(bytes, "[");
    for (size_t i = layers->count; i > 0; i--)
        sk_pdf_put_format(bytes, i == layers->count ? "%d 0 R" : " %d 0 R",
                          shared->resources.kinds[SK_PDF_LAYER].objects[i - 1]);
    sk_pdf_put_text(bytes, "]");
}

void sk_pdf_put_layers(sk_pdf_bytes *bytes, const sk_pdf_layers *layers,
                       const sk_pdf_shared *shared) {
    if (layers->count == 0) return;
    sk_pdf_put_text(bytes, "/OCProperties<</OCGs");
    put_list(bytes, layers, shared);
    sk_pdf_put_text(bytes, "/D<</Name(Streekkaart)/Order");
    put_list(bytes, layers, shared);
    sk_pdf_put_text(bytes, ">>>>");
}
