/* svg_overlaps PROJECT FILE.svg...: what a careful reader would mark on the figures, found in the
 * SVG's own geometry. Prints a line for each fault; exit status 1 when there is one. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "streekkaart/project.h"
#include "streekkaart/style_sheet.h"
#include "svg_things.h"

/* Coordinates are written in thousandths of a point. */
static const double tolerance_mm = 0.003, displacement_most_mm = 12;

typedef struct {
    const char *file;
    const svg_page *page;
    size_t faults;
} check;

static void fault(check *c, const char *what, const char *a, const char *b) {
    printf("%s: %s: %s%s%s\n", c->file, what, a, b[0] == '\0' ? "" : " and ", b);
    c->faults++;
}

/* The leader X-leader (or X-leader-2) belongs to X (or X-2). */
static bool belongs_to(const char *leader, const char *owner) {
    const char *infix = strstr(leader, "-leader");
    size_t length = 0;
    for (const char *next = infix; next != NULL; next = strstr(next + 1, "-leader"))
        infix = next, length = (size_t)(next - leader);
    return infix != NULL && strncmp(leader, owner, length) == 0 &&
           strcmp(infix + strlen("-leader"), owner + length) == 0;
}

static bool is_disc(const flat_shape *shape) {
    return shape->count == 1;
}

/* Leaders may end at one place, and their dots lie where the places are. */
static bool things_overlap(const svg_thing *a, const svg_thing *b) {
    bool leaders = a->kind == THING_LEADER && b->kind == THING_LEADER;
    for (size_t i = 0; i < a->count; i++)
        for (size_t k = 0; k < b->count; k++) {
            if (leaders && (is_disc(&a->shapes[i]) || is_disc(&b->shapes[k]))) continue;
            if (flat_overlap(&a->shapes[i], &b->shapes[k]) > tolerance_mm) return true;
        }
    return false;
}

static double dot_distance(const svg_thing *a, const svg_thing *b) {
    double least = INFINITY;
    for (size_t i = 0; i < a->count; i++)
        for (size_t k = 0; k < b->count; k++)
            if (is_disc(&a->shapes[i]) && is_disc(&b->shapes[k]))
                least = fmin(least, hypot(a->shapes[i].x[0] - b->shapes[k].x[0],
                                          a->shapes[i].y[0] - b->shapes[k].y[0]));
    return least;
}

/* How near an end of one leader, or the dot on it, comes to one of the other. */
static double end_distance(const svg_thing *a, const svg_thing *b) {
    double least = INFINITY;
    for (size_t i = 0; i < a->count; i++)
        for (size_t k = 0; k < b->count; k++)
            for (size_t m = 0; m < a->shapes[i].count; m++)
                for (size_t n = 0; n < b->shapes[k].count; n++)
                    least = fmin(least, hypot(a->shapes[i].x[m] - b->shapes[k].x[n],
                                              a->shapes[i].y[m] - b->shapes[k].y[n]));
    return least;
}

static bool may_meet(const svg_thing *a, const svg_thing *b) {
    const double one_place_mm = 1.2;
    if (a->kind == THING_OTHER || b->kind == THING_OTHER || a->is_frame || b->is_frame) return true;
    if (a->kind == THING_LEADER && b->kind == THING_LEADER)
        return end_distance(a, b) < one_place_mm;
    if (a->kind == THING_LEADER) return belongs_to(a->id, b->id);
    if (b->kind == THING_LEADER) return belongs_to(b->id, a->id);
    return false;
}

static void check_pairs(check *c) {
    const svg_page *page = c->page;
    for (size_t i = 0; i < page->count; i++)
        for (size_t k = i + 1; k < page->count; k++)
            if (!may_meet(&page->things[i], &page->things[k]) &&
                things_overlap(&page->things[i], &page->things[k]))
                fault(c, "overlap", page->things[i].id, page->things[k].id);
}

static bool inside(flat_box item, flat_box of) {
    return item.left >= of.left - tolerance_mm && item.top >= of.top - tolerance_mm &&
           item.right <= of.right + tolerance_mm && item.bottom <= of.bottom + tolerance_mm;
}

static bool apart(flat_box a, flat_box b) {
    return a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
}

/* Title and source line stand beside the frame. */
static void check_frame(check *c) {
    for (size_t i = 0; i < c->page->count; i++) {
        const svg_thing *thing = &c->page->things[i];
        for (size_t k = 0; k < thing->count; k++) {
            flat_box box = flat_bounds(&thing->shapes[k]);
            bool beside = thing->kind == THING_FURNITURE && apart(box, c->page->frame);
            flat_box of = beside || thing->is_frame ? c->page->page : c->page->frame;
            if (inside(box, of)) continue;
            fault(c, "out of the frame or the page", thing->id, "");
            break;
        }
    }
}

