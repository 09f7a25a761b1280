#include "svg_reader/file/svg_precision.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "svg_reader/element/svg_transform.h"

enum { DECIMALS_MAX = 6, BUCKETS = 5, DEPTH_MAX = 256 };

/* Of numbers with one, two ... digits before the point, how many have so many behind it. */
typedef struct {
    size_t with_decimals[BUCKETS][DECIMALS_MAX + 1], count[BUCKETS];
} tally;

/* Places of texts and discs, which programs round in another way than the data of paths. */
typedef struct {
    tally places, paths;
} tallies;

static int decimal_count(const char *begin, const char *end) {
    const char *point = memchr(begin, '.', (size_t)(end - begin));
    int count = 0;
    for (const char *at = point == NULL ? end : point + 1;
         at < end && isdigit((unsigned char)*at) && count < DECIMALS_MAX; at++)
        count++;
    return count;
}

static void add_numbers(tally *t, const char *text) {
    const double one_digit = 1, too_large = 9999;
    while (*text != '\0') {
        const char *begin = text;
        double number;
        if (!sk_svg_number_scan(&text, &number)) {
            text++;
            continue;
        }
        if (!(fabs(number) >= one_digit) || !(fabs(number) < too_large)) continue;
        int bucket = (int)log10(fabs(number));
        t->with_decimals[bucket][decimal_count(begin, text)]++;
        t->count[bucket]++;
    }
}

static void add_below(tallies *t, const xmlNode *parent, int depth) {
    static const char *const names[] = {"x", "y", "cx", "cy", "d"};
    for (const xmlNode *node = parent->children; node != NULL && depth < DEPTH_MAX;
         node = node->next) {
        if (node->type != XML_ELEMENT_NODE) continue;
        for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
            const xmlAttr *attribute = xmlHasProp(node, BAD_CAST names[i]);
            const xmlNode *text = attribute == NULL ? NULL : attribute->children;
            tally *of = strcmp(names[i], "d") == 0 ? &t->paths : &t->places;
            if (text != NULL && text->content != NULL) add_numbers(of, (const char *)text->content);
        }
        add_below(t, node, depth + 1);
    }
}

/* As many decimals as half of the numbers of a size have, or more: zeros at the end are left out,
 * and what was moved by hand has more. */
static double rounding_of(const tally *t) {
    enum { NUMBERS_LEAST = 50 }; /* fewer say nothing */
    double rounding = 0;
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
        size_t with_more = 0;
        int decimals = DECIMALS_MAX;
        if (t->count[bucket] < NUMBERS_LEAST) continue;
        for (; decimals > 0; decimals--) {
            with_more += t->with_decimals[bucket][decimals];
            if (with_more * 2 >= t->count[bucket]) break;
        }
        rounding = fmax(rounding, pow(10, -decimals) / 2);
    }
    return rounding;
}

double sk_svg_precision(const xmlNode *root) {
    /* along both axes: where it is, where what it is a part of is, and the page that both count
     * from */
    const double places = 3 * sqrt(2);
    tallies t = {0};
    add_below(&t, root, 0);
    return places * fmax(rounding_of(&t.places), rounding_of(&t.paths));
}
