#include "cli/watch/watch.h"

#include <malloc.h>
#include <stdio.h>

#include "cli/arguments/project_folder.h"
#include "cli/arguments/say.h"
#include "cli/commands/commands.h"
#include "cli/drawing/job_setup.h"
#include "cli/drawing/out_folder.h"
#include "cli/progress/events.h"
#include "cli/progress/progress.h"
#include "cli/record/input_files.h"
#include "cli/serve/server.h"
#include "cli/watch/file_events.h"
#include "cli/watch/file_states.h"
#include "resolve/shape_store.h"

typedef struct {
    const sk_arguments *arguments;
    const char *project;
    sk_command command;     /* what each run draws */
    sk_diag *findings;      /* of the last run */
    sk_shape_store *shapes; /* of all runs */
    sk_file_events *events;
    sk_server *server; /* NULL: the figures are not shown */
    sk_arena *arena;   /* of the states */
    sk_file_states states;
} watcher;

static void show_file(void *server, const char *path, bool drawn) {
    sk_server_tell(server, path, drawn);
}

/* A run of its own, which leaves nothing behind in memory but its findings, and what it has worked
 * out of shapes, most of which no save changes. */
static sk_status draw(watcher *w) {
    sk_diag *before = w->findings;
    sk_report report = {.diag = sk_diag_create(), .before = before};
    if (w->server != NULL) report.files = (sk_file_listener){show_file, w->server};
    sk_arguments arguments = *w->arguments;
    arguments.arena = sk_arena_create();
    arguments.command = &w->command;
    arguments.shapes = w->shapes;
    sk_status status = sk_draw_command(&arguments, &report);
    sk_arena_free(arguments.arena);
    sk_diag_free(before);
    w->findings = report.diag;
    sk_memory_give_back();
    return status;
}

/* Folders that were made since are told, too. */
static sk_status look(watcher *w, sk_arena *arena, sk_diag *diag, sk_file_states *now) {
    const sk_string_list paths = sk_input_files(w->arguments, w->project, arena);
    sk_status status = sk_file_events_add(w->events, paths, diag);
    /* what was made in a folder before it was added would be told by nobody */
    *now = sk_file_states_look(sk_input_files(w->arguments, w->project, arena), arena);
    return status;
}

static void tell_change(const watcher *w, const char *first, size_t count) {
    FILE *voice = sk_progress_voice(w->arguments);
    if (voice == NULL) return;
    if (count == 1)
        sk_say(voice, "%s has changed", first);
    else
        sk_say(voice, "%s and %zu more have changed", first, count - 1);
    (void)fflush(voice);
}

/* Waits until a file is another one than the last run has read. */
static sk_status wait_for_change(watcher *w, sk_diag *diag) {
    size_t count = 0;
    sk_status status = SK_OK;
    while (count == 0 && status == SK_OK) {
        sk_file_events_wait(w->events);
        sk_arena *arena = sk_arena_create();
        sk_file_states now;
        const char *first = NULL;
        status = look(w, arena, diag, &now);
        count = sk_file_states_differ(w->states, now, &first);
        if (count > 0) tell_change(w, first, count);
        sk_arena_free(w->arena);
        w->arena = arena;
        w->states = now;
    }
    return status;
}

static sk_status watch(watcher *w, sk_report *report) {
    FILE *voice = sk_progress_voice(w->arguments);
    sk_status status = look(w, w->arena, report->diag, &w->states);
    if (status != SK_OK) return status;
    report->answered = true; /* each run answers for itself */
    status = draw(w);
    if (status == SK_ERR_USAGE) return status;
    if (voice != NULL) sk_say(voice, "watching %s: Ctrl-C ends it", w->project);
    if (voice != NULL) (void)fflush(voice);
    for (;;) {
        status = wait_for_change(w, report->diag);
        if (status != SK_OK) return status;
        (void)draw(w); /* told, and to be mended by a save */
    }
}

/* Before anything is drawn: who has the port is asked for another one at once. */
static sk_status serve(watcher *w, sk_diag *diag) {
    const sk_server_request request = {
        .folder = sk_out_folder_path(w->arguments, w->project, w->arguments->arena),
        .gallery = w->command.scope == SK_SCOPE_ALL,
        .port = w->arguments->serve_port};
    if (request.port < 0) return SK_OK;
    w->server = sk_server_open(&request, diag);
    if (w->server == NULL) return SK_ERR_ENVIRONMENT;
    const char *address = sk_server_address(w->server);
    FILE *voice = sk_progress_voice(w->arguments);
    if (w->arguments->json) sk_event_serve(address);
    if (voice != NULL) sk_say(voice, "showing %s at %s", request.folder, address);
    (void)fflush(voice == NULL ? stdout : voice);
    return SK_OK;
}

/* A bitmap goes back to the system when it is freed. By itself the C library gives up on that after
 * the first one (mallopt(3), M_MMAP_THRESHOLD), and the heap of each thread grows around the holes
 * that later ones leave. */
static void keep_memory_steady(void) {
    enum { LARGE_BYTES = 4 << 20 };
    (void)mallopt(M_MMAP_THRESHOLD, LARGE_BYTES);
}

sk_status sk_watch_command(const sk_arguments *arguments, sk_report *report) {
    watcher w = {.arguments = arguments, .command = *arguments->command};
    keep_memory_steady();
    if (arguments->operand_count > 0) w.command.scope = SK_SCOPE_NAMED;
    sk_status status = sk_project_folder(arguments, report->diag, &w.project);
    if (status != SK_OK) return status;
    w.events = sk_file_events_open(report->diag);
    if (w.events == NULL) return SK_ERR_ENVIRONMENT;
    w.arena = sk_arena_create();
    w.shapes = sk_shape_store_create(arguments->arena, SK_MOST_KNOWN_BYTES);
    status = serve(&w, report->diag);
    if (status == SK_OK) status = watch(&w, report);
    sk_server_close(w.server);
    sk_arena_free(w.arena);
    sk_diag_free(w.findings);
    sk_file_events_close(w.events);
    return status;
}
