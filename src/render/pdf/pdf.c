#include "render/pdf/pdf.h"

#include <stdlib.h>
#include <string.h>

#include "render/pdf/content/pdf_faces.h"
#include "render/pdf/content/pdf_fonts.h"
#include "render/pdf/content/pdf_shapes.h"
#include "render/pdf/objects/pdf_strings.h"
#include "render/pdf/pdf_drawings.h"
#include "render/pdf/pdf_ground.h"
#include "render/pdf/pdf_layers.h"
#include "render/pdf/pdf_metadata.h"
#include "render/pdf/pdf_navigation.h"
#include "render/pdf/pdf_places.h"
#include "render/pdf/print/pdf_boxes.h"
#include "render/pdf/print/pdf_marks.h"
#include "render/pdf/print/pdf_output_intent.h"
#include "scene/scene_check.h"

/* A document that is being written. All that pages may have in common has to be seen before the
 * first of them is written. */
typedef struct {
    const sk_document *document;
    bool archive;
    sk_pdf_shared shared;
    sk_pdf_layers layers;
    sk_pdf_drawings drawings;
    sk_pdf_places places;
    sk_pdf_tags *tags;
    sk_typesetter *typesetter; /* of the page at hand */
    int pages;                 /* the object that lists the pages */
    struct pdf_page {
        int object;
        size_t key; /* among those with tagged content */
        size_t first_drawing, drawing_count;
        sk_pdf_bytes annotations;
    } * made;
} writing;

static void begin(writing *w, const sk_document *document, const sk_print_edition *print) {
    *w = (writing){.document = document};
    w->shared.objects = sk_pdf_objects_create(print != NULL ? "1.6" : "1.7");
    w->shared.print = print;
    w->shared.faces = sk_pdf_faces_create(w->shared.objects, &w->shared.resources);
    w->tags = sk_pdf_tags_create(w->shared.objects);
    w->pages = sk_pdf_object(w->shared.objects);
    w->made = sk_heap_array(document->page_count, sizeof *w->made);
}

static void end(writing *w) {
    for (size_t i = 0; i < w->document->page_count; i++) sk_pdf_bytes_free(&w->made[i].annotations);
    free(w->made);
    sk_pdf_places_free(&w->places);
    sk_pdf_drawings_free(&w->drawings);
    sk_pdf_layers_free(&w->layers);
    sk_pdf_tags_free(w->tags);
    sk_pdf_faces_free(w->shared.faces);
    sk_pdf_resources_free(&w->shared.resources);
    free(w->shared.alphas);
    sk_pdf_objects_free(w->shared.objects);
}

/* What is written where the link is: "13 Logistiek 24". */
static const char *link_words(const sk_group *group, sk_arena *arena) {
    const char *words = group->title;
    for (size_t i = 0; i < group->count && group->title == NULL; i++) {
        if (group->items[i].kind != SK_ITEM_TEXT) continue;
        const sk_text *text = &group->items[i].as.text;
        for (size_t k = 0; k < text->line_count; k++)
            words = words == NULL ? text->lines[k].utf8
                                  : sk_arena_printf(arena, "%s %s", words, text->lines[k].utf8);
    }
    return words != NULL ? words : group->link;
}

static void add_link(writing *w, struct pdf_page *page, sk_pdf_page_tags *tags,
                     const sk_group *group, sk_page_box box) {
    sk_pdf_objects *objects = w->shared.objects;
    int object = sk_pdf_object(objects);
    sk_arena *scratch = sk_arena_create();
    sk_pdf_bytes value = {0};
    sk_pdf_put_text(&value, "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[");
    sk_pdf_put_box(&value, tags->scene, box);
    sk_pdf_put_text(&value, "]/Dest");
    sk_pdf_put_clean_string(&value, group->link, scratch);
    sk_pdf_put_text(&value, "/Contents");
    sk_pdf_put_clean_string(&value, link_words(group, scratch), scratch);
    if (group->count > 0) {
        size_t element = sk_pdf_page_tags_of(tags, group, &group->items[0]);
        if (element != SK_PDF_NO_TAG)
            sk_pdf_put_format(&value, "/StructParent %zu",
                              sk_pdf_tags_annotation(w->tags, element, object));
    }
    sk_pdf_put_text(&value, ">>");
    sk_pdf_object_set(objects, object, &value);
    sk_pdf_put_format(&page->annotations, " %d 0 R", object);
    sk_arena_free(scratch);
}

