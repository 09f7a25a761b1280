/** The profile of the colours that a file for screens has: sRGB (IEC 61966-2-1). */
#ifndef STREEKKAART_RENDER_PRINT_SCREEN_PROFILE_H
#define STREEKKAART_RENDER_PRINT_SCREEN_PROFILE_H

#include <stddef.h>

/** The same bytes each time; heap memory, the caller's to free(). */
char *sk_screen_profile(size_t *length);

#endif
