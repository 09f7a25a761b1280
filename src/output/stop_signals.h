/** The end by a signal, or by a reader who has gone: nothing unfinished is left behind. */
#ifndef STREEKKAART_OUTPUT_STOP_SIGNALS_H
#define STREEKKAART_OUTPUT_STOP_SIGNALS_H

/** Has SIGINT, SIGTERM, SIGHUP, SIGQUIT and SIGXCPU end the program at once, wherever it is, as
 * they do by themselves, but without an unfinished file. One that is ignored, as under nohup, stays
 * so. SIGXFSZ is ignored and SIGPIPE blocked, so that a write fails instead. To be called by
 * `main`, before there are other threads. */
void sk_stop_signals_watch(void);

/** Removes the unfinished files and ends the program by the signal. Returns only where that is
 *  ignored. */
void sk_stop_by_signal(int signal);

#endif