static void add_places(writing *w, struct pdf_page *page, sk_pdf_page_tags *tags,
                       const sk_group *group) {
    if (group->anchor == NULL && group->link == NULL) return;
    sk_page_box box = sk_pdf_group_box(group, w->typesetter);
    if (group->anchor != NULL) sk_pdf_places_add(&w->places, group, tags->scene, page->object, box);
    /* PDF/X has none within what is printed */
    bool leads = group->link != NULL && w->shared.print == NULL;
    if (leads) add_link(w, page, tags, group, box);
}

static void draw_page(writing *w, size_t index) {
    const sk_scene *scene = w->document->pages[index];
    struct pdf_page *page = &w->made[index];
    page->object = sk_pdf_object(w->shared.objects);
    page->key = sk_pdf_tags_page(w->tags, page->object);
    page->first_drawing = w->drawings.count;
    page->drawing_count = scene->count;
    sk_pdf_page_tags tags = sk_pdf_page_tags_begin(w->tags, scene);
    for (size_t i = 0; i < scene->count; i++) {
        const sk_layer *layer = scene->layers[i];
        size_t resource = sk_pdf_layers_find(&w->layers, &w->shared, layer->label);
        sk_pdf_drawings_add(&w->drawings, &w->shared, &tags, w->typesetter, layer, resource);
        for (size_t k = 0; k < layer->count; k++) add_places(w, page, &tags, layer->groups[k]);
    }
}

/* Pages of the same fonts and language share a typesetter: what it knows of a font is its own. */
static bool same_letters(const sk_scene *a, const sk_scene *b) {
    bool same_language = a->language == NULL || b->language == NULL
                             ? a->language == b->language
                             : strcmp(a->language, b->language) == 0;
    return same_language && strcmp(a->font_family, b->font_family) == 0;
}

static sk_status draw_pages(writing *w, sk_diag *diag, sk_typesetter **typesetters) {
    for (size_t i = 0; i < w->document->page_count; i++) {
        const sk_scene *scene = w->document->pages[i];
        if (i > 0 && same_letters(w->document->pages[i - 1], scene)) {
            typesetters[i] = NULL;
        } else {
            sk_status status = sk_typesetter_create(scene->font_family, NULL, scene->language, diag,
                                                    &typesetters[i]);
            if (status != SK_OK) return status;
            w->typesetter = typesetters[i];
        }
        draw_page(w, i);
    }
    return SK_OK;
}

static int write_content(writing *w, size_t index, sk_pdf_bytes *entries) {
    const sk_scene *scene = w->document->pages[index];
    const struct pdf_page *page = &w->made[index];
    sk_pdf_content content = sk_pdf_content_begin(&w->shared, scene->height_mm);
    sk_pdf_draw_paper(&content, scene);
    if (w->shared.print != NULL && w->shared.print->marks) sk_pdf_draw_marks(&content, scene);
    for (size_t i = 0; i < page->drawing_count; i++)
        sk_pdf_drawings_show(&w->drawings, page->first_drawing + i, &content);
    int object = sk_pdf_object(w->shared.objects);
    sk_pdf_object_set_stream(w->shared.objects, object, "", content.bytes.data,
                             content.bytes.length);
    sk_pdf_put_text(entries, "/Resources");
    sk_pdf_put_resources(entries, &w->shared.resources, &content.uses);
    sk_pdf_content_free(&content);
    return object;
}

