/** How colours look to those who see fewer hues, and how far two of them are apart.
 *
 *  Sights: Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color
 *  Vision Deficiency", IEEE TVCG 15(6), 2009, the matrices of severity 1.0, on linear RGB. Grey
 * keeps the luminance (IEC 61966-2-1). Difference: CIEDE2000, after Sharma, Wu and Dalal, "The
 * CIEDE2000 Color-Difference Formula", Color Research and Application 30(1), 2005. Contrast:
 * WCAG 2.1. */
#ifndef STREEKKAART_TESTS_COLOUR_SIGHT_H
#define STREEKKAART_TESTS_COLOUR_SIGHT_H

#include "streekkaart/graphic_style.h"

typedef enum {
    SIGHT_ALL_HUES,
    SIGHT_PROTANOPIA,
    SIGHT_DEUTERANOPIA,
    SIGHT_TRITANOPIA,
    SIGHT_GREY,
    SIGHT_COUNT
} colour_sight;

/** CIELAB, for the white of sRGB (D65). */
typedef struct {
    double l, a, b;
} lab_colour;

/** "all hues", "protanopia" ... */
const char *sight_name(colour_sight sight);

/** An opaque colour as it is seen. */
lab_colour colour_seen(sk_colour colour, colour_sight sight);

double ciede2000(lab_colour p, lab_colour q);

/** CIEDE2000 of two opaque colours, as they are seen. */
double colour_difference(sk_colour a, sk_colour b, colour_sight sight);

/** What a translucent colour looks like on an opaque one. */
sk_colour colour_over(sk_colour top, sk_colour ground);

/** From 1 to 21, of two opaque colours. */
double colour_contrast(sk_colour a, sk_colour b);

#endif
