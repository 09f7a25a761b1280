#include "cli/drawing/jobs.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>

#include "streekkaart/memory.h"

typedef struct {
    size_t count, next; /* next: the first job that no thread took yet */
    bool *done_with;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    void (*work)(void *, size_t);
    void (*done)(void *, size_t);
    void *context;
} job_queue;

static void settle(job_queue *queue, size_t index) {
    pthread_mutex_lock(&queue->lock);
    queue->done_with[index] = true;
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

        queue->work(queue->context, index);
        settle(queue, index);
    }
}

static void tell_in_order(job_queue *queue) {
    for (size_t i = 0; i < queue->count; i++) {
        pthread_mutex_lock(&queue->lock);
        while (!queue->done_with[i]) pthread_cond_wait(&queue->changed, &queue->lock);
        pthread_mutex_unlock(&queue->lock);
        queue->done(queue->context, i);
    }
}

void sk_jobs_run(size_t count, size_t threads, void (*work)(void *context, size_t index),
                 void (*done)(void *context, size_t index), void *context) {
    job_queue queue = {.count = count, .work = work, .done = done, .context = context};
    queue.done_with = sk_heap_array(count, sizeof(bool));
    pthread_mutex_init(&queue.lock, NULL);
    pthread_cond_init(&queue.changed, NULL);

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
    free(queue.done_with);
}
