#include "preflight/output_intent.h"

#include <string.h>

/* The first intent of that kind, and how many there are. */
static int find_intent(const sk_document_reading *r, const char *kind, qpdf_oh *out) {
    qpdf_data q = r->content.qpdf;
    qpdf_oh list = sk_pdf_key(q, qpdf_get_root(q), "/OutputIntents");
    int count = 0;
    for (int i = 0; i < sk_pdf_item_count(q, list); i++) {
        qpdf_oh intent = qpdf_oh_get_array_item(q, list, i);
        if (!sk_pdf_key_is(q, intent, "/S", kind)) continue;
        if (count++ == 0) *out = intent;
    }
    return count;
}

const char *sk_output_intent_check(const sk_document_reading *r) {
    qpdf_oh intent = 0;
    int count = find_intent(r, "/GTS_PDFX", &intent);
    if (count == 0) return "there is none";
    if (count > 1) return "there are several";
    const char *name =
        sk_pdf_key_text(r->content.qpdf, intent, "/OutputConditionIdentifier", r->content.arena);
    if (name == NULL || name[0] == '\0') return "it has no OutputConditionIdentifier";
    r->content.report->condition = name;
    return NULL;
}

/* A device as the header of a profile names it (ICC.1, 7.2), and how many parts its colours have.
 */
typedef struct {
    const char *kind, *space;
    int part_count;
} device;

/* What is wrong with the intent's profile, which is to be of that device. */
static const char *profile_fault(const sk_document_reading *r, qpdf_oh intent, device wanted) {
    enum { HEADER = 128, VERSION = 8, KIND = 12, SPACE = 16, MARK = 36, NEWEST = 4 };
    qpdf_data q = r->content.qpdf;
    double parts = 0;
    size_t length = 0;
    qpdf_oh stream = sk_pdf_key(q, intent, "/DestOutputProfile");
    const char *profile = sk_pdf_stream_bytes(q, stream, r->content.arena, &length);
    if (profile == NULL) return "it is not embedded";
    qpdf_oh_get_value_as_number(q, sk_pdf_key(q, stream, "/N"), &parts);
    if (length < HEADER || memcmp(profile + MARK, "acsp", 4) != 0) return "it is none of ICC's";
    if (profile[VERSION] > NEWEST) return "it is of a newer version than the format knows";
    if (memcmp(profile + KIND, wanted.kind, 4) != 0) return "it is of another kind of device";
    if (memcmp(profile + SPACE, wanted.space, 4) != 0 || parts != wanted.part_count)
        return "it is of other colours";
    return NULL;
}

const char *sk_output_intent_check_profile(const sk_document_reading *r) {
    qpdf_oh intent = 0;
    if (find_intent(r, "/GTS_PDFX", &intent) == 0) return "there is none";
    return profile_fault(r, intent, (device){"prtr", "CMYK", 4});
}

const char *sk_output_intent_check_archive(const sk_document_reading *r) {
    qpdf_oh intent = 0;
    int count = find_intent(r, "/GTS_PDFA1", &intent);
    if (count == 0) return "there is none";
    if (count > 1) return "there are several";
    r->content.report->condition =
        sk_pdf_key_text(r->content.qpdf, intent, "/OutputConditionIdentifier", r->content.arena);
    return profile_fault(r, intent, (device){"mntr", "RGB ", 3});
}
