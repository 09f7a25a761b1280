#include "preflight/clauses.h"

#include <string.h>

#include "preflight/metadata.h"
#include "preflight/output_intent.h"
#include "streekkaart/print_edition.h"

/* A press loses what is thinner, and a reader what is smaller. */
static const double thinnest_pt = 0.25, smallest_text_pt = 5, slack = 0.005;

static const char *check_version(const sk_document_reading *r) {
    const char *version = r->content.report->version;
    bool sound = strlen(version) == 3 && version[0] == '1' && version[2] <= '6';
    return sound ? NULL : sk_arena_printf(r->content.arena, "it is PDF %s", version);
}

static const char *check_archive_version(const sk_document_reading *r) {
    const char *version = r->content.report->version;
    bool sound = strlen(version) == 3 && version[0] == '1' && version[2] <= '7';
    return sound ? NULL : sk_arena_printf(r->content.arena, "it is PDF %s", version);
}

static const char *check_inks(const sk_document_reading *r) {
    return r->content.cmyk;
}

static const char *check_appearances(const sk_document_reading *r) {
    return r->appearances;
}

static const char *check_encryption(const sk_document_reading *r) {
    qpdf_data q = r->content.qpdf;
    return sk_pdf_has(q, qpdf_get_trailer(q), "/Encrypt") ? "it is encrypted" : NULL;
}

static const char *check_identifier(const sk_document_reading *r) {
    qpdf_data q = r->content.qpdf;
    qpdf_oh id = sk_pdf_key(q, qpdf_get_trailer(q), "/ID");
    return sk_pdf_item_count(q, id) == 2 ? NULL : "the trailer has no ID";
}

static const char *check_boxes(const sk_document_reading *r) {
    return r->boxes;
}

static const char *check_fonts(const sk_document_reading *r) {
    return r->fonts;
}

static const char *check_colours(const sk_document_reading *r) {
    return r->content.rgb;
}

static const char *check_transparency(const sk_document_reading *r) {
    return r->content.group_space;
}

static const char *check_states(const sk_document_reading *r) {
    return r->content.states;
}

static const char *check_streams(const sk_document_reading *r) {
    return r->content.unreadable != NULL ? r->content.unreadable : r->objects;
}

static const char *check_resources(const sk_document_reading *r) {
    return r->content.missing;
}

static const char *check_annotations(const sk_document_reading *r) {
    return r->annotations;
}

static const char *check_actions(const sk_document_reading *r) {
    qpdf_data q = r->content.qpdf;
    qpdf_oh root = qpdf_get_root(q);
    if (sk_pdf_has(q, root, "/OpenAction") &&
        !qpdf_oh_is_array(q, sk_pdf_key(q, root, "/OpenAction")))
        return "opening it sets off an action";
    if (sk_pdf_has(q, root, "/AA")) return "it has an action";
    if (sk_pdf_has(q, sk_pdf_key(q, root, "/Names"), "/JavaScript")) return "it has a script";
    if (sk_pdf_has(q, root, "/AcroForm")) return "it has a form to fill in";
    return r->actions;
}

/* The layer, by its object, is in the list or one within it. */
static bool is_listed(qpdf_data q, qpdf_oh list, int number, int depth) {
    enum { DEPTH_MOST = 8 };
    for (int i = 0; i < sk_pdf_item_count(q, list); i++) {
        qpdf_oh item = qpdf_oh_get_array_item(q, list, i);
        if (qpdf_oh_get_object_id(q, item) == number) return true;
        if (depth < DEPTH_MOST && is_listed(q, item, number, depth + 1)) return true;
    }
    return false;
}

static const char *check_layers(const sk_document_reading *r) {
    qpdf_data q = r->content.qpdf;
    qpdf_oh properties = sk_pdf_key(q, qpdf_get_root(q), "/OCProperties");
    if (!qpdf_oh_is_dictionary(q, properties)) return NULL;
    qpdf_oh usual = sk_pdf_key(q, properties, "/D"), layers = sk_pdf_key(q, properties, "/OCGs");
    const char *name = sk_pdf_key_text(q, usual, "/Name", r->content.arena);
    if (name == NULL || name[0] == '\0') return "their usual setting has no name";
    if (sk_pdf_has(q, usual, "/AS")) return "they are switched by what the file is used for";
    qpdf_oh order = sk_pdf_key(q, usual, "/Order");
    for (int i = 0; !qpdf_oh_is_null(q, order) && i < sk_pdf_item_count(q, layers); i++) {
        int number = qpdf_oh_get_object_id(q, qpdf_oh_get_array_item(q, layers, i));
        if (!is_listed(q, order, number, 0)) return "one is not in the list that a reader sees";
    }
    return NULL;
}

static const char *check_ink(const sk_document_reading *r) {
    double most = r->content.report->most_ink;
    if (most <= SK_INK_MOST + slack) return NULL;
    return sk_arena_printf(r->content.arena, "a colour takes %.0f %% of ink", most * 100);
}

static const char *check_lines(const sk_document_reading *r) {
    double least = r->content.report->thinnest_pt;
    if (least == 0 || least >= thinnest_pt - slack) return NULL;
    return sk_arena_printf(r->content.arena, "a line has %.2f pt", least);
}

static const char *check_text(const sk_document_reading *r) {
    double least = r->content.report->smallest_text_pt;
    if (least == 0 || least >= smallest_text_pt - slack) return NULL;
    return sk_arena_printf(r->content.arena, "a text has %.2f pt", least);
}

