#include "compose/overview/sector_symbols.h"

enum { GRID = 48, END = 0 };

/* Where the mark of a new choice has its middle, as a part of the way to the corner. */
static const double recent_reach = 0.85;

/* Outlines on a grid of GRID by GRID, y downwards, filled even-odd: a letter, then its numbers.
 * M x y, L x y, C x1 y1 x2 y2 x y and Z as in SVG; O x y r is a whole circle. A part that begins
 * with m or o is a hole in the part around it. */
typedef signed char stroke_code;

static const stroke_code disc[] = {'O', 24, 24, 21, END};
static const stroke_code square[] = {'M', 5, 5, 'L', 43, 5, 'L', 43, 43, 'L', 5, 43, 'Z', END};
static const stroke_code star[] = {'M', 24,  2,   'L', 30,  17,  'L', 46,  18,  'L', 34,
                                   29,  'L', 38,  45,  'L', 24,  36,  'L', 10,  45,  'L',
                                   14,  29,  'L', 2,   18,  'L', 18,  17,  'Z', END};
/* a shopping bag */
static const stroke_code bag[] = {
    'M', 6,  16, 'L', 42, 16, 'L', 45,  46, 'L', 3,   46, 'Z', 'M', 14,  16, 'C', 14,  -3, 34,
    -3,  34, 16, 'L', 30, 16, 'C', 30,  3,  18,  3,   18, 16,  'Z', 'm', 14, 22,  'L', 18, 22,
    'C', 18, 34, 30,  34, 30, 22,  'L', 34, 22,  'C', 34, 39,  14,  39,  14, 22,  'Z', END};
static const stroke_code bolt[] = {'M', 30, 1,   'L', 8,  27,  'L', 21, 27,  'L',
                                   16,  47, 'L', 40,  19, 'L', 27,  19, 'Z', END};
static const stroke_code briefcase[] = {
    'M', 2,  14,  'L', 46, 14,  'L', 46, 27,  'L', 28, 27,  'L', 28, 24,  'L', 20, 24,  'L',
    20,  27, 'L', 2,   27, 'Z', 'M', 2,  30,  'L', 20, 30,  'L', 20, 33,  'L', 28, 33,  'L',
    28,  30, 'L', 46,  30, 'L', 46,  43, 'L', 2,   43, 'Z', 'M', 15, 14,  'L', 15, 6,   'L',
    33,  6,  'L', 33,  14, 'L', 29,  14, 'L', 29,  10, 'L', 19,  10, 'L', 19,  14, 'Z', END};
static const stroke_code cross[] = {'M', 16,  3,   'L', 32,  3,   'L', 32,  16,  'L', 45,  16,  'L',
                                    45,  32,  'L', 32,  32,  'L', 32,  45,  'L', 16,  45,  'L', 16,
                                    32,  'L', 3,   32,  'L', 3,   16,  'L', 16,  16,  'Z', END};
static const stroke_code drop[] = {'M', 24, 1,  'C', 32,  14, 41, 22,  41, 31, 'C', 41, 40, 33,
                                   47,  24, 47, 'C', 15,  47, 7,  40,  7,  31, 'C', 7,  22, 16,
                                   14,  24, 1,  'Z', 'm', 12, 30, 'C', 12, 37, 17,  42, 24, 42,
                                   'L', 24, 38, 'C', 19,  38, 16, 35,  16, 30, 'Z', END};
static const stroke_code factory[] = {
    'M', 2,   45,  'L', 2,   24, 'L', 15,  15,  'L', 15, 24,  'L', 28,  15,  'L', 28,  24,
    'L', 32,  24,  'L', 34,  3,  'L', 42,  3,   'L', 45, 45,  'Z', 'm', 9,   31,  'L', 9,
    37,  'L', 15,  37,  'L', 15, 31,  'Z', 'm', 20,  31, 'L', 20,  37,  'L', 26,  37,  'L',
    26,  31,  'Z', 'm', 31,  31, 'L', 31,  37,  'L', 37, 37,  'L', 37,  31,  'Z', END};