static void check_displacement(check *c) {
    for (size_t i = 0; i < c->page->count; i++)
        for (size_t k = 0; k < c->page->count; k++) {
            const svg_thing *marker = &c->page->things[i], *leader = &c->page->things[k];
            if (marker->kind != THING_MARKER || leader->kind != THING_LEADER ||
                !belongs_to(leader->id, marker->id))
                continue;
            if (dot_distance(marker, leader) > displacement_most_mm)
                fault(c, "further than 12 mm from its place", marker->id, "");
        }
}

static bool drawn(const svg_page *page, const char *feature) {
    for (size_t i = 0; i < page->count; i++)
        if (page->things[i].feature != NULL && strcmp(page->things[i].feature, feature) == 0 &&
            (page->things[i].kind == THING_OTHER || page->things[i].kind == THING_MARKER))
            return true;
    return false;
}

static bool named(const svg_page *page, const char *feature) {
    for (size_t i = 0; i < page->count; i++)
        if (page->things[i].kind == THING_NAME && page->things[i].feature != NULL &&
            strcmp(page->things[i].feature, feature) == 0)
            return true;
    return false;
}

static bool lists(const sk_feature *zone, const char *region) {
    for (size_t i = 0; i < zone->area.count; i++)
        if (strcmp(zone->area.items[i], region) == 0) return true;
    return false;
}

/* Zones of the same regions on one figure, which one sign names. */
static bool share_ground(const sk_feature *a, const sk_feature *b) {
    if (a->area.count == 0 || a->area.count != b->area.count) return false;
    for (size_t i = 0; i < a->area.count; i++)
        if (!lists(b, a->area.items[i])) return false;
    return true;
}

static bool have_common(const sk_string_list *a, const sk_string_list *b) {
    for (size_t i = 0; i < a->count; i++)
        for (size_t k = 0; k < b->count; k++)
            if (strcmp(a->items[i], b->items[k]) == 0) return true;
    return false;
}

/* Links of one kind between the same places, whose one line has the letters of both. */
static bool share_ends(const sk_feature *a, const sk_feature *b) {
    return a->kind == SK_FEATURE_LINK && b->kind == SK_FEATURE_LINK &&
           a->link_type == b->link_type && have_common(&a->from, &b->from) &&
           have_common(&a->to, &b->to);
}

static bool named_with_another(const svg_page *page, const sk_project *project,
                               const sk_feature *feature) {
    for (size_t i = 0; i < project->feature_count; i++)
        if ((share_ground(feature, &project->features[i]) ||
             share_ends(feature, &project->features[i])) &&
            named(page, project->features[i].id))
            return true;
    return false;
}

static void check_features(check *c, const sk_project *project) {
    const char *slash = strrchr(c->file, '/');
    const char *digits = strpbrk(slash == NULL ? c->file : slash, "0123456789");
    int number = digits == NULL ? 0 : atoi(digits); /* the first in any project's names */
    const sk_figure *figure = NULL;
    for (size_t i = 0; i < project->figure_count; i++)
        if (project->figures[i].number == number) figure = &project->figures[i];
    if (figure == NULL) {
        fault(c, "not a figure of the project", c->file, "");
        return;
    }
    if (figure->kind == SK_FIGURE_REGION_OVERVIEW) return; /* it shows sectors, not features */
    for (size_t i = 0; i < project->feature_count; i++) {
        const sk_feature *feature = &project->features[i];
        if (!sk_figure_covers(figure, feature->home, feature->sector)) continue;
        if (!drawn(c->page, feature->id)) fault(c, "missing", feature->id, "");
        if (feature->kind != SK_FEATURE_POINT && !named(c->page, feature->id) &&
            !named_with_another(c->page, project, feature))
            fault(c, "without its name", feature->id, "");
    }
}

static size_t check_file(const char *file, const sk_project *project, sk_typesetter *typesetter) {
    sk_arena *arena = sk_arena_create();
    svg_page page;
    check c = {.file = file, .page = &page};
    if (svg_page_read(file, typesetter, arena, &page)) {
        check_pairs(&c);
        check_frame(&c);
        check_displacement(&c);
        check_features(&c, project);
    } else {
        c.faults = 1;
    }
    sk_arena_free(arena);
    return c.faults;
}

int main(int count, char **words) {
    if (count < 3) {
        fprintf(stderr, "usage: svg_overlaps PROJECT FILE.svg...\n");
        return 2;
    }
    sk_diag *diag = sk_diag_create();
    sk_project *project = NULL;
    sk_style_sheet style;
    sk_typesetter *typesetter = NULL;
    size_t faults = 0;
    if (sk_project_open(words[1], diag, &project) == SK_OK &&
        sk_style_sheet_open(words[1], &project->settings, project->settings.style, diag, &style) ==
            SK_OK &&
        sk_typesetter_create(style.font_family, style.font_package, style.language, diag,
                             &typesetter) == SK_OK) {
        for (int i = 2; i < count; i++) faults += check_file(words[i], project, typesetter);
        printf("%d figures, %zu faults\n", count - 2, faults);
    } else {
        faults = 1;
        fprintf(stderr, "%s: not a sound project\n", words[1]);
    }
    sk_typesetter_free(typesetter);
    sk_project_free(project);
    sk_diag_free(diag);
    return faults > 0;
}
