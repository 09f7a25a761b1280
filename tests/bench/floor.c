/* The least that a figure can cost: its pixels painted by Cairo and encoded by libdeflate, its
 * paths and letters written as text, plain for SVG and compressed for PDF. Nothing is read, placed
 * or decided while the time is taken.
 *
 *     floor OUTLINED.svg FIGURE.svg DPI OUT [REPEATS]
 *
 * Both are the same figure, by `streekkaart figure N --format svg`: the first with `--svg-target
 * outlined`, in which letters are paths and each shape says its paint, is painted; the second is
 * written. OUT.png, OUT.txt and OUT.z get the bytes of the last repeat; OUT.png can be looked at.
 * Prints the median CPU seconds of png, svg, pdf and of all three together. */
#define _DEFAULT_SOURCE

#include <cairo.h>
#include <libdeflate.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* As the program chooses them; see png_encode.c and pdf_objects.c. */
enum { LEVEL_OF_PNG = 4, LEVEL_OF_PDF = 5 };

enum { DASHES_MAX = 8, REPEATS_MAX = 99, TEXT_MAX = 64 };

typedef struct {
    double red, green, blue, opacity;
    bool painted;
} paint;

/* A path, as numbers of the page: operators are 'm', 'l', 'c' and 'z'. */
typedef struct {
    char *operators;
    double *numbers;
    size_t operator_count, number_count;
    paint fill, stroke;
    double width, dashes[DASHES_MAX];
    int dash_count;
    bool even_odd, round_ends, round_joins, clipped;
} shape;

typedef struct {
    shape *shapes;
    size_t count, capacity;
    double width, height; /* of the page, in points */
    double clip[4];       /* left, top, width, height */
    size_t number_count;
    char *letters; /* the elements of texts */
    size_t letter_count;
} page;

typedef struct {
    unsigned char *bytes;
    size_t length;
} buffer;

static void *needed(void *memory) {
    if (memory == NULL) {
        fprintf(stderr, "floor: no memory\n");
        exit(1);
    }
    return memory;
}

static char *read_file(const char *path) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        perror(path);
        exit(2);
    }
    fseek(file, 0, SEEK_END);
    long length = ftell(file);
    rewind(file);
    char *text = needed(calloc((size_t)length + 1, 1));
    if (fread(text, 1, (size_t)length, file) != (size_t)length) exit(2);
    fclose(file);
    return text;
}

static void write_file(const char *stem, const char *ending, const buffer *b) {
    char path[FILENAME_MAX];
    snprintf(path, sizeof path, "%s.%s", stem, ending);
    FILE *file = fopen(path, "wb");
    if (file == NULL || fwrite(b->bytes, 1, b->length, file) != b->length || fclose(file) != 0) {
        perror(path);
        exit(2);
    }
}

/* The value of an attribute within one element, or NULL. */
static const char *attribute(const char *element, const char *end, const char *name) {
    char wanted[TEXT_MAX];
    int length = snprintf(wanted, sizeof wanted, " %s=\"", name);
    for (const char *at = element; at + length < end; at++)
        if (*at == ' ' && strncmp(at, wanted, (size_t)length) == 0) return at + length;
    return NULL;
}

static double number_of(const char *element, const char *end, const char *name, double otherwise) {
    const char *value = attribute(element, end, name);
    return value == NULL ? otherwise : strtod(value, NULL);
}

static paint paint_of(const char *element, const char *end, const char *name, bool by_itself) {
    char opacity[TEXT_MAX];
    snprintf(opacity, sizeof opacity, "%s-opacity", name);
    const char *value = attribute(element, end, name);
    paint p = {0, 0, 0, number_of(element, end, opacity, 1), value == NULL && by_itself};
    unsigned red, green, blue;
    if (value != NULL && sscanf(value, "#%2x%2x%2x", &red, &green, &blue) == 3)
        p = (paint){red / 255.0, green / 255.0, blue / 255.0, p.opacity, true};
    return p;
}

static void add_operator(shape *s, char letter, const double *numbers, size_t count) {
    s->operators[s->operator_count++] = letter;
    memcpy(s->numbers + s->number_count, numbers, count * sizeof *numbers);
    s->number_count += count;
}

