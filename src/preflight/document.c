#include "preflight/document.h"

#include <math.h>
#include <string.h>

#include "preflight/lists.h"

static const double mm_per_pt = 25.4 / 72, slack_pt = 0.01;

typedef struct {
    double left, bottom, right, top;
} box;

/* A page has its box, or the one that all pages below a node have. */
static bool read_box(qpdf_data q, qpdf_oh page, const char *key, box *out) {
    enum { DEPTH_MOST = 32 };
    double sides[4];
    for (int depth = 0; depth < DEPTH_MOST; depth++) {
        if (sk_pdf_numbers(q, sk_pdf_key(q, page, key), sides, 4)) {
            *out = (box){fmin(sides[0], sides[2]), fmin(sides[1], sides[3]),
                         fmax(sides[0], sides[2]), fmax(sides[1], sides[3])};
            return true;
        }
        page = sk_pdf_key(q, page, "/Parent");
    }
    return false;
}

static bool lies_in(box inner, box outer) {
    return inner.left >= outer.left - slack_pt && inner.bottom >= outer.bottom - slack_pt &&
           inner.right <= outer.right + slack_pt && inner.top <= outer.top + slack_pt;
}

static void measure(sk_preflight_report *report, box trim, box bleed, box paper) {
    report->trim_mm[0] = (trim.right - trim.left) * mm_per_pt;
    report->trim_mm[1] = (trim.top - trim.bottom) * mm_per_pt;
    report->paper_mm[0] = (paper.right - paper.left) * mm_per_pt;
    report->paper_mm[1] = (paper.top - paper.bottom) * mm_per_pt;
    double least = fmin(fmin(trim.left - bleed.left, trim.bottom - bleed.bottom),
                        fmin(bleed.right - trim.right, bleed.top - trim.top));
    report->bleed_mm = fmax(0, least * mm_per_pt);
}

static const char *page_fault(const sk_document_reading *r, const char *what) {
    return sk_arena_printf(r->content.arena, "%s of page %zu", what, r->content.page);
}

/* An archive keeps what an annotation looks like with it; links look like nothing. */
static bool is_kept(qpdf_data q, qpdf_oh annotation) {
    enum { INVISIBLE = 1, HIDDEN = 2, PRINT = 4, NO_VIEW = 32 };
    long long flags = 0;
    qpdf_oh_get_value_as_longlong(q, sk_pdf_key(q, annotation, "/F"), &flags);
    bool seen = (flags & PRINT) != 0 && (flags & (INVISIBLE | HIDDEN | NO_VIEW)) == 0;
    bool looks = sk_pdf_key_is(q, annotation, "/Subtype", "/Link") ||
                 sk_pdf_key_is(q, annotation, "/Subtype", "/Popup") ||
                 sk_pdf_has(q, annotation, "/AP");
    return seen && looks;
}

static void read_annotations(sk_document_reading *r, qpdf_oh page, box trim) {
    qpdf_data q = r->content.qpdf;
    qpdf_oh list = sk_pdf_key(q, page, "/Annots");
    for (int i = 0; i < sk_pdf_item_count(q, list); i++) {
        qpdf_oh annotation = qpdf_oh_get_array_item(q, list, i);
        if (!is_kept(q, annotation) && r->appearances == NULL)
            r->appearances = page_fault(r, "an annotation is hidden, or has no appearance,");
        box at;
        bool outside = read_box(q, annotation, "/Rect", &at) &&
                       (at.left >= trim.right || at.right <= trim.left || at.bottom >= trim.top ||
                        at.top <= trim.bottom);
        if (!outside && r->annotations == NULL)
            r->annotations = page_fault(r, "an annotation lies within the trim box");
    }
}

static void read_boxes(sk_document_reading *r, qpdf_oh page) {
    qpdf_data q = r->content.qpdf;
    box paper = {0}, trim, bleed;
    bool has_paper = read_box(q, page, "/MediaBox", &paper);
    bool has_trim = read_box(q, page, "/TrimBox", &trim) || read_box(q, page, "/ArtBox", &trim);
    bool has_bleed = read_box(q, page, "/BleedBox", &bleed);
    const char *fault = NULL;
    if (!has_trim) trim = paper;
    if (!has_bleed) bleed = trim;
    if (!has_paper)
        fault = page_fault(r, "no MediaBox");
    else if (!has_trim)
        fault = page_fault(r, "no TrimBox");
    else if (sk_pdf_has(q, page, "/TrimBox") && sk_pdf_has(q, page, "/ArtBox"))
        fault = page_fault(r, "both a TrimBox and an ArtBox");
    else if (!lies_in(trim, bleed) || !lies_in(bleed, paper))
        fault = page_fault(r, "a box that is not within the next one");
    if (r->boxes == NULL) r->boxes = fault;
    if (r->content.page == 1) measure(r->content.report, trim, bleed, paper);
    read_annotations(r, page, trim);
    bool has_annotations = sk_pdf_item_count(q, sk_pdf_key(q, page, "/Annots")) > 0;
    if (has_annotations && !sk_pdf_key_is(q, page, "/Tabs", "/S") && r->tab_order == NULL)
        r->tab_order = page_fault(r, "not that of the tags: it is none");
}

