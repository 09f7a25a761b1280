#include "output/unfinished.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

/* What the names of all unfinished files, and of no others, begin and end with. */
#define PREFIX ".streekkaart-"
#define SUFFIX ".part"
enum { RANDOM_BYTES = 16, TRIES = 16 };

/* With the handler for memory the one thing that is not handed from function to function: a signal
 * stops the whole program, and its thread is called by nobody who could tell what is being written.
 * The lock is held while a file is made or gets its name, so that none can slip through. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static sk_unfinished *first;

static void enter(sk_unfinished *file) {
    file->before = NULL;
    file->after = first;
    if (first != NULL) first->before = file;
    first = file;
}

static void leave(sk_unfinished *file) {
    if (file->before != NULL) file->before->after = file->after;
    if (file->after != NULL) file->after->before = file->before;
    if (first == file) first = file->after;
}

static int choose_name(char *name) {
    unsigned char bytes[RANDOM_BYTES];
    if (getrandom(bytes, sizeof bytes, 0) != (ssize_t)sizeof bytes) return errno;
    char *at = name + snprintf(name, SK_UNFINISHED_NAME_ROOM, PREFIX);
    for (size_t i = 0; i < sizeof bytes; i++) at += snprintf(at, 3, "%02x", bytes[i]);
    memcpy(at, SUFFIX, sizeof SUFFIX);
    return 0;
}

/* Before it is locked, another run can take the file for one that was left, and remove it. Where
 * the disk knows no locks nobody will. */
static bool is_taken(int descriptor) {
    struct stat status;
    if (flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) return true;
    return fstat(descriptor, &status) == 0 && status.st_nlink == 0;
}

static int create_once(int folder, sk_unfinished *file, int *descriptor) {
    file->folder = folder;
    int failure = choose_name(file->name);
    if (failure != 0) return failure;
    *descriptor = openat(folder, file->name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                         (mode_t)0666);
    if (*descriptor < 0) return errno;
    if (!is_taken(*descriptor)) return 0;
    close(*descriptor);
    return EEXIST;
}

int sk_unfinished_create(int folder, sk_unfinished *file, int *descriptor) {
    pthread_mutex_lock(&lock);
    int failure = EEXIST;
    for (int i = 0; i < TRIES && failure == EEXIST; i++)
        failure = create_once(folder, file, descriptor);
    if (failure == 0) enter(file);
    pthread_mutex_unlock(&lock);
    return failure;
}

/* Where a disk has no second names for a file, an empty one keeps the name free of others. */
static int rename_by_reserving(int folder, const char *from, const char *to) {
    int reserved = openat(folder, to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, (mode_t)0600);
    if (reserved < 0) return errno;
    close(reserved);
    if (renameat(folder, from, folder, to) == 0) return 0;
    int failure = errno;
    unlinkat(folder, to, 0);
    return failure;
}

int sk_rename_to_new(int folder, const char *from, const char *to) {
    if (linkat(folder, from, folder, to, 0) == 0) return unlinkat(folder, from, 0) == 0 ? 0 : errno;
    bool linkless = errno == EPERM || errno == ENOTSUP || errno == ENOSYS || errno == EMLINK;
    return linkless ? rename_by_reserving(folder, from, to) : errno;
}

int sk_unfinished_settle(sk_unfinished *file, const char *name, bool replaces) {
    pthread_mutex_lock(&lock);
    int failure = 0;
    if (!replaces)
        failure = sk_rename_to_new(file->folder, file->name, name);
    else if (renameat(file->folder, file->name, file->folder, name) != 0)
        failure = errno;
    if (failure == 0) leave(file);
    pthread_mutex_unlock(&lock);
    return failure;
}

void sk_unfinished_remove(sk_unfinished *file) {
    pthread_mutex_lock(&lock);
    unlinkat(file->folder, file->name, 0);
    leave(file);
    pthread_mutex_unlock(&lock);
}

void sk_unfinished_remove_all(void) {
    pthread_mutex_lock(&lock);
    for (const sk_unfinished *file = first; file != NULL; file = file->after)
        unlinkat(file->folder, file->name, 0);
}

static bool is_name_of_unfinished(const char *name) {
    const size_t prefix = sizeof PREFIX - 1, digits = 2 * (size_t)RANDOM_BYTES;
    return strncmp(name, PREFIX, prefix) == 0 &&
           strspn(name + prefix, "0123456789abcdef") == digits &&
           strcmp(name + prefix + digits, SUFFIX) == 0;
}

/* A run that still writes the file holds its lock. */
static void remove_if_left(int folder, const char *name) {
    struct stat status;
    int descriptor = openat(folder, name, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) return;
    if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_uid == geteuid() &&
        flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        unlinkat(folder, name, 0);
    close(descriptor);
}

void sk_unfinished_remove_left(int folder) {
    int again = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *entries = again < 0 ? NULL : fdopendir(again);
    if (entries == NULL) {
        if (again >= 0) close(again);
        return;
    }
    for (const struct dirent *entry = readdir(entries); entry != NULL; entry = readdir(entries))
        if (is_name_of_unfinished(entry->d_name)) remove_if_left(folder, entry->d_name);
    closedir(entries);
}
