#include "preflight/output_intent.h"

#include <string.h>

/* The first intent of PDF/X, and how many there are. */
static int find_intent(const sk_document_reading *r, qpdf_oh *out) {
    qpdf_data q = r->content.qpdf;
    qpdf_oh list = sk_pdf_key(q, qpdf_get_root(q), "/OutputIntents");
    int count = 0;
    for (int i = 0; i < sk_pdf_item_count(q, list); i++) {
        qpdf_oh intent = qpdf_oh_get_array_item(q, list, i);
        if (!sk_pdf_key_is(q, intent, "/S", "/GTS_PDFX")) continue;
        if (count++ == 0) *out = intent;
    }
    return count;
}

const char *sk_output_intent_check(const sk_document_reading *r) {
    qpdf_oh intent = 0;
    int count = find_intent(r, &intent);
    if (count == 0) return "there is none";
    if (count > 1) return "there are several";
    const char *name =
        sk_pdf_key_text(r->content.qpdf, intent, "/OutputConditionIdentifier", r->content.arena);
    if (name == NULL || name[0] == '\0') return "it has no OutputConditionIdentifier";
    r->content.report->condition = name;
    return NULL;
}

/* ICC.1: the header of a profile. */
const char *sk_output_intent_check_profile(const sk_document_reading *r) {
    enum { HEADER = 128, VERSION = 8, CLASS = 12, SPACE = 16, MARK = 36, NEWEST = 4 };
    qpdf_data q = r->content.qpdf;
    qpdf_oh intent = 0;
    double parts = 0;
    size_t length = 0;
    if (find_intent(r, &intent) == 0) return "there is none";
    qpdf_oh stream = sk_pdf_key(q, intent, "/DestOutputProfile");
    const char *profile = sk_pdf_stream_bytes(q, stream, r->content.arena, &length);
    if (profile == NULL) return "it is not embedded";
    qpdf_oh_get_value_as_number(q, sk_pdf_key(q, stream, "/N"), &parts);
    if (length < HEADER || memcmp(profile + MARK, "acsp", 4) != 0) return "it is none of ICC's";
    if (profile[VERSION] > NEWEST) return "it is of a newer version than PDF/X-4 knows";
    if (memcmp(profile + CLASS, "prtr", 4) != 0) return "it is no printer's";
    if (memcmp(profile + SPACE, "CMYK", 4) != 0 || parts != 4) return "it is not of CMYK";
    return NULL;
}
