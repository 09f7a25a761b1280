#include "text/paragraph.h"

#include <math.h>
#include <string.h>

#include "base/clean_text.h"
#include "text/line_breaks.h"

/** What a line may end with after a piece, from the best to the worst. */
typedef enum { END_OPEN, END_HYPHEN, END_FORCED, END_KIND_COUNT } line_end;

/* A stretch of text that is never broken. */
typedef struct {
    size_t begin, end; /* bytes */
    double width_mm, gap_mm;
    bool ends_word;
    line_end end_kind;
} piece;

struct sk_paragraph {
    const char *text;
    piece *pieces;
    size_t count;
    double hyphen_mm, word_mm;
};

/* A line that words leave emptier than this is worth a hyphen. */
static const double full_enough = 0.75;
/* A piece wider than this may have to be cut between any two letters. */
static const double uncut_max_mm = 14;

typedef struct {
    sk_typesetter *typesetter;
    const sk_hyphenator *hyphenator;
    const sk_text_style *style;
    sk_arena *scratch;
    sk_paragraph *out;
} measuring;

static double width_of(const measuring *m, size_t begin, size_t end) {
    return sk_line_part_width(m->typesetter, m->style, m->out->text, begin, end, m->scratch);
}

static void add_piece(const measuring *m, size_t begin, size_t end, line_end end_kind) {
    m->out->pieces[m->out->count++] = (piece){.begin = begin,
                                              .end = end,
                                              .width_mm = width_of(m, begin, end),
                                              .gap_mm = m->style->tracking_mm,
                                              .end_kind = end_kind};
}

