/* Runs a command and adds a line to a file: NAME, CPU seconds (user and system, of it and what it
 * ran), seconds by the clock, and its peak of memory in KiB.
 *
 *     measure FILE NAME COMMAND [ARGUMENT...]
 *
 * The command's standard output is thrown away; its exit status becomes this program's. */
#define _DEFAULT_SOURCE

#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { FIRST_WORD = 3, CANNOT_RUN = 127 };

static double seconds_of(struct timeval t) {
    return (double)t.tv_sec + 1e-6 * (double)t.tv_usec;
}

static double clock_seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void become(char **command) {
    int nowhere = open("/dev/null", O_WRONLY);
    if (nowhere >= 0) dup2(nowhere, STDOUT_FILENO);
    execvp(command[0], command);
    perror(command[0]);
    _exit(CANNOT_RUN);
}

int main(int count, char **words) {
    if (count <= FIRST_WORD) {
        fprintf(stderr, "measure FILE NAME COMMAND [ARGUMENT...]\n");
        return 2;
    }
    FILE *file = fopen(words[1], "a");
    if (file == NULL) {
        perror(words[1]);
        return 2;
    }
    double begun = clock_seconds();
    pid_t child = fork();
    if (child == 0) become(words + FIRST_WORD);
    int status = 0;
    struct rusage used;
    if (child < 0 || wait4(child, &status, 0, &used) != child) {
        perror("measure");
        return 2;
    }
    fprintf(file, "%s %.6f %.6f %ld\n", words[2],
            seconds_of(used.ru_utime) + seconds_of(used.ru_stime), clock_seconds() - begun,
            used.ru_maxrss);
    if (fclose(file) != 0) return 2;
    return WIFEXITED(status) ? WEXITSTATUS(status) : CANNOT_RUN;
}
