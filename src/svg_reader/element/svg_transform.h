/** Where an SVG element's coordinates end up: the matrices of `transform`, attribute or CSS. */
#ifndef STREEKKAART_SVG_READER_ELEMENT_SVG_TRANSFORM_H
#define STREEKKAART_SVG_READER_ELEMENT_SVG_TRANSFORM_H

#include <stdbool.h>

/** x' = a x + c y + e, y' = b x + d y + f. */
typedef struct {
    double a, b, c, d, e, f;
} sk_svg_transform;

static const sk_svg_transform sk_svg_identity = {1, 0, 0, 1, 0, 0};

/** `inner` first, then `outer`. */
sk_svg_transform sk_svg_transform_chain(const sk_svg_transform *outer,
                                        const sk_svg_transform *inner);
void sk_svg_transform_apply(const sk_svg_transform *transform, double *x, double *y);

/** Reads a `transform`; NULL, "none" or empty is the identity. False: it is none. */
bool sk_svg_transform_parse(const char *text, sk_svg_transform *out);

/** Reads a number and the separators before it; moves *at behind it. False: there is none. */
bool sk_svg_number_scan(const char **at, double *number);

#endif
