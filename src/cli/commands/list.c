#include "cli/commands/commands.h"

#include <stdio.h>
#include <string.h>

#include "cli/arguments/project_folder.h"
#include "cli/arguments/say.h"
#include "cli/choice/catalogue_count.h"
#include "streekkaart/project.h"

/** A region that can choose a sector. */
typedef struct {
    const char *reference; /* "province:utrecht" */
    const sk_region *region;
    size_t holds; /* how many regions of the smallest level */
} actor;

static const char *const figure_kinds[] = {
    [SK_FIGURE_MAP] = "map",
    [SK_FIGURE_SECTOR_OVERVIEW] = "sector-overview",
    [SK_FIGURE_REGION_OVERVIEW] = "region-overview",
};

static bool lies_in(const sk_region *smallest, const sk_region *region) {
    const char *slug = sk_region_slug_at(smallest, region->level);
    return slug != NULL && strcmp(slug, region->slug) == 0;
}

/* The regions that can choose sectors, from the largest level. */
static size_t list_actors(const sk_project *project, sk_arena *arena, actor **out) {
    const sk_project_settings *settings = &project->settings;
    size_t count = 0;
    for (int level = 0; level < settings->level_count; level++)
        if (settings->levels[level].chooses) count += project->regions[level].count;
    actor *actors = SK_NEW_ARRAY(arena, actor, count), *next = actors;
    const sk_region_list *smallest = &project->regions[SK_REGION_SMALLEST];
    for (int level = settings->level_count - 1; level >= 0; level--) {
        const sk_region_list *regions = &project->regions[level];
        for (size_t i = 0; settings->levels[level].chooses && i < regions->count; i++, next++) {
            next->region = &regions->items[i];
            next->reference =
                sk_arena_printf(arena, "%s:%s", next->region->level_slug, next->region->slug);
            for (size_t k = 0; k < smallest->count; k++)
                next->holds += lies_in(&smallest->items[k], next->region);
        }
    }
    *out = actors;
    return count;
}

static size_t sectors_chosen_by(const sk_project *project, const actor *who) {
    size_t count = 0;
    for (size_t i = 0; i < project->presence_count; i++)
        count += strcmp(project->presence[i].actor, who->reference) == 0;
    return count;
}

static bool is_of_sector(const sk_figure *figure, const sk_sector *sector) {
    return sk_figure_names_sector(figure, sector->slug);
}

/* As in the list of figures; a dash for none. */
static const char *listed(sk_string_list slugs, sk_arena *arena) {
    if (slugs.count == 0) return "-";
    const char *all = slugs.items[0];
    for (size_t i = 1; i < slugs.count; i++)
        all = sk_arena_printf(arena, "%s; %s", all, slugs.items[i]);
    return all;
}

static sk_catalogue_count count_sector(const sk_project *project, const sk_sector *sector) {
    return sk_count_catalogue(project, &(sk_figure){.sectors = {&sector->slug, 1}});
}

static void print_figures(const sk_project *project, sk_arena *arena) {
    sk_say(stdout, "%6s  %-16s%-24s%8s%8s%8s%8s%8s  %s", "figure",
           project->settings.levels[project->settings.home].slug, "sector", "points", "zones",
           "links", "prose", "actors", "title");
    for (size_t i = 0; i < project->figure_count; i++) {
        const sk_figure *figure = &project->figures[i];
        sk_catalogue_count n = sk_count_catalogue(project, figure);
        sk_say(stdout, "%6d  %-15s %-23s %8zu%8zu%8zu%8zu%8zu  %s", figure->number,
               listed(figure->homes, arena), listed(figure->sectors, arena), n.points, n.zones,
               n.links, n.prose, n.actors, figure->title);
    }
}

static void print_sectors(const sk_project *project) {
    sk_say(stdout, "%s", "");
    sk_say(stdout, "%-24s%8s%8s%8s%8s%8s%8s  %s", "sector", "figures", "points", "zones", "links",
           "prose", "actors", "name");
    for (size_t i = 0; i < project->sector_count; i++) {
        const sk_sector *sector = &project->sectors[i];
        sk_catalogue_count n = count_sector(project, sector);
        size_t figures = 0;
        for (size_t k = 0; k < project->figure_count; k++)
            figures += is_of_sector(&project->figures[k], sector);
        sk_say(stdout, "%-24s%8zu%8zu%8zu%8zu%8zu%8zu  %s", sector->slug, figures, n.points,
               n.zones, n.links, n.prose, n.actors, sector->name);
    }
}

