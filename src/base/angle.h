/** Angles: radians in the computations, degrees in the files. */
#ifndef STREEKKAART_BASE_ANGLE_H
#define STREEKKAART_BASE_ANGLE_H

/** Half a turn in radians. */
#define SK_PI 3.14159265358979323846

static inline double sk_radians(double degrees) {
    return degrees * (SK_PI / 180);
}

static inline double sk_degrees(double radians) {
    return radians * 180 / SK_PI;
}

#endif
