#include "streekkaart/print_edition.h"

#include <stdlib.h>
#include <string.h>

#include "base/text_file.h"
#include "render/print/inks.h"
#include "streekkaart/memory.h"

enum { PROFILE_BYTES_MAX = 32 << 20, CONDITION_MAX = 128 };

/* The newest version of the format that PDF 1.6 knows (ISO 15076-1). */
static const cmsUInt32Number newest_version = 0x04FFFFFF;

static const char remedy[] =
    "give the profile that the printing house works with, such as PSO Coated v3 or FOGRA39";

/* Little CMS would print by itself. */
static void say_nothing(cmsContext context, cmsUInt32Number code, const char *text) {
    (void)context, (void)code, (void)text;
}

static const char *class_name(cmsProfileClassSignature profile_class) {
    switch (profile_class) {
        case cmsSigInputClass:
            return "a scanner's or camera's";
        case cmsSigDisplayClass:
            return "a screen's";
        case cmsSigLinkClass:
            return "a device link";
        case cmsSigAbstractClass:
            return "an abstract one";
        case cmsSigColorSpaceClass:
            return "a colour space's";
        case cmsSigNamedColorClass:
            return "one of named colours";
        default:
            return "of another kind";
    }
}

static const char *space_name(cmsColorSpaceSignature space) {
    switch (space) {
        case cmsSigRgbData:
            return "RGB";
        case cmsSigGrayData:
            return "grey";
        case cmsSigLabData:
            return "Lab";
        case cmsSigXYZData:
            return "XYZ";
        default:
            return "other inks";
    }
}

static bool fault(sk_diag *diag, const char *path, const char *what) {
    sk_diag_error(diag, (sk_place){.file = path, .feature = "--print"}, remedy, "%s", what);
    return true;
}

/* What keeps the profile from being a printing condition with four inks. */
static bool is_unfit(cmsHPROFILE profile, const char *path, sk_diag *diag) {
    const sk_place place = {.file = path, .feature = "--print"};
    cmsProfileClassSignature profile_class = cmsGetDeviceClass(profile);
    cmsColorSpaceSignature space = cmsGetColorSpace(profile);
    if (profile_class != cmsSigOutputClass) {
        sk_diag_error(diag, place, remedy, "the profile is %s, not a printer's",
                      class_name(profile_class));
        return true;
    }
    if (space != cmsSigCmykData) {
        sk_diag_error(diag, place, remedy, "the profile is of %s, not of CMYK", space_name(space));
        return true;
    }
    if (cmsGetEncodedICCversion(profile) > newest_version)
        return fault(diag, path, "the profile is of a newer version than PDF/X-4 knows");
    return false;
}

static void read_made(cmsHPROFILE profile, struct tm *made) {
    *made = (struct tm){.tm_year = 70, .tm_mday = 1};
    struct tm given = {0};
    if (!cmsGetHeaderCreationDateTime(profile, &given)) return;
    bool sound = given.tm_year >= 70 && given.tm_year < 300 && given.tm_mon >= 0 &&
                 given.tm_mon < 12 && given.tm_mday >= 1 && given.tm_mday <= 31 &&
                 given.tm_hour >= 0 && given.tm_hour < 24 && given.tm_min >= 0 &&
                 given.tm_min < 60 && given.tm_sec >= 0 && given.tm_sec < 60;
    if (sound) *made = given;
}

static char *condition_of(cmsHPROFILE profile) {
    char *name = sk_heap_array(CONDITION_MAX, 1);
    cmsGetProfileInfoASCII(profile, cmsInfoDescription, "en", "US", name, CONDITION_MAX);
    name[CONDITION_MAX - 1] = '\0';
    for (char *c = name; *c != '\0'; c++)
        if (*c < ' ' || *c > '~') *c = '?';
    if (name[0] == '\0') memcpy(name, "Custom", sizeof "Custom");
    return name;
}

/* SK_OK: the edition has all that the profile tells. */
static sk_status take_profile(sk_print_edition *edition, cmsContext context, const char *path,
                              sk_diag *diag) {
    cmsHPROFILE profile = cmsOpenProfileFromMemTHR(context, edition->profile,
                                                   (cmsUInt32Number)edition->profile_length);
    if (profile == NULL) {
        fault(diag, path, "it is no sound ICC profile");
        return SK_ERR_USAGE;
    }
    bool unfit = is_unfit(profile, path, diag);
    if (!unfit) {
        edition->inks = sk_inks_create(context, profile);
        if (edition->inks == NULL)
            unfit = fault(diag, path, "the profile is damaged: colours cannot be printed by it");
        edition->condition = condition_of(profile);
        read_made(profile, &edition->made);
    }
    cmsCloseProfile(profile);
    return unfit ? SK_ERR_USAGE : SK_OK;
}

sk_status sk_print_edition_open(const char *profile_path, sk_diag *diag, sk_print_edition **out) {
    sk_print_edition *edition = sk_heap_array(1, sizeof *edition);
    *out = NULL;
    sk_status status = SK_ERR_USAGE;
    edition->profile = sk_text_file_read(profile_path, profile_path, PROFILE_BYTES_MAX, diag,
                                         &edition->profile_length);
    if (edition->profile != NULL) {
        /* never deleted before its transforms: see sk_print_edition_free() */
        cmsContext context = cmsCreateContext(NULL, edition);
        if (context == NULL) sk_memory_exhaust();
        cmsSetLogErrorHandlerTHR(context, say_nothing);
        edition->context = context;
        status = take_profile(edition, context, profile_path, diag);
    }
    if (status == SK_OK)
        *out = edition;
    else
        sk_print_edition_free(edition);
    return status;
}

void sk_print_edition_free(sk_print_edition *edition) {
    if (edition == NULL) return;
    sk_inks_free(edition->inks);
    if (edition->context != NULL) cmsDeleteContext(edition->context);
    free(edition->condition);
    free(edition->profile);
    free(edition);
}

sk_ink sk_print_edition_ink(const sk_print_edition *edition, sk_colour colour) {
    return sk_inks_of(edition->inks, colour);
}
