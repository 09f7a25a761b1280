#include "cli/parts/parts.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "cli/arguments/project_folder.h"
#include "cli/arguments/report.h"

/** Parts that lie in the folders, also of other divisions; one without a count was not drawn to its
 * end. */
typedef struct {
    sk_annex_part *items;
    size_t count, capacity;
    sk_arena *arena;
} found_parts;

static void take(found_parts *found, const char *folder, const char *name) {
    const size_t prefix = strlen(SK_RECORD_PART);
    char *end = NULL;
    if (strncmp(name, SK_RECORD_PART, prefix) != 0) return;
    const size_t number = strtoul(name + prefix, &end, 10);
    if (number == 0 || *end != '\0') return;
    sk_record *record = sk_record_read(folder, (sk_shard){number, number}, found->arena);
    const sk_annex_part part = {
        .shard = {number, sk_record_part(record).count}, .folder = folder, .record = record};
    found->items = sk_arena_grow(found->arena, found->items, found->count, &found->capacity,
                                 sizeof *found->items);
    found->items[found->count++] = part;
}

static void look_into(found_parts *found, const char *folder) {
    DIR *entries = opendir(sk_path_in(found->arena, folder, SK_RECORD_FOLDER));
    if (entries == NULL) return;
    for (const struct dirent *entry = readdir(entries); entry != NULL; entry = readdir(entries))
        take(found, folder, entry->d_name);
    closedir(entries);
}

/* Of how many parts the annex is. A folder may still hold more of an earlier division, but the
 * first part is in every one. */
static size_t division(const found_parts *found) {
    size_t count = 0;
    for (size_t i = 0; i < found->count; i++) {
        const sk_shard *shard = &found->items[i].shard;
        if (shard->number == 1 && shard->count > 0) return shard->count;
        if (shard->count > count) count = shard->count;
    }
    return count;
}

static const char *how_to_draw(sk_shard shard, sk_arena *arena) {
    return sk_arena_printf(arena,
                           "draw it with --shard %zu/%zu and what else is given here, and name its "
                           "folder if it has one of its own",
                           shard.number, shard.count);
}

/* The part is not there: why, if something else of its number is. */
static void tell_missing(const found_parts *found, sk_shard shard, sk_diag *diag) {
    const char *remedy = how_to_draw(shard, found->arena);
    for (size_t i = 0; i < found->count; i++) {
        const sk_annex_part *other = &found->items[i];
        const sk_place place = {.file = other->folder};
        if (other->shard.number != shard.number) continue;
        if (other->shard.count == 0)
            sk_diag_error(diag, place, remedy, "part %zu of %zu was not drawn to its end",
                          shard.number, shard.count);
        else
            sk_diag_error(diag, place, remedy, "part %zu of %zu is missing: this one is of %zu",
                          shard.number, shard.count, other->shard.count);
        return;
    }
    sk_diag_error(diag, (sk_place){.file = "annex"}, remedy, "part %zu of %zu is missing",
                  shard.number, shard.count);
}

static sk_status choose(const found_parts *found, sk_shard shard, sk_diag *diag,
                        sk_annex_part *out) {
    const sk_annex_part *chosen = NULL;
    for (size_t i = 0; i < found->count; i++) {
        const sk_annex_part *part = &found->items[i];
        if (part->shard.number != shard.number || part->shard.count != shard.count) continue;
        if (chosen != NULL) {
            sk_diag_error(diag, (sk_place){.file = part->folder}, "name one of the two folders",
                          "part %zu of %zu is in %s, too", shard.number, shard.count,
                          chosen->folder);
            return SK_ERR_DATA;
        }
        chosen = part;
    }
    if (chosen != NULL) {
        *out = *chosen;
        return SK_OK;
    }
    tell_missing(found, shard, diag);
    return SK_ERR_DATA;
}

sk_status sk_parts_find(sk_string_list folders, sk_arena *arena, sk_diag *diag,
                        sk_annex_parts *out) {
    found_parts found = {.arena = arena};
    for (size_t i = 0; i < folders.count; i++) {
        const size_t before = found.count;
        look_into(&found, folders.items[i]);
        if (found.count > before) continue;
        sk_diag_error(diag, (sk_place){.file = folders.items[i]},
                      "name the folders that parts were drawn into with --shard",
                      "no part of an annex lies there");
        return SK_ERR_DATA;
    }
    const size_t count = division(&found);
    if (count == 0) {
        sk_diag_error(diag, (sk_place){.file = folders.items[0]}, "draw it again with --shard",
                      "no part that lies there was drawn to its end");
        return SK_ERR_DATA;
    }
    *out = (sk_annex_parts){SK_NEW_ARRAY(arena, sk_annex_part, count), count};
    sk_status status = SK_OK;
    for (size_t i = 0; i < count; i++)
        status = sk_worse(status, choose(&found, (sk_shard){i + 1, count}, diag, &out->items[i]));
    return status;
}

const sk_annex_part *sk_parts_drawer(const sk_annex_parts *parts, const sk_plan *plan,
                                     const sk_figure *figure) {
    const size_t place = (size_t)(figure - plan->inputs.project->figures);
    return &parts->items[sk_shard_of(place, parts->count) - 1];
}

void sk_parts_plan(const sk_annex_parts *parts, const sk_plan *plan, sk_figure_job *job) {
    const sk_annex_part *part = sk_parts_drawer(parts, plan, job->figure);
    sk_plan own = *plan;
    own.record = part->record;
    own.folder = part->folder;
    own.force = false;
    sk_plan_job(&own, true, job);
}

/** What of a part is not as it would be drawn. */
typedef struct {
    size_t count;
    const sk_piece *first;
} part_faults;

static void count_faults(const sk_figure_job *job, part_faults *faults) {
    for (int kind = 0; kind < SK_PART_COUNT; kind++)
        for (size_t i = 0; i < job->parts[kind].piece_count; i++) {
            const sk_piece *piece = &job->parts[kind].pieces[i];
            if (piece->why == NULL) continue;
            if (faults->count++ == 0) faults->first = piece;
        }
}

static void tell_faults(const sk_annex_part *part, const part_faults *faults, sk_arena *arena,
                        sk_diag *diag) {
    const char *more =
        faults->count == 1 ? "" : sk_arena_printf(arena, "; likewise %zu more", faults->count - 1);
    sk_diag_error(diag, (sk_place){.file = part->folder, .feature = faults->first->name},
                  sk_arena_printf(arena,
                                  "draw the part with --shard %zu/%zu and the program, the inputs "
                                  "and the options of this run",
                                  part->shard.number, part->shard.count),
                  "part %zu of %zu is not what is to be bound: %s%s", part->shard.number,
                  part->shard.count, faults->first->why, more);
}

sk_status sk_parts_check(const sk_annex_parts *parts, const sk_plan *plan,
                         const sk_figure_job *jobs, size_t count, sk_diag *diag) {
    sk_arena *arena = sk_arena_create();
    part_faults *faults = SK_NEW_ARRAY(arena, part_faults, parts->count);
    for (size_t i = 0; i < count; i++) {
        const sk_annex_part *part = sk_parts_drawer(parts, plan, jobs[i].figure);
        count_faults(&jobs[i], &faults[part - parts->items]);
    }
    sk_status status = SK_OK;
    for (size_t i = 0; i < parts->count; i++) {
        if (faults[i].count == 0) continue;
        tell_faults(&parts->items[i], &faults[i], arena, diag);
        status = SK_ERR_DATA;
    }
    sk_arena_free(arena);
    return status;
}