/* Path data with the commands that the program writes: m, l, c and z, relative or absolute. */
static void read_path(shape *s, const char *data) {
    size_t length = strcspn(data, "\"");
    s->operators = needed(calloc(length + 1, 1));
    s->numbers = needed(calloc(length + 2, sizeof *s->numbers));
    double at[2] = {0, 0}, first[2] = {0, 0};
    char letter = 'M';
    for (const char *end = data + length; data < end;) {
        data += strspn(data, " ,");
        if (data >= end) break;
        if (*data == 'z' || *data == 'Z') {
            add_operator(s, 'z', at, 0);
            memcpy(at, first, sizeof at);
            data++;
            continue;
        }
        if (strchr("mMlLcC", *data) != NULL) letter = *data++;
        bool relative = letter >= 'a', curve = letter == 'c' || letter == 'C';
        size_t count = curve ? 6 : 2;
        double numbers[6] = {0};
        for (size_t i = 0; i < count; i++) {
            char *next;
            data += strspn(data, " ,");
            numbers[i] = strtod(data, &next) + (relative ? at[i % 2] : 0);
            if (next == data) return;
            data = next;
        }
        bool moves = letter == 'm' || letter == 'M';
        add_operator(s, moves ? 'm' : curve ? 'c' : 'l', numbers, count);
        memcpy(at, numbers + count - 2, sizeof at);
        if (moves) memcpy(first, at, sizeof first);
        if (moves) letter = relative ? 'l' : 'L';
    }
}

static void read_circle(shape *s, const char *element, const char *end) {
    double x = number_of(element, end, "cx", 0), y = number_of(element, end, "cy", 0);
    double r = number_of(element, end, "r", 0), k = 0.5523 * r;
    s->operators = needed(calloc(6, 1));
    s->numbers = needed(calloc(26, sizeof *s->numbers));
    add_operator(s, 'm', (double[]){x + r, y}, 2);
    add_operator(s, 'c', (double[]){x + r, y + k, x + k, y + r, x, y + r}, 6);
    add_operator(s, 'c', (double[]){x - k, y + r, x - r, y + k, x - r, y}, 6);
    add_operator(s, 'c', (double[]){x - r, y - k, x - k, y - r, x, y - r}, 6);
    add_operator(s, 'c', (double[]){x + k, y - r, x + r, y - k, x + r, y}, 6);
    add_operator(s, 'z', (double[]){0}, 0);
}

static bool has_word(const char *element, const char *end, const char *name, const char *word) {
    const char *value = attribute(element, end, name);
    return value != NULL && strncmp(value, word, strlen(word)) == 0;
}

static void read_looks(shape *s, const char *element, const char *end) {
    s->fill = paint_of(element, end, "fill", true);
    s->stroke = paint_of(element, end, "stroke", false);
    s->width = number_of(element, end, "stroke-width", 1);
    s->even_odd = has_word(element, end, "fill-rule", "evenodd");
    s->round_ends = has_word(element, end, "stroke-linecap", "round");
    s->round_joins = has_word(element, end, "stroke-linejoin", "round");
    const char *dashes = attribute(element, end, "stroke-dasharray");
    while (dashes != NULL && s->dash_count < DASHES_MAX && *dashes != '"') {
        char *next;
        double dash = strtod(dashes, &next);
        if (next == dashes) break;
        s->dashes[s->dash_count++] = dash;
        dashes = next + strspn(next, " ,");
    }
}

static shape *add_shape(page *p) {
    if (p->count == p->capacity) {
        p->capacity = 2 * p->capacity + 64;
        p->shapes = needed(realloc(p->shapes, p->capacity * sizeof *p->shapes));
    }
    p->shapes[p->count] = (shape){0};
    return &p->shapes[p->count++];
}

static void read_letters(page *p, const char *text) {
    static const char close[] = "</text>";
    p->letters = needed(malloc(strlen(text) + 1));
    for (const char *at = strstr(text, "<text"); at != NULL; at = strstr(at + 1, "<text")) {
        const char *end = strstr(at, close);
        if (end == NULL) return;
        memcpy(p->letters + p->letter_count, at, (size_t)(end - at));
        p->letter_count += (size_t)(end - at);
    }
}

/* Shapes in layers that are clipped lie inside the clip's rectangle; layers stand in the first
 * column but one. */
static page read_page(const char *text) {
    page p = {0};
    bool clipped = false, defining = false;
    const char *box = strstr(text, "viewBox=\"");
    if (box == NULL || sscanf(box, "viewBox=\"%*f %*f %lf %lf", &p.width, &p.height) != 2) exit(2);
    for (const char *at = strchr(text, '<'); at != NULL; at = strchr(at + 1, '<')) {
        const char *end = at + strcspn(at, ">");
        if (strncmp(at, "<defs", 5) == 0) defining = true;
        if (strncmp(at, "</defs", 6) == 0) defining = false;
        if (strncmp(at, "<rect", 5) == 0 && defining) {
            static const char *const names[] = {"x", "y", "width", "height"};
            for (int i = 0; i < 4; i++) p.clip[i] = number_of(at, end, names[i], 0);
        }
        if (strncmp(at, "<g ", 3) == 0 && attribute(at, end, "data-layer") != NULL)
            clipped = attribute(at, end, "clip-path") != NULL;
        bool path = strncmp(at, "<path ", 6) == 0, circle = strncmp(at, "<circle ", 8) == 0;
        if (defining || (!path && !circle)) continue;
        shape *s = add_shape(&p);
        const char *data = attribute(at, end, "d");
        s->clipped = clipped;
        read_looks(s, at, end);
        if (circle) read_circle(s, at, end);
        if (path && data != NULL) read_path(s, data);
        p.number_count += s->number_count + s->operator_count;
    }
    read_letters(&p, text);
    return p;
}

