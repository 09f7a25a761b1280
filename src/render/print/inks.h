/** From colours to inks, by a profile. */
#ifndef STREEKKAART_RENDER_PRINT_INKS_H
#define STREEKKAART_RENDER_PRINT_INKS_H

#include <lcms2.h>

#include "streekkaart/print_edition.h"

typedef struct sk_inks sk_inks;

/** NULL where the profile lacks what that takes. The caller's, until sk_inks_free(). */
sk_inks *sk_inks_create(cmsContext context, cmsHPROFILE profile);
/** NULL is fine. */
void sk_inks_free(sk_inks *inks);

/** The ink with as much of the three colours as SK_INK_MOST leaves room for beside the black. */
sk_ink sk_ink_limited(sk_ink ink);

sk_ink sk_inks_of(const sk_inks *inks, sk_colour colour);

#endif
