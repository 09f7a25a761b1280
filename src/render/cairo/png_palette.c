#include "render/cairo/png_palette.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "streekkaart/memory.h"

/* A colour of the bitmap. */
typedef struct {
    uint32_t rgb;
    uint32_t count; /* of its pixels; 0: an empty place of the table */
    uint8_t index;
} tally;

struct sk_png_palette {
    tally *tallies; /* a hash table with open addressing */
    size_t capacity, used;
    uint32_t colours[SK_PALETTE_MAX];
    size_t count, most;
};

/* Colours of this share of the page are even areas or lines. */
static const double even_share = 1.0 / 20000;
/* No more of them, in eighths of all, than leave edges something. */
enum { EVEN_EIGHTHS = 5, CAPACITY_FIRST = 1 << 12, RGB = 0xffffff };

static size_t place_of(const tally *tallies, size_t capacity, uint32_t rgb) {
    const uint32_t golden = 2654435761u; /* Knuth's multiplicative hash */
    size_t at = (size_t)((rgb * golden) >> 8) & (capacity - 1);
    while (tallies[at].count > 0 && tallies[at].rgb != rgb) at = (at + 1) & (capacity - 1);
    return at;
}

static void grow(sk_png_palette *p) {
    size_t capacity = p->capacity * 2;
    tally *larger = sk_heap_array(capacity, sizeof *larger);
    memset(larger, 0, capacity * sizeof *larger);
    for (size_t i = 0; i < p->capacity; i++)
        if (p->tallies[i].count > 0)
            larger[place_of(larger, capacity, p->tallies[i].rgb)] = p->tallies[i];
    free(p->tallies);
    p->tallies = larger;
    p->capacity = capacity;
}

static void count_pixels(sk_png_palette *p, uint32_t rgb, uint32_t count) {
    size_t at = place_of(p->tallies, p->capacity, rgb);
    if (p->tallies[at].count == 0) p->used++;
    p->tallies[at].rgb = rgb;
    p->tallies[at].count += count;
    if (p->used * 2 > p->capacity) grow(p);
}

/* Most pixels have the colour of the one before. */
static void count_all(sk_png_palette *p, const uint32_t *pixels, size_t width, size_t height,
                      size_t stride) {
    for (size_t y = 0; y < height; y++) {
        const uint32_t *row = pixels + y * stride;
        for (size_t x = 0; x < width;) {
            uint32_t rgb = row[x] & RGB, count = 0;
            while (x < width && (row[x] & RGB) == rgb) x++, count++;
            count_pixels(p, rgb, count);
        }
    }
}

static int by_count(const void *a, const void *b) {
    const tally *left = a, *right = b;
    if (left->count != right->count) return left->count > right->count ? -1 : 1;
    return left->rgb < right->rgb ? -1 : left->rgb > right->rgb;
}

static unsigned channel(uint32_t rgb, unsigned shift) {
    return (rgb >> shift) & 0xff;
}

static int compare_channel(const void *a, const void *b, unsigned shift) {
    const tally *left = a, *right = b;
    unsigned x = channel(left->rgb, shift), y = channel(right->rgb, shift);
    if (x != y) return x < y ? -1 : 1;
    return left->rgb < right->rgb ? -1 : left->rgb > right->rgb;
}

static int by_red(const void *a, const void *b) {
    return compare_channel(a, b, 16);
}

static int by_green(const void *a, const void *b) {
    return compare_channel(a, b, 8);
}

static int by_blue(const void *a, const void *b) {
    return compare_channel(a, b, 0);
}

/* Colours that one will stand for. */
typedef struct {
    tally *first;
    size_t count;
    unsigned widest; /* the shift of the channel that they differ most in, */
    double spread;   /* and how much it matters */
} colour_box;

static colour_box box_of(tally *first, size_t count) {
    colour_box box = {first, count, 0, -1};
    double pixels = 0;
    for (size_t i = 0; i < count; i++) pixels += first[i].count;
    for (unsigned shift = 0; shift <= 16; shift += 8) {
        unsigned least = 255, most = 0;
        for (size_t i = 0; i < count; i++) {
            unsigned value = channel(first[i].rgb, shift);
            if (value < least) least = value;
            if (value > most) most = value;
        }
        double range = most >= least ? most - least : 0;
        if (range * range * pixels <= box.spread) continue;
        box.widest = shift;
        box.spread = range * range * pixels;
    }
    return box;
}

