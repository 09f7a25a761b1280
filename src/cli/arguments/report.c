#include "cli/arguments/report.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#include "cli/arguments/say.h"
#include "output/stop_signals.h"

void sk_report_print(sk_report *report) {
    for (; report->printed < sk_diag_count(report->diag); report->printed++) {
        char *text = sk_finding_text(sk_diag_get(report->diag, report->printed));
        sk_say(stderr, "%s", text);
        free(text);
    }
}

int sk_report_flush(void) {
    if (fflush(stdout) == 0) return 0;
    int failure = errno;
    if (failure == EPIPE) sk_stop_by_signal(SIGPIPE);
    return failure;
}

void sk_finding_write_json(const sk_finding *finding, sk_json_writer *json) {
    sk_json_text(json, "severity", finding->severity == SK_ERROR ? "error" : "warning");
    sk_json_text(json, "file", finding->place.file);
    if (finding->place.line > 0) sk_json_integer(json, "line", finding->place.line);
    sk_json_text(json, "feature", finding->place.feature);
    sk_json_text(json, "what", finding->what);
    sk_json_text(json, "remedy", finding->remedy);
}

void sk_report_write_json(sk_report *report, sk_json_writer *json) {
    report->answered = true;
    sk_json_begin_array(json, "findings");
    for (size_t i = 0; i < sk_diag_count(report->diag); i++) {
        sk_json_begin_object(json, NULL);
        sk_finding_write_json(sk_diag_get(report->diag, i), json);
        sk_json_end_object(json);
    }
    sk_json_end_array(json);
}

void sk_report_answer(sk_report *report) {
    if (report->answered) return;
    sk_json_writer json = {.stream = stdout};
    sk_json_begin_row(&json, NULL);
    sk_report_write_json(report, &json);
    sk_json_end_row(&json);
}
