#include "cli/drawing/jobs.h"

#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>

#include "streekkaart/memory.h"

typedef enum { JOB_WAITS, JOB_DONE, JOB_DROPPED } job_state;

typedef struct {
    size_t count, next; /* next: the first job that no thread took yet */
    job_state *states;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    sigset_t stops; /* blocked signals that end the run */
    void (*work)(void *, size_t);
    void (*done)(void *, size_t);
    void *context;
} job_queue;

/* Blocked signals are asked for instead of caught, so that no handler and no global is needed. */
static bool stop_is_wanted(const job_queue *queue) {
    sigset_t pending;
    sigemptyset(&pending);
    sigpending(&pending);
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        if (sigismember(&queue->stops, signals[i]) == 1 && sigismember(&pending, signals[i]) == 1)
            return true;
    return false;
}

static void settle(job_queue *queue, size_t index, job_state state) {
    pthread_mutex_lock(&queue->lock);
    queue->states[index] = state;
    pthread_cond_broadcast(&queue->changed);
    pthread_mutex_unlock(&queue->lock);
}

static void *take_jobs(void *argument) {
    job_queue *queue = argument;
    for (;;) {
        pthread_mutex_lock(&queue->lock);
        size_t index = queue->next;
        if (index < queue->count) queue->next++;
        pthread_mutex_unlock(&queue->lock);
        if (index >= queue->count) return NULL;

        bool dropped = stop_is_wanted(queue);
        if (!dropped) queue->work(queue->context, index);
        settle(queue, index, dropped ? JOB_DROPPED : JOB_DONE);
    }
}

static void tell_in_order(job_queue *queue) {
    for (size_t i = 0; i < queue->count; i++) {
        pthread_mutex_lock(&queue->lock);
        while (queue->states[i] == JOB_WAITS) pthread_cond_wait(&queue->changed, &queue->lock);
        job_state state = queue->states[i];
        pthread_mutex_unlock(&queue->lock);
        if (state == JOB_DONE) queue->done(queue->context, i);
    }
}

/* A signal that is ignored, as under nohup, stays so: when blocked it would count as pending. */
static sigset_t signals_to_hold(void) {
    sigset_t set;
    sigemptyset(&set);
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        struct sigaction action;
        if (sigaction(signals[i], NULL, &action) == 0 && action.sa_handler != SIG_IGN)
            sigaddset(&set, signals[i]);
    }
    return set;
}

void sk_jobs_run(size_t count, size_t threads, void (*work)(void *context, size_t index),
                 void (*done)(void *context, size_t index), void *context) {
    job_queue queue = {.count = count, .work = work, .done = done, .context = context};
    queue.states = sk_heap_array(count, sizeof(job_state));
    queue.stops = signals_to_hold();
    pthread_mutex_init(&queue.lock, NULL);
    pthread_cond_init(&queue.changed, NULL);
    sigset_t before;
    pthread_sigmask(SIG_BLOCK, &queue.stops, &before); /* the threads inherit it */

    if (threads > count) threads = count;
    pthread_t *started = sk_heap_array(threads, sizeof(pthread_t));
    size_t started_count = 0;
    while (started_count < threads &&
           pthread_create(&started[started_count], NULL, take_jobs, &queue) == 0)
        started_count++;
    if (started_count == 0) take_jobs(&queue); /* no thread to be had: slower, but done */
    tell_in_order(&queue);
    for (size_t i = 0; i < started_count; i++) pthread_join(started[i], NULL);

    pthread_cond_destroy(&queue.changed);
    pthread_mutex_destroy(&queue.lock);
    free(started);
    free(queue.states);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}
