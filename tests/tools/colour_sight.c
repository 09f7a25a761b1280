#include "tools/colour_sight.h"

#include <math.h>

static const struct {
    const char *name;
    double matrix[3][3];
} sights[] = {
    [SIGHT_ALL_HUES] = {"all hues", {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
    [SIGHT_PROTANOPIA] = {"protanopia",
                          {{0.152286, 1.052583, -0.204868},
                           {0.114503, 0.786281, 0.099216},
                           {-0.003882, -0.048116, 1.051998}}},
    [SIGHT_DEUTERANOPIA] = {"deuteranopia",
                            {{0.367322, 0.860646, -0.227968},
                             {0.280085, 0.672501, 0.047413},
                             {-0.011820, 0.042940, 0.968881}}},
    [SIGHT_TRITANOPIA] = {"tritanopia",
                          {{1.255528, -0.076749, -0.178779},
                           {-0.078411, 0.930809, 0.147602},
                           {0.004733, 0.691367, 0.303900}}},
    [SIGHT_GREY] = {"grey",
                    {{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}}},
};

const char *sight_name(colour_sight sight) {
    return sights[sight].name;
}

static double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

static double lab_part(double t) {
    return t > 0.008856 ? cbrt(t) : 7.787 * t + 16.0 / 116;
}

lab_colour colour_seen(sk_colour colour, colour_sight sight) {
    double rgb[3] = {linear(colour.red), linear(colour.green), linear(colour.blue)}, out[3] = {0};
    for (int i = 0; i < 3; i++) {
        for (int k = 0; k < 3; k++) out[i] += sights[sight].matrix[i][k] * rgb[k];
        out[i] = fmin(fmax(out[i], 0), 1);
    }
    double x = lab_part((0.4124 * out[0] + 0.3576 * out[1] + 0.1805 * out[2]) / 0.9505);
    double y = lab_part(0.2126 * out[0] + 0.7152 * out[1] + 0.0722 * out[2]);
    double z = lab_part((0.0193 * out[0] + 0.1192 * out[1] + 0.9505 * out[2]) / 1.089);
    return (lab_colour){116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

static double radians(double degrees) {
    return degrees * acos(-1) / 180;
}

/* From 0 to 360; of grey 0. */
static double hue_deg(double a, double b) {
    double hue = a == 0 && b == 0 ? 0 : atan2(b, a) * 180 / acos(-1);
    return hue < 0 ? hue + 360 : hue;
}

/** A colour with the chroma that CIEDE2000 gives it. */
typedef struct {
    double l, c, h_deg;
} lch_colour;

static lch_colour lch_of(lab_colour colour, double g) {
    double a = colour.a * (1 + g);
    return (lch_colour){colour.l, hypot(a, colour.b), hue_deg(a, colour.b)};
}

/* Of two grey colours, or of a grey one and another, it is that of the other. */
static double mean_hue(lch_colour p, lch_colour q) {
    double sum = p.h_deg + q.h_deg;
    if (p.c * q.c == 0) return sum;
    if (fabs(p.h_deg - q.h_deg) <= 180) return sum / 2;
    return (sum < 360 ? sum + 360 : sum - 360) / 2;
}

static double hue_difference(lch_colour p, lch_colour q) {
    double turn = p.c * q.c == 0 ? 0 : q.h_deg - p.h_deg;
    if (turn > 180) turn -= 360;
    if (turn < -180) turn += 360;
    return 2 * sqrt(p.c * q.c) * sin(radians(turn / 2));
}

static double difference_of(lch_colour p, lch_colour q) {
    double mean_l = (p.l + q.l) / 2, mean_c = (p.c + q.c) / 2, mean_h = mean_hue(p, q);
    double t = 1 - 0.17 * cos(radians(mean_h - 30)) + 0.24 * cos(radians(2 * mean_h)) +
               0.32 * cos(radians(3 * mean_h + 6)) - 0.20 * cos(radians(4 * mean_h - 63));
    double l50 = pow(mean_l - 50, 2), c7 = pow(mean_c, 7);
    double l = (q.l - p.l) / (1 + 0.015 * l50 / sqrt(20 + l50));
    double c = (q.c - p.c) / (1 + 0.045 * mean_c);
    double h = hue_difference(p, q) / (1 + 0.015 * mean_c * t);
    double turning = 60 * exp(-pow((mean_h - 275) / 25, 2));
    double rotation = -sin(radians(turning)) * 2 * sqrt(c7 / (c7 + pow(25, 7)));
    return sqrt(l * l + c * c + h * h + rotation * c * h);
}

double ciede2000(lab_colour p, lab_colour q) {
    double c7 = pow((hypot(p.a, p.b) + hypot(q.a, q.b)) / 2, 7);
    double g = 0.5 * (1 - sqrt(c7 / (c7 + pow(25, 7))));
    return difference_of(lch_of(p, g), lch_of(q, g));
}

double colour_difference(sk_colour a, sk_colour b, colour_sight sight) {
    return ciede2000(colour_seen(a, sight), colour_seen(b, sight));
}

sk_colour colour_over(sk_colour top, sk_colour ground) {
    double a = top.alpha;
    return (sk_colour){.red = a * top.red + (1 - a) * ground.red,
                       .green = a * top.green + (1 - a) * ground.green,
                       .blue = a * top.blue + (1 - a) * ground.blue,
                       .alpha = 1};
}

static double luminance(sk_colour c) {
    return 0.2126 * linear(c.red) + 0.7152 * linear(c.green) + 0.0722 * linear(c.blue);
}

double colour_contrast(sk_colour a, sk_colour b) {
    double one = luminance(a) + 0.05, other = luminance(b) + 0.05;
    return fmax(one, other) / fmin(one, other);
}
