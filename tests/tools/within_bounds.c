/* within_bounds FAULTS PROGRAM ARGUMENT...: does a run keep within what every input is promised?
 *
 * Runs the program and ends with its exit status. What it did that no input may bring about is
 * written to the file FAULTS, a line each, which else is empty: that a signal ended it, that it
 * took more than ten seconds of a processor, that it stood still for a minute, or that it held
 * more than 500 MB. The sanitizers take a multiple of each. */
#define _DEFAULT_SOURCE /* wait4() */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#ifdef __SANITIZE_ADDRESS__
enum { SLOWER = 8, LARGER = 6 };
#else
enum { SLOWER = 1, LARGER = 1 };
#endif

enum { SECONDS_MOST = 10, STANDING_MOST = 60, MEGABYTES_MOST = 500, NOT_RUN = 127 };

static double seconds(struct timeval time) {
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static void run(char *words[]) {
    (void)alarm(STANDING_MOST * SLOWER); /* outlives the exec, and is not caught */
    execv(words[0], words);
    perror(words[0]);
    _exit(NOT_RUN);
}

static void judge(FILE *faults, int how, const struct rusage *used) {
    double busy = seconds(used->ru_utime) + seconds(used->ru_stime);
    long megabytes = used->ru_maxrss / 1024;
    if (WIFSIGNALED(how) && WTERMSIG(how) == SIGALRM)
        fprintf(faults, "it stood still for %d seconds\n", STANDING_MOST * SLOWER);
    else if (WIFSIGNALED(how))
        fprintf(faults, "signal %d ended it\n", WTERMSIG(how));
    if (busy > SECONDS_MOST * SLOWER) fprintf(faults, "it took %.1f seconds\n", busy);
    if (megabytes > MEGABYTES_MOST * LARGER) fprintf(faults, "it held %ld MB\n", megabytes);
}

int main(int count, char *words[]) {
    FILE *faults = count > 2 ? fopen(words[1], "w") : NULL;
    if (faults == NULL) return NOT_RUN;
    pid_t child = fork();
    if (child == 0) run(words + 2);
    int how = 0;
    struct rusage used;
    if (child < 0 || wait4(child, &how, 0, &used) != child) return NOT_RUN;
    judge(faults, how, &used);
    if (fclose(faults) != 0) return NOT_RUN;
    return WIFEXITED(how) ? WEXITSTATUS(how) : NOT_RUN;
}
