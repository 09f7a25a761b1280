#include "svg_reader/element/svg_transform.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

#include "base/angle.h"
#include "base/number.h"

enum { NUMBERS_MAX = 6, EXPONENT_MAX = 300, DIGITS_MAX = 40 };

sk_svg_transform sk_svg_transform_chain(const sk_svg_transform *outer,
                                        const sk_svg_transform *inner) {
    return (sk_svg_transform){
        outer->a * inner->a + outer->c * inner->b,
        outer->b * inner->a + outer->d * inner->b,
        outer->a * inner->c + outer->c * inner->d,
        outer->b * inner->c + outer->d * inner->d,
        outer->a * inner->e + outer->c * inner->f + outer->e,
        outer->b * inner->e + outer->d * inner->f + outer->f,
    };
}

void sk_svg_transform_apply(const sk_svg_transform *transform, double *x, double *y) {
    double from_x = *x, from_y = *y;
    *x = transform->a * from_x + transform->c * from_y + transform->e;
    *y = transform->b * from_x + transform->d * from_y + transform->f;
}

static const char *skip(const char *at, const char *separators) {
    return at + strspn(at, separators);
}

/* An exponent, as programs write for tiny numbers. */
static const char *scan_exponent(const char *at, double *number) {
    if (*at != 'e' && *at != 'E') return at;
    const char *digits = at[1] == '+' ? at + 2 : at + 1;
    double exponent = 0;
    size_t length = sk_number_scan(digits, strspn(digits, "-0123456789"), &exponent);
    if (length == 0 || fabs(exponent) > EXPONENT_MAX) return at;
    *number *= pow(10, exponent);
    return digits + length;
}

bool sk_svg_number_scan(const char **at, double *number) {
    const char *begin = skip(*at, " \t\r\n,");
    if (*begin == '+') begin++;
    size_t length = sk_number_scan(begin, strnlen(begin, DIGITS_MAX), number);
    if (length == 0) return false;
    *at = scan_exponent(begin + length, number);
    return isfinite(*number);
}

static sk_svg_transform turn(double degrees) {
    double angle = sk_radians(degrees);
    return (sk_svg_transform){cos(angle), sin(angle), -sin(angle), cos(angle), 0, 0};
}

static sk_svg_transform turn_about(const double n[NUMBERS_MAX]) {
    sk_svg_transform there = {1, 0, 0, 1, n[1], n[2]}, back = {1, 0, 0, 1, -n[1], -n[2]};
    sk_svg_transform turned = turn(n[0]);
    turned = sk_svg_transform_chain(&turned, &back);
    return sk_svg_transform_chain(&there, &turned);
}

/* One function of the list, such as rotate(30 10 20). */
static bool function_of(const char *name, size_t length, const double n[NUMBERS_MAX], size_t count,
                        sk_svg_transform *out) {
    bool named_matrix = length == 6 && memcmp(name, "matrix", 6) == 0;
    bool translate = length == 9 && memcmp(name, "translate", 9) == 0;
    bool scale = length == 5 && memcmp(name, "scale", 5) == 0;
    bool rotate = length == 6 && memcmp(name, "rotate", 6) == 0;
    bool skew_x = length == 5 && memcmp(name, "skewX", 5) == 0;
    bool skew_y = length == 5 && memcmp(name, "skewY", 5) == 0;
    if (named_matrix && count == 6)
        *out = (sk_svg_transform){n[0], n[1], n[2], n[3], n[4], n[5]};
    else if (translate && (count == 1 || count == 2))
        *out = (sk_svg_transform){1, 0, 0, 1, n[0], n[1]};
    else if (scale && (count == 1 || count == 2))
        *out = (sk_svg_transform){n[0], 0, 0, count == 2 ? n[1] : n[0], 0, 0};
    else if (rotate && count == 1)
        *out = turn(n[0]);
    else if (rotate && count == 3)
        *out = turn_about(n);
    else if (skew_x && count == 1)
        *out = (sk_svg_transform){1, 0, tan(sk_radians(n[0])), 1, 0, 0};
    else if (skew_y && count == 1)
        *out = (sk_svg_transform){1, tan(sk_radians(n[0])), 0, 1, 0, 0};
    else
        return false;
    return true;
}

/* CSS gives lengths and angles a unit: the drawing's own, and degrees. */
static const char *skip_unit(const char *at) {
    if (strncmp(at, "px", 2) == 0) return at + 2;
    return strncmp(at, "deg", 3) == 0 ? at + 3 : at;
}

bool sk_svg_transform_parse(const char *text, sk_svg_transform *out) {
    static const char space[] = " \t\r\n,";
    *out = sk_svg_identity;
    if (text == NULL || strcmp(text, "none") == 0) return true;
    for (const char *at = skip(text, space); *at != '\0'; at = skip(at, space)) {
        const char *name = at;
        double numbers[NUMBERS_MAX] = {0};
        size_t length = strcspn(at, "( \t\r\n"), count = 0;
        at = skip(at + length, space);
        if (*at++ != '(') return false;
        for (; count < NUMBERS_MAX && sk_svg_number_scan(&at, &numbers[count]); count++)
            at = skip_unit(at);
        at = skip(at, space);
        sk_svg_transform next;
        if (*at++ != ')' || !function_of(name, length, numbers, count, &next)) return false;
        *out = sk_svg_transform_chain(out, &next);
    }
    return true;
}
