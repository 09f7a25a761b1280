#include "render/pdf/pdf_drawings.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "render/pdf/content/pdf_letters.h"
#include "render/pdf/content/pdf_shapes.h"
#include "render/pdf/pdf_places.h"
#include "streekkaart/memory.h"

/* Shorter drawings are not worth an object. */
enum { SHARED_LEAST = 300 };

void sk_pdf_drawings_free(sk_pdf_drawings *drawings) {
    for (size_t i = 0; i < drawings->count; i++) sk_pdf_content_free(&drawings->items[i].content);
    free(drawings->items);
    *drawings = (sk_pdf_drawings){0};
}

static void draw_item(sk_pdf_content *content, sk_typesetter *typesetter, const sk_group *group,
                      size_t index) {
    const sk_item *item = &group->items[index];
    const char *name =
        item->part != NULL && item->part->title != NULL ? item->part->title : group->title;
    switch (item->kind) {
        case SK_ITEM_PATH:
            sk_pdf_draw_path(content, &item->as.path.path, &item->as.path.paint);
            break;
        case SK_ITEM_CIRCLE:
            sk_pdf_draw_circle(content, item->as.circle.centre, item->as.circle.radius_mm,
                               &item->as.circle.paint);
            break;
        case SK_ITEM_TEXT:
            sk_pdf_draw_text(content, typesetter, &item->as.text, name);
            break;
    }
}

static void begin_mark(sk_pdf_content *content, sk_pdf_tags *tags, size_t element) {
    if (element == SK_PDF_NO_TAG)
        sk_pdf_put_text(&content->bytes, "/Artifact BMC\n");
    else
        sk_pdf_put_format(&content->bytes, "/%s<</MCID %zu>>BDC\n", sk_pdf_tags_type(tags, element),
                          sk_pdf_tags_mark(tags, element));
}

/* Items that follow each other and belong to the same element are in one mark. */
static void draw_marked(sk_pdf_content *content, sk_typesetter *typesetter, sk_pdf_page_tags *tags,
                        const sk_group *group) {
    size_t open = 0;
    for (size_t i = 0; i < group->count; i++) {
        size_t element = sk_pdf_page_tags_of(tags, group, &group->items[i]);
        if (i > 0 && element != open) sk_pdf_put_text(&content->bytes, "EMC\n");
        if (i == 0 || element != open) begin_mark(content, tags->tags, element);
        open = element;
        draw_item(content, typesetter, group, i);
    }
    if (group->count > 0) sk_pdf_put_text(&content->bytes, "EMC\n");
}

static void draw_group(sk_pdf_drawing *drawing, sk_typesetter *typesetter, sk_pdf_page_tags *tags,
                       const sk_group *group) {
    sk_pdf_content *content = &drawing->content;
    if (group->clip != NULL) {
        sk_pdf_save(content);
        sk_pdf_clip(content, group->clip);
    }
    if (drawing->all_figure)
        for (size_t i = 0; i < group->count; i++) draw_item(content, typesetter, group, i);
    else
        draw_marked(content, typesetter, tags, group);
    if (group->clip != NULL) sk_pdf_restore(content);
}

static bool is_all_figure(const sk_layer *layer) {
    for (size_t i = 0; i < layer->count; i++)
        if (layer->groups[i]->tag != SK_TAG_FIGURE) return false;
    return true;
}

static size_t hash_of(const sk_pdf_bytes *bytes) {
    uint64_t hash = 14695981039346656037u; /* FNV-1a */
    for (size_t i = 0; i < bytes->length; i++)
        hash = (hash ^ (unsigned char)bytes->data[i]) * 1099511628211u;
    return (size_t)hash;
}

static bool same(const sk_pdf_drawing *a, const sk_pdf_drawing *b) {
    const sk_pdf_bytes *x = &a->content.bytes, *y = &b->content.bytes;
    return a->hash == b->hash && x->length == y->length && a->all_figure && b->all_figure &&
           a->scene->width_mm == b->scene->width_mm && memcmp(x->data, y->data, x->length) == 0;
}

