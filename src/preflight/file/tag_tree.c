#include "preflight/file/tag_tree.h"

#include <string.h>

#include "preflight/file/parent_tree.h"

enum { DEPTH_MOST = 64, ELEMENTS_MOST = 1000000 };

typedef struct {
    qpdf_data qpdf;
    sk_arena *arena;
    qpdf_oh root;
    sk_parent_tree parents;
    sk_tag_tree_faults *faults;
    size_t elements;
    int heading; /* the level of the last one */
} walk;

static void note(const char **fault, const char *what) {
    if (*fault == NULL) *fault = what;
}

/* ISO 32000-1, 14.8.4: all but the private ones. */
static bool is_standard(const char *type) {
    static const char *const types[] = {
        "Document",  "Part",  "Art",      "Sect", "Div",  "BlockQuote", "Caption", "TOC",
        "TOCI",      "Index", "P",        "H",    "H1",   "H2",         "H3",      "H4",
        "H5",        "H6",    "L",        "LI",   "Lbl",  "LBody",      "Table",   "TR",
        "TH",        "TD",    "THead",    "Span", "Note", "TBody",      "TFoot",   "Quote",
        "Reference", "Code",  "BibEntry", "Link", "Ruby", "Annot",      "Warichu", "RB",
        "RT",        "RP",    "WT",       "WP",   "Form", "Figure",     "Formula", "NonStruct",
    };
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strcmp(type, types[i]) == 0) return true;
    return false;
}

static const char *type_of(const walk *w, qpdf_oh element) {
    const char *type = sk_pdf_key_text(w->qpdf, element, "/S", w->arena);
    if (type == NULL || is_standard(type)) return type;
    const char *key = sk_arena_printf(w->arena, "/%s", type);
    const char *role =
        sk_pdf_key_text(w->qpdf, sk_pdf_key(w->qpdf, w->root, "/RoleMap"), key, w->arena);
    return role != NULL ? role : type;
}

/* A list of one may stand without its brackets. */
static int kid_count(const walk *w, qpdf_oh element) {
    qpdf_oh kids = sk_pdf_key(w->qpdf, element, "/K");
    if (qpdf_oh_is_array(w->qpdf, kids)) return sk_pdf_item_count(w->qpdf, kids);
    return qpdf_oh_is_null(w->qpdf, kids) ? 0 : 1;
}

static qpdf_oh kid_at(const walk *w, qpdf_oh element, int index) {
    qpdf_oh kids = sk_pdf_key(w->qpdf, element, "/K");
    if (!qpdf_oh_is_array(w->qpdf, kids)) return kids;
    return qpdf_oh_get_array_item(w->qpdf, kids, index);
}

static void read_figure(const walk *w, qpdf_oh element) {
    const char *text = sk_pdf_key_text(w->qpdf, element, "/Alt", w->arena);
    if (text == NULL) text = sk_pdf_key_text(w->qpdf, element, "/ActualText", w->arena);
    if (text == NULL || text[0] == '\0') note(&w->faults->figures, "one has no text in its place");
}

static void read_heading(walk *w, int level) {
    if (level > w->heading + 1)
        note(&w->faults->headings, sk_arena_printf(w->arena, "H%d follows H%d", level, w->heading));
    w->heading = level;
}

/* The scope is the element's attribute, or one of several. */
static bool has_scope(const walk *w, qpdf_oh head) {
    qpdf_oh attributes = sk_pdf_key(w->qpdf, head, "/A");
    if (sk_pdf_has(w->qpdf, attributes, "/Scope") || sk_pdf_has(w->qpdf, head, "/ID")) return true;
    for (int i = 0; i < sk_pdf_item_count(w->qpdf, attributes); i++)
        if (sk_pdf_has(w->qpdf, qpdf_oh_get_array_item(w->qpdf, attributes, i), "/Scope"))
            return true;
    return false;
}

/* How many columns the row's cells take; `heads` counts those that head others. */
static long long read_row(const walk *w, qpdf_oh row, size_t *heads) {
    long long columns = 0;
    for (int i = 0; i < kid_count(w, row); i++) {
        qpdf_oh cell = kid_at(w, row, i);
        const char *type = type_of(w, cell);
        long long span = 1;
        qpdf_oh_get_value_as_longlong(
            w->qpdf, sk_pdf_key(w->qpdf, sk_pdf_key(w->qpdf, cell, "/A"), "/ColSpan"), &span);
        columns += span;
        if (type == NULL || strcmp(type, "TH") != 0) continue;
        (*heads)++;
        if (!has_scope(w, cell)) note(&w->faults->tables, "a head does not say what it heads");
    }
    return columns;
}