static bool continues_character(char byte) {
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* Adds the stretch as one piece, or letter by letter when it may be too wide for a line. */
static void add_stretch(const measuring *m, size_t begin, size_t end, line_end end_kind) {
    if (width_of(m, begin, end) <= uncut_max_mm) {
        add_piece(m, begin, end, end_kind);
        return;
    }
    while (begin < end) {
        size_t next = begin + 1;
        while (next < end && continues_character(m->out->text[next])) next++;
        add_piece(m, begin, next, next == end ? end_kind : END_FORCED);
        begin = next;
    }
}

static void add_word(const measuring *m, size_t begin, size_t end) {
    const char *word = m->out->text + begin;
    const size_t least = 2; /* letters on either side of a hyphen: running text is read on */
    size_t length = end - begin, from = 0;
    bool *points = SK_NEW_ARRAY(m->scratch, bool, length);
    if (m->hyphenator != NULL) sk_hyphenator_points(m->hyphenator, word, length, points);
    for (size_t at = 1; at < length; at++) {
        bool open = sk_line_break_in_word(word, 0, at, least);
        if (!open && !points[at]) continue;
        add_stretch(m, begin + from, begin + at, open ? END_OPEN : END_HYPHEN);
        from = at;
    }
    add_stretch(m, begin + from, end, END_OPEN);
    m->out->word_mm = fmax(m->out->word_mm, width_of(m, begin, end));
}

sk_paragraph *sk_paragraph_create(sk_typesetter *typesetter, const sk_hyphenator *hyphenator,
                                  const char *utf8, const sk_text_style *style, sk_arena *arena) {
    sk_paragraph *paragraph = SK_NEW(arena, sk_paragraph);
    paragraph->text = sk_text_clean(arena, utf8 == NULL ? "" : utf8);
    size_t length = strlen(paragraph->text);
    paragraph->pieces = SK_NEW_ARRAY(arena, piece, length);
    measuring m = {typesetter, hyphenator, style, sk_arena_create(), paragraph};
    paragraph->hyphen_mm = sk_typesetter_measure(typesetter, "-", style).width_mm;
    double space_mm = sk_typesetter_measure(typesetter, " ", style).width_mm;
    for (size_t at = 0; at < length;) {
        size_t word = strcspn(paragraph->text + at, " ");
        if (word > 0) {
            /* no line begins with a dash: the word before it is no place to end one */
            if (paragraph->count > 0 && sk_line_break_is_dash(paragraph->text + at, word))
                paragraph->pieces[paragraph->count - 1].end_kind = END_FORCED;
            add_word(&m, at, at + word);
            paragraph->pieces[paragraph->count - 1].gap_mm += space_mm + style->tracking_mm;
            paragraph->pieces[paragraph->count - 1].ends_word = true;
        }
        at += word + strspn(paragraph->text + at + word, " ");
    }
    sk_arena_free(m.scratch);
    return paragraph;
}

double sk_paragraph_natural_width(const sk_paragraph *paragraph) {
    double width = 0;
    for (size_t i = 0; i < paragraph->count; i++)
        width += paragraph->pieces[i].width_mm +
                 (i + 1 < paragraph->count ? paragraph->pieces[i].gap_mm : 0);
    return width;
}

double sk_paragraph_word_width(const sk_paragraph *paragraph) {
    return paragraph->word_mm;
}

/* How words are treated that don't fit the line any more. */
typedef enum { WORDS_WHOLE, WORDS_HYPHENATED } word_policy;

/* Where a line that begins at piece `first` ends, one past its last piece. */
static size_t end_of_line(const sk_paragraph *paragraph, size_t first, double width_mm,
                          word_policy policy) {
    size_t ends[END_KIND_COUNT] = {0};
    double width = 0, open_mm = 0;
    for (size_t i = first; i < paragraph->count; i++) {
        const piece *p = &paragraph->pieces[i];
        width += p->width_mm + (i > first ? p[-1].gap_mm : 0);
        if (width > width_mm) break;
        if (i + 1 == paragraph->count) return paragraph->count;
        double room = p->end_kind == END_HYPHEN ? paragraph->hyphen_mm : 0;
        if (width + room > width_mm) continue;
        ends[p->end_kind] = i + 1;
        if (p->end_kind == END_OPEN) open_mm = width;
    }
    bool hyphen_is_better = ends[END_HYPHEN] > ends[END_OPEN] && open_mm < full_enough * width_mm;
    if (policy == WORDS_HYPHENATED && hyphen_is_better) return ends[END_HYPHEN];
    for (int kind = END_OPEN; kind < END_KIND_COUNT; kind++)
        if (ends[kind] > 0) return ends[kind];
    return first + 1;
}

static size_t count_lines(const sk_paragraph *paragraph, double width_mm, word_policy policy) {
    size_t lines = 0;
    for (size_t at = 0; at < paragraph->count; lines++)
        at = end_of_line(paragraph, at, width_mm, policy);
    return lines;
}

/* Hyphens are there to save a line. */
static word_policy best_policy(const sk_paragraph *paragraph, double width_mm) {
    return count_lines(paragraph, width_mm, WORDS_HYPHENATED) <
                   count_lines(paragraph, width_mm, WORDS_WHOLE)
               ? WORDS_HYPHENATED
               : WORDS_WHOLE;
}

size_t sk_paragraph_line_count(const sk_paragraph *paragraph, double width_mm) {
    return count_lines(paragraph, width_mm, best_policy(paragraph, width_mm));
}

/* What the line that ends there does so in. */
static sk_line_end end_at(const sk_paragraph *paragraph, size_t end) {
    const piece *last = &paragraph->pieces[end - 1];
    if (end == paragraph->count || last->ends_word) return SK_LINE_ENDS_WORD;
    return last->end_kind == END_HYPHEN ? SK_LINE_ENDS_HYPHENATED : SK_LINE_ENDS_IN_WORD;
}

const sk_line_end *sk_paragraph_ends(const sk_paragraph *paragraph, double width_mm,
                                     sk_arena *arena) {
    word_policy policy = best_policy(paragraph, width_mm);
    size_t count = count_lines(paragraph, width_mm, policy), at = 0;
    sk_line_end *ends = SK_NEW_ARRAY(arena, sk_line_end, count);
    for (size_t i = 0; i < count; i++) {
        at = end_of_line(paragraph, at, width_mm, policy);
        ends[i] = end_at(paragraph, at);
    }
    return ends;
}

size_t sk_paragraph_set(const sk_paragraph *paragraph, double width_mm, sk_arena *arena,
                        const char ***lines) {
    word_policy policy = best_policy(paragraph, width_mm);
    size_t count = count_lines(paragraph, width_mm, policy), at = 0;
    *lines = SK_NEW_ARRAY(arena, const char *, count);
    for (size_t i = 0; i < count; i++) {
        size_t end = end_of_line(paragraph, at, width_mm, policy);
        const piece *last = &paragraph->pieces[end - 1];
        size_t begin = paragraph->pieces[at].begin;
        const char *text = sk_arena_string_n(arena, paragraph->text + begin, last->end - begin);
        bool hyphen = end_at(paragraph, end) == SK_LINE_ENDS_HYPHENATED;
        (*lines)[i] = hyphen ? sk_arena_printf(arena, "%s-", text) : text;
        at = end;
    }
    return count;
}
