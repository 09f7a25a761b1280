/** Millimetres to what the formats count in. */
#ifndef STREEKKAART_RENDER_CAIRO_UNITS_H
#define STREEKKAART_RENDER_CAIRO_UNITS_H

#define SK_MM_PER_INCH 25.4

/* The one place where PostScript points exist. */
static inline double sk_pt(double mm) {
    return mm * (72.0 / SK_MM_PER_INCH);
}

#endif