static void trace(cairo_t *cr, const shape *s) {
    const double *n = s->numbers;
    for (size_t i = 0; i < s->operator_count; i++) {
        switch (s->operators[i]) {
            case 'm':
                cairo_move_to(cr, n[0], n[1]);
                n += 2;
                break;
            case 'l':
                cairo_line_to(cr, n[0], n[1]);
                n += 2;
                break;
            case 'c':
                cairo_curve_to(cr, n[0], n[1], n[2], n[3], n[4], n[5]);
                n += 6;
                break;
            default:
                cairo_close_path(cr);
        }
    }
}

static void paint_shape(cairo_t *cr, const shape *s) {
    trace(cr, s);
    cairo_set_fill_rule(cr, s->even_odd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
    if (s->fill.painted) {
        cairo_set_source_rgba(cr, s->fill.red, s->fill.green, s->fill.blue, s->fill.opacity);
        cairo_fill_preserve(cr);
    }
    if (s->stroke.painted) {
        cairo_set_source_rgba(cr, s->stroke.red, s->stroke.green, s->stroke.blue,
                              s->stroke.opacity);
        cairo_set_line_width(cr, s->width);
        cairo_set_dash(cr, s->dashes, s->dash_count, 0);
        cairo_set_line_cap(cr, s->round_ends ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
        cairo_set_line_join(cr, s->round_joins ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
        cairo_stroke_preserve(cr);
    }
    cairo_new_path(cr);
}

static void paint_page(const page *p, cairo_surface_t *image, double scale) {
    cairo_t *cr = cairo_create(image);
    cairo_scale(cr, scale, scale);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_paint(cr);
    for (size_t i = 0; i < p->count; i++) {
        bool clips = p->shapes[i].clipped, clipped = i > 0 && p->shapes[i - 1].clipped;
        if (clips && !clipped) {
            cairo_rectangle(cr, p->clip[0], p->clip[1], p->clip[2], p->clip[3]);
            cairo_clip(cr);
        }
        if (!clips && clipped) cairo_reset_clip(cr);
        paint_shape(cr, &p->shapes[i]);
    }
    cairo_destroy(cr);
    cairo_surface_flush(image);
}

static unsigned char *put_number(unsigned char *to, uint32_t value) {
    for (int i = 3; i >= 0; i--) *to++ = (unsigned char)(value >> (8 * i));
    return to;
}

static unsigned char *put_chunk(unsigned char *to, const char *type, const unsigned char *data,
                                size_t length) {
    to = put_number(to, (uint32_t)length);
    unsigned char *summed = to;
    memcpy(to, type, 4);
    memmove(to + 4, data, length);
    return put_number(to + 4 + length, libdeflate_crc32(0, summed, length + 4));
}

/* Rows without a filter, as maps want them, in place of the pixels; in one chunk of data. */
static buffer encode_png(cairo_surface_t *image) {
    size_t width = (size_t)cairo_image_surface_get_width(image);
    size_t height = (size_t)cairo_image_surface_get_height(image);
    size_t stride = (size_t)cairo_image_surface_get_stride(image) / sizeof(uint32_t);
    unsigned char *rows = cairo_image_surface_get_data(image), *row = rows;
    const uint32_t *pixels = (const void *)rows;
    uint32_t *line = needed(malloc(width * sizeof *line));
    size_t length = (3 * width + 1) * height;
    for (size_t y = 0; y < height; y++) {
        memcpy(line, pixels + y * stride, width * sizeof *line);
        *row++ = 0;
        for (size_t x = 0; x < width; x++) {
            *row++ = (unsigned char)(line[x] >> 16);
            *row++ = (unsigned char)(line[x] >> 8);
            *row++ = (unsigned char)line[x];
        }
    }
    free(line);
    struct libdeflate_compressor *compressor = needed(libdeflate_alloc_compressor(LEVEL_OF_PNG));
    size_t room = libdeflate_zlib_compress_bound(compressor, length), most = room + 128;
    unsigned char *data = needed(malloc(room)), *bytes = needed(malloc(most)), *to = bytes;
    size_t deflated = libdeflate_zlib_compress(compressor, rows, length, data, room);
    unsigned char header[13] = {[8] = 8, [9] = 2};
    put_number(put_number(header, (uint32_t)width), (uint32_t)height);
    memcpy(to, "\x89PNG\r\n\x1a\n", 8);
    to = put_chunk(to + 8, "IHDR", header, sizeof header);
    to = put_chunk(to, "IDAT", data, deflated);
    to = put_chunk(to, "IEND", header, 0);
    libdeflate_free_compressor(compressor);
    free(data);
    return (buffer){bytes, (size_t)(to - bytes)};
}

/* Hundredths, and not more digits than it takes. */
static unsigned char *put_decimal(unsigned char *to, double value) {
    long hundredths = lround(value * 100);
    if (hundredths < 0) *to++ = '-', hundredths = -hundredths;
    unsigned char digits[TEXT_MAX];
    int count = 0;
    for (long whole = hundredths / 100; whole > 0 || count == 0; whole /= 10)
        digits[count++] = (unsigned char)('0' + whole % 10);
    while (count > 0) *to++ = digits[--count];
    if (hundredths % 100 > 0) {
        *to++ = '.';
        *to++ = (unsigned char)('0' + hundredths % 100 / 10);
        if (hundredths % 10 > 0) *to++ = (unsigned char)('0' + hundredths % 10);
    }
    *to++ = ' ';
    return to;
}

static buffer write_page(const page *p) {
    const size_t longest = 24; /* of a number */
    size_t room = p->number_count * longest + p->letter_count + 1;
    unsigned char *bytes = needed(malloc(room)), *to = bytes;
    for (size_t i = 0; i < p->count; i++) {
        const shape *s = &p->shapes[i];
        const double *n = s->numbers;
        for (size_t k = 0; k < s->operator_count; k++) {
            char letter = s->operators[k];
            *to++ = (unsigned char)letter;
            for (int count = letter == 'c' ? 6 : letter == 'z' ? 0 : 2; count > 0; count--)
                to = put_decimal(to, *n++);
        }
        *to++ = '\n';
    }
    memcpy(to, p->letters, p->letter_count);
    return (buffer){bytes, (size_t)(to - bytes) + p->letter_count};
}

static buffer compress_page(const page *p) {
    buffer plain = write_page(p);
    struct libdeflate_compressor *compressor = needed(libdeflate_alloc_compressor(LEVEL_OF_PDF));
    size_t room = libdeflate_zlib_compress_bound(compressor, plain.length);
    unsigned char *bytes = needed(malloc(room));
    size_t length = libdeflate_zlib_compress(compressor, plain.bytes, plain.length, bytes, room);
    libdeflate_free_compressor(compressor);
    free(plain.bytes);
    return (buffer){bytes, length};
}

static buffer paint_and_encode(const page *p, double dpi) {
    double scale = dpi / 72;
    cairo_surface_t *image = cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, (int)lround(p->width * scale), (int)lround(p->height * scale));
    paint_page(p, image, scale);
    buffer png = encode_png(image);
    cairo_surface_destroy(image);
    return png;
}

static double cpu_seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static int by_size(const void *a, const void *b) {
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

static double median(double *values, int count) {
    qsort(values, (size_t)count, sizeof *values, by_size);
    return values[count / 2];
}

int main(int count, char **words) {
    if (count < 5) {
        fprintf(stderr, "floor OUTLINED.svg FIGURE.svg DPI OUT [REPEATS]\n");
        return 2;
    }
    int repeats = count > 5 ? atoi(words[5]) : 5;
    if (repeats < 1 || repeats > REPEATS_MAX) repeats = REPEATS_MAX;
    page outlined = read_page(read_file(words[1])), figure = read_page(read_file(words[2]));
    const char *out = words[4];
    double seconds[4][REPEATS_MAX];
    for (int i = 0; i < repeats; i++) {
        double begun = cpu_seconds();
        buffer png = paint_and_encode(&outlined, strtod(words[3], NULL));
        write_file(out, "png", &png);
        double painted = cpu_seconds();
        buffer svg = write_page(&figure);
        write_file(out, "txt", &svg);
        double written = cpu_seconds();
        buffer pdf = compress_page(&figure);
        write_file(out, "z", &pdf);
        double compressed = cpu_seconds();
        seconds[0][i] = painted - begun;
        seconds[1][i] = written - painted;
        seconds[2][i] = compressed - written;
        seconds[3][i] = compressed - begun;
        free(png.bytes);
        free(svg.bytes);
        free(pdf.bytes);
    }
    static const char *const names[] = {"png", "svg", "pdf", "all"};
    for (int i = 0; i < 4; i++) printf("%s %.6f\n", names[i], median(seconds[i], repeats));
    return 0; /* the page is the system's to free */
}
