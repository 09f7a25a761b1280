/* To be preloaded: the C library's memory ends where it is told to, for the program and for every
 * library that it uses.
 *
 *   FAIL_AT=N    the N-th small allocation fails, counted from 1
 *   COUNT_TO=F   writes into file F, at the end, how many there were
 *
 * Stands before the functions that src/cli/out_of_memory.c calls, so that what it does about a
 * failure is what is tried. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    void *(*malloc)(size_t size);
    void *(*calloc)(size_t count, size_t size);
    void *(*realloc)(void *memory, size_t size);
} allocator;

static allocator next;
static atomic_ulong counted;
static unsigned long fail_at;

/* What dlsym itself may allocate, before there is anything to ask. It is never freed. */
static _Alignas(max_align_t) char early[16384];
static size_t early_used;

static void *allocate_early(size_t size) {
    size_t start = (early_used + sizeof(max_align_t) - 1) & ~(sizeof(max_align_t) - 1);
    if (start + size > sizeof early) abort();
    early_used = start + size;
    return early + start;
}

static void look_up(const char *name, void *function) {
    void *found = dlsym(RTLD_NEXT, name);
    memcpy(function, &found, sizeof found);
}

/* Other libraries begin before this one, so the first allocation asks. */
static bool is_ready(void) {
    static bool asking;
    if (next.malloc != NULL || asking) return next.malloc != NULL;
    asking = true;
    const char *text = getenv("FAIL_AT");
    fail_at = text != NULL ? strtoul(text, NULL, 10) : 0;
    look_up("__libc_calloc", &next.calloc);
    look_up("__libc_realloc", &next.realloc);
    look_up("__libc_malloc", &next.malloc);
    return true;
}

__attribute__((destructor)) static void end(void) {
    const char *name = getenv("COUNT_TO");
    FILE *file = name != NULL ? fopen(name, "w") : NULL;
    if (file == NULL) return;
    fprintf(file, "%lu\n", atomic_load(&counted));
    fclose(file);
}

static bool fails(void) {
    bool failing = atomic_fetch_add(&counted, 1) + 1 == fail_at;
    if (failing) errno = ENOMEM;
    return failing;
}

void *__libc_malloc(size_t size) {
    if (!is_ready()) return allocate_early(size);
    return fails() ? NULL : next.malloc(size);
}

void *__libc_calloc(size_t count, size_t size) {
    if (!is_ready()) return allocate_early(count * size);
    return fails() ? NULL : next.calloc(count, size);
}

void *__libc_realloc(void *memory, size_t size) {
    if (!is_ready()) return allocate_early(size);
    return fails() ? NULL : next.realloc(memory, size);
}
