#include "streekkaart/hyphenator.h"

#include <hyphen.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "streekkaart/memory.h"

static const char patterns_path[] = "/usr/share/hyphen/hyph_nl_NL.dic";

/* Shorter words gain nothing; libhyphen is not meant for longer ones. */
enum { LETTERS_LEAST = 8, LETTERS_MOST = 90, SIDE_LEAST = 3 };

struct sk_hyphenator {
    HyphenDict *patterns;
};

const char *sk_hyphenator_file(void) {
    return patterns_path;
}

sk_status sk_hyphenator_create(sk_diag *diag, sk_hyphenator **out) {
    *out = NULL;
    HyphenDict *patterns = hnj_hyphen_load(patterns_path);
    if (patterns == NULL) {
        sk_diag_error(diag, (sk_place){.file = patterns_path}, "apt-get install hyphen-nl",
                      "the patterns for hyphenating Dutch are not installed");
        return SK_ERR_ENVIRONMENT;
    }
    *out = sk_heap_array(1, sizeof **out);
    (*out)->patterns = patterns;
    return SK_OK;
}

void sk_hyphenator_free(sk_hyphenator *hyphenator) {
    if (hyphenator == NULL) return;
    hnj_hyphen_free(hyphenator->patterns);
    free(hyphenator);
}

/* A run of letters in the patterns' encoding, ISO 8859-1, in lower case. */
typedef struct {
    char letters[LETTERS_MOST];
    size_t at[LETTERS_MOST]; /* the byte of the word where each begins */
    size_t count, capitals;
} letter_run;

/* The Latin-1 letter at `bytes`, and its length there; 0 for anything else. */
static unsigned char letter_at(const unsigned char *bytes, size_t room, size_t *length) {
    *length = 1;
    unsigned char c = bytes[0];
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return c;
    if ((c != 0xC2 && c != 0xC3) || room < 2) return 0;
    *length = 2;
    unsigned char latin = (unsigned char)((c & 3) << 6 | (bytes[1] & 0x3F));
    return latin >= 0xC0 && latin != 0xD7 && latin != 0xF7 ? latin : 0;
}

static bool is_capital(unsigned char latin) {
    return latin <= 'Z' || (latin >= 0xC0 && latin <= 0xDE);
}

static void mark_run(const sk_hyphenator *hyphenator, const letter_run *run, bool *points) {
    if (run->count < LETTERS_LEAST || run->capitals > 1) return;
    char marks[LETTERS_MOST + 5] = "";
    char **replacements = NULL;
    int *positions = NULL, *cuts = NULL;
    int failed = hnj_hyphen_hyphenate2(hyphenator->patterns, run->letters, (int)run->count, marks,
                                       NULL, &replacements, &positions, &cuts);
    for (size_t i = SIDE_LEAST; failed == 0 && i + SIDE_LEAST <= run->count; i++) {
        bool respelled = replacements != NULL && replacements[i - 1] != NULL;
        if ((marks[i - 1] & 1) != 0 && !respelled) points[run->at[i]] = true;
    }
    for (size_t i = 0; replacements != NULL && i < run->count; i++) free(replacements[i]);
    free(replacements);
    free(positions);
    free(cuts);
}

void sk_hyphenator_points(const sk_hyphenator *hyphenator, const char *word, size_t length,
                          bool *points) {
    const unsigned char *bytes = (const unsigned char *)word;
    memset(points, 0, length * sizeof *points);
    for (size_t i = 0; i < length; i++)
        if (bytes[i] >= '0' && bytes[i] <= '9') return;
    letter_run run = {.count = 0};
    for (size_t at = 0, step = 0; at <= length; at += step) {
        step = 1;
        unsigned char latin = at < length ? letter_at(bytes + at, length - at, &step) : 0;
        if (latin == 0 || run.count == LETTERS_MOST) {
            mark_run(hyphenator, &run, points);
            run = (letter_run){.count = 0};
        }
        if (latin == 0) continue;
        run.at[run.count] = at;
        run.letters[run.count++] = (char)(is_capital(latin) ? latin + 0x20 : latin);
        run.capitals += is_capital(latin);
    }
}