/* Where half of the pixels lie on either side; never at an end. */
static size_t median_of(const colour_box *box) {
    double all = 0, before = 0;
    for (size_t i = 0; i < box->count; i++) all += box->first[i].count;
    for (size_t i = 0; i + 1 < box->count; i++) {
        before += box->first[i].count;
        if (before * 2 >= all) return i + 1;
    }
    return box->count - 1;
}

static uint32_t mean_of(const colour_box *box) {
    double sums[3] = {0, 0, 0}, all = 0;
    for (size_t i = 0; i < box->count; i++) {
        for (unsigned k = 0; k < 3; k++)
            sums[k] += (double)channel(box->first[i].rgb, 8 * k) * box->first[i].count;
        all += box->first[i].count;
    }
    uint32_t mean = 0;
    for (unsigned k = 0; k < 3; k++) mean |= (uint32_t)(sums[k] / all + 0.5) << (8 * k);
    return mean;
}

/* Adds what stands for the colours, as many as there is room for. */
static void cut(sk_png_palette *p, tally *colours, size_t count) {
    static int (*const orders[])(const void *, const void *) = {by_blue, by_green, by_red};
    colour_box boxes[SK_PALETTE_MAX];
    size_t room = p->most - p->count, made = 0;
    if (count > 0) boxes[made++] = box_of(colours, count);
    while (made > 0 && made < room) {
        colour_box *widest = &boxes[0];
        for (size_t i = 1; i < made; i++)
            if (boxes[i].spread > widest->spread) widest = &boxes[i];
        if (!(widest->spread > 0)) break;
        qsort(widest->first, widest->count, sizeof *widest->first, orders[widest->widest / 8]);
        size_t half = median_of(widest);
        boxes[made++] = box_of(widest->first + half, widest->count - half);
        *widest = box_of(widest->first, half);
    }
    for (size_t i = 0; i < made; i++) p->colours[p->count++] = mean_of(&boxes[i]);
}

static uint8_t nearest(const sk_png_palette *p, uint32_t rgb) {
    long least = -1;
    size_t best = 0;
    for (size_t i = 0; i < p->count; i++) {
        long distance = 0;
        for (unsigned shift = 0; shift <= 16; shift += 8) {
            long d = (long)channel(rgb, shift) - (long)channel(p->colours[i], shift);
            distance += d * d;
        }
        if (least >= 0 && distance >= least) continue;
        least = distance;
        best = i;
    }
    return (uint8_t)best;
}

static void choose(sk_png_palette *p, size_t pixel_count) {
    tally *sorted = sk_heap_array(p->used + 1, sizeof *sorted);
    size_t count = 0;
    for (size_t i = 0; i < p->capacity; i++)
        if (p->tallies[i].count > 0) sorted[count++] = p->tallies[i];
    qsort(sorted, count, sizeof *sorted, by_count);
    bool all = count <= p->most;
    size_t most = all ? count : p->most * EVEN_EIGHTHS / 8;
    while (p->count < most && (all || sorted[p->count].count >= even_share * (double)pixel_count)) {
        p->colours[p->count] = sorted[p->count].rgb;
        p->count++;
    }
    cut(p, sorted + p->count, count - p->count);
    free(sorted);
    for (size_t i = 0; i < p->capacity; i++)
        if (p->tallies[i].count > 0) p->tallies[i].index = nearest(p, p->tallies[i].rgb);
}

sk_png_palette *sk_png_palette_make(const uint32_t *pixels, size_t width, size_t height,
                                    size_t stride, size_t most) {
    sk_png_palette *p = sk_heap_array(1, sizeof *p);
    *p = (sk_png_palette){.capacity = CAPACITY_FIRST, .most = most};
    p->tallies = sk_heap_array(p->capacity, sizeof *p->tallies);
    memset(p->tallies, 0, p->capacity * sizeof *p->tallies);
    count_all(p, pixels, width, height, stride);
    choose(p, width * height);
    return p;
}

void sk_png_palette_free(sk_png_palette *palette) {
    if (palette == NULL) return;
    free(palette->tallies);
    free(palette);
}

size_t sk_png_palette_count(const sk_png_palette *palette) {
    return palette->count;
}

uint32_t sk_png_palette_colour(const sk_png_palette *palette, size_t index) {
    return palette->colours[index];
}

uint8_t sk_png_palette_index(const sk_png_palette *palette, uint32_t pixel) {
    return palette->tallies[place_of(palette->tallies, palette->capacity, pixel & RGB)].index;
}
