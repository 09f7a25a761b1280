#include "cli/choice/figure_choice.h"

#include <string.h>

#include "base/page_id.h"
#include "base/suggestion.h"
#include "cli/arguments/option.h"
#include "cli/arguments/report.h"
#include "cli/choice/catalogue_count.h"
#include "cli/choice/figure_names.h"
#include "streekkaart/wording.h"

/** Why a figure can't be drawn. */
typedef enum {
    OBSTACLE_NONE,
    OBSTACLE_EMPTY,
    OBSTACLE_INCOMPLETE,
    OBSTACLE_COUNT,
} obstacle_kind;

static const struct {
    const char *what, *remedy;
} obstacles[OBSTACLE_COUNT] = {
    [OBSTACLE_EMPTY] = {"the catalogue holds nothing for this map yet",
                        "add features to the sector's file, or actors to layers/presence.csv"},
    [OBSTACLE_INCOMPLETE] = {"the catalogue does not hold all home regions of this sector yet",
                             "add features to the sector's file, or actors to layers/presence.csv"},
};

/* Does the figure belong to the scope, or in it to the sector or home region with that slug? One of
 * several belongs to each of them. */
static bool belongs(const sk_figure *figure, sk_figure_scope scope, const char *slug) {
    switch (scope) {
        case SK_SCOPE_SECTOR:
            return sk_figure_names_sector(figure, slug);
        case SK_SCOPE_HOME:
            return sk_figure_names_home(figure, slug);
        case SK_SCOPE_OVERVIEWS:
            return figure->kind != SK_FIGURE_MAP;
        case SK_SCOPE_ALL:
            return true;
        case SK_SCOPE_NUMBER: /* sk_figures_mark() */
        case SK_SCOPE_NONE:
            return false;
    }
    return false;
}

static size_t mark(const sk_project *project, sk_figure_scope scope, const char *slug,
                   bool *marks) {
    size_t found = 0;
    for (size_t i = 0; i < project->figure_count; i++)
        if (belongs(&project->figures[i], scope, slug)) {
            marks[i] = true;
            found++;
        }
    return found;
}

static void consider_slugs(const sk_project *project, const sk_figure *figure,
                           sk_figure_scope scope, sk_suggestion *suggestion) {
    sk_string_list slugs = sk_figure_slugs(figure, scope);
    for (size_t i = 0; i < slugs.count; i++) {
        const char *name = sk_slug_name(project, scope, slugs.items[i]);
        sk_suggestion_consider(suggestion, slugs.items[i]);
        if (name != NULL) sk_suggestion_consider(suggestion, name);
        sk_consider_names(suggestion, sk_slug_names(project, scope, slugs.items[i]));
    }
}

static void report_unknown(const sk_project *project, const sk_arguments *arguments,
                           const char *operand, sk_arena *arena, sk_diag *diag) {
    sk_suggestion suggestion = sk_suggestion_for(operand);
    for (size_t i = 0; i < project->figure_count; i++)
        consider_slugs(project, &project->figures[i], arguments->command->scope, &suggestion);
    SK_USAGE_ERROR(diag, arguments->command->name,
                   sk_suggestion_remedy(&suggestion, arena, "streekkaart list shows what there is"),
                   "the catalogue has no figure for \"%s\"", operand);
}

/* What was asked for may stand on a line that is faulty, which has been told. */
static bool may_be_lost(const sk_project *project) {
    return sk_project_has_lost(project, SK_LOSS_FIGURES);
}

/* A sector or a home region; 0: it is neither, and must name a figure. */
static size_t mark_of_annex(const sk_project *project, const char *operand, bool *marks) {
    static const sk_figure_scope scopes[] = {SK_SCOPE_SECTOR, SK_SCOPE_HOME};
    size_t found = 0;
    for (size_t i = 0; found == 0 && i < sizeof scopes / sizeof *scopes; i++) {
        const char *slug = sk_slug_named(project, scopes[i], operand);
        if (slug != NULL) found = mark(project, scopes[i], slug, marks);
    }
    return found;
}

