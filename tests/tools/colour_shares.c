/* colour_shares A.png [LEAST]: what each colour covers of a bitmap, a line each: percent, red,
 * green, blue, as in "12.345 143 205 194". What covers less than LEAST percent is left out: 0.001
 * where it is not given. */
#include <png.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static int by_value(const void *a, const void *b) {
    uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;
    return (left > right) - (left < right);
}

/* Pixels as 0x00rrggbb, the caller's to free(); NULL, told, when the file can't be read. */
static uint32_t *read_pixels(const char *path, size_t *count) {
    png_image image = {.version = PNG_IMAGE_VERSION};
    const png_color white = {255, 255, 255};
    if (png_image_begin_read_from_file(&image, path) == 0) {
        fprintf(stderr, "%s: %s\n", path, image.message);
        return NULL;
    }
    image.format = PNG_FORMAT_RGB;
    *count = (size_t)image.width * image.height;
    unsigned char *rgb = malloc(PNG_IMAGE_SIZE(image));
    uint32_t *pixels = malloc(*count * sizeof *pixels);
    if (rgb == NULL || pixels == NULL || !png_image_finish_read(&image, &white, rgb, 0, NULL)) {
        fprintf(stderr, "%s: cannot be read\n", path);
        free(pixels);
        pixels = NULL;
    }
    for (size_t i = 0; pixels != NULL && i < *count; i++)
        pixels[i] = (uint32_t)rgb[3 * i] << 16 | (uint32_t)rgb[3 * i + 1] << 8 | rgb[3 * i + 2];
    free(rgb);
    return pixels;
}

static void print_share(uint32_t colour, size_t pixels, size_t all, double least) {
    double share = 100.0 * (double)pixels / (double)all;
    if (share >= least)
        printf("%.3f %u %u %u\n", share, colour >> 16, colour >> 8 & 0xff, colour & 0xff);
}

int main(int argc, char *argv[]) {
    size_t count = 0;
    uint32_t *pixels = argc == 2 || argc == 3 ? read_pixels(argv[1], &count) : NULL;
    if (pixels == NULL) return 2;
    double least = argc == 3 ? strtod(argv[2], NULL) : 0.001;
    qsort(pixels, count, sizeof *pixels, by_value);
    for (size_t begin = 0, end = 0; begin < count; begin = end) {
        while (end < count && pixels[end] == pixels[begin]) end++;
        print_share(pixels[begin], end - begin, count, least);
    }
    free(pixels);
    return 0;
}
