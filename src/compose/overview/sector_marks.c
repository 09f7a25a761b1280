#include "compose/overview/sector_marks.h"

static const char key[] = "overview.symbols";

static bool is_one_colour(sk_colour a, sk_colour b) {
    return a.red == b.red && a.green == b.green && a.blue == b.blue && a.alpha == b.alpha;
}

static sk_colour colour_of(const sk_style_sheet *style, size_t sector) {
    const sk_palette *palette = &style->overview.symbols;
    return palette->colours[sector % palette->count];
}

static bool has_one_mark(const sk_project *project, const sk_style_sheet *style, size_t a,
                         size_t b) {
    return project->sectors[a].symbol == project->sectors[b].symbol &&
           is_one_colour(colour_of(style, a), colour_of(style, b));
}

/* Of each sector the first that it can't be told from; one message for all of them. */
static bool check_pairs(const sk_project *project, const sk_style_sheet *style, const char *file,
                        sk_diag *diag) {
    for (size_t b = 1; b < project->sector_count; b++)
        for (size_t a = 0; a < b; a++) {
            if (!has_one_mark(project, style, a, b)) continue;
            sk_diag_error(diag, (sk_place){file, 0, key},
                          "give them symbols of their own in layers/sectors.csv, or each a colour "
                          "here",
                          "the sectors \"%s\" and \"%s\" would have the same mark on overviews",
                          project->sectors[a].slug, project->sectors[b].slug);
            return false;
        }
    return true;
}

sk_status sk_sector_marks_check(const sk_project *project, const sk_style_sheet *style,
                                const char *file, sk_diag *diag) {
    size_t colours = style->overview.symbols.count;
    if (colours > 1 && colours < project->sector_count) {
        sk_diag_error(diag, (sk_place){file, 0, key}, "add a colour for each that is missing",
                      "%zu colours for %zu sectors: on overviews some would look alike", colours,
                      project->sector_count);
        return SK_ERR_DATA;
    }
    return check_pairs(project, style, file, diag) ? SK_OK : SK_ERR_DATA;
}
