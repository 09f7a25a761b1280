#include "cli/serve/shown_files.h"

#include <errno.h>
#include <glib.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/memory/text_index.h"
#include "cli/serve/content_type.h"

typedef struct {
    const char *path; /* of its URL */
    size_t revision;  /* of all, when it was drawn; 0: before there was anybody to see it */
} shown_file;

struct sk_shown_files {
    sk_arena *arena;
    const char *folder;
    char run[32]; /* what moments of this run begin with */

    pthread_mutex_t lock; /* of what follows */
    pthread_cond_t changed;
    sk_text_index *known; /* a path's place in the items, counted from 1 */
    shown_file *items;
    size_t count, capacity;
    size_t page_revision, revision;
    const char *gallery;
    bool stopped;
};

static void name_run(char *run, size_t bytes) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    (void)snprintf(run, bytes, "%llx%09lx-", (unsigned long long)now.tv_sec,
                   (unsigned long)now.tv_nsec);
}

sk_shown_files *sk_shown_files_create(const char *folder) {
    sk_arena *arena = sk_arena_create();
    sk_shown_files *files = SK_NEW(arena, sk_shown_files);
    files->arena = arena;
    files->folder = sk_arena_string(arena, folder);
    files->known = sk_text_index_create(arena);
    files->gallery = "/index.html";
    name_run(files->run, sizeof files->run);
    pthread_mutex_init(&files->lock, NULL);
    pthread_condattr_t clock;
    pthread_condattr_init(&clock);
    pthread_condattr_setclock(&clock, CLOCK_MONOTONIC);
    pthread_cond_init(&files->changed, &clock);
    pthread_condattr_destroy(&clock);
    return files;
}

void sk_shown_files_free(sk_shown_files *files) {
    pthread_cond_destroy(&files->changed);
    pthread_mutex_destroy(&files->lock);
    sk_arena_free(files->arena);
}

/* From a slash on, with escapes for all that means something in a URL, in HTML or in JSON; NULL: it
 * lies elsewhere. */
static char *url_path(const sk_shown_files *files, const char *path) {
    size_t length = strlen(files->folder);
    while (length > 0 && files->folder[length - 1] == '/') length--;
    if (strncmp(path, files->folder, length) != 0 || path[length] != '/') return NULL;
    const char *name = path + length + strspn(path + length, "/");
    return g_uri_escape_string(name - 1, "/", FALSE);
}

static bool ends_in(const char *path, const char *ending) {
    size_t length = strlen(path), tail = strlen(ending);
    return length >= tail && strcmp(path + length - tail, ending) == 0;
}

/* How well a browser shows it; 0: it is no figure, which lie in the folder itself. */
static int rank(const char *path) {
    static const char *const formats[] = {".pdf", ".png", ".svg"};
    for (int i = 0; strchr(path + 1, '/') == NULL && i < 3; i++)
        if (ends_in(path, formats[i])) return i + 1;
    return 0;
}

/* The page that lists all figures has one more, then. */
static shown_file *known_file(sk_shown_files *files, const char *path) {
    const size_t *known = sk_text_index_find(files->known, path);
    if (known != NULL) return &files->items[*known - 1];
    files->items = sk_arena_grow(files->arena, files->items, files->count, &files->capacity,
                                 sizeof *files->items);
    shown_file *file = &files->items[files->count++];
    *file = (shown_file){.path = sk_arena_string(files->arena, path)};
    *sk_text_index_number(files->known, file->path) = files->count;
    if (rank(path) > 0) files->page_revision = ++files->revision;
    return file;
}

void sk_shown_files_tell(sk_shown_files *files, const char *path, bool drawn) {
    char *url = url_path(files, path);
    if (url == NULL) return;
    pthread_mutex_lock(&files->lock);
    shown_file *file = known_file(files, url);
    if (drawn) file->revision = ++files->revision;
    if (ends_in(url, ".html")) {
        files->gallery = file->path;
        files->page_revision = files->revision;
    }
    pthread_cond_broadcast(&files->changed);
    pthread_mutex_unlock(&files->lock);
    g_free(url);
}

