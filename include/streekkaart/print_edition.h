/** The edition for a printing house: what inks a colour is printed with, and what is around a page.
 *
 *  The profile of the printing condition (ICC.1) says how inks look; PDF/X-4 (ISO 15930-7) says
 * what a file must hold. */
#ifndef STREEKKAART_PRINT_EDITION_H
#define STREEKKAART_PRINT_EDITION_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

#include "streekkaart/diag.h"
#include "streekkaart/graphic_style.h"
#include "streekkaart/status.h"

/** Only read once it is open: threads may share it. */
typedef struct {
    char *profile; /* the file's bytes */
    size_t profile_length;
    char *condition; /* what the profile calls the printing condition, in ASCII */
    struct tm made;  /* when the profile was made, in UTC; the beginning of 1970 if that is none */
    double bleed_mm; /* how far the paper's colour goes beyond the page */
    bool marks;      /* where to cut, outside of the bleed */
    struct sk_inks *inks;
    void *context; /* Little CMS's */
} sk_print_edition;

/** Reads the profile, which must be that of a printing condition with the four inks. The caller's,
 *  until sk_print_edition_free(). SK_ERR_USAGE: it cannot be used; `diag` says why. */
SK_CHECKED sk_status sk_print_edition_open(const char *profile_path, sk_diag *diag,
                                           sk_print_edition **out);
/** NULL is fine. */
void sk_print_edition_free(sk_print_edition *edition);

/** What the colour is printed with, without its alpha: its own inks as they are, where it has them.
 * Of others greys, and what is nearly black, are the
 * black ink's alone, as light as they were, between paper and black ink; other colours go through
 * the profile (relative colorimetric, black point compensated). Never more of these than
 * SK_INK_MOST. */
sk_ink sk_print_edition_ink(const sk_print_edition *edition, sk_colour colour);

/** What the four inks may cover together: more doesn't dry. */
#define SK_INK_MOST 3.0

#endif
