#include <string.h>

#include "base/memory/text_index.h"
#include "base/suggestion.h"
#include "load/features/losses.h"
#include "load/project/feature_ground.h"
#include "load/project/readers.h"

static const char place_prefix[] = "place:";

/* What follows `prefix` in `text`; NULL when it begins otherwise. */
static const char *after_prefix(const char *text, const char *prefix) {
    size_t length = strlen(prefix);
    return strncmp(text, prefix, length) == 0 ? text + length : NULL;
}

/* What follows the level's slug and a colon; NULL when it begins otherwise. */
static const char *after_level(const sk_project *project, sk_region_level level,
                               const char *reference) {
    const char *slug = project->settings.levels[level].slug;
    const char *rest = slug == NULL ? NULL : after_prefix(reference, slug);
    return rest != NULL && *rest == ':' ? rest + 1 : NULL;
}

static bool was_called(const sk_region *region, const char *text) {
    for (size_t i = 0; i < region->formers.count; i++)
        if (strcmp(region->formers.items[i], text) == 0) return true;
    return false;
}

/* What the region of that code or name has become. */
static const sk_region *merged_region(const sk_region_list *list, const char *former) {
    for (size_t i = 0; i < list->count; i++)
        if (was_called(&list->items[i], former)) return &list->items[i];
    return NULL;
}

const sk_region *sk_project_region(const sk_project *project, sk_region_level level,
                                   const char *slug) {
    const sk_region_list *list = &project->regions[level];
    for (size_t i = 0; i < list->count; i++) {
        const sk_region *region = &list->items[i];
        if (strcmp(region->slug, slug) == 0) return region;
        if (level == SK_REGION_SMALLEST && strcmp(region->listed_name, slug) == 0) return region;
    }
    return level == SK_REGION_SMALLEST ? merged_region(list, slug) : NULL;
}

const sk_region *sk_project_home(const sk_project *project, const char *slug) {
    return sk_project_region(project, project->settings.home, slug);
}

const char *sk_region_slug_at(const sk_region *region, sk_region_level level) {
    if (region->level == level) return region->slug;
    return level < SK_REGION_LEVELS_MAX ? region->parents[level] : NULL;
}

const char *sk_project_sector_name(const sk_project *project, const char *slug) {
    for (size_t i = 0; slug != NULL && i < project->sector_count; i++)
        if (strcmp(project->sectors[i].slug, slug) == 0) return project->sectors[i].name;
    return NULL;
}

static sk_target find_place(const sk_project *project, const char *id) {
    for (size_t i = 0; i < project->place_count; i++)
        if (strcmp(project->places[i].id, id) == 0)
            return (sk_target){.kind = SK_TARGET_PLACE, .place = &project->places[i]};
    return (sk_target){.kind = SK_TARGET_NONE};
}

static sk_target find_feature(const sk_project *project, const char *id) {
    if (project->feature_numbers != NULL) {
        const size_t *number = sk_text_index_find(project->feature_numbers, id);
        if (number == NULL || *number == 0) return (sk_target){.kind = SK_TARGET_NONE};
        return (sk_target){.kind = SK_TARGET_FEATURE, .feature = &project->features[*number - 1]};
    }
    for (size_t i = 0; i < project->feature_count; i++)
        if (strcmp(project->features[i].id, id) == 0)
            return (sk_target){.kind = SK_TARGET_FEATURE, .feature = &project->features[i]};
    return (sk_target){.kind = SK_TARGET_NONE};
}

sk_target sk_project_find(const sk_project *project, const char *reference) {
    for (int level = 0; level < SK_REGION_LEVEL_COUNT; level++) {
        const char *slug = after_level(project, level, reference);
        if (slug == NULL) continue;
        const sk_region *region = sk_project_region(project, level, slug);
        return (sk_target){.kind = region == NULL ? SK_TARGET_NONE : SK_TARGET_REGION,
                           .region = region};
    }
    const char *place = after_prefix(reference, place_prefix);
    return place != NULL ? find_place(project, place) : find_feature(project, reference);
}

/** What looks for the references of a project. */
typedef struct {
    const sk_load *load;
    sk_project *project;
    size_t *reported; /* how many references lead nowhere */
} resolver;

/* Further faults are only counted, and need no remedy. */
enum { REMEDIES_MOST = 2 * SK_DIAG_MOST_LINES };

static void consider(sk_suggestion *nearest, const resolver *r, const char *prefix,
                     const char *slug) {
    sk_suggestion_consider(nearest, sk_arena_printf(r->load->arena, "%s%s", prefix, slug));
}

/* "province:utrecht" */
static const char *an_example(const sk_project *project, sk_arena *arena) {
    const sk_region_list *homes = &project->regions[project->settings.home];
    return sk_arena_printf(arena, "%s:%s", project->settings.levels[project->settings.home].slug,
                           homes->count > 0 ? homes->items[0].slug : "...");
}