/* Of what is drawn alike the first stays; the others need not be kept. */
static void find_like(sk_pdf_drawings *drawings, size_t index) {
    sk_pdf_drawing *drawing = &drawings->items[index];
    drawing->like = index;
    drawing->shown = 1;
    if (drawing->content.bytes.length < SHARED_LEAST) return;
    for (size_t i = 0; i < index; i++) {
        sk_pdf_drawing *other = &drawings->items[i];
        if (other->like != i || !same(other, drawing)) continue;
        drawing->like = i;
        other->shown++;
        sk_pdf_content_free(&drawing->content);
        return;
    }
}

void sk_pdf_drawings_add(sk_pdf_drawings *drawings, sk_pdf_shared *shared, sk_pdf_page_tags *tags,
                         sk_typesetter *typesetter, const sk_layer *layer, size_t layer_resource) {
    drawings->items = sk_heap_grow(drawings->items, drawings->count, &drawings->capacity,
                                   sizeof *drawings->items);
    sk_pdf_drawing *drawing = &drawings->items[drawings->count++];
    *drawing = (sk_pdf_drawing){.layer = layer_resource,
                                .scene = tags->scene,
                                .content = sk_pdf_content_begin(shared, tags->scene->height_mm),
                                .all_figure = is_all_figure(layer)};
    sk_pdf_save(&drawing->content);
    sk_pdf_clip(&drawing->content, layer->clip);
    size_t begun = drawing->content.bytes.length;
    for (size_t i = 0; i < layer->count; i++)
        draw_group(drawing, typesetter, tags, layer->groups[i]);
    bool empty = drawing->content.bytes.length == begun;
    sk_pdf_restore(&drawing->content);
    if (empty) drawing->content.bytes.length = 0;
    if (drawing->all_figure && !empty)
        drawing->mark = sk_pdf_tags_mark(tags->tags, sk_pdf_page_tags_figure(tags));
    drawing->hash = hash_of(&drawing->content.bytes);
    find_like(drawings, drawings->count - 1);
}

/* The drawing as an object of its own. */
static void write_shared(sk_pdf_drawing *drawing) {
    sk_pdf_shared *shared = drawing->content.shared;
    const sk_scene *scene = drawing->scene;
    sk_pdf_bytes entries = {0};
    sk_pdf_put_text(&entries, "/Type/XObject/Subtype/Form/BBox[");
    sk_pdf_put_box(&entries, scene, (sk_page_box){0, 0, scene->width_mm, scene->height_mm});
    sk_pdf_put_text(&entries, "]/Resources");
    sk_pdf_put_resources(&entries, &shared->resources, &drawing->content.uses);
    sk_pdf_put(&entries, "", 1);
    int object = sk_pdf_object(shared->objects);
    sk_pdf_object_set_stream(shared->objects, object, entries.data, drawing->content.bytes.data,
                             drawing->content.bytes.length);
    sk_pdf_bytes_free(&entries);
    drawing->shared = 1 + sk_pdf_resource_add(&shared->resources, SK_PDF_SHARED, object);
}

void sk_pdf_drawings_show(sk_pdf_drawings *drawings, size_t index, sk_pdf_content *page) {
    const sk_pdf_drawing *drawing = &drawings->items[index];
    sk_pdf_drawing *first = &drawings->items[drawing->like];
    if (first->content.bytes.length == 0) return;
    sk_pdf_put_text(&page->bytes, "/OC");
    sk_pdf_put_use(&page->bytes, &page->uses, SK_PDF_LAYER, drawing->layer);
    sk_pdf_put_text(&page->bytes, " BDC\n");
    if (drawing->all_figure)
        sk_pdf_put_format(&page->bytes, "/Figure<</MCID %zu>>BDC\n", drawing->mark);
    if (first->shown > 1) {
        if (first->shared == 0) write_shared(first);
        sk_pdf_put_use(&page->bytes, &page->uses, SK_PDF_SHARED, first->shared - 1);
        sk_pdf_put_text(&page->bytes, " Do\n");
    } else {
        sk_pdf_put(&page->bytes, first->content.bytes.data, first->content.bytes.length);
        sk_pdf_uses_add(&page->uses, &first->content.uses);
    }
    sk_pdf_put_text(&page->bytes, drawing->all_figure ? "EMC\nEMC\n" : "EMC\n");
}
