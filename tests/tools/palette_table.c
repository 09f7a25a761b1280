/* palette_table PROJECT PAIRS STYLE...: the colours of the styles as tables in Markdown, for
 * docs/palette.md: what each is for, how far those are apart that must be told apart (PAIRS is
 * tests/study/palette.txt), and how letters stand out. Exit status 1, and a line for each on
 * standard error, when a pair is told by nothing or letters are not legible. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "load/style/style_keys.h"
#include "tools/style_colours.h"

enum { STYLES_MAX = 8, LINE_MAX_BYTES = 512 };

typedef struct {
    const char *names[STYLES_MAX];
    sk_style_sheet sheets[STYLES_MAX];
    int count;
} style_list;

static unsigned byte_of(double part) {
    return (unsigned)lround(part * 255);
}

static void print_colour(sk_colour colour) {
    printf("`#%02x%02x%02x", byte_of(colour.red), byte_of(colour.green), byte_of(colour.blue));
    if (colour.alpha < 1) printf("%02x", byte_of(colour.alpha));
    printf("`");
}

static void print_text(const sk_text_style *text) {
    print_colour(text->colour);
    if (text->halo_mm <= 0) return;
    printf(", halo ");
    if (text->halo_of_ground)
        printf("of the ground");
    else
        print_colour(text->halo);
}

static void print_palette(const sk_palette *palette) {
    for (size_t i = 0; i < palette->count; i++) {
        if (i > 0) printf(" ");
        print_colour(palette->colours[i]);
    }
}

static bool has_colour(const sk_style_key *key) {
    return key->kind == SK_STYLE_COLOUR || key->kind == SK_STYLE_STROKE ||
           key->kind == SK_STYLE_TEXT || key->kind == SK_STYLE_PALETTE;
}

static void print_value(const sk_style_key *key, const sk_style_sheet *style) {
    const void *field = (const char *)style + key->offset;
    if (key->kind == SK_STYLE_COLOUR) print_colour(*(const sk_colour *)field);
    if (key->kind == SK_STYLE_STROKE) print_colour(((const sk_stroke *)field)->colour);
    if (key->kind == SK_STYLE_TEXT) print_text(field);
    if (key->kind == SK_STYLE_PALETTE) print_palette(field);
}

/* A row of dashes under `columns` headings. */
static void print_rule(int columns) {
    for (int i = 0; i < columns; i++) printf("|---");
    printf("|\n");
}

static void print_keys(const style_list *styles) {
    sk_arena *arena = sk_arena_create();
    sk_style_key_list keys = sk_style_keys(&styles->sheets[0], arena);
    printf("\n## The colours\n\n| key | what it is for |");
    for (int i = 0; i < styles->count; i++) printf(" %s |", styles->names[i]);
    printf("\n");
    print_rule(2 + styles->count);
    for (size_t k = 0; k < keys.count; k++) {
        if (!has_colour(&keys.items[k])) continue;
        printf("| `%s` | %s |", keys.items[k].path, keys.items[k].help);
        for (int i = 0; i < styles->count; i++) {
            printf(" ");
            print_value(&keys.items[k], &styles->sheets[i]);
            printf(" |");
        }
        printf("\n");
    }
    sk_arena_free(arena);
}

/** A line of the list of pairs, its fields within `text`. */
typedef struct {
    char text[LINE_MAX_BYTES];
    char *one, *other, *what, *means;
} pair_line;

/* False at the end of the list. */
static bool read_pair(FILE *file, pair_line *pair) {
    while (fgets(pair->text, sizeof pair->text, file) != NULL) {
        pair->text[strcspn(pair->text, "\n")] = '\0';
        char *fields[4] = {pair->text, "", "", ""};
        for (int i = 1; i < 4; i++) {
            char *bar = strchr(fields[i - 1], '|');
            if (bar == NULL) break;
            *bar = '\0';
            fields[i] = bar + 1;
        }
        if (*pair->text == '\0' || *pair->text == '#') continue;
        pair->one = fields[0];
        pair->other = fields[1];
        pair->what = fields[2];
        pair->means = fields[3];
        return true;
    }
    return false;
}

static void print_pair(const pair_line *pair, const style_judgement *judgement) {
    printf("| %s | `%s` | `%s` |", pair->what, pair->one, pair->other);
    for (int i = 0; i < SIGHT_COUNT; i++) printf(" %.1f |", judgement->differences[i]);
    const char *told_by = *judgement->told_by == '\0' ? "**nothing**" : judgement->told_by;
    printf(strchr(told_by, '.') != NULL ? " `%s` between |\n" : " %s |\n", told_by);
}

/* How many pairs nothing tells apart. */
static int print_pairs(const char *name, const sk_style_sheet *style, FILE *file) {
    int faults = 0;
    pair_line pair;
    printf("\n## What must be told apart: `%s`\n\n| what | | |", name);
    for (int i = 0; i < SIGHT_COUNT; i++) printf(" %s |", sight_name((colour_sight)i));
    printf(" told by |\n");
    print_rule(4 + SIGHT_COUNT);
    rewind(file);
    while (read_pair(file, &pair)) {
        style_judgement judgement = style_signs_judge(style, pair.one, pair.other, pair.means);
        print_pair(&pair, &judgement);
        if (*judgement.told_by != '\0') continue;
        fprintf(stderr, "%s: nothing tells %s from %s\n", name, pair.one, pair.other);
        faults++;
    }
    return faults;
}

