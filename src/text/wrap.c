/* Breaking a name into lines: legal places first, then the least number of lines, then balance. */
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/clean_text.h"
#include "streekkaart/typesetter.h"
#include "text/line_breaks.h"

/* A stretch of text that is never broken, and what separates it from the next one. */
typedef struct {
    size_t begin, end; /* bytes */
    size_t tail;       /* where its last word begins */
    double width_mm;
    double gap_mm; /* to the next piece on the same line */
} piece;

typedef struct {
    const char *text;
    piece *pieces;
    size_t count;
} piece_list;

/* Words that belong to what follows them. */
static const char *const leaning_words[] = {
    "&",  "+",   "aan", "bij", "d'",  "de",  "den", "der",    "des",  "door", "een",
    "en", "et",  "het", "in",  "la",  "le",  "les", "met",    "naar", "of",   "om",
    "op", "per", "St.", "te",  "ten", "ter", "tot", "tussen", "uit",  "van",  "voor",
};

static bool leans_on_next(const char *word, size_t length) {
    for (size_t i = 0; i < sizeof leaning_words / sizeof *leaning_words; i++)
        if (strlen(leaning_words[i]) == length && strncmp(leaning_words[i], word, length) == 0)
            return true;
    return false;
}

/* A name on a map is read at a glance: its parts are three letters long or more. */
static bool breaks_within_word(const char *text, size_t begin, size_t at) {
    const size_t least = 3;
    return sk_line_break_in_word(text, begin, at, least) ||
           (text[at] == '(' && text[at - 1] != '(');
}

/* The end of the piece that begins at `begin`, which is no space. */
static size_t piece_end(const char *text, size_t begin) {
    size_t at = begin + 1;
    while (text[at] != '\0' && text[at] != ' ' && !breaks_within_word(text, begin, at)) at++;
    return at;
}

static piece_list split(const char *text, sk_arena *scratch) {
    piece_list list = {.text = text, .pieces = SK_NEW_ARRAY(scratch, piece, strlen(text))};
    for (size_t at = 0; text[at] != '\0';) {
        if (text[at] == ' ') {
            at++;
            continue;
        }
        size_t end = piece_end(text, at);
        list.pieces[list.count++] = (piece){.begin = at, .end = end, .tail = at};
        at = end;
    }
    return list;
}

typedef struct {
    sk_typesetter *typesetter;
    const sk_text_style *style;
    sk_arena *scratch;
    double space_mm;
} ruler;

static void measure_pieces(const piece_list *list, const ruler *with) {
    double tracking = with->style->tracking_mm;
    for (size_t i = 0; i < list->count; i++) {
        piece *p = &list->pieces[i];
        bool spaced = i + 1 < list->count && list->pieces[i + 1].begin > p->end;
        p->width_mm = sk_line_part_width(with->typesetter, with->style, list->text, p->begin,
                                         p->end, with->scratch);
        p->gap_mm = spaced ? with->space_mm + 2 * tracking : tracking;
    }
}

static double joined_width(const piece *a, const piece *b) {
    return a->width_mm + a->gap_mm + b->width_mm;
}

/* Joins a dash to the word before it, since no line begins with one; and words that lean on the
 * next, unless together they are too wide for any line. */
static void join_leaning(piece_list *list, double max_width_mm) {
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++) {
        const piece next = list->pieces[i];
        piece *last = kept == 0 ? NULL : &list->pieces[kept - 1];
        bool dash =
            last != NULL && sk_line_break_is_dash(list->text + next.begin, next.end - next.begin);
        bool leaning =
            last != NULL && leans_on_next(list->text + last->tail, last->end - last->tail);
        if (dash || (leaning && joined_width(last, &next) <= max_width_mm)) {
            last->width_mm = joined_width(last, &next);
            last->gap_mm = next.gap_mm;
            last->end = next.end;
            last->tail = next.tail;
        } else {
            list->pieces[kept++] = next;
        }
    }
    list->count = kept;
}

