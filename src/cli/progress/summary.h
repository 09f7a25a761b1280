/** What a run has come to. */
#ifndef STREEKKAART_CLI_PROGRESS_SUMMARY_H
#define STREEKKAART_CLI_PROGRESS_SUMMARY_H

#include <stddef.h>

#include "streekkaart/memory.h"

/** What became of a figure: something of it was drawn, or nothing had to be, or it has no file. */
typedef enum { SK_DRAWN, SK_UNCHANGED, SK_NOT_DRAWN } sk_outcome;

/** Counts of figures and findings; what the texts are in. */
typedef struct {
    sk_arena *arena;
    size_t drawn, unchanged, not_drawn;
    size_t errors, warnings;
    const char *folder; /* of the figures; NULL: the run came to none */
    const char **files; /* that are no figure's own; lent */
    size_t file_count, file_capacity;
} sk_summary;

/** The counter of figures of that outcome. */
size_t *sk_summary_count(sk_summary *sum, sk_outcome outcome);

/** One more file that is no figure's own; the path must last. */
void sk_summary_add_file(sk_summary *sum, const char *path);

/** "2 figures drawn, 1 unchanged, in out; also out/annex.pdf; 1 warning"; in the arena. */
const char *sk_summary_text(const sk_summary *sum);

#endif