static sk_status mark_operands(const sk_project *project, const sk_arguments *arguments,
                               sk_arena *arena, sk_diag *diag, bool *marks) {
    sk_status status = SK_OK;
    sk_figure_scope scope = arguments->command->scope;
    bool lost = may_be_lost(project);
    for (size_t i = 0; i < arguments->operand_count; i++) {
        const char *operand = arguments->operands[i];
        if (scope == SK_SCOPE_ALL && mark_of_annex(project, operand, marks) > 0) continue;
        if (scope == SK_SCOPE_NUMBER || scope == SK_SCOPE_ALL) {
            sk_status marked = sk_figures_mark(project, operand, lost, arena, diag, marks);
            if (marked != SK_OK) status = marked;
            continue;
        }
        const char *slug = sk_slug_named(project, scope, operand);
        if ((slug != NULL && mark(project, scope, slug, marks) > 0) || lost) continue;
        report_unknown(project, arguments, operand, arena, diag);
        status = SK_ERR_USAGE;
    }
    return status;
}

static sk_status mark_kind(const sk_project *project, sk_figure_scope scope, sk_diag *diag,
                           bool *marks) {
    if (mark(project, scope, NULL, marks) > 0) return SK_OK;
    sk_diag_error(
        diag, (sk_place){.file = "layers/figures.csv"}, "add a line for each",
        scope == SK_SCOPE_ALL ? "there are no figures in it" : "there are no overviews in it");
    return SK_ERR_DATA;
}

static bool is_empty(const sk_project *project, const sk_figure *figure) {
    sk_catalogue_count n = sk_count_catalogue(project, figure);
    return n.points + n.zones + n.links + n.prose + n.actors == 0;
}

static bool share_a_sector(const sk_figure *a, const sk_figure *b) {
    for (size_t i = 0; i < a->sectors.count; i++)
        if (sk_figure_names_sector(b, a->sectors.items[i])) return true;
    return false;
}

/* An overview without one of its home regions would say that nothing is there. */
static bool lacks_a_map(const sk_project *project, const sk_figure *overview) {
    for (size_t i = 0; i < project->figure_count; i++) {
        const sk_figure *map = &project->figures[i];
        if (map->kind == SK_FIGURE_MAP && share_a_sector(map, overview) && is_empty(project, map))
            return true;
    }
    return false;
}

/* What a figure lost isn't what the catalogue has yet to hold: sk_hold_back() will tell. */
static obstacle_kind obstacle_to(const sk_project *project, const sk_figure *figure) {
    const sk_loss *loss = sk_project_loss(project, figure);
    if (loss != NULL && loss->is_whole) return OBSTACLE_NONE;
    switch (figure->kind) {
        case SK_FIGURE_MAP:
            return is_empty(project, figure) ? OBSTACLE_EMPTY : OBSTACLE_NONE;
        case SK_FIGURE_SECTOR_OVERVIEW:
            return lacks_a_map(project, figure) ? OBSTACLE_INCOMPLETE : OBSTACLE_NONE;
        case SK_FIGURE_REGION_OVERVIEW:
            return project->presence_count == 0 ? OBSTACLE_EMPTY : OBSTACLE_NONE;
    }
    return OBSTACLE_NONE;
}

static void report_left_out(const size_t *left_out, sk_diag *diag) {
    for (int i = OBSTACLE_NONE + 1; i < OBSTACLE_COUNT; i++)
        if (left_out[i] > 0)
            sk_diag_warning(diag, (sk_place){.file = "layers/figures.csv"}, obstacles[i].remedy,
                            "%zu %s left out: %s", left_out[i],
                            left_out[i] == 1 ? "figure" : "figures", obstacles[i].what);
}

/* Takes the marked figures that can be drawn; one that was asked for by itself and can't is a
 * fault, of the others it is enough to say how many are left out. */
