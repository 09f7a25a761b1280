#include "streekkaart/preflight.h"

#include "preflight/clauses.h"
#include "preflight/seen_forms.h"

static void read_document(qpdf_data qpdf, sk_arena *arena, sk_preflight_report *report) {
    sk_document_reading reading = {
        .content = {
            .qpdf = qpdf, .arena = arena, .report = report, .seen = sk_seen_forms_create(arena)}};
    sk_document_read(&reading);
    sk_clauses_check(&reading);
}

static const struct {
    enum qpdf_error_code_e code;
    const char *what, *remedy;
} refusals[] = {
    {qpdf_e_system, "cannot be read", "give the path of a PDF that can be opened"},
    {qpdf_e_password, "opens with a password only", "give a PDF that opens without one"},
    {qpdf_e_pages, "has no list of pages that can be followed", "have it written again"},
};

/* Why there is nothing to look at; of a PDF that can be read, that it is empty. */
static void refuse(qpdf_data qpdf, const char *path, sk_diag *diag) {
    const sk_place place = {.file = path};
    if (!qpdf_has_error(qpdf)) {
        sk_diag_error(diag, place, "give a PDF with something on it", "is a PDF without pages");
        return;
    }
    enum qpdf_error_code_e code = qpdf_get_error_code(qpdf, qpdf_get_error(qpdf));
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++)
        if (refusals[i].code == code) {
            sk_diag_error(diag, place, refusals[i].remedy, "%s", refusals[i].what);
            return;
        }
    sk_diag_error(diag, place, "give a whole PDF, or have it written again",
                  "cannot be read as a PDF: it is none, or was cut off");
}

sk_status sk_preflight_read(const char *path, sk_arena *arena, sk_diag *diag,
                            sk_preflight_report *out) {
    *out = (sk_preflight_report){0};
    qpdf_data qpdf = qpdf_init();
    qpdf_silence_errors(qpdf);
    qpdf_set_suppress_warnings(qpdf, QPDF_TRUE);
    bool sound = (qpdf_read(qpdf, path, NULL) & QPDF_ERRORS) == 0 && qpdf_get_num_pages(qpdf) > 0 &&
                 (qpdf_push_inherited_attributes_to_page(qpdf) & QPDF_ERRORS) == 0;
    if (sound)
        read_document(qpdf, arena, out);
    else
        refuse(qpdf, path, diag);
    /* libqpdf would print those that nobody asked for */
    while (qpdf_has_error(qpdf)) (void)qpdf_get_error(qpdf);
    qpdf_cleanup(&qpdf);
    return sound ? SK_OK : SK_ERR_USAGE;
}