static void write_page(writing *w, size_t index) {
    const sk_scene *scene = w->document->pages[index];
    struct pdf_page *page = &w->made[index];
    sk_pdf_bytes value = {0};
    sk_pdf_put_format(&value, "<</Type/Page/Parent %d 0 R", w->pages);
    sk_pdf_put_boxes(&value, scene, w->shared.print);
    sk_pdf_put_format(&value, "/Tabs/S/StructParents %zu", page->key);
    sk_pdf_put_format(&value, "/Contents %d 0 R", write_content(w, index, &value));
    sk_pdf_put_ground(&value, scene);
    if (page->annotations.length > 0) {
        sk_pdf_put_text(&value, "/Annots[");
        sk_pdf_put(&value, page->annotations.data, page->annotations.length);
        sk_pdf_put_text(&value, "]");
    }
    sk_pdf_put_text(&value, ">>");
    sk_pdf_object_set(w->shared.objects, page->object, &value);
}

static void write_pages(writing *w) {
    for (size_t i = 0; i < w->document->page_count; i++) write_page(w, i);
    sk_pdf_bytes value = {0};
    sk_pdf_put_format(&value, "<</Type/Pages/Count %zu/Kids[", w->document->page_count);
    for (size_t i = 0; i < w->document->page_count; i++)
        sk_pdf_put_format(&value, " %d 0 R", w->made[i].object);
    sk_pdf_put_text(&value, "]>>");
    sk_pdf_object_set(w->shared.objects, w->pages, &value);
}

static int write_catalogue(writing *w) {
    const sk_scene *first = w->document->pages[0];
    sk_pdf_objects *objects = w->shared.objects;
    sk_pdf_bytes value = {0};
    sk_pdf_put_format(&value, "<</Type/Catalog/Pages %d 0 R", w->pages);
    if (first->language != NULL && first->language[0] != '\0') {
        sk_arena *scratch = sk_arena_create();
        sk_pdf_put_text(&value, "/Lang");
        sk_pdf_put_clean_string(&value, first->language, scratch);
        sk_arena_free(scratch);
    }
    sk_pdf_put_format(&value,
                      "/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R"
                      "/ViewerPreferences<</DisplayDocTitle true>>",
                      sk_pdf_tags_write(w->tags));
    sk_pdf_put_format(&value, "/Metadata %d 0 R",
                      sk_pdf_xmp_write(objects, first, w->shared.print, w->archive));
    if (w->shared.print != NULL) sk_pdf_put_output_intent(&value, w->shared.print, objects);
    if (w->archive) sk_pdf_put_archive_intent(&value, objects);
    sk_pdf_put_layers(&value, &w->layers, &w->shared);
    sk_pdf_put_places(&value, &w->places, objects);
    sk_pdf_put_bookmarks(&value, w->document, objects);
    sk_pdf_put_page_labels(&value, w->document);
    sk_pdf_put_text(&value, ">>");
    return sk_pdf_object_add(objects, &value);
}

static sk_status write_document(writing *w, sk_typesetter **typesetters, sk_stream *stream,
                                sk_diag *diag) {
    sk_pdf_objects *objects = w->shared.objects;
    sk_status status = draw_pages(w, diag, typesetters);
    if (status == SK_OK) status = sk_pdf_fonts_write(w->shared.faces, objects, stream->name, diag);
    if (status != SK_OK) return status;
    write_pages(w);
    int catalogue = write_catalogue(w);
    int information = sk_pdf_information_write(objects, w->document->pages[0], w->shared.print);
    return sk_pdf_objects_write(objects, catalogue, information, stream, diag);
}

static sk_status check_pages(const sk_document *document, const char *name, sk_diag *diag) {
    sk_status status = SK_OK;
    for (size_t i = 0; i < document->page_count && status == SK_OK; i++)
        status = sk_scene_check(document->pages[i], name, diag);
    return status;
}

sk_status sk_pdf_write(const sk_document *document, const sk_print_edition *print, bool archive,
                       sk_stream *stream, sk_diag *diag) {
    sk_status status = check_pages(document, stream->name, diag);
    if (status != SK_OK) return status;
    writing w;
    begin(&w, document, print);
    w.archive = archive;
    sk_typesetter **typesetters = sk_heap_array(document->page_count, sizeof(sk_typesetter *));
    status = write_document(&w, typesetters, stream, diag);
    end(&w);
    for (size_t i = 0; i < document->page_count; i++) sk_typesetter_free(typesetters[i]);
    free(typesetters);
    return status;
}
