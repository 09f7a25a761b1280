/** Diagnostics: what is wrong, where, and what to do about it.
 *
 *  Who finds a fault reports it here, once, and returns a status; only `cli` prints. A diag
 *  belongs to one thread; a job has its own, merged into the command's in figure order.
 *
 *  A fault that a file has over and over does not flood: of one kind (the same file, the same
 *  `what_format`) SK_DIAG_MOST_LINES are held, or SK_DIAG_MOST where the faults have no line. The
 *  further ones are counted, by one finding behind those. */
#ifndef STREEKKAART_DIAG_H
#define STREEKKAART_DIAG_H

#include <stdarg.h>
#include <stddef.h>

#include "streekkaart/status.h"

/** The faults that were found so far. */
typedef struct sk_diag sk_diag;

enum { SK_DIAG_MOST_LINES = 20, SK_DIAG_MOST = 500 };

/** Where a fault is. Any part may be missing (NULL, 0). */
typedef struct {
    const char *file;
    long line; /* from 1; 0 when not known */
    const char *feature;
} sk_place;

/** Whether something must be mended (an error) or only looked at. */
typedef enum { SK_WARNING, SK_ERROR } sk_severity;

/** One fault. The texts live as long as the diag that holds it. */
typedef struct {
    sk_severity severity;
    sk_place place;
    const char *what;   /* what is wrong */
    const char *remedy; /* what to do */
    const char *kind;   /* the format of `what` */
    size_t more;        /* how many further faults of the kind this one stands for; 0: it is one */
} sk_finding;

/** The caller's, until sk_diag_free(). */
sk_diag *sk_diag_create(void);
/** Frees the diag and its findings. NULL is fine. */
void sk_diag_free(sk_diag *diag);

/** Reports a fault: `remedy` as it is, `what_format` as for printf. The texts are copied. The
 *  same finding reported twice is held once. */
void sk_diag_error(sk_diag *diag, sk_place place, const char *remedy, const char *what_format, ...)
    SK_PRINTF_LIKE(4, 5);
/** The same, for what can stay as it is. */
void sk_diag_warning(sk_diag *diag, sk_place place, const char *remedy, const char *what_format,
                     ...) SK_PRINTF_LIKE(4, 5);

/** The same as sk_diag_error(), with the arguments of the format as a list. */
void sk_diag_error_list(sk_diag *diag, sk_place place, const char *remedy, const char *what_format,
                        va_list arguments);

/** Reports a finding that was held before, such as by an earlier run; its texts are copied. */
void sk_diag_add(sk_diag *diag, const sk_finding *finding);

/** How many findings are held. */
size_t sk_diag_count(const sk_diag *diag);
/** How many errors there were, those that are only counted with them. */
size_t sk_diag_error_count(const sk_diag *diag);
/** Likewise how many warnings. */
size_t sk_diag_warning_count(const sk_diag *diag);
/** The finding at `index`, in the order of reporting; lent. */
const sk_finding *sk_diag_get(const sk_diag *diag, size_t index);
/** Appends all of `from` to `into`. */
void sk_diag_merge(sk_diag *into, const sk_diag *from);

/** `FILE:LINE: FEATURE: WHAT: REMEDY` without a line end; heap text, the caller's to free(). */
char *sk_finding_text(const sk_finding *finding);

#endif
