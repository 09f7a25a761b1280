#include "svg_reader/file/svg_precision.h"

#include <ctype.h>
#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "svg_reader/element/svg_transform.h"

enum { DIGITS_MAX = 9, DEPTH_MAX = 64 };

/* How many coordinates have so many digits, and the largest of them. */
typedef struct {
    size_t with_digits[DIGITS_MAX + 1], count;
    double largest;
} tally;

static int digit_count(const char *begin, const char *end) {
    int count = 0;
    for (const char *at = begin; at < end && *at != 'e' && *at != 'E'; at++)
        count += isdigit((unsigned char)*at) != 0;
    return count < DIGITS_MAX ? count : DIGITS_MAX;
}

/* Small numbers are those of matrices and of steps. */
static void add_numbers(tally *t, const char *text) {
    const double large = 10, far_away = 1e4;
    while (*text != '\0') {
        const char *begin = text;
        double number;
        if (!sk_svg_number_scan(&text, &number)) {
            text++;
            continue;
        }
        if (fabs(number) < large || fabs(number) > far_away) continue;
        t->with_digits[digit_count(begin, text)]++;
        t->count++;
        t->largest = fmax(t->largest, fabs(number));
    }
}

static void add_below(tally *t, const xmlNode *parent, int depth) {
    static const char *const names[] = {"x", "y", "cx", "cy", "transform"};
    for (const xmlNode *node = parent->children; node != NULL && depth < DEPTH_MAX;
         node = node->next) {
        if (node->type != XML_ELEMENT_NODE) continue;
        for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
            const xmlAttr *attribute = xmlHasProp(node, BAD_CAST names[i]);
            const xmlNode *text = attribute == NULL ? NULL : attribute->children;
            if (text != NULL && text->content != NULL) add_numbers(t, (const char *)text->content);
        }
        add_below(t, node, depth + 1);
    }
}

/* As many digits as half of the coordinates have, or more: zeros at the end are left out, and what
 * was moved by hand has more. */
double sk_svg_precision(const xmlNode *root) {
    const double both_ends = 2 * sqrt(2); /* along both axes, in a place and in a transform */
    tally t = {0};
    size_t with_more = 0;
    int digits = DIGITS_MAX;
    add_below(&t, root, 0);
    if (t.count == 0) return 0;
    for (; digits > 0; digits--) {
        with_more += t.with_digits[digits];
        if (with_more * 2 > t.count) break;
    }
    double before_point = floor(log10(t.largest)) + 1;
    return both_ends * 0.5 * pow(10, before_point - digits);
}
