/* Drawings are even areas, and edges that go on from row to row: nearly all pixels are as the one
 * before them or the one above, which is seen by looking at whole pixels, several at once, where a
 * library has to look for every byte. Measured on twelve pages at 300 dpi: a third of the time of
 * libdeflate's fastest level, for a tenth more bytes than its fourth. */
#include "render/cairo/png_pixels.h"

#include <libdeflate.h>
#include <png.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "render/deflate/deflate.h"
#include "streekkaart/memory.h"

enum { PIXEL_BYTES = 3, SEEN_BITS = 14 };

/* A run of so many pixels is taken without a look at what else there is. */
enum { LONG_ENOUGH = 5 };

/* Where a pair of pixels was seen last. */
typedef struct {
    uint32_t x, y;
} place;

typedef struct {
    const sk_png_pixels *image;
    size_t row_bytes; /* in the stream, with the filter before it */
    sk_deflate *stream;
    uint32_t adler;
    unsigned char *bytes; /* of a row */
    place *seen;          /* by the hash of the pair */
    size_t y, above;      /* `above`: how far back the row above lies; 0: too far, or none */
} encoder;

/* Pixels from some place on that are as others before them. */
typedef struct {
    size_t count, distance;
} run;

static size_t alike(const uint32_t *a, const uint32_t *b, size_t most) {
    enum { STEP = 8 };
    size_t i = 0;
    while (i + STEP <= most && memcmp(a + i, b + i, STEP * sizeof *a) == 0) i += STEP;
    while (i < most && a[i] == b[i]) i++;
    return i;
}

/* Knuth's multiplicative hash, of two pixels. */
static size_t hash(const uint32_t *pair) {
    return (pair[0] * 2654435761u ^ pair[1] * 2246822519u) >> (32 - SEEN_BITS);
}

/* The pixels as they were last seen to follow each other, in this row or one before. */
static run find_seen(encoder *e, const uint32_t *row, size_t x) {
    const sk_png_pixels *image = e->image;
    place *last = &e->seen[hash(row + x)];
    const place from = *last;
    *last = (place){(uint32_t)x, (uint32_t)e->y};
    size_t distance =
        (e->y - from.y) * e->row_bytes + PIXEL_BYTES * x - PIXEL_BYTES * (size_t)from.x;
    if (distance == 0 || distance > SK_DEFLATE_WINDOW) return (run){0, 0};
    size_t most = image->width - (from.x > x ? from.x : x);
    return (run){alike(image->pixels + from.y * image->stride + from.x, row + x, most), distance};
}

/* The longest run from `x` on of those that are soon found. */
static run find_run(encoder *e, const uint32_t *row, size_t x) {
    size_t rest = e->image->width - x;
    run best = {0, PIXEL_BYTES};
    if (x > 0 && row[x] == row[x - 1]) best.count = alike(row + x, row + x - 1, rest);
    size_t above = e->above > 0 ? alike(row + x, row + x - e->image->stride, rest) : 0;
    if (above > best.count) best = (run){above, e->above};
    if (best.count < LONG_ENOUGH && rest > 1) {
        run seen = find_seen(e, row, x);
        if (seen.count > best.count) best = seen;
    }
    return best;
}

static void put_row(encoder *e, const uint32_t *row) {
    sk_deflate_byte(e->stream, PNG_FILTER_VALUE_NONE);
    for (size_t x = 0; x < e->image->width;) {
        run same = find_run(e, row, x);
        if (same.count > 0)
            sk_deflate_match(e->stream, PIXEL_BYTES * same.count, same.distance);
        else
            sk_deflate_pixel(e->stream, row[x]);
        x += same.count > 0 ? same.count : 1;
    }
}

static void sum_row(encoder *e, const uint32_t *row) {
    unsigned char *to = e->bytes;
    *to++ = PNG_FILTER_VALUE_NONE;
    for (size_t x = 0; x < e->image->width; x++, to += PIXEL_BYTES) {
        to[0] = (unsigned char)(row[x] >> 16);
        to[1] = (unsigned char)(row[x] >> 8);
        to[2] = (unsigned char)row[x];
    }
    e->adler = libdeflate_adler32(e->adler, e->bytes, e->row_bytes);
}

/* A row that is as the one above is nothing but zeros by the filter "Up". */
static void put_same_row(encoder *e) {
    const uint64_t base = 65521; /* of Adler-32 */
    sk_deflate_byte(e->stream, PNG_FILTER_VALUE_UP);
    sk_deflate_byte(e->stream, 0);
    sk_deflate_match(e->stream, e->row_bytes - 2, 1);
    uint64_t low = ((e->adler & 0xffff) + PNG_FILTER_VALUE_UP) % base;
    uint64_t high = ((e->adler >> 16) + low * e->row_bytes) % base;
    e->adler = (uint32_t)(high << 16 | low);
}

static void put_rows(encoder *e) {
    const sk_png_pixels *image = e->image;
    size_t plain = 0; /* the last row that was put as it is */
    for (e->y = 0; e->y < image->height; e->y++) {
        const uint32_t *row = image->pixels + e->y * image->stride;
        bool same = e->y > 0 && image->width > 1 &&
                    memcmp(row, row - image->stride, image->width * sizeof *row) == 0;
        if (same) {
            put_same_row(e);
            continue;
        }
        e->above = (e->y - plain) * e->row_bytes;
        if (e->above > SK_DEFLATE_WINDOW) e->above = 0;
        plain = e->y;
        put_row(e, row);
        sum_row(e, row);
    }
}

unsigned char *sk_png_pixels_deflate(const sk_png_pixels *image, size_t *length) {
    encoder e = {.image = image, .row_bytes = 1 + PIXEL_BYTES * image->width, .adler = 1};
    e.stream = sk_deflate_create();
    e.bytes = sk_heap_array(e.row_bytes, 1);
    e.seen = sk_heap_array((size_t)1 << SEEN_BITS, sizeof *e.seen);
    memset(e.seen, 0, ((size_t)1 << SEEN_BITS) * sizeof *e.seen);
    put_rows(&e);
    free(e.seen);
    free(e.bytes);
    return sk_deflate_finish(e.stream, e.adler, length);
}
