/** What a printing house looks for in a PDF before it prints it, and what it would refuse; or an
 * archive, where the file says that it is for one.
 *
 *  Of a file of this program all is read; of another program's what is told here as well, though
 * not what hides in pictures, patterns or shadings. The texts are the arena's. */
#ifndef STREEKKAART_PREFLIGHT_H
#define STREEKKAART_PREFLIGHT_H

#include <stdbool.h>
#include <stddef.h>

#include "streekkaart/diag.h"
#include "streekkaart/memory.h"
#include "streekkaart/status.h"

/** One thing that PDF/X-4 (ISO 15930-7), a printing press, PDF/A-2b (ISO 19005-2) or PDF/UA-1
 *  (ISO 14289-1) wants. */
typedef struct {
    const char *name;  /* "colours" */
    const char *wants; /* in words */
    const char *fault; /* what is otherwise, where; NULL: nothing */
} sk_preflight_clause;

/** Texts, each once, in the order in which they were found. */
typedef struct {
    const char **items;
    size_t count, capacity;
} sk_preflight_list;

/** What a file holds, and which clauses it keeps. All is the arena's of sk_preflight_read(). */
typedef struct {
    size_t page_count;
    double thinnest_pt, smallest_text_pt; /* 0: there is none */
    double most_ink;                      /* of one colour, 1 for each ink that covers all */
    double trim_mm[2], paper_mm[2];       /* of the first page: how wide and high */
    double bleed_mm;                      /* the least of its sides */
    const char *version;                  /* "1.6" */
    const char
        *standard; /* that it is held against: "PDF/X-4", "PDF/A-2b", "PDF/A-2b and PDF/UA-1" */
    const char *condition; /* that it is made for; NULL: none is named */
    sk_preflight_list fonts, colours, layers;
    sk_preflight_clause *clauses;
    size_t clause_count, clause_capacity, fault_count;
} sk_preflight_report;

/** Reads the file at `path`. SK_ERR_USAGE: it is no PDF that can be read, which `diag` explains.
 * What a printing house would refuse is in the report, and no error. */
SK_CHECKED sk_status sk_preflight_read(const char *path, sk_arena *arena, sk_diag *diag,
                                       sk_preflight_report *out);

#endif
