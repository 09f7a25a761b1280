#include <string.h>

#include "base/suggestion.h"
#include "load/project/readers.h"

static const char *const level_prefixes[SK_REGION_LEVEL_COUNT] = {
    [SK_REGION_MUNICIPALITY] = "municipality:",
    [SK_REGION_RESOC] = "resoc:",
    [SK_REGION_PROVINCE] = "province:",
    [SK_REGION_NEIGHBOUR] = "neighbour:",
    [SK_REGION_SEA] = "sea:",
};
static const char place_prefix[] = "place:";

/* What follows `prefix` in `text`; NULL when it begins otherwise. */
static const char *after_prefix(const char *text, const char *prefix) {
    size_t length = strlen(prefix);
    return strncmp(text, prefix, length) == 0 ? text + length : NULL;
}

const sk_region *sk_project_region(const sk_project *project, sk_region_level level,
                                   const char *slug) {
    const sk_region_list *list = &project->regions[level];
    for (size_t i = 0; i < list->count; i++) {
        const sk_region *region = &list->items[i];
        if (strcmp(region->slug, slug) == 0) return region;
        if (level == SK_REGION_MUNICIPALITY && strcmp(region->name, slug) == 0) return region;
    }
    return NULL;
}

static sk_target find_place(const sk_project *project, const char *id) {
    for (size_t i = 0; i < project->place_count; i++)
        if (strcmp(project->places[i].id, id) == 0)
            return (sk_target){.kind = SK_TARGET_PLACE, .place = &project->places[i]};
    return (sk_target){.kind = SK_TARGET_NONE};
}

static sk_target find_feature(const sk_project *project, const char *id) {
    for (size_t i = 0; i < project->feature_count; i++)
        if (strcmp(project->features[i].id, id) == 0)
            return (sk_target){.kind = SK_TARGET_FEATURE, .feature = &project->features[i]};
    return (sk_target){.kind = SK_TARGET_NONE};
}

sk_target sk_project_find(const sk_project *project, const char *reference) {
    for (int level = 0; level < SK_REGION_LEVEL_COUNT; level++) {
        const char *slug = after_prefix(reference, level_prefixes[level]);
        if (slug == NULL) continue;
        const sk_region *region = sk_project_region(project, (sk_region_level)level, slug);
        return (sk_target){.kind = region == NULL ? SK_TARGET_NONE : SK_TARGET_REGION,
                           .region = region};
    }
    const char *place = after_prefix(reference, place_prefix);
    return place != NULL ? find_place(project, place) : find_feature(project, reference);
}

/** What looks for the references of a project. */
typedef struct {
    const sk_load *load;
    const sk_project *project;
} resolver;

static void consider(sk_suggestion *nearest, const resolver *r, const char *prefix,
                     const char *slug) {
    sk_suggestion_consider(nearest, sk_arena_printf(r->load->arena, "%s%s", prefix, slug));
}

static const char *nearest_reference(const resolver *r, const char *reference) {
    const sk_project *project = r->project;
    sk_suggestion nearest = sk_suggestion_for(reference);
    for (int level = 0; level < SK_REGION_LEVEL_COUNT; level++) {
        const sk_region_list *list = &project->regions[level];
        for (size_t i = 0; i < list->count; i++) {
            const sk_region *region = &list->items[i];
            bool named = level == SK_REGION_MUNICIPALITY;
            consider(&nearest, r, level_prefixes[level], named ? region->name : region->slug);
        }
    }
    for (size_t i = 0; i < project->place_count; i++)
        consider(&nearest, r, place_prefix, project->places[i].id);
    for (size_t i = 0; i < project->feature_count; i++)
        consider(&nearest, r, "", project->features[i].id);
    return sk_suggestion_remedy(
        &nearest, r->load->arena,
        "name a region (resoc:kempen), a place of layers/places.geojson (place:eindhoven) or the "
        "id of a feature");
}

static void report(const resolver *r, sk_place origin, const char *property,
                   const char *reference) {
    sk_diag_error(r->load->diag, origin, nearest_reference(r, reference),
                  "%s: \"%s\" leads nowhere", property, reference);
}

/* The references that lead somewhere. */
static sk_string_list kept_references(const resolver *r, sk_place origin, const char *property,
                                      sk_string_list list, bool regions_only) {
    const char **kept = SK_NEW_ARRAY(r->load->arena, const char *, list.count);
    size_t count = 0;
    for (size_t i = 0; i < list.count; i++) {
        sk_target target = sk_project_find(r->project, list.items[i]);
        if (target.kind == SK_TARGET_NONE)
            report(r, origin, property, list.items[i]);
        else if (regions_only && target.kind != SK_TARGET_REGION)
            sk_diag_error(r->load->diag, origin, "name regions only, such as resoc:kempen",
                          "%s: \"%s\" is not a region", property, list.items[i]);
        else
            kept[count++] = list.items[i];
    }
    return (sk_string_list){kept, count};
}

static void resolve_place(const resolver *r, sk_feature *feature) {
    if (feature->place == NULL) return;
    if (sk_project_region(r->project, SK_REGION_MUNICIPALITY, feature->place) != NULL) return;
    const sk_region_list *list = &r->project->regions[SK_REGION_MUNICIPALITY];
    sk_suggestion nearest = sk_suggestion_for(feature->place);
    for (size_t i = 0; i < list->count; i++) sk_suggestion_consider(&nearest, list->items[i].name);
    sk_diag_error(r->load->diag, feature->origin,
                  sk_suggestion_remedy(&nearest, r->load->arena,
                                       "use the name of a municipality of 2011, or leave it empty"),
                  "place: there is no municipality \"%s\"", feature->place);
    feature->place = NULL;
}

/* False when nothing that can be drawn is left of the feature. */
static bool resolve_feature(const resolver *r, sk_feature *feature) {
    resolve_place(r, feature);
    feature->area = kept_references(r, feature->origin, "area", feature->area, true);
    feature->from = kept_references(r, feature->origin, "from", feature->from, false);
    feature->to = kept_references(r, feature->origin, "to", feature->to, false);
    if (feature->geometry.kind != SK_SHAPE_EMPTY) return true;
    if (feature->kind == SK_FEATURE_ZONE) return feature->area.count > 0;
    return feature->from.count > 0 && feature->to.count > 0;
}

/* One pass over all features. True when one was dropped: others may have led to it. */
static bool resolve_features(const sk_load *load, sk_project *project) {
    const resolver r = {load, project};
    sk_feature *kept = SK_NEW_ARRAY(load->arena, sk_feature, project->feature_count);
    size_t count = 0;
    for (size_t i = 0; i < project->feature_count; i++) {
        kept[count] = project->features[i];
        if (resolve_feature(&r, &kept[count])) count++;
    }
    bool dropped = count < project->feature_count;
    project->features = kept;
    project->feature_count = count;
    return dropped;
}

static void resolve_actors(const sk_load *load, sk_project *project) {
    const resolver r = {load, project};
    sk_presence *kept = SK_NEW_ARRAY(load->arena, sk_presence, project->presence_count);
    size_t count = 0;
    for (size_t i = 0; i < project->presence_count; i++) {
        const sk_presence *presence = &project->presence[i];
        if (sk_project_find(project, presence->actor).kind == SK_TARGET_REGION)
            kept[count++] = *presence;
        else
            report(&r, presence->origin, "actor", presence->actor);
    }
    project->presence = kept;
    project->presence_count = count;
}

void sk_references_resolve(const sk_load *load, sk_project *project) {
    while (resolve_features(load, project)) continue;
    resolve_actors(load, project);
}