static sk_status take_marked(const sk_project *project, const sk_arguments *arguments,
                             const bool *marks, sk_diag *diag, sk_figure_choice *out) {
    sk_figure_scope scope = arguments->command->scope;
    sk_shard shard = arguments->shard;
    bool asked_for = scope == SK_SCOPE_NUMBER || scope == SK_SCOPE_OVERVIEWS;
    sk_status status = SK_OK;
    size_t left_out[OBSTACLE_COUNT] = {0};
    for (size_t i = 0; i < project->figure_count; i++) {
        const sk_figure *figure = &project->figures[i];
        if (!marks[i] || !sk_shard_holds(shard, i)) continue;
        obstacle_kind obstacle = obstacle_to(project, figure);
        if (obstacle == OBSTACLE_NONE) {
            out->items[out->count++] = figure;
        } else if (asked_for) {
            sk_diag_error(diag, figure->origin, obstacles[obstacle].remedy, "%s",
                          obstacles[obstacle].what);
            status = SK_ERR_DATA;
        } else {
            left_out[obstacle]++;
            out->left_out[out->left_out_count++] = figure;
        }
    }
    report_left_out(left_out, diag);
    return status;
}

static sk_status check_shard(const sk_project *project, sk_shard shard, sk_diag *diag) {
    if (shard.count <= project->figure_count) return SK_OK;
    SK_USAGE_ERROR(diag, "--shard", "make as many parts as there are figures at most",
                   "the project has %zu figures: too few for %zu parts", project->figure_count,
                   shard.count);
    return SK_ERR_USAGE;
}

sk_status sk_choose_figures(const sk_project *project, const sk_arguments *arguments,
                            sk_arena *arena, sk_diag *diag, sk_figure_choice *out) {
    bool *marks = SK_NEW_ARRAY(arena, bool, project->figure_count);
    sk_figure_scope scope = arguments->command->scope;
    bool by_operand = arguments->operand_count > 0 && !arguments->bind;
    *out = (sk_figure_choice){
        .items = SK_NEW_ARRAY(arena, const sk_figure *, project->figure_count),
        .left_out = SK_NEW_ARRAY(arena, const sk_figure *, project->figure_count)};
    sk_status status = check_shard(project, arguments->shard, diag);
    if (status != SK_OK) return status;
    status = by_operand ? mark_operands(project, arguments, arena, diag, marks)
                        : mark_kind(project, scope, diag, marks);
    return sk_worse(status, take_marked(project, arguments, marks, diag, out));
}

/* One behind the other; `none` where there are none. */
static const char *joined(sk_string_list slugs, const char *none, sk_arena *arena) {
    if (slugs.count == 0) return none;
    const char *all = slugs.items[0];
    for (size_t i = 1; i < slugs.count; i++)
        all = sk_arena_printf(arena, "%s-%s", all, slugs.items[i]);
    return all;
}

/* What is on the figure; in any language the same. */
static const char *subject(const sk_project *project, const sk_figure *figure, sk_arena *arena) {
    return joined(figure->sectors, project->settings.levels[figure->level].plural, arena);
}

/* A file system takes names of 255 bytes. */
static const char *cut(sk_arena *arena, const char *slug) {
    enum { SLUG_MOST_BYTES = 80 };
    return sk_arena_printf(arena, "%.*s", SLUG_MOST_BYTES, slug);
}

const char *sk_language_suffix(const sk_project *project, const char *language, sk_arena *arena) {
    const char *own = project->settings.language;
    return strcmp(own, language) == 0 ? "" : sk_arena_printf(arena, "-%s", cut(arena, language));
}

const char *sk_figure_stem(const sk_project *project, const sk_figure *figure, const char *language,
                           sk_arena *arena) {
    const char *pattern = project->settings.file_name;
    if (strstr(pattern, SK_LANGUAGE_BLANK) == NULL)
        pattern =
            sk_arena_printf(arena, "%s%s", pattern, sk_language_suffix(project, language, arena));
    const char *region = joined(figure->homes, project->settings.area, arena);
    const sk_blank blanks[] = {{"figure", sk_arena_printf(arena, "%d", figure->number)},
                               {"region", cut(arena, region)},
                               {"subject", cut(arena, subject(project, figure, arena))},
                               {"language", cut(arena, language)}};
    char *stem = sk_arena_string(arena, sk_wording_fill(pattern, blanks, 4, arena));
    for (char *c = stem; *c != '\0'; c++) {
        bool capital = *c >= 'A' && *c <= 'Z';
        if (capital) *c = (char)(*c - 'A' + 'a');
        bool plain = (*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9');
        if (!plain) *c = '-';
    }
    return stem;
}