static const stroke_code flask[] = {
    'M', 16,  2,  'L', 32,  2,   'L', 32, 7,   'L', 30, 7,   'L', 30, 18,  'L', 44, 40,  'C', 46,
    43,  44,  46, 41,  46,  'L', 7,   46, 'C', 4,   46, 2,   43,  4,  40,  'L', 18, 18,  'L', 18,
    7,   'L', 16, 7,   'Z', 'm', 22,  19, 'L', 26,  19, 'L', 33,  30, 'L', 15,  30, 'Z', END};
/* a cut gem, its facets apart */
static const stroke_code gem[] = {
    'M', 11,  5,   'L', 17,  5,   'L', 13,  16,  'L', 2,  16,  'Z', 'M', 20,  5,  'L', 28,
    5,   'L', 32,  16,  'L', 16,  16,  'Z', 'M', 31,  5,  'L', 37,  5,   'L', 46, 16,  'L',
    35,  16,  'Z', 'M', 3,   19,  'L', 13,  19,  'L', 21, 41,  'Z', 'M', 16,  19, 'L', 32,
    19,  'L', 24,  44,  'Z', 'M', 35,  19,  'L', 45,  19, 'L', 27,  41,  'Z', END};
static const stroke_code house[] = {'M', 24, 3,  'L', 47, 24, 'L', 41, 24, 'L', 41, 45,
                                    'L', 29, 45, 'L', 29, 31, 'L', 19, 31, 'L', 19, 45,
                                    'L', 7,  45, 'L', 7,  24, 'L', 1,  24, 'Z', END};
static const stroke_code layers[] = {'M', 24, 3,   'L', 46, 14,  'L', 24, 25,  'L', 2,  14,  'Z',
                                     'M', 2,  24,  'L', 7,  21,  'L', 24, 30,  'L', 41, 21,  'L',
                                     46,  24, 'L', 24,  35, 'Z', 'M', 2,  34,  'L', 7,  31,  'L',
                                     24,  40, 'L', 41,  31, 'L', 46,  34, 'L', 24,  45, 'Z', END};
/* The vein crosses the edge: white inside the leaf, its stalk outside. */
static const stroke_code leaf[] = {'M', 45, 3,   'C', 47,  31,  38, 43, 24, 43,  'C', 13,  43,
                                   6,   36, 6,   27,  'C', 6,   12, 21, 5,  45,  3,   'Z', 'M',
                                   34,  13, 'L', 36,  15,  'C', 25, 23, 15, 33,  6,   47,  'L',
                                   2,   45, 'C', 10,  31,  21,  20, 34, 13, 'Z', END};
/* a hexagonal nut */
static const stroke_code nut[] = {'M', 12, 4,  'L', 36, 4,  'L', 47,  24, 'L', 36, 44,
                                  'L', 12, 44, 'L', 1,  24, 'Z', 'o', 24, 24,  9,  END};
/* a painter's */
static const stroke_code paint_palette[] = {
    'M', 25, 4,   'C', 11, 4,  2,   14,  2,  25, 'C', 2,  37, 12, 45,  23,  45,
    'C', 28, 45,  29,  40, 27, 37,  'C', 25, 33, 28,  30, 32, 30, 'L', 39,  30,
    'C', 44, 30,  47,  26, 46, 22,  'C', 45, 11, 36,  4,  25, 4,  'Z', 'o', 11,
    24,  4,  'o', 18,  13, 4,  'o', 30,  12, 4,  'o', 38, 21, 4,  END};
static const stroke_code screen[] = {'M', 2,  6,   'L', 46, 6,   'L', 46, 36,  'L', 2,  36,  'Z',
                                     'm', 7,  11,  'L', 41, 11,  'L', 41, 31,  'L', 7,  31,  'Z',
                                     'M', 20, 36,  'L', 28, 36,  'L', 29, 41,  'L', 35, 41,  'L',
                                     35,  45, 'L', 13,  45, 'L', 13,  41, 'L', 19,  41, 'Z', END};
