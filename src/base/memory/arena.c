#include <malloc.h>
#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "streekkaart/memory.h"

/* Scratch arenas are many and small, those of figures few and large: blocks grow from one to the
 * other. */
enum { FIRST_BLOCK_BYTES = 1024, BLOCK_BYTES_MOST = 64 * 1024, FIRST_CAPACITY = 8 };

typedef struct block block;
struct block {
    block *next;
    size_t used, size;
    alignas(max_align_t) unsigned char bytes[];
};

struct sk_arena {
    block *first;
    size_t next_block_bytes;
};

/* The one thing that is not handed from function to function: who asks for memory knows of no
 * program. It is set before there are threads. */
static sk_memory_exhausted *exhausted;

void sk_memory_set_exhausted(sk_memory_exhausted *handler) {
    exhausted = handler;
}

_Noreturn void sk_memory_exhaust(void) {
    if (exhausted != NULL) exhausted();
    abort();
}

void sk_memory_give_back(void) {
    (void)malloc_trim(0);
}

static size_t bytes_of(size_t count, size_t size) {
    if (size != 0 && count > (SIZE_MAX / 2) / size) sk_memory_exhaust();
    return count * size;
}

void *sk_heap_array(size_t count, size_t size) {
    size_t bytes = bytes_of(count, size);
    void *memory = calloc(1, bytes == 0 ? 1 : bytes);
    if (memory == NULL) sk_memory_exhaust();
    return memory;
}

void *sk_heap_resize(void *old, size_t count, size_t size) {
    size_t bytes = bytes_of(count, size);
    void *memory = realloc(old, bytes == 0 ? 1 : bytes);
    if (memory == NULL) sk_memory_exhaust();
    return memory;
}

static void enlarge(size_t *capacity) {
    *capacity = *capacity == 0 ? FIRST_CAPACITY : *capacity * 2;
}

void *sk_heap_grow(void *old, size_t count, size_t *capacity, size_t size) {
    if (count < *capacity) return old;
    enlarge(capacity);
    return sk_heap_resize(old, *capacity, size);
}

FILE *sk_heap_stream(char **bytes, size_t *length) {
    FILE *stream = open_memstream(bytes, length);
    if (stream == NULL) sk_memory_exhaust();
    return stream;
}

void sk_heap_stream_close(FILE *stream) {
    bool failed = ferror(stream) != 0;
    if (fclose(stream) != 0 || failed) sk_memory_exhaust();
}

sk_arena *sk_arena_create(void) {
    sk_arena *arena = sk_heap_array(1, sizeof *arena);
    arena->next_block_bytes = FIRST_BLOCK_BYTES;
    return arena;
}

static size_t next_block_bytes(sk_arena *arena) {
    size_t bytes = arena->next_block_bytes;
    if (bytes < BLOCK_BYTES_MOST) arena->next_block_bytes *= 2;
    return bytes;
}

void sk_arena_free(sk_arena *arena) {
    if (arena == NULL) return;
    for (block *b = arena->first; b != NULL;) {
        block *next = b->next;
        free(b);
        b = next;
    }
    free(arena);
}

/* A request larger than a block gets a block of its own behind the first, so that what is left of
 * the first one is still used. */
static block *block_with_room(sk_arena *arena, size_t bytes) {
    block *first = arena->first;
    if (first != NULL && first->size - first->used >= bytes) return first;
    bool oversized = bytes > arena->next_block_bytes / 4;
    size_t size = oversized ? bytes : next_block_bytes(arena);
    block *fresh = sk_heap_array(1, sizeof(block) + size);
    fresh->size = size;
    if (oversized && first != NULL) {
        fresh->next = first->next;
        first->next = fresh;
    } else {
        fresh->next = first;
        arena->first = fresh;
    }
    return fresh;
}

size_t sk_arena_bytes(const sk_arena *arena) {
    size_t bytes = 0;
    for (const block *b = arena->first; b != NULL; b = b->next) bytes += sizeof *b + b->size;
    return bytes;
}

void sk_arena_adopt(sk_arena *arena, sk_arena *other) {
    block **end = &arena->first;
    while (*end != NULL) end = &(*end)->next;
    *end = other->first;
    free(other);
}

/* What an array takes of a block. */
static size_t taken_by(size_t count, size_t size) {
    const size_t alignment = alignof(max_align_t);
    size_t bytes = bytes_of(count, size);
    bytes = (bytes + alignment - 1) / alignment * alignment;
    return bytes == 0 ? alignment : bytes;
}

void *sk_arena_array(sk_arena *arena, size_t count, size_t size) {
    size_t bytes = taken_by(count, size);
    block *b = block_with_room(arena, bytes);
    void *memory = b->bytes + b->used;
    b->used += bytes;
    return memory;
}

/* An array that was the last to be taken of the first block grows where it is, if there is room. */
static bool grows_in_place(sk_arena *arena, const void *old, size_t old_bytes, size_t new_bytes) {
    block *first = arena->first;
    if (old == NULL || first == NULL || first->used < old_bytes ||
        old != first->bytes + first->used - old_bytes ||
        first->size - first->used < new_bytes - old_bytes)
        return false;
    first->used += new_bytes - old_bytes;
    return true;
}

void *sk_arena_grow(sk_arena *arena, void *old, size_t count, size_t *capacity, size_t size) {
    if (count < *capacity) return old;
    size_t old_bytes = taken_by(*capacity, size);
    enlarge(capacity);
    if (grows_in_place(arena, old, old_bytes, taken_by(*capacity, size))) return old;
    void *larger = sk_arena_array(arena, *capacity, size);
    if (count > 0) memcpy(larger, old, count * size);
    return larger;
}

char *sk_arena_string_n(sk_arena *arena, const char *bytes, size_t length) {
    char *copy = sk_arena_array(arena, length + 1, 1);
    if (length > 0) memcpy(copy, bytes, length);
    return copy;
}

char *sk_arena_string(sk_arena *arena, const char *text) {
    return text == NULL ? NULL : sk_arena_string_n(arena, text, strlen(text));
}

char *sk_arena_printf(sk_arena *arena, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    size_t room = length < 0 ? 1 : (size_t)length + 1;
    char *text = sk_arena_array(arena, room, 1);
    if (length > 0) vsnprintf(text, room, format, again);
    va_end(again);
    return text;
}