static void print_regions(const sk_project *project, const actor *actors, size_t count) {
    sk_say(stdout, "%s", "");
    sk_say(stdout, "%-32s%16s%16s  %s", "region", project->settings.levels[SK_REGION_SMALLEST].slug,
           "sectors chosen", "name");
    for (size_t i = 0; i < count; i++)
        sk_say(stdout, "%-32s%16zu%16zu  %s", actors[i].reference, actors[i].holds,
               sectors_chosen_by(project, &actors[i]), actors[i].region->name);
}

static void write_counts(sk_json_writer *json, sk_catalogue_count n) {
    sk_json_integer(json, "points", (long)n.points);
    sk_json_integer(json, "zones", (long)n.zones);
    sk_json_integer(json, "links", (long)n.links);
    sk_json_integer(json, "prose", (long)n.prose);
}

static void write_figures(const sk_project *project, sk_json_writer *json) {
    sk_json_begin_array(json, "figures");
    for (size_t i = 0; i < project->figure_count; i++) {
        const sk_figure *figure = &project->figures[i];
        sk_json_begin_object(json, NULL);
        sk_json_integer(json, "figure", figure->number);
        sk_json_text(json, "kind", figure_kinds[figure->kind]);
        sk_json_texts(json, project->settings.levels[project->settings.home].slug, figure->homes);
        sk_json_texts(json, "sector", figure->sectors);
        sk_json_text(json, "title", figure->title);
        sk_json_text(json, "caption", figure->caption);
        write_counts(json, sk_count_catalogue(project, figure));
        sk_json_begin_array(json, "actors");
        for (size_t k = 0; k < project->presence_count; k++) {
            const sk_presence *p = &project->presence[k];
            if (sk_figure_covers(figure, p->home, p->sector)) sk_json_text(json, NULL, p->actor);
        }
        sk_json_end_array(json);
        sk_json_end_object(json);
    }
    sk_json_end_array(json);
}

static void write_sectors(const sk_project *project, sk_json_writer *json) {
    sk_json_begin_array(json, "sectors");
    for (size_t i = 0; i < project->sector_count; i++) {
        const sk_sector *sector = &project->sectors[i];
        sk_json_begin_object(json, NULL);
        sk_json_text(json, "slug", sector->slug);
        sk_json_text(json, "name", sector->name);
        write_counts(json, count_sector(project, sector));
        sk_json_begin_array(json, "figures");
        for (size_t k = 0; k < project->figure_count; k++)
            if (is_of_sector(&project->figures[k], sector))
                sk_json_integer(json, NULL, project->figures[k].number);
        sk_json_end_array(json);
        sk_json_end_object(json);
    }
    sk_json_end_array(json);
}

static void write_regions(const sk_project *project, const actor *actors, size_t count,
                          sk_json_writer *json) {
    sk_json_begin_array(json, "regions");
    for (size_t i = 0; i < count; i++) {
        sk_json_begin_object(json, NULL);
        sk_json_text(json, "reference", actors[i].reference);
        sk_json_text(json, "name", actors[i].region->name);
        sk_json_integer(json, "holds", (long)actors[i].holds);
        sk_json_begin_array(json, "sectors");
        for (size_t k = 0; k < project->presence_count; k++)
            if (strcmp(project->presence[k].actor, actors[i].reference) == 0)
                sk_json_text(json, NULL, project->presence[k].sector);
        sk_json_end_array(json);
        sk_json_end_object(json);
    }
    sk_json_end_array(json);
}

static void list_project(const sk_project *project, bool as_json, sk_report *report) {
    sk_arena *arena = sk_arena_create();
    actor *actors = NULL;
    size_t actor_count = list_actors(project, arena, &actors);
    if (as_json) {
        sk_json_writer json = {.stream = stdout};
        sk_json_begin_object(&json, NULL);
        write_figures(project, &json);
        write_sectors(project, &json);
        write_regions(project, actors, actor_count, &json);
        sk_report_write_json(report, &json);
        sk_json_end_object(&json);
    } else {
        print_figures(project, arena);
        print_sectors(project);
        print_regions(project, actors, actor_count);
    }
    sk_arena_free(arena);
}

sk_status sk_list_command(const sk_arguments *arguments, sk_report *report) {
    const char *folder = NULL;
    sk_status status = sk_project_folder(arguments, report->diag, &folder);
    if (status != SK_OK) return status;
    sk_project *project = NULL;
    status = sk_project_open_catalogue(folder, arguments->catalogue, report->diag, &project);
    sk_report_print(report);
    if (project != NULL) list_project(project, arguments->json, report);
    sk_project_free(project);
    return status;
}