static const char *nearest_reference(const resolver *r, const char *reference) {
    const sk_project *project = r->project;
    sk_suggestion nearest = sk_suggestion_for(reference);
    for (int level = 0; level < SK_REGION_LEVEL_COUNT; level++) {
        const sk_region_list *list = &project->regions[level];
        for (size_t i = 0; i < list->count; i++) {
            const sk_region *region = &list->items[i];
            const char *prefix = sk_arena_printf(r->load->arena, "%s:", region->level_slug);
            bool named = level == SK_REGION_SMALLEST;
            consider(&nearest, r, prefix, named ? region->name : region->slug);
        }
    }
    for (size_t i = 0; i < project->place_count; i++)
        consider(&nearest, r, place_prefix, project->places[i].id);
    for (size_t i = 0; i < project->feature_count; i++)
        consider(&nearest, r, "", project->features[i].id);
    return sk_suggestion_remedy(
        &nearest, r->load->arena,
        sk_arena_printf(r->load->arena,
                        "name a region (%s), a place of layers/places.geojson (place:...) or the "
                        "id of a feature",
                        an_example(project, r->load->arena)));
}

/* Does the reference lead to what was lost, so that it is not at fault itself? */
static bool leads_to_loss(const resolver *r, const char *reference, const char *sector,
                          const char *home) {
    for (int level = 0; level < SK_REGION_LEVEL_COUNT; level++)
        if (after_level(r->project, level, reference) != NULL)
            return sk_project_has_lost(r->project, SK_LOSS_REGIONS);
    if (after_prefix(reference, place_prefix) != NULL)
        return sk_project_has_lost(r->project, SK_LOSS_PLACES);
    return sk_project_has_lost_feature(r->project, reference, sector, home);
}

static void report(const resolver *r, sk_place origin, const char *property,
                   const char *reference) {
    bool shown = ++*r->reported <= REMEDIES_MOST;
    sk_diag_error(r->load->diag, origin, shown ? nearest_reference(r, reference) : NULL,
                  "%s: \"%s\" leads nowhere", property, reference);
}

static bool same_map(const sk_feature *a, const sk_feature *b) {
    return strcmp(a->home, b->home) == 0 && strcmp(a->sector, b->sector) == 0;
}

/* Why the feature can't have the target, and what to do; NULL when it can. */
static const char *fault_of(const resolver *r, const sk_feature *feature, const sk_target *target,
                            const char **remedy) {
    if (feature->kind == SK_FEATURE_ZONE) {
        *remedy = sk_arena_printf(r->load->arena, "name regions only, such as %s",
                                  an_example(r->project, r->load->arena));
        return target->kind == SK_TARGET_REGION ? NULL : "is not a region";
    }
    *remedy = "lead to a feature of this map, a region or a place";
    if (target->kind != SK_TARGET_FEATURE) return NULL;
    if (!same_map(feature, target->feature)) return "stands on another map";
    return target->feature->kind == SK_FEATURE_LINK ? "is itself a link" : NULL;
}

static bool same_target(const sk_target *a, const sk_target *b) {
    return a->kind == b->kind && a->region == b->region && a->place == b->place &&
           a->feature == b->feature;
}

static bool is_among(const sk_target *target, const sk_target *others, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (same_target(target, &others[i])) return true;
    return false;
}

/* Do two references that were of two regions lead to the one that these have become? */
static bool is_one_by_now(const sk_target *target, const char *reference, const char *const *kept,
                          size_t count) {
    for (size_t i = 0; i < count; i++)
        if (strcmp(kept[i], reference) == 0) return false;
    return target->kind == SK_TARGET_REGION && target->region->formers.count > 0;
}

/* The references that the feature can have; regions that were merged are one. */
static sk_string_list kept_references(const resolver *r, const sk_feature *feature,
                                      const char *property, sk_string_list list) {
    const char **kept = SK_NEW_ARRAY(r->load->arena, const char *, list.count);
    sk_target *targets = SK_NEW_ARRAY(r->load->arena, sk_target, list.count);
    size_t count = 0, one_by_now = 0;
    for (size_t i = 0; i < list.count; i++) {
        sk_target target = sk_project_find(r->project, list.items[i]);
        const char *remedy = NULL, *fault = NULL;
        if (target.kind == SK_TARGET_NONE &&
            leads_to_loss(r, list.items[i], feature->sector, feature->home))
            continue;
        if (target.kind == SK_TARGET_NONE)
            report(r, feature->origin, property, list.items[i]);
        else if ((fault = fault_of(r, feature, &target, &remedy)) != NULL)
            sk_diag_error(r->load->diag, feature->origin, remedy, "%s: \"%s\" %s", property,
                          list.items[i], fault);
        else if (!is_among(&target, targets, count))
            targets[count] = target, kept[count++] = list.items[i];
        else if (is_one_by_now(&target, list.items[i], kept, count))
            one_by_now++;
        else
            sk_diag_error(r->load->diag, feature->origin, "take one of the two out",
                          "%s: \"%s\" stands there twice", property, list.items[i]);
    }
    if (count + one_by_now < list.count) sk_losses_add_feature(r->load, r->project, feature);
    return (sk_string_list){kept, count};
}