/* How many lines it takes to fill each one up to `limit_mm`. */
static size_t lines_within(const piece_list *list, double limit_mm) {
    size_t lines = 0;
    double width = 0;
    for (size_t i = 0; i < list->count; i++) {
        const piece *p = &list->pieces[i];
        double wider = i == 0 ? p->width_mm : width + p[-1].gap_mm + p->width_mm;
        bool fits = i > 0 && wider <= limit_mm;
        width = fits ? wider : p->width_mm;
        if (!fits) lines++;
    }
    return lines;
}

/* The least width, from `max_width_mm` up, that needs no more than `max_lines`. */
static double least_limit(const piece_list *list, double max_width_mm, size_t max_lines) {
    if (lines_within(list, max_width_mm) <= max_lines) return max_width_mm;
    double low = max_width_mm, high = 0;
    for (size_t i = 0; i < list->count; i++)
        high += list->pieces[i].width_mm + list->pieces[i].gap_mm;
    if (high < low) high = low;
    for (int step = 0; step < 50; step++) {
        double middle = (low + high) / 2;
        if (lines_within(list, middle) <= max_lines)
            high = middle;
        else
            low = middle;
    }
    return high;
}

/* Chooses where each of `lines` lines begins so that the sum of their squared widths is least,
 * which is when they are most alike: starts[k] is the first piece of line k. */
static void balance(const piece_list *list, double limit_mm, size_t lines, sk_arena *scratch,
                    size_t *starts) {
    /* the widths are summed in another order than in lines_within(), where so many lines do */
    const double rounding = 1 + 1e-9;
    size_t columns = list->count + 1;
    double *cost = SK_NEW_ARRAY(scratch, double, (lines + 1) * columns);
    size_t *from = SK_NEW_ARRAY(scratch, size_t, (lines + 1) * columns);
    for (size_t i = 1; i < (lines + 1) * columns; i++) cost[i] = INFINITY;
    for (size_t line = 1; line <= lines; line++) {
        double *here = cost + line * columns;
        const double *before = here - columns;
        for (size_t first = 0; first < list->count; first++) {
            if (isinf(before[first])) continue;
            double width = 0;
            for (size_t last = first; last < list->count; last++) {
                width += list->pieces[last].width_mm;
                if (last > first) width += list->pieces[last - 1].gap_mm;
                if (last > first && width > limit_mm * rounding) break;
                double total = before[first] + width * width;
                if (total >= here[last + 1]) continue;
                here[last + 1] = total;
                from[line * columns + last + 1] = first;
            }
        }
    }
    for (size_t line = lines, end = list->count; line > 0; line--)
        starts[line - 1] = end = from[line * columns + end];
}

static const char **cut(const piece_list *list, const size_t *starts, size_t lines,
                        sk_arena *arena) {
    const char **texts = SK_NEW_ARRAY(arena, const char *, lines);
    for (size_t k = 0; k < lines; k++) {
        size_t last = (k + 1 < lines ? starts[k + 1] : list->count) - 1;
        size_t begin = list->pieces[starts[k]].begin, end = list->pieces[last].end;
        texts[k] = sk_arena_string_n(arena, list->text + begin, end - begin);
    }
    return texts;
}

size_t sk_typesetter_wrap(sk_typesetter *typesetter, const char *utf8, const sk_text_style *style,
                          sk_wrap_limits most, sk_arena *arena, const char ***lines) {
    sk_arena *scratch = sk_arena_create();
    piece_list list = split(sk_text_clean(scratch, utf8), scratch);
    const ruler with = {typesetter, style, scratch,
                        sk_typesetter_measure(typesetter, " ", style).width_mm};
    measure_pieces(&list, &with);
    join_leaning(&list, most.width_mm);

    double limit = least_limit(&list, most.width_mm, most.lines == 0 ? 1 : most.lines);
    size_t count = lines_within(&list, limit);
    size_t *starts = SK_NEW_ARRAY(scratch, size_t, count);
    balance(&list, limit, count, scratch, starts);
    *lines = cut(&list, starts, count, arena);
    sk_arena_free(scratch);
    return count;
}