static bool is_embedded(qpdf_data q, qpdf_oh font) {
    qpdf_oh descriptor = sk_pdf_key(q, font, "/FontDescriptor");
    return sk_pdf_key_is(q, font, "/Subtype", "/Type3") || sk_pdf_has(q, descriptor, "/FontFile") ||
           sk_pdf_has(q, descriptor, "/FontFile2") || sk_pdf_has(q, descriptor, "/FontFile3");
}

/* Code 0 is nobody's; another one that stands for glyph 0 is a letter that the font lacks. */
static bool lacks_letters(const sk_document_reading *r, qpdf_oh font) {
    size_t length = 0;
    const char *map =
        sk_pdf_stream_bytes(r->content.qpdf, sk_pdf_key(r->content.qpdf, font, "/CIDToGIDMap"),
                            r->content.arena, &length);
    for (size_t i = 2; map != NULL && i + 1 < length; i += 2)
        if (map[i] == 0 && map[i + 1] == 0) return true;
    return false;
}

static void read_font(sk_document_reading *r, qpdf_oh font) {
    qpdf_data q = r->content.qpdf;
    sk_arena *arena = r->content.arena;
    bool is_descendant = sk_pdf_has(q, font, "/CIDSystemInfo");
    if (!is_descendant && !sk_pdf_has(q, font, "/ToUnicode") && r->glyphs == NULL)
        r->glyphs = "a font does not tell which letters its glyphs are";
    if (lacks_letters(r, font) && r->glyphs == NULL)
        r->glyphs = "a letter is shown that its font lacks";
    if (sk_pdf_key_is(q, font, "/Subtype", "/Type0")) return; /* its descendant is looked at */
    const char *name = sk_pdf_key_text(q, font, "/BaseFont", arena);
    if (name == NULL) name = sk_pdf_key_text(q, font, "/Name", arena);
    if (name == NULL) name = "without a name";
    const char *plus = strchr(name, '+');
    bool embedded = is_embedded(q, font);
    sk_preflight_list_add(&r->content.report->fonts, plus != NULL ? plus + 1 : name, arena);
    if (!embedded && r->fonts == NULL)
        r->fonts = sk_arena_printf(arena, "the font %s is not embedded", name);
}

/* What makes a file act, or leaves a press to fetch what is printed. */
static void read_dictionary(sk_document_reading *r, qpdf_oh object) {
    qpdf_data q = r->content.qpdf;
    if (sk_pdf_key_is(q, object, "/Type", "/Font")) read_font(r, object);
    if (sk_pdf_key_is(q, object, "/Type", "/Action") || sk_pdf_has(q, object, "/JS"))
        r->actions = "it has an action";
    if (sk_pdf_has(q, object, "/OPI"))
        r->objects = "an object stands for a picture elsewhere (OPI)";
    if (sk_pdf_has(q, object, "/Ref") && sk_pdf_key_is(q, object, "/Subtype", "/Form"))
        r->objects = "a form stands for another file's page (Ref)";
    if (sk_pdf_key_is(q, object, "/Subtype", "/PS") || sk_pdf_has(q, object, "/Alternates"))
        r->objects = "an object is a program, or has others in its place";
}

static void read_objects(sk_document_reading *r) {
    qpdf_data q = r->content.qpdf;
    enum { OBJECTS_MOST = 8388607 }; /* ISO 32000-1, Annex C */
    long long size = 0;
    qpdf_oh_get_value_as_longlong(q, sk_pdf_key(q, qpdf_get_trailer(q), "/Size"), &size);
    for (int number = 1; number < size && number <= OBJECTS_MOST; number++) {
        qpdf_oh object = qpdf_get_object_by_id(q, number, 0);
        if (qpdf_oh_is_dictionary(q, object) || qpdf_oh_is_stream(q, object))
            read_dictionary(r, object);
        qpdf_oh_release(q, object);
    }
}

static void read_layers(sk_document_reading *r) {
    qpdf_data q = r->content.qpdf;
    qpdf_oh layers = sk_pdf_key(q, sk_pdf_key(q, qpdf_get_root(q), "/OCProperties"), "/OCGs");
    for (int i = 0; i < sk_pdf_item_count(q, layers); i++) {
        const char *name =
            sk_pdf_key_text(q, qpdf_oh_get_array_item(q, layers, i), "/Name", r->content.arena);
        if (name != NULL) sk_preflight_list_add(&r->content.report->layers, name, r->content.arena);
    }
}

void sk_document_read(sk_document_reading *r) {
    qpdf_data q = r->content.qpdf;
    sk_preflight_report *report = r->content.report;
    int count = qpdf_get_num_pages(q);
    report->page_count = count > 0 ? (size_t)count : 0;
    report->version = sk_arena_string(r->content.arena, qpdf_get_pdf_version(q));
    for (size_t i = 0; i < report->page_count; i++) {
        qpdf_oh page = qpdf_get_page_n(q, i);
        r->content.page = i + 1;
        read_boxes(r, page);
        sk_content_read_page(&r->content, page);
    }
    read_objects(r);
    sk_tag_tree_read(q, r->content.arena, &r->tags);
    read_layers(r);
}