static void resolve_place(const resolver *r, sk_feature *feature) {
    if (feature->place == NULL) return;
    if (sk_project_region(r->project, SK_REGION_SMALLEST, feature->place) != NULL) return;
    const sk_region_list *list = &r->project->regions[SK_REGION_SMALLEST];
    sk_suggestion nearest = sk_suggestion_for(feature->place);
    const char *level = r->project->settings.levels[SK_REGION_SMALLEST].slug;
    for (size_t i = 0; i < list->count; i++) sk_suggestion_consider(&nearest, list->items[i].name);
    if (!sk_project_has_lost(r->project, SK_LOSS_REGIONS))
        sk_diag_error(
            r->load->diag, feature->origin,
            sk_suggestion_remedy(
                &nearest, r->load->arena,
                sk_arena_printf(r->load->arena,
                                "use the name of a %s of the boundary set, or leave it empty",
                                level)),
            "place: there is no %s \"%s\"", level, feature->place);
    feature->place = NULL;
}

/* False when nothing that can be drawn is left of the feature. */
static bool resolve_feature(const resolver *r, sk_feature *feature) {
    resolve_place(r, feature);
    feature->area = kept_references(r, feature, "area", feature->area);
    feature->from = kept_references(r, feature, "from", feature->from);
    feature->to = kept_references(r, feature, "to", feature->to);
    if (feature->kind == SK_FEATURE_LINK && !sk_link_leads_on(r->load, r->project, feature))
        return false;
    if (feature->geometry.kind != SK_SHAPE_EMPTY) return true;
    if (feature->kind == SK_FEATURE_ZONE) return feature->area.count > 0;
    return feature->from.count > 0 && feature->to.count > 0;
}

/* Of features with one id, the first is found. */
static void index_features(const sk_load *load, sk_project *project) {
    project->feature_numbers = sk_text_index_create(load->arena);
    for (size_t i = 0; i < project->feature_count; i++) {
        size_t *number = sk_text_index_number(project->feature_numbers, project->features[i].id);
        if (*number == 0) *number = i + 1;
    }
}

/* One pass over all features. True when one was dropped: others may have led to it. */
static bool resolve_features(const sk_load *load, sk_project *project, size_t *reported) {
    const resolver r = {load, project, reported};
    index_features(load, project);
    sk_feature *kept = SK_NEW_ARRAY(load->arena, sk_feature, project->feature_count);
    size_t count = 0;
    for (size_t i = 0; i < project->feature_count; i++) {
        kept[count] = project->features[i];
        if (resolve_feature(&r, &kept[count]))
            count++;
        else
            sk_losses_add_feature(load, project, &kept[count]);
    }
    bool dropped = count < project->feature_count;
    project->features = kept;
    project->feature_count = count;
    return dropped;
}

static bool can_choose(const sk_project *project, const sk_target *target) {
    return target->kind == SK_TARGET_REGION &&
           project->settings.levels[target->region->level].chooses;
}

static void lose_actor(const resolver *r, const sk_presence *presence, const sk_target *target) {
    if (target->kind != SK_TARGET_NONE)
        sk_diag_error(r->load->diag, presence->origin,
                      "name one of a level that stands under `choosers` in project.json",
                      "actor: \"%s\" is no region that chooses sectors", presence->actor);
    else if (!leads_to_loss(r, presence->actor, presence->sector, presence->home))
        report(r, presence->origin, "actor", presence->actor);
    sk_losses_add(r->load, r->project,
                  (sk_loss){.kind = SK_LOSS_ACTORS,
                            .sector = presence->sector,
                            .home = presence->home,
                            .origin = presence->origin});
}

static void resolve_actors(const sk_load *load, sk_project *project, size_t *reported) {
    const resolver r = {load, project, reported};
    sk_presence *kept = SK_NEW_ARRAY(load->arena, sk_presence, project->presence_count);
    size_t count = 0;
    for (size_t i = 0; i < project->presence_count; i++) {
        const sk_presence *presence = &project->presence[i];
        const sk_target actor = sk_project_find(project, presence->actor);
        if (can_choose(project, &actor))
            kept[count++] = *presence;
        else
            lose_actor(&r, presence, &actor);
    }
    project->presence = kept;
    project->presence_count = count;
}

void sk_references_resolve(const sk_load *load, sk_project *project) {
    size_t reported = 0;
    while (resolve_features(load, project, &reported)) continue;
    resolve_actors(load, project, &reported);
}
