#include "render/print/screen_profile.h"

#include <lcms2.h>
#include <string.h>

#include "streekkaart/memory.h"

/* The header's date is that of today, in six numbers of two bytes; a file's is not to be
 * (ICC.1, 7.2).
 */
static void set_date(char *profile) {
    enum { AT = 24 };
    static const char beginning_of_2000[12] = {7, (char)0xD0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0};
    memcpy(profile + AT, beginning_of_2000, sizeof beginning_of_2000);
}

char *sk_screen_profile(size_t *length) {
    cmsHPROFILE screen = cmsCreate_sRGBProfile();
    cmsUInt32Number size = 0;
    if (screen == NULL || !cmsSaveProfileToMem(screen, NULL, &size)) sk_memory_exhaust();
    char *bytes = sk_heap_array(size, 1);
    if (!cmsSaveProfileToMem(screen, bytes, &size)) sk_memory_exhaust();
    cmsCloseProfile(screen);
    set_date(bytes);
    *length = size;
    return bytes;
}
