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

sk_status sk_preflight_read(const char *path, sk_arena *arena, sk_diag *diag,
                            sk_preflight_report *out) {
    *out = (sk_preflight_report){0};
    qpdf_data qpdf = qpdf_init();
    qpdf_silence_errors(qpdf);
    qpdf_set_suppress_warnings(qpdf, QPDF_TRUE);
    bool sound = (qpdf_read(qpdf, path, NULL) & QPDF_ERRORS) == 0 && qpdf_get_num_pages(qpdf) > 0;
    if (sound)
        read_document(qpdf, arena, out);
    else
        sk_diag_error(diag, (sk_place){.file = path}, "give a PDF that opens without a password",
                      "cannot be read as a PDF");
    /* libqpdf would print those that nobody asked for */
    while (qpdf_has_error(qpdf)) (void)qpdf_get_error(qpdf);
    qpdf_cleanup(&qpdf);
    return sound ? SK_OK : SK_ERR_USAGE;
}
