/** Memory: an arena for each job, whose parts are never freed by themselves.
 *
 *  Memory that was asked for is never NULL. When the machine has none left there is nothing sound
 *  to go on with: the program's own function is called, which ends the program. Nothing is lost by
 *  it, since outputs get their final name only when they are whole (see output.h). */
#ifndef STREEKKAART_MEMORY_H
#define STREEKKAART_MEMORY_H

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include "streekkaart/status.h"

/** What a program does when there is no memory left. It does not return, and asks for none. */
typedef void sk_memory_exhausted(void);

/** Has `handler` called, in whichever thread it happens, when there is no memory left. Without one
 *  (NULL), or when it returns, the program is aborted. To be called before there are threads. */
void sk_memory_set_exhausted(sk_memory_exhausted *handler);

/** Ends the program as above: for who asks a library for memory and gets none. */
_Noreturn void sk_memory_exhaust(void);

/** Gives the system back what was freed, which the heaps of threads do not do by themselves: after
 *  work that took much. */
void sk_memory_give_back(void);

/** Memory that is given back all at once. */
typedef struct sk_arena sk_arena;

/** Texts that somebody else owns. */
typedef struct {
    const char *const *items;
    size_t count;
} sk_string_list;

/** The caller's, until sk_arena_free(). */
sk_arena *sk_arena_create(void);
/** Frees the arena and all that was taken from it. NULL is fine. */
void sk_arena_free(sk_arena *arena);
/** What it has taken from the heap, in bytes. */
size_t sk_arena_bytes(const sk_arena *arena);
/** All that was taken from `other` is the arena's from now on, and `other` is gone. */
void sk_arena_adopt(sk_arena *arena, sk_arena *other);

/** `count` items of `size` bytes, zeroed, aligned for any type; count 0 gives a valid pointer. */
void *sk_arena_array(sk_arena *arena, size_t count, size_t size);
/** One zeroed item of `type`. */
#define SK_NEW(arena, type) ((type *)sk_arena_array((arena), 1, sizeof(type)))
/** `count` zeroed items of `type`. */
#define SK_NEW_ARRAY(arena, type, count) ((type *)sk_arena_array((arena), (count), sizeof(type)))

/** Room for one more item in an array of the arena's with `count` of `*capacity` used: as
 *  sk_heap_grow(), but what is outgrown stays in the arena. `old` may be NULL when `count` is 0. */
void *sk_arena_grow(sk_arena *arena, void *old, size_t count, size_t *capacity, size_t size);

/** A copy of `text`; NULL stays NULL. */
char *sk_arena_string(sk_arena *arena, const char *text);
/** A copy of `length` bytes, with a NUL behind them. */
char *sk_arena_string_n(sk_arena *arena, const char *bytes, size_t length);
/** A text, made as by printf. */
char *sk_arena_printf(sk_arena *arena, const char *format, ...) SK_PRINTF_LIKE(2, 3);

/** Heap memory that grows: for arrays whose final length is not known. Freed with free(). */
void *sk_heap_array(size_t count, size_t size);
/** The same memory with room for another `count`, as by realloc. */
void *sk_heap_resize(void *old, size_t count, size_t size);

/** Room for one more item in a heap array with `count` of `*capacity` used; doubles when full. */
void *sk_heap_grow(void *old, size_t count, size_t *capacity, size_t size);

/** A stream into heap memory. *bytes, which free() frees, and *length are set when it is closed. */
FILE *sk_heap_stream(char **bytes, size_t *length);
/** Closes a stream of sk_heap_stream(). */
void sk_heap_stream_close(FILE *stream);

#endif