typedef enum { ON_MAP, ON_OVERVIEW, ON_DISC, ON_LEGEND, ON_PAPER } text_place;

static const struct {
    const char *key;
    size_t offset;
    text_place place;
} texts[] = {
#define TEXT(member, place) \
    { #member, offsetof(sk_style_sheet, member), place }
    TEXT(chosen.name, ON_MAP),        TEXT(town.name, ON_MAP),
    TEXT(town.minor, ON_MAP),         TEXT(zone.name, ON_MAP),
    TEXT(link.name, ON_MAP),          TEXT(marker.name, ON_MAP),
    TEXT(scale_bar.text, ON_MAP),     TEXT(overview.name, ON_OVERVIEW),
    TEXT(marker.number, ON_DISC),     TEXT(legend.heading, ON_LEGEND),
    TEXT(legend.entry, ON_LEGEND),    TEXT(title.text, ON_PAPER),
    TEXT(source.text, ON_PAPER),      TEXT(sheet.title, ON_PAPER),
    TEXT(sheet.running, ON_PAPER),    TEXT(sheet.folio, ON_PAPER),
    TEXT(table.section, ON_PAPER),    TEXT(table.caption, ON_PAPER),
    TEXT(table.cell, ON_PAPER),       TEXT(contents.title, ON_PAPER),
    TEXT(contents.heading, ON_PAPER), TEXT(contents.entry, ON_PAPER),
#undef TEXT
};
enum { TEXTS = sizeof texts / sizeof texts[0] };

static double contrast_on(const sk_text_style *text, sk_colour ground) {
    bool halo = text->halo_mm > 0 && !text->halo_of_ground;
    return colour_contrast(text->colour, halo ? colour_over(text->halo, ground) : ground);
}

/* On the worst of the grounds that it may lie on. */
static double least_contrast(const sk_style_sheet *s, const sk_text_style *text, text_place place) {
    const sk_colour of_map[] = {s->sea,  s->neighbour,        s->elsewhere,
                                s->home, s->chosen.part_fill, s->zone.fill};
    const sk_colour *grounds = of_map;
    size_t count = 1;
    if (place == ON_MAP) count = sizeof of_map / sizeof of_map[0];
    if (place == ON_OVERVIEW) {
        grounds = s->overview.region_fills.colours;
        count = s->overview.region_fills.count;
    }
    if (place == ON_DISC) grounds = &s->marker.fill;
    if (place == ON_LEGEND) grounds = &s->legend.fill;
    if (place == ON_PAPER) grounds = &s->page.paper;
    double least = INFINITY;
    for (size_t i = 0; i < count; i++) least = fmin(least, contrast_on(text, grounds[i]));
    return least;
}

/* How many texts are not legible. */
static int print_letters(const style_list *styles) {
    const double legible = 4.5; /* WCAG 2.1, level AA */
    static const char *const places[] = {"anything on a map", "a region of an overview", "a disc",
                                         "the legend", "the paper"};
    int faults = 0;
    printf("\n## Letters\n\n| text | on |");
    for (int i = 0; i < styles->count; i++) printf(" %s |", styles->names[i]);
    printf("\n");
    print_rule(2 + styles->count);
    for (size_t t = 0; t < TEXTS; t++) {
        printf("| `%s` | %s |", texts[t].key, places[texts[t].place]);
        for (int i = 0; i < styles->count; i++) {
            const void *text = (const char *)&styles->sheets[i] + texts[t].offset;
            double contrast = least_contrast(&styles->sheets[i], text, texts[t].place);
            printf(" %.1f |", contrast);
            if (contrast >= legible) continue;
            fprintf(stderr, "%s: %s: contrast %.2f\n", styles->names[i], texts[t].key, contrast);
            faults++;
        }
        printf("\n");
    }
    return faults;
}

/* False, told, when one can't be read. */
static bool open_styles(const char *project, char *names[], int count, style_list *styles) {
    sk_diag *diag = sk_diag_create();
    bool sound = count > 0 && count <= STYLES_MAX;
    for (int i = 0; sound && i < count; i++) {
        styles->names[i] = names[i];
        sound = sk_style_sheet_open(project, NULL, names[i], diag, &styles->sheets[i]) == SK_OK;
        if (!sound) fprintf(stderr, "%s: %s cannot be read\n", project, names[i]);
    }
    styles->count = sound ? count : 0;
    sk_diag_free(diag);
    return sound;
}

int main(int argc, char *argv[]) {
    static style_list styles;
    FILE *pairs = argc > 3 ? fopen(argv[2], "r") : NULL;
    if (pairs == NULL || !open_styles(argv[1], argv + 3, argc - 3, &styles)) {
        if (pairs != NULL) fclose(pairs);
        return 2;
    }
    print_keys(&styles);
    int faults = 0;
    for (int i = 0; i < styles.count; i++)
        faults += print_pairs(styles.names[i], &styles.sheets[i], pairs);
    faults += print_letters(&styles);
    fclose(pairs);
    return faults > 0;
}
