/** What the program says: findings to standard error, in the order of reporting, each once; and
 * what it ends with. */
#ifndef STREEKKAART_CLI_ARGUMENTS_REPORT_H
#define STREEKKAART_CLI_ARGUMENTS_REPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/json_writer.h"
#include "streekkaart/diag.h"
#include "streekkaart/status.h"

/** Is told of each file that a run is about: whether it was just drawn, or may have been. */
typedef struct {
    void (*tell)(void *context, const char *path, bool drawn); /* NULL: nobody is */
    void *context;
} sk_file_listener;

typedef struct {
    sk_diag *diag; /* of the whole run */
    size_t printed;
    bool answered;         /* the findings were written as JSON */
    const sk_diag *before; /* an earlier run's, whose findings are not printed again; or NULL */
    sk_file_listener files;
} sk_report;

/** Prints what the diag holds and was not printed yet. */
void sk_report_print(sk_report *report);

/** Sends what was printed to standard output on its way. Where the reader has gone, as `head` does,
 *  the program ends as it does by itself, by SIGPIPE. 0, or the errno of another failure. */
int sk_report_flush(void);

/** Writes what the finding says into an object that was begun. */
void sk_finding_write_json(const sk_finding *finding, sk_json_writer *json);

/** Writes all findings as a JSON array called "findings". */
void sk_report_write_json(sk_report *report, sk_json_writer *json);

/** Writes an object that holds just the findings to standard output, on one line, where no command
 * wrote them: who asked for JSON gets it, however the run ends. */
void sk_report_answer(sk_report *report);

/** Of two statuses, the one that the program ends with: what the machine lacks outweighs what the
 *  data lack. */
static inline sk_status sk_worse(sk_status a, sk_status b) {
    return a > b ? a : b;
}

#endif
