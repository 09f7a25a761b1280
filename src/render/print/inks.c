#include "render/print/inks.h"

#include <math.h>
#include <stdlib.h>

#include "streekkaart/memory.h"

enum { STEPS = 256 };

struct sk_inks {
    cmsHTRANSFORM separate;   /* sRGB to the four inks, in percent */
    double luminances[STEPS]; /* of so much black ink, paper being 1 */
};

/* One thread's cache would be another's. */
static const cmsUInt32Number flags = cmsFLAGS_NOCACHE | cmsFLAGS_BLACKPOINTCOMPENSATION;

static cmsHTRANSFORM separation(cmsContext context, cmsHPROFILE profile) {
    cmsHPROFILE screen = cmsCreate_sRGBProfileTHR(context);
    if (screen == NULL) return NULL;
    cmsHTRANSFORM transform = cmsCreateTransformTHR(
        context, screen, TYPE_RGB_DBL, profile, TYPE_CMYK_DBL, INTENT_RELATIVE_COLORIMETRIC, flags);
    cmsCloseProfile(screen);
    return transform;
}

/* CIE 15: luminance from lightness. */
static double luminance(double lightness) {
    double f = (lightness + 16) / 116;
    return lightness > 8 ? f * f * f : lightness * 27 / 24389;
}

/* How light each amount of black ink is; never lighter than less of it. */
static bool measure_black(sk_inks *inks, cmsContext context, cmsHPROFILE profile) {
    cmsHPROFILE lab = cmsCreateLab4ProfileTHR(context, NULL);
    if (lab == NULL) return false;
    cmsHTRANSFORM transform =
        cmsCreateTransformTHR(context, profile, TYPE_CMYK_DBL, lab, TYPE_Lab_DBL,
                              INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOCACHE);
    cmsCloseProfile(lab);
    if (transform == NULL) return false;
    for (size_t i = 0; i < STEPS; i++) {
        const double ink[4] = {0, 0, 0, 100.0 * (double)i / (STEPS - 1)};
        cmsCIELab seen;
        cmsDoTransform(transform, ink, &seen, 1);
        double now = luminance(seen.L);
        inks->luminances[i] = i > 0 ? fmin(now, inks->luminances[i - 1]) : now;
    }
    cmsDeleteTransform(transform);
    return inks->luminances[0] > inks->luminances[STEPS - 1];
}

sk_inks *sk_inks_create(cmsContext context, cmsHPROFILE profile) {
    sk_inks *inks = sk_heap_array(1, sizeof *inks);
    inks->separate = separation(context, profile);
    if (inks->separate != NULL && measure_black(inks, context, profile)) return inks;
    sk_inks_free(inks);
    return NULL;
}

void sk_inks_free(sk_inks *inks) {
    if (inks == NULL) return;
    if (inks->separate != NULL) cmsDeleteTransform(inks->separate);
    free(inks);
}

/* IEC 61966-2-1. */
static double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

/* As light between paper and black ink as the grey is between white and black. */
static double black_for(const sk_inks *inks, double grey) {
    const double *seen = inks->luminances;
    double low = seen[STEPS - 1], wanted = low + (seen[0] - low) * linear(grey);
    size_t i = 0;
    while (i + 1 < STEPS && seen[i + 1] > wanted) i++;
    if (i + 1 == STEPS) return 1;
    double step = seen[i] - seen[i + 1];
    double part = step > 0 ? (seen[i] - wanted) / step : 1;
    return fmin(1, ((double)i + part) / (STEPS - 1));
}

static double brightest(sk_colour c) {
    return fmax(c.red, fmax(c.green, c.blue));
}

static double colourfulness(sk_colour c) {
    return brightest(c) - fmin(c.red, fmin(c.green, c.blue));
}

/* Fine dark things in four inks get coloured rims when the plates are a hair off: what hardly looks
 * coloured is not worth them. */
static const struct {
    double brightest, colourfulness, black; /* black: 1 where no screen of dots is to be seen */
} greys[] = {{44 / 255.0, 25 / 255.0, 1}, {100 / 255.0, 12 / 255.0, 0}, {1, 0.5 / 255, 0}};

sk_ink sk_ink_limited(sk_ink ink) {
    double colours = ink.cyan + ink.magenta + ink.yellow, room = SK_INK_MOST - ink.black;
    if (colours <= room) return ink;
    double part = room / colours;
    return (sk_ink){part * ink.cyan, part * ink.magenta, part * ink.yellow, ink.black};
}

static double share(double percent) {
    return fmin(1, fmax(0, percent / 100));
}

sk_ink sk_inks_of(const sk_inks *inks, sk_colour colour) {
    if (colour.has_ink) return colour.ink;
    for (size_t i = 0; i < sizeof greys / sizeof *greys; i++) {
        if (brightest(colour) > greys[i].brightest ||
            colourfulness(colour) > greys[i].colourfulness)
            continue;
        double grey = 0.2126 * colour.red + 0.7152 * colour.green + 0.0722 * colour.blue;
        return (sk_ink){.black = fmax(greys[i].black, black_for(inks, grey))};
    }
    const double screen[3] = {colour.red, colour.green, colour.blue};
    double ink[4];
    cmsDoTransform(inks->separate, screen, ink, 1);
    return sk_ink_limited((sk_ink){share(ink[0]), share(ink[1]), share(ink[2]), share(ink[3])});
}