static const stroke_code shirt[] = {'M', 16,  4,  'C', 18,  12, 30, 12,  32, 4,  'L', 47,
                                    12,  'L', 42, 24,  'L', 36, 21, 'L', 36, 45, 'L', 12,
                                    45,  'L', 12, 21,  'L', 6,  24, 'L', 1,  12, 'Z', END};
static const stroke_code tent[] = {'M', 24, 4,   'L', 47, 43,  'L', 1,  43,  'Z', 'm',
                                   24,  20, 'L', 34,  43, 'L', 14,  43, 'Z', END};
static const stroke_code truck[] = {'M', 1,  8,   'L', 29, 8,  'L', 29,  32, 'L', 1,  32, 'Z',
                                    'M', 31, 15,  'L', 40, 15, 'L', 47,  24, 'L', 47, 32, 'L',
                                    31,  32, 'Z', 'm', 34, 18, 'L', 34,  24, 'L', 43, 24, 'L',
                                    39,  18, 'Z', 'O', 11, 38, 5,   'O', 37, 38,  5,  END};
/* an ear on its stalk */
static const stroke_code wheat[] = {
    'M', 24,  0,   'C', 29,  4,   29,  10,  24,  14, 'C', 19,  10,  19,  4,   24,  0,
    'Z', 'M', 26,  21,  'C', 26,  14,  30,  9,   38, 8,   'C', 38,  15,  34,  20,  26,
    21,  'Z', 'M', 22,  21,  'C', 22,  14,  18,  9,  10,  8,   'C', 10,  15,  14,  20,
    22,  21,  'Z', 'M', 26,  32,  'C', 26,  25,  30, 20,  38,  19,  'C', 38,  26,  34,
    31,  26,  32,  'Z', 'M', 22,  32,  'C', 22,  25, 18,  20,  10,  19,  'C', 10,  26,
    14,  31,  22,  32,  'Z', 'M', 26,  43,  'C', 26, 36,  30,  31,  38,  30,  'C', 38,
    37,  34,  42,  26,  43,  'L', 26,  48,  'L', 22, 48,  'L', 22,  43,  'C', 14,  42,
    10,  37,  10,  30,  'C', 18,  31,  22,  36,  22, 43,  'L', 26,  43,  'Z', END};

static const stroke_code *const outlines[SK_SYMBOL_COUNT] = {
    [SK_SYMBOL_DISC] = disc,       [SK_SYMBOL_SQUARE] = square,
    [SK_SYMBOL_STAR] = star,       [SK_SYMBOL_BAG] = bag,
    [SK_SYMBOL_BOLT] = bolt,       [SK_SYMBOL_BRIEFCASE] = briefcase,
    [SK_SYMBOL_CROSS] = cross,     [SK_SYMBOL_DROP] = drop,
    [SK_SYMBOL_FACTORY] = factory, [SK_SYMBOL_FLASK] = flask,
    [SK_SYMBOL_GEM] = gem,         [SK_SYMBOL_HOUSE] = house,
    [SK_SYMBOL_LAYERS] = layers,   [SK_SYMBOL_LEAF] = leaf,
    [SK_SYMBOL_NUT] = nut,         [SK_SYMBOL_PALETTE] = paint_palette,
    [SK_SYMBOL_SCREEN] = screen,   [SK_SYMBOL_SHIRT] = shirt,
    [SK_SYMBOL_TENT] = tent,       [SK_SYMBOL_TRUCK] = truck,
    [SK_SYMBOL_WHEAT] = wheat,
};

/* The grid's corner and unit on the page. */
typedef struct {
    sk_page_point corner;
    double unit_mm;
} grid_place;

static sk_page_point grid_point(grid_place place, double x, double y) {
    return (sk_page_point){place.corner.x_mm + x * place.unit_mm,
                           place.corner.y_mm + y * place.unit_mm};
}

static sk_page_point code_point(grid_place place, const stroke_code *xy) {
    return grid_point(place, xy[0], xy[1]);
}

