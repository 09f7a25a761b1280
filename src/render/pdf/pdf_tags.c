#include "render/pdf/pdf_tags.h"

#include <stdlib.h>
#include <string.h>

#include "render/pdf/objects/pdf_strings.h"
#include "streekkaart/memory.h"

typedef enum { KID_ELEMENT, KID_CONTENT, KID_ANNOTATION } kid_kind;

typedef struct {
    kid_kind kind;
    size_t number; /* the element's index, the content's number, or the annotation's object */
} kid;

typedef struct {
    const char *type;
    size_t parent;
    int object, page; /* the page's object; 0: of no one page */
    const char *description, *box, *attribute;
    kid *kids;
    size_t count, capacity;
} element;

/* Whose each numbered thing is: the pieces of a page, or one annotation. */
typedef struct {
    size_t *elements;
    size_t count, capacity;
    bool is_page;
} owner_list;

struct sk_pdf_tags {
    sk_pdf_objects *objects;
    element *elements;
    size_t count, capacity;
    owner_list *owners; /* by key */
    size_t key_count, key_capacity;
    size_t page_key; /* of the page whose content is being made */
    int page;
    int root;
    sk_arena *arena;
};

static size_t add_element(sk_pdf_tags *tags, size_t parent, const char *type) {
    tags->elements = sk_arena_grow(tags->arena, tags->elements, tags->count, &tags->capacity,
                                   sizeof *tags->elements);
    tags->elements[tags->count] = (element){
        .type = type, .parent = parent, .object = sk_pdf_object(tags->objects), .page = tags->page};
    return tags->count++;
}

sk_pdf_tags *sk_pdf_tags_create(sk_pdf_objects *objects) {
    sk_pdf_tags *tags = sk_heap_array(1, sizeof *tags);
    tags->objects = objects;
    tags->arena = sk_arena_create();
    tags->root = sk_pdf_object(objects);
    add_element(tags, SK_PDF_TAG_DOCUMENT, "Document");
    return tags;
}

void sk_pdf_tags_free(sk_pdf_tags *tags) {
    if (tags == NULL) return;
    sk_arena_free(tags->arena);
    free(tags);
}

static size_t add_key(sk_pdf_tags *tags, bool is_page) {
    tags->owners = sk_arena_grow(tags->arena, tags->owners, tags->key_count, &tags->key_capacity,
                                 sizeof *tags->owners);
    tags->owners[tags->key_count] = (owner_list){.is_page = is_page};
    return tags->key_count++;
}

size_t sk_pdf_tags_page(sk_pdf_tags *tags, int page) {
    tags->page = page;
    tags->page_key = add_key(tags, true);
    return tags->page_key;
}

static void add_kid(sk_pdf_tags *tags, size_t to, kid what) {
    element *e = &tags->elements[to];
    e->kids = sk_arena_grow(tags->arena, e->kids, e->count, &e->capacity, sizeof *e->kids);
    e->kids[e->count++] = what;
}

size_t sk_pdf_tags_add(sk_pdf_tags *tags, size_t parent, const char *type) {
    size_t index = add_element(tags, parent, type);
    add_kid(tags, parent, (kid){KID_ELEMENT, index});
    return index;
}

void sk_pdf_tags_describe(sk_pdf_tags *tags, size_t index, const char *utf8, const char *box) {
    tags->elements[index].description = sk_arena_string(tags->arena, utf8);
    tags->elements[index].box = sk_arena_string(tags->arena, box);
}

void sk_pdf_tags_attribute(sk_pdf_tags *tags, size_t index, const char *entries) {
    tags->elements[index].attribute = entries;
}

const char *sk_pdf_tags_type(const sk_pdf_tags *tags, size_t index) {
    return tags->elements[index].type;
}

static void own(sk_pdf_tags *tags, size_t key, size_t index) {
    owner_list *list = &tags->owners[key];
    list->elements = sk_arena_grow(tags->arena, list->elements, list->count, &list->capacity,
                                   sizeof *list->elements);
    list->elements[list->count++] = index;
}

size_t sk_pdf_tags_mark(sk_pdf_tags *tags, size_t index) {
    size_t number = tags->owners[tags->page_key].count;
    own(tags, tags->page_key, index);
    add_kid(tags, index, (kid){KID_CONTENT, number});
    return number;
}