const char *sk_shown_files_gallery(sk_shown_files *files, sk_arena *arena) {
    pthread_mutex_lock(&files->lock);
    const char *path = sk_arena_string(arena, files->gallery);
    pthread_mutex_unlock(&files->lock);
    return path;
}

static bool is_same_figure(const char *a, const char *b) {
    size_t length = (size_t)(strrchr(a, '.') - a);
    return strncmp(a, b, length) == 0 && strrchr(b, '.') == b + length;
}

/* The files of a figure are told together. */
sk_string_list sk_shown_files_figures(sk_shown_files *files, sk_arena *arena) {
    pthread_mutex_lock(&files->lock);
    const char **best = SK_NEW_ARRAY(arena, const char *, files->count);
    size_t count = 0;
    for (size_t i = 0; i < files->count; i++) {
        const char *path = files->items[i].path;
        if (rank(path) == 0) continue;
        if (count == 0 || !is_same_figure(best[count - 1], path))
            best[count++] = path;
        else if (rank(path) > rank(best[count - 1]))
            best[count - 1] = path;
    }
    for (size_t i = 0; i < count; i++) best[i] = sk_arena_string(arena, best[i]);
    pthread_mutex_unlock(&files->lock);
    return (sk_string_list){best, count};
}

static const char *moment(const sk_shown_files *files, sk_arena *arena) {
    return sk_arena_printf(arena, "%s%zu", files->run, files->revision);
}

const char *sk_shown_files_moment(sk_shown_files *files, sk_arena *arena) {
    pthread_mutex_lock(&files->lock);
    const char *now = moment(files, arena);
    pthread_mutex_unlock(&files->lock);
    return now;
}

/* False: it was no moment of this run. */
static bool revision_at(const sk_shown_files *files, const char *moment, size_t *revision) {
    size_t length = strlen(files->run);
    if (strncmp(moment, files->run, length) != 0) return false;
    *revision = strtoul(moment + length, NULL, 10);
    return *revision <= files->revision;
}

static const char *event_since(const sk_shown_files *files, size_t since, sk_arena *arena) {
    char *text = NULL;
    size_t length = 0;
    FILE *event = sk_heap_stream(&text, &length);
    fprintf(event, "id: %s\ndata: [", moment(files, arena));
    const char *between = "";
    if (files->page_revision > since) fprintf(event, "\"/\""), between = ",";
    for (size_t i = 0; i < files->count; i++)
        if (files->items[i].revision > since) {
            fprintf(event, "%s\"%s\"", between, files->items[i].path);
            between = ",";
        }
    fputs("]\n\n", event);
    sk_heap_stream_close(event);
    const char *kept = sk_arena_string_n(arena, text, length);
    free(text);
    return kept;
}

const char *sk_shown_files_event(sk_shown_files *files, const char *since, int most_seconds,
                                 sk_arena *arena) {
    struct timespec until;
    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_sec += most_seconds;
    const char *event = NULL;
    size_t revision = 0;
    pthread_mutex_lock(&files->lock);
    bool known = revision_at(files, since, &revision), in_time = true;
    while (known && in_time && !files->stopped && revision == files->revision)
        in_time = pthread_cond_timedwait(&files->changed, &files->lock, &until) != ETIMEDOUT;
    if (!known)
        event = sk_arena_printf(arena, "id: %s\ndata: null\n\n", moment(files, arena));
    else if (revision < files->revision)
        event = event_since(files, revision, arena);
    pthread_mutex_unlock(&files->lock);
    return event;
}

void sk_shown_files_stop(sk_shown_files *files) {
    pthread_mutex_lock(&files->lock);
    files->stopped = true;
    pthread_cond_broadcast(&files->changed);
    pthread_mutex_unlock(&files->lock);
}

bool sk_shown_files_stopped(sk_shown_files *files) {
    pthread_mutex_lock(&files->lock);
    bool stopped = files->stopped;
    pthread_mutex_unlock(&files->lock);
    return stopped;
}