static void read_table(const walk *w, qpdf_oh table) {
    size_t heads = 0;
    long long columns = -1;
    for (int i = 0; i < kid_count(w, table); i++) {
        qpdf_oh row = kid_at(w, table, i);
        const char *type = type_of(w, row);
        if (type == NULL || strcmp(type, "TR") != 0) continue;
        long long here = read_row(w, row, &heads);
        if (columns >= 0 && here != columns)
            note(&w->faults->tables, "its rows have unequal numbers of cells");
        columns = here;
    }
    if (heads == 0) note(&w->faults->tables, "one has no heads");
}

static void read_element(walk *w, qpdf_oh element, int depth) {
    if (!qpdf_oh_is_dictionary(w->qpdf, element) ||
        sk_pdf_key_is(w->qpdf, element, "/Type", "/MCR") ||
        sk_pdf_key_is(w->qpdf, element, "/Type", "/OBJR"))
        return;
    const char *type = type_of(w, element);
    if (depth > DEPTH_MOST || w->elements++ > ELEMENTS_MOST || type == NULL) {
        note(&w->faults->tree, "it has an element without a type, or no end");
        return;
    }
    if (!is_standard(type))
        note(&w->faults->types, sk_arena_printf(w->arena, "nobody knows %s", type));
    if (strcmp(type, "Figure") == 0) read_figure(w, element);
    if (strcmp(type, "Table") == 0) read_table(w, element);
    if (type[0] == 'H' && type[1] >= '1' && type[1] <= '6' && type[2] == '\0')
        read_heading(w, type[1] - '0');
    for (int i = 0; i < kid_count(w, element); i++)
        read_element(w, kid_at(w, element, i), depth + 1);
}

static void read_link(const walk *w, qpdf_oh link) {
    const char *text = sk_pdf_key_text(w->qpdf, link, "/Contents", w->arena);
    if (text == NULL || text[0] == '\0') note(&w->faults->links, "one has no description");
    qpdf_oh parent = sk_parent_tree_find(&w->parents, w->qpdf, link, "/StructParent");
    const char *type = type_of(w, parent);
    if (type == NULL || strcmp(type, "Link") != 0)
        note(&w->faults->links, "one is in no element for links");
}

static void read_page(const walk *w, qpdf_oh page) {
    qpdf_oh elements = sk_parent_tree_find(&w->parents, w->qpdf, page, "/StructParents");
    if (!qpdf_oh_is_array(w->qpdf, elements)) note(&w->faults->tree, "a page is not in it");
    qpdf_oh annotations = sk_pdf_key(w->qpdf, page, "/Annots");
    for (int i = 0; i < sk_pdf_item_count(w->qpdf, annotations); i++) {
        qpdf_oh annotation = qpdf_oh_get_array_item(w->qpdf, annotations, i);
        if (sk_pdf_key_is(w->qpdf, annotation, "/Subtype", "/Link")) read_link(w, annotation);
    }
}

static bool is_true(qpdf_data qpdf, qpdf_oh dictionary, const char *key) {
    QPDF_BOOL value = QPDF_FALSE;
    return qpdf_oh_get_value_as_bool(qpdf, sk_pdf_key(qpdf, dictionary, key), &value) && value;
}

void sk_tag_tree_read(qpdf_data qpdf, sk_arena *arena, sk_tag_tree_faults *out) {
    *out = (sk_tag_tree_faults){0};
    qpdf_oh catalogue = qpdf_get_root(qpdf);
    walk w = {.qpdf = qpdf,
              .arena = arena,
              .root = sk_pdf_key(qpdf, catalogue, "/StructTreeRoot"),
              .faults = out};
    w.parents = sk_parent_tree_read(qpdf, sk_pdf_key(qpdf, w.root, "/ParentTree"), arena);
    qpdf_oh marks = sk_pdf_key(qpdf, catalogue, "/MarkInfo");
    if (kid_count(&w, w.root) == 0) note(&out->tree, "there is none");
    if (!is_true(qpdf, marks, "/Marked"))
        note(&out->tree, "the file does not say that it is tagged");
    if (is_true(qpdf, marks, "/Suspects")) note(&out->tree, "the file says that it may be wrong");
    for (int i = 0; i < kid_count(&w, w.root); i++) read_element(&w, kid_at(&w, w.root, i), 0);
    for (int i = 0; i < qpdf_get_num_pages(qpdf); i++)
        read_page(&w, qpdf_get_page_n(qpdf, (size_t)i));
}