static const char *check_tree(const sk_document_reading *r) {
    return r->tags.tree;
}

static const char *check_types(const sk_document_reading *r) {
    return r->tags.types;
}

static const char *check_marks(const sk_document_reading *r) {
    return r->content.unmarked;
}

static const char *check_figures(const sk_document_reading *r) {
    return r->tags.figures;
}

static const char *check_headings(const sk_document_reading *r) {
    return r->tags.headings;
}

static const char *check_tables(const sk_document_reading *r) {
    return r->tags.tables;
}

static const char *check_links(const sk_document_reading *r) {
    return r->tags.links;
}

static const char *check_tab_order(const sk_document_reading *r) {
    return r->tab_order;
}

static const char *check_glyphs(const sk_document_reading *r) {
    return r->glyphs;
}

typedef struct {
    const char *name, *wants;
    const char *(*check)(const sk_document_reading *reading);
} clause;

static const clause print_clauses[] = {
    {"version", "PDF 1.6 or older", check_version},
    {"encryption", "none", check_encryption},
    {"identifier", "the file has an ID", check_identifier},
    {"information", "title, dates, and whether it is trapped", sk_metadata_check_information},
    {"metadata", "XMP that names PDF/X-4, its dates and identifiers", sk_metadata_check_xmp},
    {"output intent", "one, of PDF/X, that names the printing condition", sk_output_intent_check},
    {"profile", "embedded, of a printer, CMYK", sk_output_intent_check_profile},
    {"boxes", "each page has a TrimBox, within its BleedBox, within its MediaBox", check_boxes},
    {"fonts", "all are embedded", check_fonts},
    {"colours", "none of screens", check_colours},
    {"transparency", "mixed in DeviceCMYK", check_transparency},
    {"graphics", "no transfer functions or halftone phases", check_states},
    {"streams", "all can be read, and nothing lies elsewhere", check_streams},
    {"resources", "each name that a stream uses stands for something", check_resources},
    {"annotations", "none on what is printed", check_annotations},
    {"actions", "none, and no scripts or forms to fill in", check_actions},
    {"layers", "all are listed, by a named setting that nothing switches", check_layers},
    {"ink", "300 % at most", check_ink},
    {"lines", "0.25 pt at least", check_lines},
    {"text", "5 pt at least", check_text},
};

static const clause archive_clauses[] = {
    {"version", "PDF 1.7 or older", check_archive_version},
    {"encryption", "none", check_encryption},
    {"identifier", "the file has an ID", check_identifier},
    {"metadata", "XMP that names PDF/A-2, and agrees with the information dictionary",
     sk_metadata_check_archive},
    {"output intent", "one, of PDF/A, with an embedded profile of RGB",
     sk_output_intent_check_archive},
    {"fonts", "all are embedded", check_fonts},
    {"colours", "none of inks, which the profile does not tell of", check_inks},
    {"graphics", "no transfer functions or halftone phases", check_states},
    {"streams", "all can be read, and nothing lies elsewhere", check_streams},
    {"resources", "each name that a stream uses stands for something", check_resources},
    {"annotations", "none is hidden, and each has its appearance", check_appearances},
    {"actions", "none, and no scripts or forms to fill in", check_actions},
    {"layers", "all are listed, by a named setting that nothing switches", check_layers},
};

/* ISO 14289-1, and what of it PDF/A-2 has not asked for. */
static const clause reading_clauses[] = {
    {"title", "told by the XMP, and shown by the window", sk_metadata_check_title},
    {"language", "the document's", sk_metadata_check_language},
    {"tags", "the document is tagged, each page in the tree", check_tree},
    {"types", "those that all programs know", check_types},
    {"marks", "all that is drawn is in the tree, or said to mean nothing", check_marks},
    {"figures", "each has a text in its place", check_figures},
    {"headings", "no level is left out", check_headings},
    {"tables", "rows of as many cells, and heads that say what they head", check_tables},
    {"links", "each is described, and in the tree", check_links},
    {"tab order", "that of the tags", check_tab_order},
    {"letters", "each glyph is known, and tells its letter", check_glyphs},
};

static void check_all(sk_document_reading *reading, const clause *clauses, size_t count) {
    sk_preflight_report *report = reading->content.report;
    for (size_t i = 0; i < count; i++) {
        const char *fault = clauses[i].check(reading);
        report->clauses =
            sk_arena_grow(reading->content.arena, report->clauses, report->clause_count,
                          &report->clause_capacity, sizeof *report->clauses);
        report->clauses[report->clause_count++] =
            (sk_preflight_clause){clauses[i].name, clauses[i].wants, fault};
        report->fault_count += fault != NULL;
    }
}

#define CHECK_ALL(reading, clauses) \
    check_all((reading), (clauses), sizeof(clauses) / sizeof *(clauses))

void sk_clauses_check(sk_document_reading *reading) {
    bool archive = sk_metadata_claims_archive(reading);
    bool is_read = archive && sk_metadata_claims_reading(reading);
    reading->content.report->standard = is_read   ? "PDF/A-2b and PDF/UA-1"
                                        : archive ? "PDF/A-2b"
                                                  : "PDF/X-4";
    if (archive)
        CHECK_ALL(reading, archive_clauses);
    else
        CHECK_ALL(reading, print_clauses);
    if (is_read) CHECK_ALL(reading, reading_clauses);
}