static void add_circle(sk_arena *arena, sk_path *path, grid_place at, double x, double y,
                       double radius) {
    const double handle = 0.5523 * radius; /* four Bezier curves: off by 0.03 % of the radius */
    const double turns[4][2] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
    sk_path_move(arena, path, grid_point(at, x + radius, y));
    for (int i = 0; i < 4; i++) {
        const double *from = turns[i], *to = turns[(i + 1) % 4];
        sk_path_curve(arena, path,
                      grid_point(at, x + radius * from[0] + handle * to[0],
                                 y + radius * from[1] + handle * to[1]),
                      grid_point(at, x + radius * to[0] + handle * from[0],
                                 y + radius * to[1] + handle * from[1]),
                      grid_point(at, x + radius * to[0], y + radius * to[1]));
    }
    sk_path_close(arena, path);
}

typedef enum { WITH_HOLES, WITHOUT_HOLES } hole_rule;

static sk_path outline_of(sk_arena *arena, sk_sector_symbol symbol, grid_place at,
                          hole_rule holes) {
    sk_path path = {0}, left_out = {0}, *into = &path;
    const stroke_code *next = outlines[symbol];
    while (*next != END) {
        stroke_code letter = *next++;
        if (letter == 'M' || letter == 'O') into = &path;
        if (letter == 'm' || letter == 'o') into = holes == WITH_HOLES ? &path : &left_out;
        switch (letter) {
            case 'M':
            case 'm':
                sk_path_move(arena, into, code_point(at, next));
                next += 2;
                break;
            case 'L':
                sk_path_line(arena, into, code_point(at, next));
                next += 2;
                break;
            case 'C':
                sk_path_curve(arena, into, code_point(at, next), code_point(at, next + 2),
                              code_point(at, next + 4));
                next += 6;
                break;
            case 'O':
            case 'o':
                add_circle(arena, into, at, next[0], next[1], next[2]);
                next += 3;
                break;
            default:
                sk_path_close(arena, into);
                break;
        }
    }
    return path;
}

void sk_recent_mark_draw(const sk_drawing *d, sk_group *group, sk_page_point centre) {
    const sk_style_sheet *s = d->style;
    sk_scene_circle(d->scene, group, centre, s->overview.recent_mm / 2,
                    (sk_paint){.class_name = "newly-chosen",
                               .fill = s->overview.recent_fill,
                               .line = s->overview.recent_line});
}

double sk_recent_mark_overhang(const sk_style_sheet *style) {
    return (style->overview.recent_mm + style->overview.recent_line.width_mm -
            style->overview.symbol_mm * (1 - recent_reach)) /
           2;
}

void sk_sector_mark_draw(const sk_drawing *d, sk_group *group, sk_page_point centre,
                         sk_sector_mark mark) {
    const sk_style_sheet *s = d->style;
    double half = s->overview.symbol_mm / 2;
    grid_place at = {{centre.x_mm - half, centre.y_mm - half}, s->overview.symbol_mm / GRID};
    sk_path outline = outline_of(d->arena, mark.symbol, at, WITH_HOLES);
    sk_path ground = outline_of(d->arena, mark.symbol, at, WITHOUT_HOLES);
    sk_stroke halo = {.colour = s->overview.halo, .width_mm = 2 * s->overview.halo_mm};
    if (halo.width_mm > 0)
        sk_scene_path(
            d->scene, group, &ground,
            (sk_paint){
                .class_name = "sector-halo", .fill = halo.colour, .line = halo, .round_caps = true})
            ->use = SK_USE_CASING;
    const sk_palette *palette = &s->overview.symbols;
    sk_scene_path(d->scene, group, &outline,
                  (sk_paint){.class_name = sk_arena_printf(d->arena, "sector-colour%zu",
                                                           mark.sector % palette->count + 1),
                             .fill = palette->colours[mark.sector % palette->count]});
    double corner = half * recent_reach;
    if (mark.recent)
        sk_recent_mark_draw(d, group, (sk_page_point){centre.x_mm + corner, centre.y_mm - corner});
}
