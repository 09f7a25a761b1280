/* Measures the label placer on points with one of four labels each; see README.md beside it. */
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "placer/label_placer.h"
#include "streekkaart/memory.h"

typedef struct {
    double x, y;
} point;

typedef struct {
    point *points;
    size_t count, capacity;
} point_list;

typedef struct {
    const char *points_path, *boxes_path;
    double page_width, page_height, label_width, label_height, seconds;
    size_t random_count;
    uint64_t seed;
} arguments;

enum { CORNERS = 4 };

static const char usage[] =
    "label_bench POINTS.csv --label 30x7 [--boxes BOXES.csv] [--seconds S]\n"
    "label_bench POINTS.csv --random N --seed S --page 792x612   writes an instance\n";

static double seconds_now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static bool parse_size(const char *text, double *width, double *height) {
    char *end;
    *width = strtod(text, &end);
    if (end == text || *end != 'x') return false;
    text = end + 1;
    *height = strtod(text, &end);
    return end != text && *end == '\0' && *width > 0 && *height > 0;
}

static bool parse_arguments(int count, char **words, arguments *a) {
    *a = (arguments){.page_width = 792, .page_height = 612, .label_width = 30, .label_height = 7};
    for (int i = 1; i < count; i++) {
        const char *word = words[i], *value = i + 1 < count ? words[i + 1] : NULL;
        if (word[0] != '-') {
            a->points_path = word;
            continue;
        }
        if (value == NULL) return false;
        i++;
        if (strcmp(word, "--page") == 0) {
            if (!parse_size(value, &a->page_width, &a->page_height)) return false;
        } else if (strcmp(word, "--label") == 0) {
            if (!parse_size(value, &a->label_width, &a->label_height)) return false;
        } else if (strcmp(word, "--boxes") == 0) {
            a->boxes_path = value;
        } else if (strcmp(word, "--seconds") == 0) {
            a->seconds = atof(value);
        } else if (strcmp(word, "--random") == 0) {
            a->random_count = (size_t)strtoull(value, NULL, 10);
        } else if (strcmp(word, "--seed") == 0) {
            a->seed = strtoull(value, NULL, 10);
        } else {
            return false;
        }
    }
    return a->points_path != NULL;
}

/* splitmix64, of which the upper 53 bits make a number from 0 up to 1. */
static double next_uniform(uint64_t *state) {
    uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return (double)((z ^ (z >> 31)) >> 11) * 0x1p-53;
}

static int write_random_points(const arguments *a) {
    FILE *file = fopen(a->points_path, "w");
    if (file == NULL) return perror(a->points_path), EXIT_FAILURE;
    uint64_t state = a->seed;
    fputs("x,y\n", file);
    for (size_t i = 0; i < a->random_count; i++) {
        double x = next_uniform(&state) * a->page_width;
        double y = next_uniform(&state) * a->page_height;
        fprintf(file, "%.17g,%.17g\n", x, y);
    }
    bool failed = ferror(file) != 0;
    if (fclose(file) != 0 || failed) return perror(a->points_path), EXIT_FAILURE;
    return EXIT_SUCCESS;
}

static bool read_points(const char *path, point_list *list) {
    FILE *file = fopen(path, "r");
    if (file == NULL) return perror(path), false;
    char line[256];
    for (size_t number = 1; fgets(line, sizeof line, file) != NULL; number++) {
        point p;
        if (sscanf(line, "%lf,%lf", &p.x, &p.y) != 2) {
            if (number == 1) continue; /* the names of the columns */
            fprintf(stderr, "%s:%zu: this is no point: write x,y\n", path, number);
            fclose(file);
            return false;
        }
        list->points =
            sk_heap_grow(list->points, list->count, &list->capacity, sizeof *list->points);
        list->points[list->count++] = p;
    }
    fclose(file);
    return true;
}

/* Corner 0 of the label lies at the point when the label is to its upper right, and so on. */
static point lower_left(const arguments *a, point p, size_t corner) {
    return (point){corner & 1 ? p.x - a->label_width : p.x,
                   corner & 2 ? p.y - a->label_height : p.y};
}

