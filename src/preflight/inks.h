/** How much ink a colour takes, by the space that it is given in (ISO 32000-1, 8.6). */
#ifndef STREEKKAART_PREFLIGHT_INKS_H
#define STREEKKAART_PREFLIGHT_INKS_H

#include "preflight/file/pdf_reader.h"

typedef enum {
    SK_SPACE_GREY,
    SK_SPACE_RGB,
    SK_SPACE_CMYK,
    SK_SPACE_SPOT,         /* an ink of its own */
    SK_SPACE_REGISTRATION, /* all plates alike: marks only */
    SK_SPACE_OTHER,        /* pictures' and patterns', or what no device has */
    SK_SPACE_UNKNOWN,      /* a name that nothing has */
} sk_space_kind;

typedef struct {
    sk_space_kind kind;
    const char *name; /* "DeviceCMYK", "ICCBased 4", "Separation Gold" */
} sk_space;

/** The space that `object` is, or that the resources call by that name; texts are the arena's. */
sk_space sk_space_of(qpdf_data qpdf, qpdf_oh object, qpdf_oh resources, sk_arena *arena);
/** 1 for each ink that covers all; 0 where that can't be told. */
double sk_space_ink(sk_space_kind kind, const double *parts, size_t count);

#endif
