#include "render/pdf/pdf_navigation.h"

#include <stdlib.h>
#include <string.h>

#include "render/pdf/objects/pdf_strings.h"
#include "streekkaart/memory.h"

/* An entry of the outline, with the indexes of its neighbours in the list; -1: none. */
typedef struct {
    int object, parent_object;
    long before, after, first, last;
    size_t below; /* entries, of any depth */
} entry;

static size_t depth_of(const sk_document *document, size_t index) {
    return document->bookmarks[index].depth;
}

/* Links the entry to its parent and to the one before it, both of which stand before it. */
static void link_entry(const sk_document *document, entry *entries, entry *top, size_t index) {
    size_t depth = depth_of(document, index);
    entry *parent = top;
    for (size_t i = index; i > 0 && depth > 0; i--)
        if (depth_of(document, i - 1) < depth) {
            parent = &entries[i - 1];
            break;
        }
    entry *e = &entries[index];
    e->parent_object = parent->object;
    e->before = parent->last;
    if (parent->last >= 0) entries[parent->last].after = (long)index;
    if (parent->first < 0) parent->first = (long)index;
    parent->last = (long)index;
}

/* All entries are open, so that each counts all that are below it. */
static size_t count_below(const sk_document *document, size_t index) {
    size_t count = 0;
    for (size_t i = index + 1;
         i < document->bookmark_count && depth_of(document, i) > depth_of(document, index); i++)
        count++;
    return count;
}

static void put_link(sk_pdf_bytes *value, const char *name, const entry *entries, long index) {
    if (index >= 0) sk_pdf_put_format(value, "/%s %d 0 R", name, entries[index].object);
}

static void write_entry(const sk_bookmark *bookmark, const entry *entries, size_t index,
                        sk_pdf_objects *objects) {
    const entry *e = &entries[index];
    sk_arena *scratch = sk_arena_create();
    sk_pdf_bytes value = {0};
    sk_pdf_put_text(&value, "<</Title");
    sk_pdf_put_clean_string(&value, bookmark->title, scratch);
    sk_pdf_put_text(&value, "/Dest");
    sk_pdf_put_clean_string(&value, bookmark->anchor, scratch);
    sk_pdf_put_format(&value, "/Parent %d 0 R", e->parent_object);
    put_link(&value, "Prev", entries, e->before);
    put_link(&value, "Next", entries, e->after);
    put_link(&value, "First", entries, e->first);
    put_link(&value, "Last", entries, e->last);
    if (e->below > 0) sk_pdf_put_format(&value, "/Count %zu", e->below);
    sk_pdf_put_text(&value, ">>");
    sk_pdf_object_set(objects, e->object, &value);
    sk_arena_free(scratch);
}

void sk_pdf_put_bookmarks(sk_pdf_bytes *bytes, const sk_document *document,
                          sk_pdf_objects *objects) {
    size_t count = document->bookmark_count;
    if (count == 0) return;
    entry *entries = sk_heap_array(count, sizeof *entries);
    entry top = {.object = sk_pdf_object(objects), .first = -1, .last = -1};
    for (size_t i = 0; i < count; i++)
        entries[i] = (entry){.object = sk_pdf_object(objects),
                             .before = -1,
                             .after = -1,
                             .first = -1,
                             .last = -1,
                             .below = count_below(document, i)};
    for (size_t i = 0; i < count; i++) link_entry(document, entries, &top, i);
    for (size_t i = 0; i < count; i++) write_entry(&document->bookmarks[i], entries, i, objects);
    sk_pdf_bytes value = {0};
    sk_pdf_put_format(&value, "<</Type/Outlines/Count %zu", count);
    put_link(&value, "First", entries, top.first);
    put_link(&value, "Last", entries, top.last);
    sk_pdf_put_text(&value, ">>");
    sk_pdf_object_set(objects, top.object, &value);
    sk_pdf_put_format(bytes, "/Outlines %d 0 R/PageMode/UseOutlines", top.object);
    free(entries);
}

/* The number that a label is; 0 for any other text. */
static long number_in(const char *label) {
    size_t length = strlen(label);
    if (length == 0 || length > 6 || strspn(label, "0123456789") != length) return 0;
    return label[0] == '0' ? 0 : strtol(label, NULL, 10);
}

void sk_pdf_put_page_labels(sk_pdf_bytes *bytes, const sk_document *document) {
    if (document->labels == NULL) return;
    sk_arena *scratch = sk_arena_create();
    sk_pdf_put_text(bytes, "/PageLabels<</Nums[");
    for (size_t i = 0; i < document->page_count; i++) {
        long number = number_in(document->labels[i]);
        bool goes_on = i > 0 && number > 1 && number_in(document->labels[i - 1]) == number - 1;
        if (goes_on) continue;
        sk_pdf_put_format(bytes, "%zu<<", i);
        if (number > 0) {
            sk_pdf_put_format(bytes, "/S/D/St %ld", number);
        } else {
            sk_pdf_put_text(bytes, "/P");
            sk_pdf_put_clean_string(bytes, document->labels[i], scratch);
        }
        sk_pdf_put_text(bytes, ">>");
    }
    sk_pdf_put_text(bytes, "]>>");
    sk_arena_free(scratch);
}
