#include "output/stop_signals.h"

#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <unistd.h>

#include "output/unfinished.h"
#include "streekkaart/new_folder.h"

/* What a shell adds to the number of the signal that a program ended by. */
enum { SHELL_STATUS = 128 };

static bool is_ignored(int signal) {
    struct sigaction action;
    return sigaction(signal, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

/* One that is ignored would, when blocked, still be waited for. */
static sigset_t stops(void) {
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU};
    sigset_t set;
    sigemptyset(&set);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        if (!is_ignored(signals[i])) sigaddset(&set, signals[i]);
    return set;
}

void sk_stop_by_signal(int signal) {
    if (is_ignored(signal)) return;
    sk_unfinished_remove_all();
    sk_new_folder_remove_unfinished();
    struct sigaction by_default = {.sa_handler = SIG_DFL};
    sigaction(signal, &by_default, NULL);
    sigset_t only;
    sigemptyset(&only);
    sigaddset(&only, signal);
    pthread_sigmask(SIG_UNBLOCK, &only, NULL);
    kill(getpid(), signal);
    _exit(SHELL_STATUS + signal); /* the first process of a container survives its signals */
}

static void *wait_for_stop(void *nothing) {
    (void)nothing;
    sigset_t set = stops();
    int signal = 0;
    while (sigwait(&set, &signal) != 0) continue;
    sk_stop_by_signal(signal);
    return NULL;
}

/* A thread of its own, since a handler may not take a lock, and cannot wait until no file is just
 * being made. Where there is no thread to be had, signals take their course. */
void sk_stop_signals_watch(void) {
    struct sigaction ignore = {.sa_handler = SIG_IGN};
    sigaction(SIGXFSZ, &ignore, NULL);
    sigset_t set = stops(), broken_pipe;
    sigemptyset(&broken_pipe);
    sigaddset(&broken_pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &broken_pipe, NULL);
    pthread_sigmask(SIG_BLOCK, &set, NULL); /* all threads inherit it */
    pthread_t thread;
    if (pthread_create(&thread, NULL, wait_for_stop, NULL) == 0)
        pthread_detach(thread);
    else
        pthread_sigmask(SIG_UNBLOCK, &set, NULL);
}
