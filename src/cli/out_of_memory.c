/* Memory as every library of the program gets it. Few of them live through an allocation that
 * fails: some crash, some abort, and some leave a thing out without a word. So what the program
 * defines here stands in the place of the C library's functions, for all of them (glibc manual,
 * "Replacing malloc"), and the first small request that can't be met ends the run as a whole. */
#include "cli/out_of_memory.h"

#include <stddef.h>
#include <stdio.h>
#include <unistd.h>

#include "output/unfinished.h"
#include "streekkaart/status.h"

_Noreturn void sk_out_of_memory(void) {
    sk_unfinished_remove_all();
    fputs(
        "streekkaart: no memory or no thread left: close other programs, raise the limit (ulimit), "
        "or draw fewer figures at once (--jobs 1)\n",
        stderr);
    _exit(SK_ERR_ENVIRONMENT);
}

/* The sanitizers bring functions of their own. */
#ifndef __SANITIZE_ADDRESS__
#ifndef __SANITIZE_THREAD__

/* Who asks for more at once, as for a bitmap or for what a broken file says that it holds, looks
 * whether there is so much, and says of what. */
enum { LARGE_BYTES = 64 * 1024 * 1024 };

/* The C library's own, under the names that it keeps for this. */
/* NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *memory, size_t size);
/* NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */

void *malloc(size_t size) {
    void *memory = __libc_malloc(size);
    if (memory == NULL && size < LARGE_BYTES) sk_out_of_memory();
    return memory;
}

void *calloc(size_t count, size_t size) {
    void *memory = __libc_calloc(count, size);
    if (memory == NULL && (size == 0 || count < LARGE_BYTES / size)) sk_out_of_memory();
    return memory;
}

/* Of size 0 it frees, and gives nothing back. */
void *realloc(void *old, size_t size) {
    void *memory = __libc_realloc(old, size);
    if (memory == NULL && size > 0 && size < LARGE_BYTES) sk_out_of_memory();
    return memory;
}

#endif
#endif