size_t sk_pdf_tags_annotation(sk_pdf_tags *tags, size_t index, int annotation) {
    size_t key = add_key(tags, false);
    own(tags, key, index);
    add_kid(tags, index, (kid){KID_ANNOTATION, (size_t)annotation});
    return key;
}

static void put_kid(const sk_pdf_tags *tags, sk_pdf_bytes *value, const element *e, kid k) {
    switch (k.kind) {
        case KID_ELEMENT:
            sk_pdf_put_format(value, "%d 0 R", tags->elements[k.number].object);
            break;
        case KID_CONTENT:
            sk_pdf_put_format(value, "%zu", k.number);
            break;
        case KID_ANNOTATION:
            sk_pdf_put_format(value, "<</Type/OBJR/Obj %zu 0 R/Pg %d 0 R>>", k.number, e->page);
            break;
    }
}

static void write_element(const sk_pdf_tags *tags, size_t index) {
    const element *e = &tags->elements[index];
    bool is_top = index == SK_PDF_TAG_DOCUMENT;
    sk_pdf_bytes value = {0};
    sk_pdf_put_format(&value, "<</S/%s/P %d 0 R", e->type,
                      is_top ? tags->root : tags->elements[e->parent].object);
    if (e->page != 0) sk_pdf_put_format(&value, "/Pg %d 0 R", e->page);
    if (e->description != NULL) {
        sk_pdf_put_text(&value, "/Alt");
        sk_pdf_put_string(&value, e->description);
    }
    if (e->box != NULL) sk_pdf_put_format(&value, "/A<</O/Layout/BBox[%s]>>", e->box);
    if (e->attribute != NULL) sk_pdf_put_format(&value, "/A<<%s>>", e->attribute);
    sk_pdf_put_text(&value, "/K[");
    for (size_t i = 0; i < e->count; i++) {
        if (i > 0) sk_pdf_put_text(&value, " ");
        put_kid(tags, &value, e, e->kids[i]);
    }
    sk_pdf_put_text(&value, "]>>");
    sk_pdf_object_set(tags->objects, e->object, &value);
}

/* Behind a row's own cells come empty ones like them, up to `width`. */
static void fill_row(sk_pdf_tags *tags, size_t row, size_t width) {
    while (tags->elements[row].count < width) {
        size_t first = tags->elements[row].kids[0].number;
        tags->page = tags->elements[row].page;
        size_t cell = sk_pdf_tags_add(tags, row, tags->elements[first].type);
        tags->elements[cell].attribute = tags->elements[first].attribute;
    }
}

static void fill_table(sk_pdf_tags *tags, size_t table) {
    size_t rows = tags->elements[table].count, width = 0;
    for (size_t i = 0; i < rows; i++) {
        size_t cells = tags->elements[tags->elements[table].kids[i].number].count;
        if (cells > width) width = cells;
    }
    for (size_t i = 0; i < rows; i++) fill_row(tags, tags->elements[table].kids[i].number, width);
}

static void fill_tables(sk_pdf_tags *tags) {
    size_t count = tags->count;
    for (size_t i = 0; i < count; i++)
        if (strcmp(tags->elements[i].type, "Table") == 0) fill_table(tags, i);
}

/* From what is on the pages back to the elements. */
static int write_owners(const sk_pdf_tags *tags) {
    sk_pdf_bytes value = {0};
    sk_pdf_put_text(&value, "<</Nums[");
    for (size_t key = 0; key < tags->key_count; key++) {
        const owner_list *list = &tags->owners[key];
        sk_pdf_put_format(&value, "%zu%s", key, list->is_page ? "[" : " ");
        for (size_t i = 0; i < list->count; i++)
            sk_pdf_put_format(&value, i == 0 ? "%d 0 R" : " %d 0 R",
                              tags->elements[list->elements[i]].object);
        sk_pdf_put_text(&value, list->is_page ? "]" : " ");
    }
    sk_pdf_put_text(&value, "]>>");
    return sk_pdf_object_add(tags->objects, &value);
}

int sk_pdf_tags_write(sk_pdf_tags *tags) {
    fill_tables(tags);
    for (size_t i = 0; i < tags->count; i++) write_element(tags, i);
    sk_pdf_bytes value = {0};
    sk_pdf_put_format(
        &value, "<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %zu>>",
        tags->elements[SK_PDF_TAG_DOCUMENT].object, write_owners(tags), tags->key_count);
    sk_pdf_object_set(tags->objects, tags->root, &value);
    return tags->root;
}
