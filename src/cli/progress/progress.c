#include "cli/progress/progress.h"

#include <pthread.h>
#include <stdio.h>
#include <time.h>

#include "cli/arguments/say.h"
#include "cli/progress/bar.h"
#include "cli/progress/events.h"
#include "cli/progress/summary.h"

struct sk_progress {
    const sk_arguments *arguments;
    sk_report *report;
    sk_arena *arena;
    FILE *voice; /* where lines for people go; NULL: nowhere */
    sk_summary sum;
    size_t events_told; /* of the report's findings */

    pthread_mutex_t lock; /* of what follows, and of both streams while threads draw */
    bool painting;
    sk_bar bar;
    size_t to_draw, drawn; /* jobs of which something is drawn */
    double began;
};

/* Where there are many figures, a log gets a line a tenth of them, and none below LOG_STEP. */
enum { LOG_STEP = 10, LOG_LINES = 10 };

static double now_s(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

FILE *sk_progress_voice(const sk_arguments *arguments) {
    if (arguments->quiet || arguments->json) return NULL;
    return arguments->list ? stderr : stdout;
}

sk_progress *sk_progress_begin(const sk_arguments *arguments, sk_report *report) {
    sk_arena *arena = sk_arena_create();
    sk_progress *p = SK_NEW(arena, sk_progress);
    *p = (sk_progress){.arguments = arguments,
                       .report = report,
                       .arena = arena,
                       .voice = sk_progress_voice(arguments),
                       .sum = {.arena = arena},
                       .began = now_s()};
    pthread_mutex_init(&p->lock, NULL);
    return p;
}

static void lock(sk_progress *p) {
    pthread_mutex_lock(&p->lock);
    if (p->painting) sk_bar_wipe();
}

/* A reader sees each figure as it comes, also when the run is broken off. */
static void unlock(sk_progress *p) {
    (void)sk_report_flush();
    if (p->painting) sk_bar_paint(&p->bar);
    pthread_mutex_unlock(&p->lock);
}

static bool is_to_draw(const sk_figure_job *job) {
    for (int kind = 0; kind < SK_PART_COUNT; kind++)
        for (size_t i = 0; i < job->parts[kind].piece_count; i++)
            if (job->parts[kind].pieces[i].why != NULL) return true;
    return false;
}

static void tell_findings(sk_progress *p) {
    sk_report_print(p->report);
    const sk_diag *diag = p->report->diag;
    for (; p->arguments->json && p->events_told < sk_diag_count(diag); p->events_told++)
        sk_event_finding(sk_diag_get(diag, p->events_told));
    p->report->answered = true;
}

void sk_progress_start(sk_progress *p, const sk_figure_job *jobs, size_t count,
                       const char *folder) {
    lock(p);
    tell_findings(p);
    for (size_t i = 0; i < count; i++) p->to_draw += is_to_draw(&jobs[i]);
    p->sum.folder = folder;
    p->bar = (sk_bar){.all = count, .seconds_left = -1};
    p->painting = p->voice != NULL && p->to_draw > 0 && sk_bar_is_possible();
    if (p->arguments->json) sk_event_start(count, p->to_draw, folder);
    unlock(p);
}

void sk_progress_hold_back(sk_progress *p, size_t count) {
    p->sum.not_drawn += count;
}

void sk_progress_now(sk_progress *p, const char *what) {
    pthread_mutex_lock(&p->lock);
    p->bar.what = what;
    if (p->painting) sk_bar_paint(&p->bar);
    pthread_mutex_unlock(&p->lock);
}

/* As long as those have taken that were drawn. */
static double seconds_left(const sk_progress *p) {
    if (p->drawn == 0) return -1;
    return (now_s() - p->began) / (double)p->drawn * (double)(p->to_draw - p->drawn);
}

static void log_step(const sk_progress *p) {
    size_t step = p->bar.all / LOG_LINES > LOG_STEP ? p->bar.all / LOG_LINES : LOG_STEP;
    bool due = p->bar.done % step == 0 && p->bar.done < p->bar.all;
    if (due && p->voice != NULL && !p->painting && p->to_draw > 0)
        sk_say(p->voice, "%zu of %zu figures", p->bar.done, p->bar.all);
}

void sk_progress_step(sk_progress *p, const sk_figure_job *job) {
    pthread_mutex_lock(&p->lock);
    p->bar.done++;
    p->drawn += is_to_draw(job);
    p->bar.seconds_left = seconds_left(p);
    log_step(p);
    if (p->painting) sk_bar_paint(&p->bar);
    pthread_mutex_unlock(&p->lock);
}

static void list_files(const sk_progress *p, const sk_file_list *files) {
    for (size_t i = 0; p->arguments->list && !p->arguments->json && i < files->count; i++)
        if (files->items[i].written) sk_say(stdout, "%s", files->items[i].path);
}

static sk_outcome outcome_of(const sk_figure_job *job) {
    const sk_file_list *files = &job->files[SK_PART_FIGURE];
    for (size_t i = 0; i < files->count; i++)
        if (files->items[i].written) return is_to_draw(job) ? SK_DRAWN : SK_UNCHANGED;
    return SK_NOT_DRAWN;
}

static void tell_file(const sk_progress *p, const char *path, bool drawn) {
    const sk_file_listener *listener = &p->report->files;
    if (listener->tell != NULL) listener->tell(listener->context, path, drawn);
}

static void tell_pieces(const sk_progress *p, const sk_job_part *part) {
    for (size_t i = 0; i < part->piece_count; i++) {
        const sk_piece *piece = &part->pieces[i];
        for (size_t k = 0; k < piece->files.count; k++)
            if (piece->files.items[k].written)
                tell_file(p, piece->files.items[k].path, piece->was == NULL);
    }
}

void sk_progress_figure(sk_progress *p, const sk_figure_job *job) {
    sk_outcome outcome = outcome_of(job);
    lock(p);
    tell_findings(p);
    *sk_summary_count(&p->sum, outcome) += 1;
    if (p->arguments->json) sk_event_figure(job, outcome);
    for (int kind = 0; kind < SK_PART_COUNT; kind++) list_files(p, &job->files[kind]);
    for (int kind = 0; kind < SK_PART_COUNT; kind++) tell_pieces(p, &job->parts[kind]);
    unlock(p);
}

void sk_progress_file(sk_progress *p, const char *path) {
    lock(p);
    sk_summary_add_file(&p->sum, path);
    if (p->arguments->json) sk_event_file(path);
    if (p->arguments->list && !p->arguments->json) sk_say(stdout, "%s", path);
    tell_file(p, path, true);
    unlock(p);
}

void sk_progress_plan(sk_progress *p, const char *path, const char *why) {
    lock(p);
    if (p->arguments->json)
        sk_event_plan(path, why);
    else if (p->arguments->list)
        sk_say(stdout, "%s", path);
    else if (p->voice != NULL)
        sk_say(p->voice, "%s: %s", path, why);
    unlock(p);
}

void sk_progress_plan_sum(sk_progress *p, size_t drawn, size_t all) {
    lock(p);
    if (p->voice != NULL) sk_say(p->voice, "%zu of %zu would be drawn", drawn, all);
    if (p->arguments->json) sk_event_plan_sum(drawn, all);
    unlock(p);
}

void sk_progress_findings(sk_progress *p) {
    lock(p);
    tell_findings(p);
    unlock(p);
}

void sk_progress_end(sk_progress *p, sk_status status) {
    lock(p);
    p->painting = false;
    tell_findings(p);
    p->sum.errors = sk_diag_error_count(p->report->diag);
    p->sum.warnings = sk_diag_warning_count(p->report->diag);
    if (p->voice != NULL && p->sum.folder != NULL) sk_say(p->voice, "%s", sk_summary_text(&p->sum));
    if (p->arguments->json) sk_event_summary(&p->sum, status);
    unlock(p);
    pthread_mutex_destroy(&p->lock);
    sk_arena_free(p->arena);
}