static void set_up(const arguments *a, const point_list *list, sk_placer_shape *shapes,
                   sk_placer_candidate *candidates, sk_placer_item *items) {
    double half_width = a->label_width / 2, half_height = a->label_height / 2;
    for (size_t i = 0; i < list->count; i++) {
        for (size_t corner = 0; corner < CORNERS; corner++) {
            point at = lower_left(a, list->points[i], corner);
            size_t c = CORNERS * i + corner;
            shapes[c] = (sk_placer_shape){
                at.x + half_width, at.y + half_height, half_width, half_height, 1, 0, 0};
            candidates[c] = (sk_placer_candidate){&shapes[c], 1, 0};
        }
        items[i] = (sk_placer_item){&candidates[CORNERS * i], CORNERS, 1};
    }
}

static bool write_boxes(const arguments *a, const point_list *list, const ptrdiff_t *choice) {
    FILE *file = fopen(a->boxes_path, "w");
    if (file == NULL) return perror(a->boxes_path), false;
    fputs("x,y\n", file);
    for (size_t i = 0; i < list->count; i++) {
        if (choice[i] == SK_PLACER_DROPPED) {
            fputs(",\n", file);
            continue;
        }
        point at = lower_left(a, list->points[i], (size_t)choice[i]);
        fprintf(file, "%.17g,%.17g\n", at.x, at.y);
    }
    bool failed = ferror(file) != 0;
    if (fclose(file) != 0 || failed) return perror(a->boxes_path), false;
    return true;
}

/* One run with the default effort; after that, while time is left, others with twice the effort of
 * the one before. The best is kept. */
static size_t place(const arguments *a, const sk_placer_problem *problem, ptrdiff_t *best) {
    sk_placer_problem again = *problem;
    double start = seconds_now(), last = start, dropped = sk_placer_run(problem, best);
    again.effort = 20000 * problem->item_count;
    ptrdiff_t *choice = sk_heap_array(problem->item_count, sizeof *choice);
    for (double now = seconds_now(); now - start + 2 * (now - last) < a->seconds;) {
        last = now;
        double now_dropped = sk_placer_run(&again, choice);
        if (now_dropped < dropped) {
            dropped = now_dropped;
            memcpy(best, choice, problem->item_count * sizeof *choice);
        }
        again.effort *= 2;
        now = seconds_now();
    }
    free(choice);
    return problem->item_count - (size_t)dropped;
}

static int measure(const arguments *a, const point_list *list) {
    sk_placer_shape *shapes = sk_heap_array(CORNERS * list->count, sizeof *shapes);
    sk_placer_candidate *candidates = sk_heap_array(CORNERS * list->count, sizeof *candidates);
    sk_placer_item *items = sk_heap_array(list->count, sizeof *items);
    ptrdiff_t *choice = sk_heap_array(list->count, sizeof *choice);
    set_up(a, list, shapes, candidates, items);
    sk_placer_problem problem = {.items = items, .item_count = list->count};
    double start = seconds_now();
    size_t kept = place(a, &problem, choice);
    double seconds = seconds_now() - start;
    double share = list->count > 0 ? 100.0 * (double)kept / (double)list->count : 100;
    printf("%zu of %zu labels kept: %.2f %% in %.3f s\n", kept, list->count, share, seconds);
    bool written = a->boxes_path == NULL || write_boxes(a, list, choice);
    free(shapes);
    free(candidates);
    free(items);
    free(choice);
    return written ? EXIT_SUCCESS : EXIT_FAILURE;
}

int main(int argument_count, char **words) {
    arguments a;
    if (!parse_arguments(argument_count, words, &a)) return fputs(usage, stderr), 2;
    if (a.random_count > 0) return write_random_points(&a);
    point_list list = {NULL, 0, 0};
    int status = read_points(a.points_path, &list) ? measure(&a, &list) : EXIT_FAILURE;
    free(list.points);
    return status;
}
