#include "load/features/feature_limits.h"

#include <string.h>

#include "load/features/losses.h"

enum {
    MOST_VERTICES = 20000,
    MOST_LINES = 100, /* of a link: from each of its ends to each of the others */
    KINDS = 3,
};

/* A sector is shown as a whole on its overview. */
static const struct {
    size_t most;
    const char *name;
} limit_of[KINDS] = {
    [SK_FEATURE_POINT] = {500, "points"},
    [SK_FEATURE_ZONE] = {100, "zones"},
    [SK_FEATURE_LINK] = {120, "lines of links"},
};

/* What was met of a sector so far. */
typedef struct {
    const char *sector;
    size_t counts[KINDS];
    bool told[KINDS];
} tally;

typedef struct {
    const sk_load *load;
    tally *tallies;
    size_t tally_count, tally_capacity;
} limiter;

static bool is_too_long(const limiter *l, const sk_feature *feature, const char *field,
                        const char *text, size_t most) {
    size_t letters = 0;
    for (const char *c = text; c != NULL && *c != '\0'; c++)
        if (((unsigned char)*c & 0xc0) != 0x80) letters++;
    if (letters <= most) return false;
    sk_diag_error(l->load->diag, feature->origin,
                  sk_arena_printf(l->load->arena, "shorten it to %zu letters or less", most),
                  "%s: a text of %zu letters", field, letters);
    return true;
}

static bool has_long_text(const limiter *l, const sk_feature *feature) {
    return is_too_long(l, feature, "name", feature->name, 500) ||
           is_too_long(l, feature, "source", feature->source, 2000) ||
           is_too_long(l, feature, "remark", feature->remark, 10000);
}

static bool is_too_fine(const limiter *l, const sk_feature *feature) {
    size_t vertices = 0;
    for (size_t i = 0; i < feature->geometry.part_count; i++)
        vertices += feature->geometry.parts[i].count;
    if (vertices <= MOST_VERTICES) return false;
    sk_diag_error(
        l->load->diag, feature->origin, "use Simplify in QGIS, with a tolerance of 10 m or more",
        "the geometry has %zu vertices, of which a map shows %d at most", vertices, MOST_VERTICES);
    return true;
}

static size_t line_count(const sk_feature *link) {
    if (link->geometry.kind == SK_SHAPE_LINES) return link->geometry.part_count;
    return link->from.count * link->to.count;
}

static bool has_many_lines(const limiter *l, const sk_feature *feature) {
    if (feature->kind != SK_FEATURE_LINK || line_count(feature) <= MOST_LINES) return false;
    sk_diag_error(l->load->diag, feature->origin, "name fewer ends, or the region that they lie in",
                  "the link has %zu lines, %d is the most", line_count(feature), MOST_LINES);
    return true;
}

static tally *tally_of(limiter *l, const char *sector) {
    for (size_t i = l->tally_count; i-- > 0;)
        if (strcmp(l->tallies[i].sector, sector) == 0) return &l->tallies[i];
    l->tallies = sk_arena_grow(l->load->arena, l->tallies, l->tally_count, &l->tally_capacity,
                               sizeof *l->tallies);
    l->tallies[l->tally_count] = (tally){.sector = sector};
    return &l->tallies[l->tally_count++];
}

/* Told once for a sector: all that come after are too many as well. Those before them are no map
 * of the sector, only what happens to stand first in its file. */
static bool is_one_too_many(limiter *l, sk_project *project, const sk_feature *feature) {
    tally *t = tally_of(l, feature->sector);
    size_t most = limit_of[feature->kind].most;
    t->counts[feature->kind] += feature->kind == SK_FEATURE_POINT  ? feature->geometry.part_count
                                : feature->kind == SK_FEATURE_LINK ? line_count(feature)
                                                                   : 1;
    if (t->counts[feature->kind] <= most) return false;
    if (t->told[feature->kind]) return true;
    t->told[feature->kind] = true;
    sk_losses_add(l->load, project,
                  (sk_loss){.kind = SK_LOSS_FEATURES,
                            .sector = feature->sector,
                            .is_whole = true,
                            .origin = feature->origin});
    sk_diag_error(l->load->diag, feature->origin,
                  "divide them among more sectors, or leave the lesser ones out",
                  "sector %s has more than %zu %s, which no map can show", feature->sector, most,
                  limit_of[feature->kind].name);
    return true;
}

void sk_feature_limits_check(const sk_load *load, sk_project *project) {
    limiter l = {.load = load};
    sk_feature *kept = SK_NEW_ARRAY(load->arena, sk_feature, project->feature_count);
    size_t count = 0;
    for (size_t i = 0; i < project->feature_count; i++) {
        const sk_feature *feature = &project->features[i];
        if (has_long_text(&l, feature) || is_too_fine(&l, feature) || has_many_lines(&l, feature))
            sk_losses_add_feature(load, project, feature);
        else if (!is_one_too_many(&l, project, feature))
            kept[count++] = *feature;
    }
    project->features = kept;
    project->feature_count = count;
}
