/** `watch`: a project is drawn, and drawn again whenever one of its files is saved. */
#ifndef STREEKKAART_CLI_WATCH_WATCH_H
#define STREEKKAART_CLI_WATCH_WATCH_H

#include "cli/arguments/arguments.h"

/** Draws what `annex` draws, or the figures that are named; then waits for saves, and draws each
 *  time what they touch. Faults of the project are told, and waited for like a save; the findings
 *  of one run are not printed again by the next. It ends by a signal (output/stop_signals.h), and
 *  returns only with SK_ERR_USAGE from the first drawing, or with SK_ERR_ENVIRONMENT where the
 *  project cannot be watched any longer. */
SK_CHECKED sk_status sk_watch_command(const sk_arguments *arguments, sk_report *report);

#endif
