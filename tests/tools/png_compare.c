/* png_compare A.png B.png [PERCENT [REACH]]: are two bitmaps the same picture?
 *
 * Programs smooth edges each in their own way, so a pixel counts as different only when none of
 * those around its place in the other bitmap, up to REACH pixels away (1 when left out), has nearly
 * its colour. A program that fits a page into whole pixels moves its far edges by up to half of
 * one, which asks for a reach of 2. Prints the share of pixels that
 * differ; exit status 1 when that is more than PERCENT (2 when left out) or the sizes differ by
 * more than a few rounded-up rows or columns, 2 when a file can't be read. */
#include <png.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum { COLOUR_DISTANCE = 40, SIZE_SLACK = 3 };

typedef struct {
    int width, height;
    unsigned char *rgb;
} bitmap;

static bool read_bitmap(const char *path, bitmap *out) {
    png_image image = {.version = PNG_IMAGE_VERSION};
    if (png_image_begin_read_from_file(&image, path) == 0) {
        fprintf(stderr, "%s: %s\n", path, image.message);
        return false;
    }
    image.format = PNG_FORMAT_RGB;
    out->width = (int)image.width;
    out->height = (int)image.height;
    out->rgb = malloc(PNG_IMAGE_SIZE(image));
    const png_color white = {255, 255, 255};
    if (out->rgb != NULL && png_image_finish_read(&image, &white, out->rgb, 0, NULL) != 0)
        return true;
    fprintf(stderr, "%s: %s\n", path, image.message);
    png_image_free(&image);
    return false;
}

static bool alike(const unsigned char *a, const unsigned char *b) {
    int distance = 0;
    for (int i = 0; i < 3; i++) distance += (a[i] - b[i]) * (a[i] - b[i]);
    return distance <= COLOUR_DISTANCE * COLOUR_DISTANCE;
}

static bool found_around(const unsigned char *colour, const bitmap *in, int x, int y, int reach) {
    for (int v = y - reach; v <= y + reach; v++)
        for (int u = x - reach; u <= x + reach; u++)
            if (u >= 0 && v >= 0 && u < in->width && v < in->height &&
                alike(colour, in->rgb + 3 * ((size_t)v * (size_t)in->width + (size_t)u)))
                return true;
    return false;
}

/* Pixels of `a` that `b` has not, over the area that both have. */
static size_t count_missing(const bitmap *a, const bitmap *b, int reach) {
    size_t missing = 0;
    for (int y = 0; y < a->height && y < b->height; y++)
        for (int x = 0; x < a->width && x < b->width; x++)
            if (!found_around(a->rgb + 3 * ((size_t)y * (size_t)a->width + (size_t)x), b, x, y,
                              reach))
                missing++;
    return missing;
}

int main(int argc, char **argv) {
    bitmap a, b;
    if (argc < 3 || argc > 5) {
        fprintf(stderr, "usage: png_compare A.png B.png [PERCENT [REACH]]\n");
        return 2;
    }
    if (!read_bitmap(argv[1], &a) || !read_bitmap(argv[2], &b)) return 2;
    double limit = argc >= 4 ? strtod(argv[3], NULL) : 2;
    int reach = argc == 5 ? atoi(argv[4]) : 1;
    size_t there = count_missing(&a, &b, reach), back = count_missing(&b, &a, reach);
    double pixels = (double)a.width * a.height;
    double share = 100 * (double)(there > back ? there : back) / pixels;
    printf("%.4f %% differ (%d x %d, %d x %d)\n", share, a.width, a.height, b.width, b.height);
    bool same_size = abs(a.width - b.width) <= SIZE_SLACK && abs(a.height - b.height) <= SIZE_SLACK;
    free(a.rgb);
    free(b.rgb);
    return same_size && share <= limit ? 0 : 1;
}
